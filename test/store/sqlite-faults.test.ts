// A failing file, in more detail than test/faults/sqlite.test.ts: what memory has, and what is written later.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../../src/store/databases/sqlite.js';
import { createBacklog } from '../../src/store/failover/backlog.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { createRecords } from '../../src/store/tables/records.js';
import { startStoreProcess } from '../helpers/store-process.js';
import { ASKED, TEXT } from '../helpers/unanswered-question.js';

const VOTE = {
  workspace: 'T1',
  person: 'U1',
  answer: 'C1:1',
  outcome: 'answer',
  topics: ['hours'],
  isHelpful: true,
} as const;

let folder: string;
let file: string;
let now: number;
const stores: Store[] = [];
const warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'advisor.db');
  now = Date.UTC(2026, 4, 10, 12);
  warned.length = 0;
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

async function open(at = file): Promise<Store> {
  const warn = (message: string) => void warned.push(message);
  const store = await openStore({ file: at, keepsTexts: true, now: () => now, warn });
  stores.push(store);
  return store;
}

/** A store's file with something in it, closed and complete. */
async function makeFile(): Promise<void> {
  const store = await open();
  for (let index = 0; index < 300; index += 1)
    await store.once('T1', `before ${index}`, async () => ({
      ...ASKED,
      unanswered: { id: `q ${index}`, text: TEXT, kind: 'refused', subjects: [] },
    }));
  await store.close();
  for (const name of [`${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
}

/** Checks that everything works from memory alone. */
async function expectToAnswer(store: Store): Promise<void> {
  expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
  expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  expect(await store.recall('T1', 'D1')).toEqual(ASKED.conversation?.context);
  await store.vote(VOTE);
  const { questions, votes, unanswered } = await store.figures(0);
  expect([questions.length, votes.length, unanswered.length]).toEqual([1, 1, 1]);
  await store.settle('T1', 'q1');
  await store.sweep();
  expect(await store.forget('T1', 'U1')).toMatchObject({ votes: 1, questions: 0, conversations: 1, isPutOff: true });
}

describe('people are answered from memory if no file can be created', () => {
  it.each<[string, string, () => string]>([
    [
      'there’s a folder in its place',
      'is a folder, a pipe or a device, not a file',
      () => {
        mkdirSync(file);
        return file;
      },
    ],
    [
      'there’s a link to itself in its place',
      'can’t be opened \\(E[A-Z]+\\)',
      () => {
        symlinkSync(file, file);
        return file;
      },
    ],
  ])('%s', async (_, said, spoil) => {
    const place = spoil();
    await expectToAnswer(await open(place));
    expect(warned).toEqual([expect.stringMatching(new RegExp(`${said}\\..*DATABASE_URL to a file in a folder`))]);
  });

  it('its folder isn’t writable', async () => {
    chmodSync(folder, 0o555);
    // Another process, since root may write everything and has to become a different user.
    const child = startStoreProcess({ file }, ['share', '3'], { asNobody: true });
    await child.ended;
    expect(child.lines().toSorted()).toEqual(['key 0', 'key 1', 'key 2']);
    expect(child.warnings()).toEqual([
      expect.stringMatching(/isn’t writable \(E[A-Z]+\)\..*Give the user that runs the app write access/),
    ]);
    chmodSync(folder, 0o755);
  });
});

describe('locked by another process', () => {
  let other: Database.Database;
  beforeEach(async () => {
    await makeFile();
    other = new Database(file);
  });
  afterEach(() => {
    if (other.open) other.close();
  });

  it('for a while: people are answered from memory, and new data is written as soon as it’s free', async () => {
    const store = await open();
    other.exec('begin immediate');
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    for (let index = 0; index < 20; index += 1) {
      expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
      expect(await store.once('T1', `${index}`, async () => ({ ...ASKED, outcome: 'answer' }))).toBe('done');
    }
    await store.vote(VOTE);
    expect(warned).toEqual([expect.stringMatching(/is locked by another process \(SQLITE_BUSY\).* Close whatever/)]);
    now += 61_000;
    await store.vote({ ...VOTE, answer: 'C1:2' });
    expect(warned.length).toBe(2);
    other.exec('rollback');
    await store.vote({ ...VOTE, answer: 'C1:3' });
    expect(warned.slice(2)).toEqual([expect.stringMatching(/is working again/)]);
    const later = await open();
    expect(await later.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
    const { questions, votes } = await later.figures(0);
    expect(questions.map(({ count }) => count)).toEqual([301, 20]);
    expect(votes.length).toBe(3);
  });

  it('what the file later refuses for a reason of its own is lost, and the log says so', async () => {
    const store = await open();
    other.exec('begin immediate');
    await store.vote(VOTE);
    await store.once('T1', 'key', async () => ASKED);
    other.exec(`create trigger refuse before insert on votes begin select raise(abort, 'no'); end`);
    other.exec('commit');
    expect(await store.once('T1', 'other', async () => ASKED)).toBe('done');
    expect(warned.slice(1)).toEqual([
      expect.stringMatching(/refused data that was in memory \(SQLITE_CONSTRAINT.*report it and include/),
      expect.stringMatching(/is working again/),
    ]);
    const { questions, votes } = await (await open()).figures(0);
    expect([questions[0]?.count, votes.length]).toEqual([302, 0]);
  });

  it('someone who sends “forget me” meanwhile is told that it will be done, and it’s done once the file is free', async () => {
    const store = await open();
    await store.vote(VOTE);
    other.exec('begin immediate');
    expect(await store.forget('T1', 'U1')).toMatchObject({ votes: 0, isPutOff: true });
    other.exec('rollback');
    await store.sweep();
    expect(await (await open()).figures(0)).toMatchObject({ votes: [], unanswered: [] });
  });

  it('at the start: the file is read all the same', async () => {
    other.exec('begin immediate');
    const store = await open();
    expect(warned).toEqual([]);
    expect(await store.once('T1', 'before 1', async () => expect.unreachable())).toBe('done before');
  });

  it('at the very first start: the file is used as soon as it’s free', async () => {
    file = join(folder, 'new.db');
    const first = new Database(file);
    first.exec('begin immediate');
    const store = await open();
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    expect(warned).toEqual([expect.stringMatching(/is locked by another process/)]);
    first.exec('rollback');
    first.close();
    await store.vote(VOTE);
    expect(warned.slice(1)).toEqual([expect.stringMatching(/is working again/)]);
    expect((await (await open()).figures(0)).questions).toMatchObject([{ count: 1 }]);
  });
});

describe('the hash key', () => {
  it('is created again if it was lost, and the log says what that means', async () => {
    await makeFile();
    rmSync(join(folder, 'hash.key'));
    const store = await open();
    expect(warned).toEqual([expect.stringMatching(/hash key .* has changed\. .*put hash\.key back/)]);
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    await open();
    expect(warned.length).toBe(1);
  });

  it('isn’t replaced if it’s damaged, since a backup may have it', async () => {
    writeFileSync(join(folder, 'hash.key'), 'half a k');
    await expectToAnswer(await open());
    expect(warned).toEqual([expect.stringMatching(/has a damaged hash\.key next to it\..*backup/)]);
    expect(readFileSync(join(folder, 'hash.key'), 'utf8')).toBe('half a k');
  });
});

it('the backlog stays if the file is released while it’s being written', async () => {
  const opened = await openFile(file, 'a key for tests, as long as it has to be', true);
  const records = createRecords(opened, true);
  const backlog = createBacklog(() => expect.unreachable());
  backlog.add((to) => to.vote(VOTE, now));
  await opened.close();
  await expect(backlog.write(records)).rejects.toThrow();
  expect(backlog.isEmpty).toBe(false);
});
