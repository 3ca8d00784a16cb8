// A store's file that is gone, slow, locked, full, read-only, damaged or newer: people are still answered.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppProcess, type Surroundings, startProcess } from '../helpers/app-process.js';
import { ALL, createQuestions, LOST, type Scene, startOnStore } from '../helpers/failing-store.js';
import { type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { freshFile, freshStore } from '../helpers/fresh-store.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

/** A user who can't access others' files. */
const NOBODY = 65_534;
const WORKS = 'warn The store var/advisor.sqlite is working again. The data in memory has been saved to it.';
const fault = (problem: string, remedy: string) => `warn The store var/advisor.sqlite ${problem}. ${LOST} ${remedy}`;
const LOCKED = fault(
  'is locked by another process (SQLITE_BUSY)',
  'Close whatever has it open for writing, such as a backup or a database viewer.',
);

const DAMAGED = fault(
  'is damaged',
  'The app doesn’t touch it. Move it away with its -wal file, and put a backup in its place.',
);
const NO_DATABASE = fault(
  'isn’t a database of this app, or its beginning is damaged (SQLITE_NOTADB)',
  'The app doesn’t touch it. Set DATABASE_URL to another file.',
);
/** Another program that has the file open. */
let others: Database.Database[];
const other = (): Database.Database => {
  const database = new Database(file);
  others.push(database);
  return database;
};

interface Case extends FaultCase {
  /** Prepares the file before the app starts; it must stay like that unless something happens later. */
  readonly before?: (file: string) => void | Promise<void>;
  readonly during?: (scene: Scene) => Promise<void>;
}

const chapter = openChapter('The store');
let slack: Slack;
let file: string;
beforeEach(async () => {
  slack = await startSlack();
  file = freshFile();
  others = [];
});
afterEach(async () => {
  for (const database of others) database.close();
  await slack.stop();
});

/** A store's file with something stored in it. */
async function make(at: string): Promise<void> {
  const store = await freshStore({ file: at });
  for (let index = 0; index < 300; index += 1) await store.once('T1', `before ${index}`, async () => undefined);
  await store.close();
}

async function spoil(at: string, sql: string): Promise<void> {
  await make(at);
  const database = new Database(at);
  database.exec(sql);
  // A later close has nothing left to write.
  database.pragma('wal_checkpoint(truncate)');
  database.close();
}

const CASES: readonly Case[] = [
  {
    fault: 'gone at the start: there’s a file instead of its folder',
    person: ALL,
    operator: [fault('can’t be opened (EEXIST)', 'Set DATABASE_URL to a file in a folder that the app can write to.')],
    before: (at) => {
      rmSync(dirname(at), { recursive: true });
      writeFileSync(dirname(at), 'a file');
    },
  },
  {
    fault: 'a named pipe instead of a file, on which opening would wait for ever',
    person: ALL,
    operator: [
      fault(
        'is a folder, a pipe or a device, not a file',
        'Set DATABASE_URL to a file in a folder that the app can write to.',
      ),
    ],
    before: (at) => void execFileSync('mkfifo', [at]),
    during: ({ ask }) => ask(),
  },
  {
    fault: 'slow: another process holds its lock for a second',
    person: ALL,
    operator: [],
    async during({ ask, restart }) {
      const holder = other();
      holder.exec('begin immediate');
      // Half as long as the app waits for a lock: it must neither give up nor warn.
      const release = setTimeout(() => holder.exec('rollback'), 1_000);
      await ask();
      clearTimeout(release);
      await restart();
    },
  },
  {
    fault: 'locked by another process for a long time, then free again',
    person: ALL,
    operator: [LOCKED, WORKS],
    async during({ ask, restart }) {
      const holder = other();
      holder.exec('begin immediate');
      await ask();
      await ask();
      holder.exec('rollback');
      await ask();
      await restart();
    },
  },
  {
    fault: 'damaged in the middle',
    person: ALL,
    operator: [DAMAGED],
    async before(at) {
      await make(at);
      writeFileSync(at, readFileSync(at).fill(0xaa, 4096 * 3, 4096 * 8));
    },
  },
  {
    fault: 'cut off',
    person: ALL,
    operator: [DAMAGED],
    async before(at) {
      await make(at);
      writeFileSync(at, readFileSync(at).subarray(0, -4096 * 3));
    },
  },
  {
    fault: 'damaged at the beginning',
    person: ALL,
    operator: [NO_DATABASE],
    async before(at) {
      await make(at);
      writeFileSync(at, readFileSync(at).fill(0xaa, 0, 100));
    },
  },
  {
    fault: 'not a database',
    person: ALL,
    operator: [NO_DATABASE],
    before: (at) => writeFileSync(at, 'Dear diary,\n'.repeat(500)),
  },
  {
    fault: 'of another program',
    person: ALL,
    operator: [
      fault(
        'isn’t a database of this app, or its beginning is damaged',
        'The app doesn’t touch it. Set DATABASE_URL to another file.',
      ),
    ],
    before(at) {
      const database = new Database(at);
      database.exec('create table accounts (id integer)');
      database.close();
    },
  },
  {
    fault: 'of a newer version of the app',
    person: ALL,
    operator: [
      fault(
        'was written by a newer version of this app',
        'The app doesn’t touch it. Update the app, or set DATABASE_URL to another file.',
      ),
    ],
    before: (at) => spoil(at, `insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`),
  },
];

/** The content of the file, or nothing if there is none. */
function read(): string | undefined {
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}

describe('a SQLite store that is', () => {
  it.each(CASES)('$fault: $person', async ({ before, during, ...expected }) => {
    await before?.(file);
    const spoilt = during === undefined ? read() : undefined;
    const scene = await startOnStore(slack, { file });
    await (during ?? scene.ask)(scene);
    await scene.stop();
    if (during === undefined) expect(read()).toEqual(spoilt);
    chapter.note(expected, { person: scene.person(), operator: operatorLines(scene.lines) });
  });
});

describe('a SQLite store that the operating system restricts', () => {
  const apps: AppProcess[] = [];
  let questions: ReturnType<typeof createQuestions>;
  beforeEach(() => {
    questions = createQuestions(slack);
  });
  const start = async (surroundings: Partial<Surroundings> = {}): Promise<AppProcess> => {
    const app = await startProcess('socket', slack, { file, ...surroundings });
    apps.push(app);
    return app;
  };
  afterEach(async () => {
    for (const { child, ended } of apps.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  });

  it('a file that isn’t writable', async () => {
    writeFileSync(join(dirname(file), 'hash.key'), 'k'.repeat(43));
    writeFileSync(file, '');
    chmodSync(file, 0o444);
    chmodSync(dirname(file), 0o777);
    // Root may write everything, so the app runs as nobody then.
    const app = await start(process.getuid?.() === 0 ? { user: NOBODY } : {});
    await questions.ask(app);
    // Its output is complete only once it has ended.
    app.child.kill('SIGKILL');
    await app.ended;
    chapter.note(
      {
        fault: 'read-only',
        person: ALL,
        operator: [
          fault('isn’t writable (EACCES)', 'Give the user that runs the app write access to the file and its folder.'),
        ],
      },
      { person: questions.person(), operator: operatorLines(app.lines()) },
    );
  });

  const NOT_MADE = 'gone at the start: the system doesn’t let its folder be made';
  it.runIf(process.platform === 'linux')('a folder that it doesn’t let be made', async () => {
    const app = await start({ file: '/proc/none/advisor.sqlite' });
    await questions.ask(app);
    app.child.kill('SIGKILL');
    await app.ended;
    chapter.note(
      {
        fault: NOT_MADE,
        person: ALL,
        operator: [
          fault('can’t be opened (ENOENT)', 'Set DATABASE_URL to a file in a folder that the app can write to.'),
        ],
      },
      { person: questions.person(), operator: operatorLines(app.lines()) },
    );
  });
  if (process.platform !== 'linux') chapter.keep(NOT_MADE);

  it('a limit on the size of its file', async () => {
    await make(file);
    const blocks = Math.ceil(statSync(file).size / 512) + 16;
    const app = await start({ through: `ulimit -f ${blocks} && exec "$@"` });
    while (app.lines().length === 0) await questions.ask(app);
    await questions.ask(app);
    app.child.kill();
    await app.ended;
    const later = await freshStore({ file });
    expect(await later.once('T1', 'before 7', () => expect.unreachable())).toBe('done before');
    await later.close();
    chapter.note(
      {
        fault: 'at the limit of its file size',
        person: ALL,
        operator: [
          fault(
            'can’t be used because the system refuses to read or write (SQLITE_IOERR_WRITE)',
            'Check the disk and its limits.',
          ),
        ],
      },
      { person: questions.person(), operator: operatorLines(app.lines()) },
    );
  });

  // A disk of its own needs no rights if the system allows user namespaces.
  const small = 'mount -t tmpfs -o size=1m small "$FOLDER" && exec "$@"';
  const own = `exec unshare -Urm env FOLDER="$FOLDER" sh -c '${small}' sh "$@"`;
  const canMount =
    spawnSync('sh', ['-c', own, 'sh', 'true'], { env: { ...process.env, FOLDER: tmpdir() } }).status === 0;
  const FULL = 'full: its disk has no space, then has some again';
  it.skipIf(!canMount)('a full disk', async () => {
    const app = await start({ through: own, env: { FOLDER: dirname(file) } });
    await questions.ask(app);
    await app.order('fillDisk', join(dirname(file), 'filler'));
    while (app.lines().length === 0) await questions.ask(app);
    await app.order('emptyDisk', join(dirname(file), 'filler'));
    // A full disk may still take some writes, so that the store works for a moment; the backlog is then written with the next one.
    await questions.ask(app);
    while (app.lines().length === 1) await questions.ask(app);
    // The disk goes away with the process, so its content is read elsewhere.
    const copy = freshFile();
    cpSync(`/proc/${app.child.pid}/root${dirname(file)}`, dirname(copy), { recursive: true });
    const store = await freshStore({ file: join(dirname(copy), basename(file)) });
    const { questions: counted } = await store.figures(0);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(questions.count());
    await store.close();
    chapter.note(
      {
        fault: FULL,
        person: ALL,
        operator: [fault('can’t grow because its disk is full (SQLITE_FULL)', 'Free some space on the disk.'), WORKS],
      },
      { person: questions.person(), operator: operatorLines(app.lines()) },
    );
  });
  if (!canMount) chapter.keep(FULL);
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
