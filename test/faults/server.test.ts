// Faults of the database server: gone, silent, busy, breaking, refusing; people are answered all the same.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrateStore } from '../../src/store/migrate-store.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { query } from '../helpers/embedded-postgres.js';
import { ALL, LOST, type Scene, type StorePlace, startOnStore } from '../helpers/failing-store.js';
import { operatorLines as allLines, type FaultCase, openChapter } from '../helpers/fault-page.js';
import { closeLines, type FlakyLine, flakyLine } from '../helpers/flaky-line.js';
import { type Slack, startSlack } from '../helpers/slack-stand-in.js';

// Some wait for a server that says nothing, and machines differ.
vi.setConfig({ testTimeout: 180_000 });

const SERVER = 'The store postgres://HOST/DATABASE';
const WORKS = `warn ${SERVER} works again. What was kept in memory meanwhile has been written to it.`;
const fault = (problem: string, remedy: string): string => `warn ${SERVER} ${problem}. ${LOST} ${remedy}`;
const REACH = 'See whether the server runs, and whether DATABASE_URL names it.';
const GONE = fault('cannot be reached (ECONNREFUSED)', REACH);
const SILENT = fault('cannot be reached (ETIMEDOUT)', REACH);
const SLOW = fault('does not answer in time (QUERY_TIMEOUT)', 'Look at the load of the server and of the network.');

/** How quick this machine writes what was due is no matter of the fault, nor which of two limits ends a query first. */
const operatorLines = (lines: readonly string[]): string[] =>
  allLines(lines)
    .filter((told) => !told.includes('is back, but what was due is still being written'))
    .map((told) => told.replace('(57014)', '(QUERY_TIMEOUT)'));

interface Case extends FaultCase {
  /** What the server is like before the app starts. */
  readonly before?: (database: string) => Promise<unknown>;
  /** Where the app looks for it, and how. */
  readonly at?: (url: string) => StorePlace;
  readonly during?: (scene: Scene) => Promise<unknown>;
  /** Where nothing can be written to the end. */
  readonly isLasting?: boolean;
}

let database: string;
let line: FlakyLine;
let slack: Slack;
beforeEach(async () => {
  const where = await POSTGRESQL.fresh();
  database = 'server' in where ? where.server : '';
  line = await flakyLine(database);
  slack = await startSlack();
});
afterEach(async () => {
  await slack.stop();
  await closeLines();
});

const nameOf = (url: string): string => new URL(url).pathname.slice(1);
const ordinary = (server: string): StorePlace => ({ server, hashKey: HASH_KEY });

/** Somebody asks before the fault and in it, and people ask on until it is over. */
const inBetween = (spoil: () => Promise<void> | void) => async (scene: Scene) => {
  await scene.ask();
  await spoil();
  await scene.ask();
  await line.mend();
  await scene.askUntilBack();
};
const atTheStart = async (scene: Scene): Promise<void> => {
  await scene.ask();
  await line.mend();
  await scene.askUntilBack();
};

