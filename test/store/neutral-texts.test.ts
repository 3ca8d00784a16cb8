// No text in a store names anyone: not what is stored now, and not what an earlier version stored.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { migrateStore } from '../../src/store/migrate-store.js';
import { moveStore } from '../../src/store/move-store.js';
import { openStore } from '../../src/store/open-store.js';
import type { Asked, Store, Vote } from '../../src/store/store.js';
import { DATABASES, HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { freshFile } from '../helpers/fresh-store.js';

const WRITTEN =
  'does <@U0ANA9999|ana> in C024BE7LR of T0123ABCD call 9876543210 or mail ana@example.com on https://wiki.test/pay?';
const NEUTRAL = 'does a colleague in a channel of a workspace call a phone number or mail an email address on a link?';
const NAMES = /U0ANA9999|\bana\b|C024BE7LR|T0123ABCD|9876543210|example\.com|wiki\.test/;

const ASKED: Asked = {
  workspace: 'T1',
  person: 'U1',
  surface: 'mention',
  outcome: 'out-of-scope',
  topics: [],
  unanswered: { id: 'q', text: WRITTEN, kind: 'missing', subjects: ['Docker', 'mail ana@example.com'] },
};
const VOTE: Vote = {
  workspace: 'T1',
  person: 'U1',
  answer: 'a',
  outcome: 'answer',
  topics: ['salary'],
  isHelpful: false,
  comment: WRITTEN,
};

describe.each(DATABASES)('on $name', (database) => {
  let where: DatabaseLocation;
  const stores: Store[] = [];
  beforeEach(async () => {
    where = await database.fresh();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  async function open(at = where): Promise<Store> {
    const warn = (message: string) => expect.unreachable(message);
    const store = await openStore({ ...at, keepsTexts: true, warn });
    stores.push(store);
    return store;
  }

  /** Writes rows as the version before did, which knows neither kinds nor neutral words. */
  async function writeAsBefore(count = 1): Promise<void> {
    const rows = (row: (index: number) => string): string =>
      Array.from({ length: count }, (_, at) => row(at)).join(', ');
    const at = Date.now();
    await database.run(
      where,
      `insert into unanswered (id, workspace, person, text, outcome, at) values ${rows((index) => `('old ${index}', 'T1', 'hash', '${WRITTEN}', 'clarify', ${at})`)}`,
    );
    await database.run(
      where,
      `insert into votes (person, answer, workspace, outcome, topic, is_helpful, comment, at) values ${rows((index) => `('hash', 'old ${index}', 'T1', 'answer', '', 0, '${WRITTEN}', ${at})`)}`,
    );
  }

  const textsIn = async (store: Store): Promise<string[]> => {
    const { unanswered, votes } = await store.figures(0);
    return [...unanswered.map(({ text }) => text), ...votes.map(({ comment }) => comment ?? '')];
  };

  it('a question, the names of what it lacks and a comment are stored with neutral words', async () => {
    const store = await open();
    await store.once('T1', undefined, async () => ASKED);
    await store.vote(VOTE);
    expect(await database.read(where)).not.toMatch(NAMES);
    expect(await textsIn(store)).toEqual([NEUTRAL, NEUTRAL]);
    expect((await store.figures(0)).unanswered[0]?.subjects).toEqual(['Docker', 'mail an email address']);
  });

  it('what was stored earlier is cleaned at the start, in many batches, and nothing of it is left in any file', async () => {
    await (await open()).close();
    await writeAsBefore(450);
    expect(await database.read(where)).toMatch(NAMES);
    const store = await open();
    expect(await database.read(where)).not.toMatch(NAMES);
    const texts = await textsIn(store);
    expect([texts.length, ...new Set(texts)]).toEqual([900, NEUTRAL]);
    expect((await store.figures(0)).unanswered[0]?.kind).toBe('offered');
  });

  it('two instances that start at once clean it together', async () => {
    await (await open()).close();
    await writeAsBefore(450);
    const both = await Promise.all([open(), open()]);
    for (const store of both) expect(new Set(await textsIn(store))).toEqual(new Set([NEUTRAL]));
    await both[0].close();
    await both[1].close();
    await (await open()).sweep();
    expect(await database.read(where)).not.toMatch(NAMES);
  });

  it('what the version before writes next to a running one is shown clean, and cleaned by the next sweep', async () => {
    const store = await open();
    await writeAsBefore();
    expect(await textsIn(store)).toEqual([NEUTRAL, NEUTRAL]);
    await store.sweep();
    expect(await database.read(where)).not.toMatch(NAMES);
  });

  it('forgetting a person cleans what names them in other people’s words', async () => {
    const store = await open();
    await writeAsBefore();
    await store.forget('T1', 'U0ANA9999');
    expect(await database.read(where)).not.toMatch(NAMES);
    expect(await textsIn(store)).toEqual([NEUTRAL, NEUTRAL]);
  });

  it('moved to another store, it arrives clean', async () => {
    where = database === POSTGRESQL ? where : { file: freshFile(), hashKey: HASH_KEY };
    await (await open()).close();
    await writeAsBefore();
    const to = database === POSTGRESQL ? { file: freshFile(), hashKey: HASH_KEY } : await POSTGRESQL.fresh();
    await moveStore(where, to);
    expect(new Set(await textsIn(await open(to)))).toEqual(new Set([NEUTRAL]));
  });

  it('`store -- migrate` cleans the tables of the first version as well', async () => {
    await database.run(
      where,
      readFileSync('test/fixtures/store-0001.sql', 'utf8').replace('is a kraken hired', WRITTEN),
    );
    expect(await database.read(where)).toMatch(NAMES);
    expect(await migrateStore(where)).toMatchObject({ wasUpToDate: false });
    expect(await database.read(where)).not.toMatch(NAMES);
    const hashKey = 'k'.repeat(43);
    expect(await textsIn(await open({ ...where, hashKey }))).toContain(NEUTRAL);
  });
});
