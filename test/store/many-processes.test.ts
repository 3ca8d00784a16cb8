// Uses one database from several processes, some of them killed while they write.
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { DATABASES, POSTGRESQL } from '../helpers/databases.js';
import { type StoreProcess, startStoreProcess } from '../helpers/store-process.js';

const EMPTY = { levels: [], places: [], technologies: [] };

let where: DatabaseLocation;
const children: StoreProcess[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const { process } of children.splice(0)) process.kill('SIGKILL');
  for (const store of stores.splice(0)) await store.close();
});

function start(...task: string[]): StoreProcess {
  const child = startStoreProcess(where, task);
  children.push(child);
  return child;
}

async function open(warn: (message: string) => void = (message) => expect.unreachable(message)): Promise<Store> {
  const store = await openStore({ ...where, keepsTexts: true, warn });
  stores.push(store);
  return store;
}

it('four processes that start at once without a file create one file and one key', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  where = { file: join(folder, 'kept', 'advisor.db') };
  const starting = [1, 2, 3, 4].map(() => start('open'));
  await Promise.all(starting.map(({ ended }) => ended));
  // A different key would cause a warning.
  expect(starting.map((child) => [child.lines(), child.warnings()])).toEqual(starting.map(() => [['open'], []]));
  expect(readdirSync(join(folder, 'kept')).filter((name) => !name.startsWith('advisor.db'))).toEqual(['hash.key']);
  const modes = ['', ...readdirSync(join(folder, 'kept'))].map((name) => statSync(join(folder, 'kept', name)).mode);
  expect(modes.filter((mode) => (mode & 0o077) !== 0)).toEqual([]);
  await open();
});

it('five processes that start at once on an empty server create the tables once', async () => {
  const database = POSTGRESQL;
  where = await database.fresh();
  const starting = Array.from({ length: 5 }, () => start('open'));
  await Promise.all(starting.map(({ ended }) => ended));
  expect(starting.map((child) => [child.lines(), child.warnings()])).toEqual(starting.map(() => [['open'], []]));
  expect(await database.value(where, 'select count(*) from kysely_migration')).toBeGreaterThan(1);
  expect(await database.value(where, `select count(*) from settings where name = 'store-id'`)).toBe(1);
});

it.each([
  ['an hour ahead', 3_600_000],
  ['an hour behind', -3_600_000],
])('on a server, a machine whose clock is %s uses the server’s clock', async (_, ahead) => {
  where = await POSTGRESQL.fresh();
  const store = await open();
  const asked = { workspace: 'T0WORKS', person: 'U1', surface: 'mention', outcome: 'answer', topics: [] } as const;
  const conversation = { id: 'key', context: { topics: ['hours'], offered: [], slots: EMPTY } };
  await store.once('T0WORKS', 'key', async () => ({ ...asked, conversation }));
  const child = startStoreProcess(where, ['follow', 'key'], { ahead });
  children.push(child);
  await child.ended;
  expect([child.lines(), child.warnings()]).toEqual([['done before, remembered'], []]);
  await startStoreProcess(where, ['share', '1'], { ahead }).ended;
  await store.sweep();
  expect(await store.recall('T0WORKS', 'key 0')).toBeDefined();
});

describe.each(DATABASES)('on $name', (database) => {
  beforeEach(async () => {
    where = await database.fresh();
  });

  it('two processes with the same 200 questions answer each exactly once', async () => {
    const sharing = [start('share', '200'), start('share', '200')];
    await Promise.all(sharing.map(({ ended }) => ended));
    expect(sharing.flatMap((child) => child.warnings())).toEqual([]);
    const answered = sharing.flatMap((child) => child.lines());
    expect(answered.toSorted()).toEqual(Array.from({ length: 200 }, (_, index) => `key ${index}`).toSorted());
    expect((await (await open()).figures(0)).questions).toEqual([
      { surface: 'mention', outcome: 'out-of-scope', topic: '', count: 200 },
    ]);
  });

  it('a process killed again and again while it writes has stored everything it acknowledged', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < (database === POSTGRESQL ? 3 : 5); round += 1) {
      const child = start('goOn', `round ${round}`);
      await child.says(20 + round * 31);
      child.process.kill('SIGKILL');
      await child.ended;
      acknowledged.push(...child.lines());
    }
    const store = await open();
    await Promise.all(
      acknowledged.map(async (key) => {
        expect(await store.once('T0WORKS', key, () => expect.unreachable(key))).toBe('done before');
        expect(await store.recall('T0WORKS', key)).toBeDefined();
      }),
    );
    await store.close();
    const value = (sql: string) => database.value(where, sql);
    if (database.name === 'SQLite') expect(await value('pragma integrity_check')).toBe('ok');
    // All or nothing: the claim, the count, the conversation and the words.
    const done = Number(await value('select count(*) from answered where done_at is not null'));
    expect(done).toBeGreaterThanOrEqual(acknowledged.length);
    expect(await value('select sum(count) from counts')).toBe(done);
    expect(await value('select count(*) from conversations')).toBe(done);
    expect(await value('select count(*) from unanswered')).toBe(done);
  });

  it('a question that another process is working on is waited for, and not answered again', async () => {
    const child = start('hold', 'key');
    await child.says(1);
    const waiting = (await open()).once('T0WORKS', 'key', () => expect.unreachable());
    child.process.stdin?.write('done\n');
    expect(await waiting).toBe('done before');
  });

  it('a question on which another process failed is answered here', async () => {
    const child = start('hold', 'key');
    await child.says(1);
    const waiting = (await open()).once('T0WORKS', 'key', async () => undefined);
    child.process.stdin?.write('fail\n');
    expect(await waiting).toBe('done');
    await child.ended;
    expect(child.lines()).toEqual(['working', 'failed']);
  });

  it('a killed process is taken over from; a live one isn’t, however long it takes', async () => {
    const [dying, slow] = [start('hold', 'dying'), start('hold', 'slow')];
    await Promise.all([dying.says(1), slow.says(1)]);
    const store = await open();
    const waiting = store.once('T0WORKS', 'slow', () => expect.unreachable());
    dying.process.kill('SIGKILL');
    expect(await store.once('T0WORKS', 'dying', async () => undefined)).toBe('done');
    // Asked for earlier than the other and answered later, so it was waited for longer.
    slow.process.stdin?.write('done\n');
    expect(await waiting).toBe('done before');
  });
});
