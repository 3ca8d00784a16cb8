// A failing server, in more detail than test/faults/postgres.test.ts: nothing is lost or counted twice.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateStore } from '../../src/store/migrate-store.js';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { closeConnections, type FlakyConnection, flakyConnection } from '../helpers/flaky-connection.js';
import { nameOf, postgresServer, query } from '../helpers/postgres-server.js';
import { ASKED } from '../helpers/unanswered-question.js';

const VOTE = { workspace: 'T1', person: 'U1', outcome: 'answer', topics: ['hours'], isHelpful: true } as const;

let database: string;
let line: FlakyConnection;
let count = 0;
const stores: Store[] = [];
const warned: string[] = [];
beforeEach(async () => {
  const where = await POSTGRESQL.fresh();
  database = 'server' in where ? where.server : '';
  line = await flakyConnection(database);
  warned.length = 0;
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await closeConnections();
});

async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
  const warn = (message: string) => void warned.push(message);
  const store = await openStore({ server: line.url, hashKey: HASH_KEY, keepsTexts: true, warn, ...options });
  stores.push(store);
  return store;
}

/** What is stored on the server, read over a working connection. */
async function onServer(): Promise<{ asked: number; votes: number }> {
  const [row] = await query(
    database,
    `select (select coalesce(sum(count), 0)::int from counts) as asked, (select count(*)::int from votes) as votes`,
  );
  return { asked: Number(row?.asked), votes: Number(row?.votes) };
}

/** The database's address for a user of its own, with an extra option. */
async function asOwner(option: string): Promise<string> {
  const owner = await (await postgresServer()).freshOwner(database, 'a-secret');
  await query(database, `alter role ${owner} ${option}`);
  return line.url.replace(/\/\/[^@]*@/, `//${owner}:a-secret@`);
}

const vote = (store: Store): Promise<void> => {
  count += 1;
  return store.vote({ ...VOTE, answer: `answer ${count}` });
};

/** Keeps asking until the log says that the store works again. */
async function worksAgain(store: Store): Promise<void> {
  while (!warned.some((message) => message.includes('is working again'))) {
    await store.recall('T1', 'D1');
    // The store tries the server again only when it's used.
    await pause(50);
  }
}

it('while it’s gone, memory has the questions and votes, and everything is written once it’s back', async () => {
  const store = await open();
  await vote(store);
  await line.cut();
  expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
  expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  expect(await store.recall('T1', 'D1')).toEqual(ASKED.conversation?.context);
  await vote(store);
  await line.restore();
  await worksAgain(store);
  expect(await onServer()).toEqual({ asked: 1, votes: 2 });
  expect(await (await open()).once('T1', 'key', async () => expect.unreachable())).toBe('done before');
});

it('a long backlog is written while people are still being answered', async () => {
  const store = await open();
  await line.cut();
  for (let index = 0; index < 1000; index += 1) await vote(store);
  await line.restore();
  await worksAgain(store);
  expect(await onServer()).toMatchObject({ votes: 1000 });
});

describe('without any warning, nothing is lost or counted twice', () => {
  it('if every connection breaks, twice', async () => {
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

  it('if connections break between two queries of a transaction', async () => {
    const store = await open();
    for (let round = 0; round < 36; round += 1) {
      const answering = Promise.all(
        Array.from({ length: 10 }, (_, index) => store.once('T1', `${round} ${index}`, async () => ASKED)),
      );
      // At a different point of the transactions each time.
      await pause(round % 12);
      line.break();
      expect(new Set(await answering)).toEqual(new Set(['done']));
    }
    expect(await onServer()).toMatchObject({ asked: 360 });
    expect(warned).toEqual([]);
  });

  it('if more is asked at once than there are connections', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 200 }, (_, index) => store.once('T1', `${index}`, async () => ASKED)));
    expect(await onServer()).toMatchObject({ asked: 200 });
    expect(warned).toEqual([]);
  });

  it('if the server grants fewer connections than wanted', async () => {
    const server = await asOwner('connection limit 2');
    const store = await open({ server });
    await Promise.all(Array.from({ length: 100 }, (_, index) => store.once('T1', `${index}`, async () => ASKED)));
    expect(await onServer()).toMatchObject({ asked: 100 });
    expect(warned).toEqual([]);
  });

  it('if two machines write the same rows at once and the server refuses one of them', async () => {
    await query(database, `alter database ${nameOf(database)} set default_transaction_isolation = serializable`);
    const both = [await open(), await open()];
    for (let round = 0; round < 20; round += 1)
      await Promise.all(both.map((store, index) => store.once('T1', `${round} ${index}`, async () => ASKED)));
    expect(await onServer()).toMatchObject({ asked: 40 });
    expect(warned).toEqual([]);
  });

  it('if someone writes characters that PostgreSQL can’t store', async () => {
    const store = await open();
    const text = 'a\0b\uD800c';
    await store.once('T1', 'key', async () => ({
      ...ASKED,
      unanswered: { id: 'q', text, kind: 'refused', subjects: [] },
    }));
    await store.vote({ ...VOTE, answer: 'a', isHelpful: false, comment: text });
    expect((await store.figures(0)).unanswered).toMatchObject([{ text: 'ab\uFFFDc' }]);
    expect(warned).toEqual([]);
  });
});

it('tables of other programs do no harm', async () => {
  await query(database, 'create table accounts (id int); create schema other; create table other.votes (id int)');
  await vote(await open());
  expect(await onServer()).toMatchObject({ votes: 1 });
  expect(warned).toEqual([]);
});

it('a server that wants a password isn’t reported as a bug if DATABASE_URL has none', async (test) => {
  const server = await asOwner('login');
  const wantsOne = await query(server.replace('a-secret', 'another'), 'select 1').then(
    () => false,
    () => true,
  );
  test.skip(!wantsOne, 'This server lets everyone in.');
  await open({ server: server.replace(':a-secret', '') });
  expect(warned).toEqual([
    expect.stringMatching(/ doesn’t let the app in \(NO_PASSWORD\)\. .* Check the user, password/),
  ]);
});

it('a migration says whether there was anything to do', async () => {
  const where = { server: database, hashKey: HASH_KEY };
  expect(await migrateStore(where)).toMatchObject({ wasUpToDate: false });
  expect(await migrateStore(where)).toMatchObject({ wasUpToDate: true });
  await vote(await open({ migrates: false }));
  expect(await onServer()).toMatchObject({ votes: 1 });
  expect(warned).toEqual([]);
});
