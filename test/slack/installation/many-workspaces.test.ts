// Runs several workspaces on one app and one store: nothing that one asks, stores or reports reaches another.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectTexts } from '../../../local-slack/emulator/rules/message-rules.js';
import type { Bot } from '../../../src/answering/bot.js';
import type { Store } from '../../../src/store/store.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import { freshFile, freshStore, openFreshStore } from '../../helpers/fresh-store.js';
import { command, directMessage, freshTs, from, homeOpened, mention, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { TEAM } from '../../helpers/slack-emulator.js';

const OTHER = 'T00OTHERTEAM';
const ORGANISATION = 'E00FAKEORG';
const UNSURE = 'should I go for it?';
const DECLINED = 'is the moon made of cheese?';

type Payload = Record<string, unknown>;

const inTeam = (team: string, payload: Payload): Payload => from({ team }, payload);

/** A payload from a workspace of an organisation that has installed the app for all of them. */
const inOrganisation = (team: string | null, payload: Payload): Payload =>
  from({ team, enterprise: ORGANISATION, isOrgWide: true }, payload);

/** Says in its answer which context it got. */
const leaningBot: Bot = {
  ...everyOutcomeBot,
  answer: (question) => {
    const answer = everyOutcomeBot.answer(question);
    const [part, ...others] = answer.parts;
    if (question.context === undefined || part === undefined) return answer;
    return { ...answer, parts: [{ ...part, headline: `It leans on ${question.context.topics}.` }, ...others] };
  },
};

describe.each(MODES)('over %s', (mode) => {
  let store: Store;
  let running: RunningApp;
  beforeEach(async () => {
    store = await openFreshStore();
    running = await startApp(mode, { store, bot: leaningBot, admins: [PERSON] });
  });
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });

  const countIn = async (workspace: string): Promise<number> =>
    (await store.figures(0, workspace)).questions.reduce((all, { count }) => all + count, 0);
  const said = (): unknown[] => running.slack.said().map(({ args }) => args.text);
  const homeIn = async (team: string): Promise<string> => {
    await running.deliver(inTeam(team, homeOpened()));
    await running.settled();
    return collectTexts(running.slack.homeOf(PERSON)?.blocks).join('\n');
  };

  it('messages with the same ids in both are answered in both, once each', async () => {
    const ts = freshTs();
    for (const team of [TEAM.id, OTHER, TEAM.id, OTHER]) await running.deliver(inTeam(team, mention({ ts })));
    expect(said()).toHaveLength(2);
    expect([await countIn(TEAM.id), await countIn(OTHER)]).toEqual([1, 1]);
  });

  it('a conversation continues only in its own workspace', async () => {
    await running.deliver(inTeam(TEAM.id, directMessage()));
    await running.deliver(inTeam(OTHER, directMessage()));
    expect(said().at(-1)).not.toContain('It leans on');
    await running.deliver(inTeam(TEAM.id, directMessage()));
    expect(said().at(-1)).toContain('It leans on salary');
  });

  it('a vote in one leaves the vote with the same ids in the other', async () => {
    await running.deliver(mention());
    const [message] = running.slack.messagesIn('C00FAKECHAN1');
    if (message === undefined) throw new Error('Nothing was said');
    const answer = ['C00FAKECHAN1', message.ts].join(' ');
    await store.vote({ workspace: OTHER, person: PERSON, answer, outcome: 'answer', topics: [], isHelpful: false });
    await running.press(message, 'Helpful');
    await running.settled();
    expect((await store.figures(0, TEAM.id)).votes).toMatchObject([{ isHelpful: true }]);
    expect((await store.figures(0, OTHER)).votes).toMatchObject([{ isHelpful: false }]);
  });

  it('unanswered questions of one aren’t shown to administrators of the other', async () => {
    await running.deliver(inTeam(OTHER, mention({ text: DECLINED })));
    expect(await homeIn(TEAM.id)).not.toContain(DECLINED);
    expect(await homeIn(TEAM.id)).toContain('0 questions');
    expect(await homeIn(OTHER)).toContain(`${DECLINED} 1 – not answered`);
  });

  it('a pick that refers to the other’s question changes nothing there', async () => {
    await running.deliver(mention({ text: UNSURE }));
    const [asked] = running.slack.messagesIn('C00FAKECHAN1');
    const block = asked?.blocks.map(({ block_id }) => String(block_id)).find((id) => id.startsWith('pick:'));
    await store.settle(OTHER, block?.slice('pick:'.length) ?? '');
    expect((await store.figures(0, TEAM.id)).unanswered).toHaveLength(1);
    await store.settle(TEAM.id, block?.slice('pick:'.length) ?? '');
    expect((await store.figures(0, TEAM.id)).unanswered).toHaveLength(0);
  });

  it('“forget me” affects no one in the other, even with the same ids', async () => {
    for (const team of [TEAM.id, OTHER]) await running.deliver(inTeam(team, command({ text: DECLINED })));
    const { payload } = await running.deliver(inTeam(OTHER, command({ text: 'forget me' })));
    expect(payload).toMatchObject({ text: expect.stringContaining('Deleted: 1 unanswered question') });
    expect((await store.figures(0)).unanswered).toHaveLength(1);
    expect((await store.figures(0, TEAM.id)).unanswered).toHaveLength(1);
  });

  it('erasing one removes everything of it and nothing of the other', async () => {
    const asked = [directMessage(), mention({ text: DECLINED })];
    for (const team of [TEAM.id, OTHER]) for (const each of asked) await running.deliver(inTeam(team, each));
    for (const workspace of [TEAM.id, OTHER])
      await store.vote({ workspace, person: PERSON, answer: 'a', outcome: 'answer', topics: [], isHelpful: true });
    const before = await store.figures(0, TEAM.id);
    await store.erase(OTHER);
    expect(await store.figures(0, OTHER)).toMatchObject({ questions: [], votes: [], unanswered: [] });
    expect(await store.figures(0, TEAM.id)).toEqual({ ...before, to: expect.any(Number) });
    expect(await store.recall(OTHER, 'D00FAKEUSER1 ')).toBeUndefined();
    expect(await store.recall(TEAM.id, 'D00FAKEUSER1 ')).toBeDefined();
    expect(await store.forget(OTHER, PERSON)).toMatchObject({ votes: 0, questions: 0, conversations: 0 });
  });

  it('an organisation-wide installation counts as one workspace, whichever of its workspaces a payload names', async () => {
    await running.deliver(inOrganisation(TEAM.id, directMessage()));
    await running.deliver(inOrganisation(OTHER, directMessage()));
    expect(said().at(-1)).toContain('It leans on salary');
    await running.deliver(inOrganisation(null, directMessage()));
    expect(said()).toHaveLength(3);
    expect(said().at(-1)).toContain('It leans on salary');
    await running.deliver(inOrganisation(OTHER, command({ text: DECLINED })));
    await running.settled();
    expect(await countIn(ORGANISATION)).toBe(4);
    expect([await countIn(TEAM.id), await countIn(OTHER)]).toEqual([0, 0]);
  });
});

