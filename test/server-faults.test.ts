// What becomes of the store when its server does not work: people are answered, the operator is told, nothing is lost.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrateStore } from '../src/store/migrate-store.js';
import { openStore, type StoreOptions } from '../src/store/open-store.js';
import type { Asked, Store } from '../src/store.js';
import { HASH_KEY, POSTGRESQL } from './helpers/databases.js';
import { query } from './helpers/embedded-postgres.js';
import { closeLines, type FlakyLine, flakyLine } from './helpers/flaky-line.js';

// Some wait for a server that says nothing, and machines differ.
vi.setConfig({ testTimeout: 180_000 });

const ASKED: Asked = {
  workspace: 'T1',
  person: 'U1',
  door: 'mention',
  outcome: 'suggest',
  topics: [],
  conversation: {
    id: 'D1',
    context: { topics: ['hours'], offered: [], slots: { levels: [], places: [], technologies: [] } },
  },
  unanswered: { id: 'q1', text: 'is a kraken hired in the deep sea' },
};
const VOTE = { workspace: 'T1', person: 'U1', outcome: 'answer', topics: ['hours'], isHelpful: true } as const;

let database: string;
let line: FlakyLine;
let count = 0;
const stores: Store[] = [];
const warned: string[] = [];
beforeEach(async () => {
  const where = await POSTGRESQL.fresh();
  database = 'server' in where ? where.server : '';
  line = await flakyLine(database);
  warned.length = 0;
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await closeLines();
});

async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
  const warn = (message: string) => void warned.push(message);
  const store = await openStore({ server: line.url, hashKey: HASH_KEY, keepsTexts: true, warn, ...options });
  stores.push(store);
  return store;
}

/** What stands on the server itself, seen by somebody whose line is good. */
async function onServer(): Promise<{ asked: number; votes: number }> {
  const [row] = await query(
    database,
    `select (select coalesce(sum(count), 0)::int from counts) as asked, (select count(*)::int from votes) as votes`,
  );
  return { asked: Number(row?.asked), votes: Number(row?.votes) };
}

const vote = (store: Store): Promise<void> => {
  count += 1;
  return store.vote({ ...VOTE, answer: `answer ${count}` });
};

/** Goes on asking until the operator has been told that the store works again. */
async function worksAgain(store: Store): Promise<void> {
  while (!warned.some((message) => message.includes('works again'))) {
    await store.recall('T1', 'D1');
    await pause(50);
  }
}

/** The road goes on: everything answers as it should, from memory alone. */
async function expectToAnswer(store: Store): Promise<void> {
  expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
  expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  expect(await store.recall('T1', 'D1')).toEqual(ASKED.conversation?.context);
  await vote(store);
  const { questions, votes, unanswered } = await store.figures(0);
  expect([questions.length, votes.length, unanswered.length]).toEqual([1, 1, 1]);
}

