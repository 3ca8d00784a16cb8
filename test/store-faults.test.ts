// What becomes of the store when its file does not work: people are answered, the operator is told, no file is harmed.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../src/store/open-store.js';
import type { Asked, Store } from '../src/store.js';
import { startStoreProcess } from './helpers/store-process.js';

const TEXT = 'is a kraken hired in the deep sea';
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
  unanswered: { id: 'q1', text: TEXT },
};
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

/** A store's file with something in it, closed again and whole in the one file. */
async function makeFile(): Promise<void> {
  const store = await open();
  for (let index = 0; index < 300; index += 1)
    await store.once('T1', `before ${index}`, async () => ({ ...ASKED, unanswered: { id: `q ${index}`, text: TEXT } }));
  await store.close();
  for (const name of [`${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
}

/** The road goes on: everything answers as it should, from memory alone. */
async function expectToAnswer(store: Store): Promise<void> {
  expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
  expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
  expect(await store.recall('T1', 'D1')).toEqual(ASKED.conversation?.context);
  await store.vote(VOTE);
  const { questions, votes, unanswered } = await store.figures(0);
  expect([questions.length, votes.length, unanswered.length]).toEqual([1, 1, 1]);
  await store.settle('T1', 'q1');
  await store.sweep();
  expect(await store.forget('T1', 'U1')).toEqual({ votes: 1, questions: 0, conversations: 1, isPutOff: true });
}

function overwrite(at: number, bytes: Buffer): void {
  writeSync(openSync(file, 'r+'), bytes, 0, bytes.length, at);
}

function change(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

describe('people are answered from memory, the operator is told in one line, and the file stays as it is:', () => {
  it.each<[string, RegExp, () => Promise<unknown>]>([
    [
      'of a newer version',
      /is of a newer version of this app\..* update the app/,
      async () => {
        await makeFile();
        change(`insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`);
      },
    ],
    [
      'of another program',
      /is no database of this app.* name another file/,
      async () => change('create table accounts (id integer)'),
    ],
    ['no database', /is no database of this app/, async () => writeFileSync(file, 'Dear diary,\n'.repeat(500))],
    [
      'damaged at its beginning',
      /is no database of this app, or damaged at its beginning.* \(SQLITE_NOTADB\)/,
      async () => {
        await makeFile();
        overwrite(0, Buffer.alloc(100, 0xaa));
      },
    ],
    [
      'damaged in the middle',
      /is damaged.* put a backup in its place/,
      async () => {
        await makeFile();
        overwrite(4096 * 12, Buffer.alloc(4096, 0xaa));
      },
    ],
    [
      'cut off',
      /is damaged/,
      async () => {
        await makeFile();
        writeFileSync(file, readFileSync(file).subarray(0, 4096 * 10));
      },
    ],
  ])('%s', async (_, line, spoil) => {
    await spoil();
    warned.length = 0;
    const before = readFileSync(file);
    const store = await open();
    await expectToAnswer(store);
    await store.close();
    expect(warned).toEqual([expect.stringMatching(line)]);
    expect(warned[0]).toContain(file);
    expect(warned[0]).not.toContain('\n');
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('people are answered from memory when no file can be made:', () => {
  it.each<[string, () => string]>([
    [
      'a folder stands in its place',
      () => {
        mkdirSync(file);
        return file;
      },
    ],
    [
      'a file stands in the place of its folder',
      () => {
        writeFileSync(file, 'a file');
        return join(file, 'kept', 'advisor.db');
      },
    ],
    [
      'a link that leads to itself stands in its place',
      () => {
        symlinkSync(file, file);
        return file;
      },
    ],
  ])('%s', async (_, spoil) => {
    const place = spoil();
    await expectToAnswer(await open(place));
    expect(warned).toEqual([expect.stringMatching(/cannot be opened \(E[A-Z]+\)\..*Name a file in a folder/)]);
  });

  it.each<[string, () => void]>([
    [
      'its folder may not be written',
      () => {
        chmodSync(folder, 0o555);
      },
    ],
    [
      'the file may not be written',
      () => {
        writeFileSync(join(folder, 'hash.key'), 'k'.repeat(43));
        writeFileSync(file, '', { mode: 0o444 });
        chmodSync(folder, 0o777);
      },
    ],
  ])('%s', async (_, spoil) => {
    spoil();
    // Another process, since root may write everything and has to become somebody else.
    const child = startStoreProcess({ file }, ['share', '3'], { asNobody: true });
    await child.ended;
    expect(child.lines().toSorted()).toEqual(['key 0', 'key 1', 'key 2']);
    expect(child.warnings()).toEqual([
      expect.stringMatching(/may not be written \(E[A-Z]+\)\..*Let the user that the app runs as write/),
    ]);
    chmodSync(folder, 0o755);
  });
});

describe('a full disk', () => {
  // A small disk of its own needs no rights where the system grants everybody a namespace; the next test needs nothing.
  const ownDisk = ['-Urm', 'sh', '-c', `mount -t tmpfs -o size=1m small "$1" && shift && exec "$@"`, 'sh'];
  const canHaveOwnDisk = spawnSync('unshare', [...ownDisk, tmpdir(), 'true']).status === 0;

  it.skipIf(!canHaveOwnDisk)('leaves people their answers; once there is room, all is written', async () => {
    const child = startStoreProcess({ file }, ['fillDisk'], { through: ['unshare', ...ownDisk, folder] });
    await child.ended;
    expect(child.lines()).toEqual([
      'with room: done, then done before',
      'full: done, then done before',
      'what was done with room: done before',
      'with room again: done, then done before',
      'counted after a restart: 3',
    ]);
    expect(child.warnings()).toEqual([
      expect.stringMatching(/cannot grow, since its disk is full \(SQLITE_FULL\)\..* Make room on the disk/),
      expect.stringMatching(/works again/),
    ]);
  });

  it('that shows as a limit on the file’s size does no harm either', async () => {
    await makeFile();
    const blocks = Math.ceil(statSync(file).size / 512) + 100;
    const child = startStoreProcess({ file }, ['share', '2000'], { blocks });
    await child.ended;
    expect(new Set(child.lines()).size).toBe(2000);
    expect(child.warnings()).toEqual([expect.stringMatching(/the system refuses to read or write/)]);
    expect(existsSync(file)).toBe(true);
    expect(await (await open()).once('T1', 'before 7', async () => expect.unreachable())).toBe('done before');
    expect(warned).toEqual([]);
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

  it('for a moment: everything waits and is written, and nobody is told', async () => {
    const store = await open();
    other.exec('begin immediate');
    const answering = store.once('T1', 'key', async () => ASKED);
    const release = setTimeout(() => other.exec('rollback'), 300);
    expect(await answering).toBe('done');
    clearTimeout(release);
    expect(await (await open()).once('T1', 'key', async () => expect.unreachable())).toBe('done before');
    expect(warned).toEqual([]);
  });

  it('for longer: people are answered from memory, and what was new is written as soon as it is over', async () => {
    const store = await open();
    other.exec('begin immediate');
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    for (let index = 0; index < 20; index += 1) {
      expect(await store.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
      expect(await store.once('T1', `${index}`, async () => ({ ...ASKED, outcome: 'answer' }))).toBe('done');
    }
    await store.vote(VOTE);
    expect(warned).toEqual([expect.stringMatching(/is locked by another process \(SQLITE_BUSY\).* End what keeps/)]);
    now += 61_000;
    await store.vote({ ...VOTE, answer: 'C1:2' });
    expect(warned.length).toBe(2);
    other.exec('rollback');
    await store.vote({ ...VOTE, answer: 'C1:3' });
    expect(warned.slice(2)).toEqual([expect.stringMatching(/works again/)]);
    const later = await open();
    expect(await later.once('T1', 'key', async () => expect.unreachable())).toBe('done before');
    const { questions, votes } = await later.figures(0);
    expect(questions.map(({ count }) => count)).toEqual([301, 20]);
    expect(votes.length).toBe(3);
  });

  it('whoever wants to be forgotten meanwhile is told that it is put off, and is forgotten once it is free', async () => {
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

  it('at the very first start: the file is taken up as soon as it is free', async () => {
    file = join(folder, 'new.db');
    const first = new Database(file);
    first.exec('begin immediate');
    const store = await open();
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    expect(warned).toEqual([expect.stringMatching(/is locked by another process/)]);
    first.exec('rollback');
    first.close();
    await store.vote(VOTE);
    expect(warned.slice(1)).toEqual([expect.stringMatching(/works again/)]);
    expect((await (await open()).figures(0)).questions).toMatchObject([{ count: 1 }]);
  });
});

describe('the hash key', () => {
  it('lost, is made anew, and the operator is told what that means', async () => {
    await makeFile();
    rmSync(join(folder, 'hash.key'));
    const store = await open();
    expect(warned).toEqual([expect.stringMatching(/hash key .* is another one than before: .*put hash\.key back/)]);
    expect(await store.once('T1', 'key', async () => ASKED)).toBe('done');
    await open();
    expect(warned.length).toBe(1);
  });

  it('damaged, is not replaced: it may come back from a backup', async () => {
    writeFileSync(join(folder, 'hash.key'), 'half a k');
    await expectToAnswer(await open());
    expect(warned).toEqual([expect.stringMatching(/has a damaged hash\.key beside it\..*backup/)]);
    expect(readFileSync(join(folder, 'hash.key'), 'utf8')).toBe('half a k');
  });
});