const CASES: readonly Case[] = [
  {
    fault: 'gone at the start, then back',
    person: ALL,
    operator: [GONE, WORKS],
    before: () => line.cut(),
    during: atTheStart,
  },
  {
    fault: 'silent at the start: it takes connections and says nothing; then it speaks',
    person: ALL,
    operator: [SILENT, WORKS],
    before: async () => line.stall(),
    during: atTheStart,
  },
  {
    fault: 'gone in between, then back',
    person: ALL,
    operator: [GONE, WORKS],
    during: inBetween(() => line.cut()),
  },
  {
    fault: 'silent in between, then it speaks',
    person: ALL,
    operator: [SLOW, WORKS],
    during: inBetween(() => line.stall()),
  },
  {
    fault: 'slow: others keep its tables locked for four seconds',
    person: ALL,
    operator: [SLOW, WORKS],
    async during(scene) {
      const other = query(database, 'begin; lock table answered, conversations; select pg_sleep(4); commit');
      const locks = `select count(*)::int as locks from pg_locks where mode = 'AccessExclusiveLock' and relation is not null`;
      while ((await query(database, locks))[0]?.locks !== 2);
      await scene.ask();
      await other;
      await scene.askUntilBack();
    },
  },
  {
    fault: 'gone for a moment, as over a restart',
    person: ALL,
    operator: [],
    async during({ ask }) {
      await ask();
      await line.cut();
      const asking = ask();
      await pause(300);
      await line.mend();
      await asking;
    },
  },
  {
    fault: 'every connection breaks, before each of ten messages',
    person: ALL,
    operator: [],
    async during({ ask }) {
      for (let round = 0; round < 10; round += 1) {
        line.break();
        await ask();
      }
    },
  },
  {
    fault: 'it ends the connections while nobody uses them',
    person: ALL,
    operator: [],
    async during({ ask }) {
      await ask();
      const others = 'datname = current_database() and pid <> pg_backend_pid()';
      await query(database, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
      await ask();
    },
  },
  {
    fault: 'it has no such database',
    person: ALL,
    operator: [fault('does not let the app in (3D000)', 'Check user, password, database and sslmode in DATABASE_URL.')],
    at: (url) => ordinary(url.replace(nameOf(url), 'nowhere')),
    isLasting: true,
  },
  {
    fault: 'it may only be read',
    person: ALL,
    operator: [
      fault(
        'may not be written (25006)',
        'Name the primary server, and let the user in DATABASE_URL make and write tables.',
      ),
    ],
    before: (url) => query(url, `alter database "${nameOf(url)}" set default_transaction_read_only = on`),
    isLasting: true,
  },
  {
    fault: 'it holds tables of a newer version of the app',
    person: ALL,
    operator: [
      fault(
        'has the tables of a newer version of this app',
        'They are left as they are: update the app, or name another database.',
      ),
    ],
    before: (url) =>
      query(
        url,
        `create table kysely_migration (name text, timestamp text); insert into kysely_migration values ('9999-later', '')`,
      ),
    isLasting: true,
  },
  {
    fault: 'it holds tables of another program under the same names',
    person: ALL,
    operator: [
      fault(
        'holds tables of another program under the same names',
        'They are left as they are: name another database.',
      ),
    ],
    before: (url) => query(url, 'create table votes (id int)'),
    isLasting: true,
  },
  {
    fault: 'HASH_KEY is another one than before',
    person: ALL,
    operator: [
      `warn The hash key of the store postgres://HOST/DATABASE is another one than before: whose votes and questions were kept so far can't be told any more, so “forget me” will not find them until they are deleted by age. If that was not meant, set HASH_KEY to the former one, the same for all who share it.`,
    ],
    before: (server) => migrateAndNote({ server, hashKey: HASH_KEY.toUpperCase() }),
  },
  {
    fault: 'with `MIGRATE=off`, it is not migrated yet, and then is',
    person: ALL,
    operator: [fault('is not yet what this version of the app makes of it', 'Run npm run migrate.'), WORKS],
    at: (url) => ({ ...ordinary(url), migrates: false }),
    async during(scene) {
      await scene.ask();
      await migrateStore(ordinary(database));
      await scene.askUntilBack();
    },
  },
];

/** Somebody with another key was there before. */
async function migrateAndNote(place: StorePlace): Promise<void> {
  const scene = await startOnStore(slack, place);
  await scene.stop();
}

const chapter = openChapter('The database server');

describe('a server that is', () => {
  it.each(CASES)('$fault: $person', async ({ before, at = ordinary, during, isLasting = false, ...expected }) => {
    await before?.(database);
    // That no line holds the password, the scene looks at.
    const place = at(line.url.replace('postgres@', 'postgres:a-secret@'));
    const scene = await startOnStore(slack, place);
    await (during ?? scene.ask)(scene);
    if (!isLasting) {
      await scene.restart();
      const [row] = await query(database, 'select coalesce(sum(count), 0)::int as asked from counts');
      expect(row).toEqual({ asked: scene.asked() });
    }
    await scene.stop();
    chapter.note(expected, { person: scene.person(), operator: operatorLines(scene.lines) });
  });
});

it('docs/faults.md tells it as it was', () => chapter.expectOnPage());