describe('people are answered from memory, the operator is told in one line, and all is written once it works:', () => {
  it.each<[string, () => Promise<void>, RegExp]>([
    ['gone', () => line.cut(), /cannot be reached \(ECONNREFUSED\)\..* whether DATABASE_URL names it\.$/],
    ['silent', async () => line.stall(), /cannot be reached \(ETIMEDOUT\)\./],
  ])('%s at the start', async (_, spoil, words) => {
    await spoil();
    const store = await open();
    await expectToAnswer(store);
    expect(warned).toEqual([expect.stringMatching(words)]);
    await line.mend();
    await worksAgain(store);
    const { questions, votes } = await store.figures(0);
    expect(questions).toMatchObject([{ count: 1 }]);
    expect(await onServer()).toEqual({ asked: 1, votes: votes.length });
    expect(await (await open()).once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  });

  it.each<[string, () => Promise<void>, RegExp]>([
    ['gone', () => line.cut(), /cannot be reached \(ECONNREFUSED\)/],
    ['silent', async () => line.stall(), /does not answer in time \(QUERY_TIMEOUT\)\..*Look at the load/],
  ])('%s in between', async (_, spoil, words) => {
    const store = await open();
    await vote(store);
    await spoil();
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
    expect(await store.recall('T1', 'D1')).toEqual(ASKED.conversation?.context);
    await vote(store);
    expect(warned[0]).toMatch(words);
    await line.mend();
    await worksAgain(store);
    expect(await onServer()).toMatchObject({ asked: 1, votes: (await store.figures(0)).votes.length });
    expect(await (await open()).once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  });

  it('kept busy by others for longer than anybody waits', async () => {
    const store = await open();
    const other = query(database, 'begin; lock table answered, conversations; select pg_sleep(4); commit');
    const locked = `select count(*)::int as locks from pg_locks where mode = 'AccessExclusiveLock' and relation is not null`;
    while ((await query(database, locked))[0]?.locks !== 2);
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    expect(warned).toEqual([expect.stringMatching(/does not answer in time \((57014|QUERY_TIMEOUT)\)/)]);
    await other;
    await worksAgain(store);
    expect(await onServer()).toMatchObject({ asked: 1 });
  });
});

it('a long backlog is written while people go on being answered', async () => {
  const store = await open();
  await line.cut();
  for (let index = 0; index < 3000; index += 1) await vote(store);
  await line.mend();
  await worksAgain(store);
  expect(await onServer()).toMatchObject({ votes: 3000 });
});

describe('nobody is told, and nothing is lost or counted twice,', () => {
  it('when every connection breaks, and again', async () => {
    const store = await open();
    for (let round = 0; round < 20; round += 1) {
      const answering = Promise.all(
        Array.from({ length: 10 }, (_, index) => store.once('T1', `${round} ${index}`, async () => ASKED)),
      );
      line.break();
      expect(new Set(await answering)).toEqual(new Set(['done']));
    }
    expect(await onServer()).toMatchObject({ asked: 200 });
    expect(warned).toEqual([]);
  });

  it('when the server ends them while nobody uses them', async () => {
    const store = await open();
    await Promise.all([vote(store), vote(store), vote(store)]);
    await query(
      database,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await vote(store);
    expect(await onServer()).toMatchObject({ votes: 4 });
    expect(warned).toEqual([]);
  });

  it('when it is gone for a moment, as over a restart', async () => {
    const store = await open();
    await line.cut();
    const voting = vote(store);
    const mending = setTimeout(() => void line.mend(), 300);
    await voting;
    clearTimeout(mending);
    expect(await onServer()).toMatchObject({ votes: 1 });
    expect(warned).toEqual([]);
  });

  it('when more is asked at once than there are connections', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 200 }, (_, index) => store.once('T1', `${index}`, async () => ASKED)));
    expect(await onServer()).toMatchObject({ asked: 200 });
    expect(warned).toEqual([]);
  });

  it('when somebody writes what PostgreSQL does not store', async () => {
    const store = await open();
    const text = 'a\0b\uD800c';
    await store.once('T1', 'key', async () => ({ ...ASKED, unanswered: { id: 'q', text } }));
    await store.vote({ ...VOTE, answer: 'a', isHelpful: false, comment: text });
    expect((await store.figures(0)).unanswered).toMatchObject([{ text: 'ab\uFFFDc' }]);
    expect(warned).toEqual([]);
  });
});

describe('the operator is told what to do where the server', () => {
  it.each<[string, string, RegExp]>([
    ['has no such database', 'drop', /does not let the app in \(3D000\)\..* Check user, password, database/],
    [
      'may only be read',
      `alter database "$" set default_transaction_read_only = on`,
      /may not be written \(25006\)\..* Name the primary server/,
    ],
    [
      'holds tables of a newer version',
      `create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('9999-later', '')`,
      /has the tables of a newer version of this app\..* update the app/,
    ],
    [
      'holds tables of another program under the same names',
      'create table votes (id int)',
      /holds tables of another program under the same names\..* name another database/,
    ],
  ])('%s', async (_, sql, words) => {
    const { pathname } = new URL(line.url);
    if (sql === 'drop') line = { ...line, url: line.url.replace(pathname, '/nowhere') };
    else await query(database, sql.replace('$', pathname.slice(1)));
    await expectToAnswer(
      await open({ server: line.url.replace('postgres@', 'postgres:a-secret@'), hashKey: HASH_KEY }),
    );
    expect(warned).toEqual([expect.stringMatching(words)]);
    expect(warned.join()).not.toContain('a-secret');
  });

  it('holds what was hashed with another key', async () => {
    await open();
    await open({ server: line.url, hashKey: HASH_KEY.toUpperCase() });
    expect(warned).toEqual([expect.stringMatching(/The hash key of the store .* set HASH_KEY to the former one/)]);
  });

  it('has tables of others beside, which do no harm', async () => {
    await query(database, 'create table accounts (id int); create schema other; create table other.votes (id int)');
    await vote(await open());
    expect(await onServer()).toMatchObject({ votes: 1 });
    expect(warned).toEqual([]);
  });
});

describe('where starts are not to migrate', () => {
  it('the operator is told to, and the store is taken up once that is done', async () => {
    const store = await open({ migrates: false });
    await expectToAnswer(store);
    expect(warned).toEqual([expect.stringMatching(/is not yet what this version .* Run npm run migrate\.$/)]);
    const where = { server: database, hashKey: HASH_KEY };
    expect(await migrateStore(where)).toMatchObject({ wasUpToDate: false });
    expect(await migrateStore(where)).toMatchObject({ wasUpToDate: true });
    await worksAgain(store);
    expect(await onServer()).toMatchObject({ asked: 1 });
    await vote(await open({ migrates: false }));
    expect(warned.filter((message) => !message.includes('works again')).length).toBe(1);
  });
});
