// What the store keeps and for how long, in real databases and with a clock that the tests set.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import type { Context } from '../../src/conversation/context.js';
import { openStore } from '../../src/store/open-store.js';
import type { Asked, Store, Vote } from '../../src/store/store.js';
import { DATABASES } from '../helpers/databases.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CONTEXT: Context = { topics: ['salary'], offered: [], slots: { levels: [], places: [], technologies: [] } };
const ASKED: Asked = {
  workspace: 'T1',
  person: 'U0SECRETID',
  surface: 'mention',
  outcome: 'answer',
  topics: ['salary'],
};
const TEXT = 'is a kraken hired in the deep sea';
const REFUSED = { id: 'D1:1.0', text: TEXT, kind: 'refused', subjects: [] } as const;
const UNANSWERED: Asked = { ...ASKED, outcome: 'out-of-scope', topics: [], unanswered: REFUSED };
const VOTE: Vote = {
  workspace: 'T1',
  person: 'U0SECRETID',
  answer: 'C1:1.0',
  outcome: 'answer',
  topics: ['salary', 'hours'],
  isHelpful: false,
  reason: 'missing',
  comment: 'say it by town',
};

const doing = (asked?: Asked) => async () => asked;

describe.each(DATABASES)('on $name', (database) => {
  let now: number;
  let where: DatabaseLocation;
  const stores: Store[] = [];
  const warned: string[] = [];
  beforeEach(async () => {
    now = Date.UTC(2026, 4, 10, 12);
    where = await database.fresh();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    expect(warned.splice(0)).toEqual([]);
  });

  /** Opens the store; a second one on the same database is like another process. */
  async function open(options: { keepsTexts?: boolean } = {}): Promise<Store> {
    const store = await openStore({
      ...where,
      keepsTexts: true,
      now: () => now,
      warn: (message) => {
        warned.push(message);
      },
      ...options,
    });
    stores.push(store);
    return store;
  }

  describe('a question is answered once', () => {
    it('in this process, in another one and after a restart', async () => {
      const [first, second] = [await open(), await open()];
      expect(await first.once('T1', 'key', doing(ASKED))).toBe('done');
      expect(await first.once('T1', 'key', doing(ASKED))).toBe('done before');
      expect(await second.once('T1', 'key', doing(ASKED))).toBe('done before');
      await first.close();
      expect(await (await open()).once('T1', 'key', doing(ASKED))).toBe('done before');
      expect((await second.figures(0)).questions).toEqual([
        { surface: 'mention', outcome: 'answer', topic: 'salary', count: 1 },
      ]);
    });

    it('however often it arrives at the same time', async () => {
      const store = await open();
      const comings = Array.from({ length: 20 }, () => store.once('T1', 'key', doing(ASKED)));
      expect((await Promise.all(comings)).filter((outcome) => outcome === 'done').length).toBe(1);
    });

    it('and again if answering failed; only the caller whose work it was gets the error', async () => {
      const store = await open();
      const failing = store.once('T1', 'key', async () => {
        throw new Error('fault of the first');
      });
      const waiting = store.once('T1', 'key', doing());
      await expect(failing).rejects.toThrow('fault of the first');
      expect(await waiting).toBe('done');
    });

    it('and each time if it has no key', async () => {
      const store = await open();
      expect([
        await store.once('T1', undefined, doing(ASKED)),
        await store.once('T1', undefined, doing(ASKED)),
      ]).toEqual(['done', 'done']);
      expect((await store.figures(0)).questions[0]?.count).toBe(2);
    });

    it('for at least twenty minutes, and not for ever', async () => {
      const [store, other] = [await open(), await open()];
      await store.once('T1', 'key', doing());
      now += 19 * MINUTE;
      await store.sweep();
      expect(await store.once('T1', 'key', doing())).toBe('done before');
      expect(await other.once('T1', 'key', doing())).toBe('done before');
      now += 21 * MINUTE;
      for (const each of [store, other]) await each.sweep();
      expect(await other.once('T1', 'key', doing())).toBe('done');
    });

    it.each([
      ['back by a day', -DAY],
      ['ahead by a day', DAY],
    ])('if the clock jumps %s, too', async (_, leap) => {
      const [store, other] = [await open(), await open()];
      await store.once('T1', 'key', doing());
      now += leap;
      expect(await store.once('T1', 'key', doing())).toBe('done before');
      expect(await other.once('T1', 'key', doing())).toBe('done before');
      for (const each of [store, other]) await each.sweep();
      now += 21 * MINUTE;
      for (const each of [store, other]) await each.sweep();
      expect(await other.once('T1', 'key', doing())).toBe('done');
    });
  });

  describe('a conversation', () => {
    const talk = (context: Context): Asked => ({ ...ASKED, conversation: { id: 'D1', context } });

    it('continues where it was, also in another process', async () => {
      const [first, second] = [await open(), await open()];
      expect(await first.recall('T1', 'D1')).toBeUndefined();
      await first.once('T1', '1', doing(talk(CONTEXT)));
      expect(await second.recall('T1', 'D1')).toEqual(CONTEXT);
      const next = { ...CONTEXT, topics: ['hours'] };
      await second.once('T1', '2', doing(talk(next)));
      expect(await first.recall('T1', 'D1')).toEqual(next);
    });

    it('ends after 15 minutes', async () => {
      const store = await open();
      await store.once('T1', '1', doing(talk(CONTEXT)));
      now += 14 * MINUTE;
      expect(await store.recall('T1', 'D1')).toEqual(CONTEXT);
      now += MINUTE;
      expect(await store.recall('T1', 'D1')).toBeUndefined();
    });
  });

  describe('the figures', () => {
    it('count questions by surface, outcome and main topic, the most frequent first, by day', async () => {
      const store = await open();
      await store.once('T1', undefined, doing({ ...ASKED, topics: [], outcome: 'about-bot' }));
      now += DAY;
      for (const person of ['U1', 'U2'])
        await store.once('T1', undefined, doing({ ...ASKED, person, topics: ['hours', 'x'] }));
      await store.once('T1', undefined, doing({ ...ASKED, workspace: 'T2', surface: 'command' }));
      const hours = { surface: 'mention', outcome: 'answer', topic: 'hours', count: 2 };
      const salary = { surface: 'command', outcome: 'answer', topic: 'salary', count: 1 };
      const help = { surface: 'mention', outcome: 'about-bot', topic: '', count: 1 };
      const dayBefore = Date.UTC(2026, 4, 10);
      expect(await store.figures(0)).toEqual({
        from: 0,
        to: now,
        questions: [hours, salary, help],
        days: [
          { day: dayBefore, outcome: 'about-bot', topic: '', count: 1 },
          { day: dayBefore + DAY, outcome: 'answer', topic: 'hours', count: 2 },
          { day: dayBefore + DAY, outcome: 'answer', topic: 'salary', count: 1 },
        ],
        votes: [],
        unanswered: [],
      });
      expect((await store.figures(now)).questions).toEqual([hours, salary]);
      expect((await store.figures(now, 'T2')).questions).toEqual([salary]);
    });

    it('keep the comment of a vote that is given again without one, but not of one that changes', async () => {
      const store = await open();
      const { reason: _, comment: __, ...wordless } = VOTE;
      await store.vote(VOTE);
      await store.vote(wordless);
      expect((await store.figures(0)).votes).toMatchObject([{ reason: VOTE.reason, comment: VOTE.comment }]);
      await store.vote({ ...wordless, isHelpful: !VOTE.isHelpful });
      expect((await store.figures(0)).votes).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: true }]);
    });

    it('have the last vote of each person on an answer', async () => {
      const store = await open();
      await store.vote({ ...VOTE, isHelpful: true });
      await store.vote(VOTE);
      await store.vote({ ...VOTE, person: 'U2', topics: [], outcome: 'out-of-scope', isHelpful: true });
      await store.vote({ ...VOTE, answer: 'C1:2.0' });
      const { workspace, person, answer, topics, ...said } = VOTE;
      const { votes } = await store.figures(0);
      expect(votes.slice(0, 2)).toEqual([1, 2].map(() => ({ ...said, topic: 'salary' })));
      expect(votes.slice(2)).toMatchObject([{ topic: '', outcome: 'out-of-scope', isHelpful: true }]);
      expect((await store.figures(0, 'T2')).votes).toEqual([]);
    });

    it('have unanswered questions, until the person picks an offered topic', async () => {
      const [store, other] = [await open(), await open()];
      await store.once('T1', '1', doing(UNANSWERED));
      const note = { workspace: 'T1', text: TEXT, kind: 'refused', subjects: [], outcome: 'out-of-scope', at: now };
      expect((await store.figures(0)).unanswered).toEqual([{ id: expect.any(String), ...note }]);
      await other.settle('T1', 'D1:1.0');
      expect((await store.figures(0)).unanswered).toEqual([]);
    });
  });

  describe('expired entries are deleted', () => {
    it.each<[string, number, (store: Store) => Promise<unknown>, 'votes' | 'unanswered' | 'questions']>([
      ['unanswered questions: after 30 days', 30, (store) => store.once('T1', '1', doing(UNANSWERED)), 'unanswered'],
      ['votes with their comments: after a year', 365, (store) => store.vote(VOTE), 'votes'],
      ['counts: after 400 days', 401, (store) => store.once('T1', '1', doing(ASKED)), 'questions'],
    ])('%s, and not a day earlier', async (_, days, write, part) => {
      const store = await open();
      await write(store);
      now += (days - 1) * DAY;
      await store.sweep();
      expect((await store.figures(0))[part].length).toBe(1);
      now += DAY;
      await store.sweep();
      expect((await store.figures(0))[part]).toEqual([]);
    });

    it('words leave no trace', async () => {
      const store = await open();
      await store.once('T1', '1', doing(UNANSWERED));
      expect((await database.read(where)).includes(TEXT)).toBe(true);
      now += 31 * DAY;
      await store.sweep();
      expect((await database.read(where)).includes(TEXT)).toBe(false);
    });
  });

  describe('privacy', () => {
    it('no id of a person, channel or message is stored anywhere', async () => {
      const store = await open();
      await store.once(
        'T1',
        'C0PLACE:1.5',
        doing({ ...UNANSWERED, conversation: { id: 'C0PLACE', context: CONTEXT } }),
      );
      await store.vote(VOTE);
      expect(/U0SECRETID|C0PLACE|C1:1\.0|D1:1\.0/.test(await database.read(where))).toBe(false);
    });

    it('words aren’t stored if that’s turned off, but they’re counted', async () => {
      const store = await open({ keepsTexts: false });
      await store.once('T1', '1', doing(UNANSWERED));
      await store.vote({ ...VOTE, isHelpful: false, reason: 'wrong', comment: 'bring back the kraken' });
      expect((await database.read(where)).includes('kraken')).toBe(false);
      const { questions, unanswered, votes } = await store.figures(0);
      expect(questions).toMatchObject([{ outcome: 'out-of-scope', count: 1 }]);
      expect(unanswered).toEqual([]);
      expect(votes).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false, reason: 'wrong' }]);
    });

    it.each<[string, (store: Store) => Promise<unknown>]>([
      ['questions', (store) => store.once('T1', '1', doing(UNANSWERED))],
      ['comments', (store) => store.vote({ ...VOTE, comment: 'bring back the kraken' })],
    ])('once that’s turned off, %s stored before are deleted at the start', async (_, keep) => {
      const store = await open();
      await keep(store);
      const { votes } = await store.figures(0);
      await store.close();
      expect((await database.read(where)).includes('kraken')).toBe(true);
      const again = await open({ keepsTexts: false });
      expect((await database.read(where)).includes('kraken')).toBe(false);
      // The votes themselves still count.
      expect((await again.figures(0)).votes).toHaveLength(votes.length);
    });

    it('forgetting a person reports what was deleted, leaves no trace of it, and keeps what others have stored', async () => {
      const [store, other] = [await open(), await open()];
      // Words of all lengths, some deleted in between, so that pages are split and merged: these leave copies.
      // A server clears its own pages, so a few will do.
      const count = database.name === 'SQLite' ? 3000 : 300;
      for (let index = 0; index < count; index += 1) {
        const person = index % 3 === 0 ? 'U0SECRETID' : `U${index}`;
        const text = `${index % 3 === 0 ? 'kraken' : 'herring'} ${'~'.repeat((index * 7919) % (index % 7 === 0 ? 4000 : 300))}`;
        const conversation = { id: person, context: CONTEXT };
        await store.once(
          'T1',
          undefined,
          doing({ ...UNANSWERED, person, conversation, unanswered: { ...REFUSED, id: `q${index}`, text } }),
        );
        if (index % 4 === 3) await store.settle('T1', `q${(index * 31) % index}`);
      }
      const before = (await store.figures(0)).unanswered.filter(({ text }) => text.startsWith('kraken')).length;
      const others = (await store.figures(0)).unanswered.length - before;
      await other.vote({ ...VOTE, comment: 'bring back the kraken' });
      await other.vote({ ...VOTE, workspace: 'T2' });
      expect(await store.forget('T1', 'U0SECRETID')).toMatchObject({ votes: 1, questions: before, conversations: 1 });
      expect((await database.read(where)).includes('kraken')).toBe(false);
      expect(await other.recall('T1', 'U0SECRETID')).toBeUndefined();
      const { unanswered, votes, questions } = await other.figures(0);
      expect([unanswered.length, votes.length, questions[0]?.count]).toEqual([others, 1, count]);
      expect(await store.forget('T1', 'U0SECRETID')).toMatchObject({ votes: 0, questions: 0, conversations: 0 });
    });
  });
});