describe('a store from the version with only one workspace', () => {
  const NOW = Date.UTC(2026, 4, 10, 12);
  const openOld = async (change = ''): Promise<Store> => {
    const file = freshFile();
    mkdirSync(dirname(file), { recursive: true });
    const old = new Database(file);
    old.exec(readFileSync('test/fixtures/store-0001.sql', 'utf8'));
    old.exec(change);
    old.close();
    return freshStore({ file, hashKey: 'k'.repeat(43), now: () => NOW });
  };

  it('still has everything', async () => {
    const store = await openOld();
    expect(await store.once('T1', 'C1 1.5', () => expect.unreachable())).toBe('done before');
    expect(await store.recall('T1', 'C1 1.5')).toMatchObject({ topics: ['salary'] });
    const { questions, votes, unanswered } = await store.figures(0, 'T1');
    expect(questions.map(({ count }) => count)).toEqual([1, 1]);
    expect(votes).toMatchObject([{ reason: 'missing', comment: 'say it by town' }]);
    expect(unanswered).toMatchObject([{ text: 'is a kraken hired' }]);
    await store.vote({
      workspace: 'T1',
      person: 'U1',
      answer: 'C1 1.7',
      outcome: 'answer',
      topics: [],
      isHelpful: true,
    });
    expect((await store.figures(0)).votes).toMatchObject([{ isHelpful: true }]);
    expect(await store.forget('T1', 'U1')).toMatchObject({ votes: 1, questions: 1, conversations: 1 });
    await store.close();
  });

  it('belongs to its workspace from then on, and is removed with it', async () => {
    const store = await openOld();
    expect(await store.recall('T2', 'C1 1.5')).toBeUndefined();
    await store.erase('T1');
    expect(await store.recall('T1', 'C1 1.5')).toBeUndefined();
    expect(await store.figures(0)).toMatchObject({ questions: [], votes: [], unanswered: [] });
    await store.close();
  });

  it('continues its conversations even if their workspace isn’t known', async () => {
    const store = await openOld(`insert into counts values (20583, 'T2', 'mention', 'answer', 'salary', 1)`);
    expect(await store.recall('T1', 'C1 1.5')).toMatchObject({ topics: ['salary'] });
    expect(await store.once('T1', 'C1 1.5', () => expect.unreachable())).toBe('done before');
    await store.close();
  });
});
