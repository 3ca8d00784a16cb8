// A database server that is gone, silent, busy, cut off, or has foreign tables: people are still answered.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateStore } from '../../src/store/migrate-store.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import {
  ALL,
  type Scene,
  SERVER_WORKS,
  type StorePlace,
  serverFault,
  serverLogLines,
  startOnStore,
} from '../helpers/failing-store.js';
import { type FaultCase, openChapter } from '../helpers/fault-page.js';
import { closeConnections, type FlakyConnection, flakyConnection } from '../helpers/flaky-connection.js';
import { query } from '../helpers/postgres-server.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const REACH = 'Check that the server is running and that DATABASE_URL is right.';
const GONE = serverFault('can’t be reached (ECONNREFUSED)', REACH);
const SILENT = serverFault('can’t be reached (ETIMEDOUT)', REACH);
const SLOW = serverFault('doesn’t answer in time (QUERY_TIMEOUT)', 'Check the load on the server and the network.');

interface Case extends FaultCase {
  /** Prepares the server before the app starts. */
  readonly before?: (database: string) => Promise<unknown>;
  /** Where and how the app looks for it. */
  readonly at?: (url: string) => StorePlace;
  readonly during?: (scene: Scene) => Promise<unknown>;
  /** Set if nothing can be written until the end. */
  readonly isLasting?: boolean;
}

let database: string;
let line: FlakyConnection;
let slack: Slack;
beforeEach(async () => {
  const where = await POSTGRESQL.fresh();
  database = 'server' in where ? where.server : '';
  line = await flakyConnection(database);
  slack = await startSlack();
});
afterEach(async () => {
  await slack.stop();
  await closeConnections();
});

const ordinary = (server: string): StorePlace => ({ server, hashKey: HASH_KEY });

/** Asks before the fault and during it, and keeps asking until it's over. */
const inBetween = (spoil: () => Promise<void> | void) => async (scene: Scene) => {
  await scene.ask();
  await spoil();
  await scene.ask();
  await line.restore();
  await scene.askUntilBack();
};
const atTheStart = async (scene: Scene): Promise<void> => {
  await scene.ask();
  await line.restore();
  await scene.askUntilBack();
};

const CASES: readonly Case[] = [
  {
    fault: 'gone at the start, then back',
    person: ALL,
    operator: [GONE, SERVER_WORKS],
    before: () => line.cut(),
    during: atTheStart,
  },
  {
    fault: 'silent at the start: it accepts connections but doesn’t answer, then it does',
    person: ALL,
    operator: [SILENT, SERVER_WORKS],
    before: async () => line.stall(),
    during: atTheStart,
  },
  {
    fault: 'gone while the app runs, then back',
    person: ALL,
    operator: [GONE, SERVER_WORKS],
    during: inBetween(() => line.cut()),
  },
  {
    fault: 'silent while the app runs, then it answers',
    person: ALL,
    operator: [SLOW, SERVER_WORKS],
    during: inBetween(() => line.stall()),
  },
  {
    fault: 'slow: others lock its tables for longer than a question waits',
    person: ALL,
    operator: [SLOW, SERVER_WORKS],
    async during(scene) {
      const other = new pg.Client({ connectionString: database });
      await other.connect();
      await other.query('begin; lock table answered, conversations');
      await scene.ask();
      await other.end();
      await scene.askUntilBack();
    },
  },
  {
    fault: 'gone for a moment, as during a restart',
    person: ALL,
    operator: [],
    async during({ ask }) {
      await ask();
      await line.cut();
      const asking = ask();
      // Far less than the two seconds that the app waits for a server: it must neither give up nor warn.
      await pause(300);
      await line.restore();
      await asking;
    },
  },
  {
    fault: 'every connection breaks before each of ten messages',
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
    fault: 'it cancels three writes, as in a deadlock',
    person: ALL,
    operator: [],
    async during({ ask }) {
      await ask();
      // A sequence also counts what was refused.
      await query(
        database,
        `create sequence refusals; create function refuse() returns trigger language plpgsql as $$ begin
           if nextval('refusals') <= 3 then raise exception 'refused' using errcode = '40P01'; end if;
           return new;
         end $$; create trigger refuse before insert on counts for each row execute function refuse()`,
      );
      await ask();
      expect(await query(database, 'select last_value > 3 as are_over from refusals')).toEqual([{ are_over: true }]);
    },
  },
  {
    fault: 'it closes idle connections',
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
    fault: 'it has the tables of a newer version of the app',
    person: ALL,
    operator: [
      serverFault(
        'has the tables of a newer version of this app',
        'The app doesn’t touch them. Update the app, or set DATABASE_URL to another database.',
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
    fault: 'it has tables of another program under the same names',
    person: ALL,
    operator: [
      serverFault(
        'has tables of another program under the same names',
        'The app doesn’t touch them. Set DATABASE_URL to another database.',
      ),
    ],
    before: (url) => query(url, 'create table votes (id int)'),
    isLasting: true,
  },
  {
    fault: 'HASH_KEY has changed',
    person: ALL,
    operator: [
      `warn The hash key for the store postgres://HOST/DATABASE has changed. Older votes and questions can’t be matched to people, so “forget me” won’t find them until they’re deleted by age. If you didn’t mean to change it, set HASH_KEY back to the old one, the same for every instance.`,
    ],
    before: (server) => migrateAndNote({ server, hashKey: HASH_KEY.toUpperCase() }),
  },
  {
    fault: 'with `MIGRATE=off`, it isn’t migrated yet, and then is',
    person: ALL,
    operator: [serverFault('hasn’t been migrated to this version', 'Run npm run store -- migrate.'), SERVER_WORKS],
    at: (url) => ({ ...ordinary(url), migrates: false }),
    async during(scene) {
      await scene.ask();
      await migrateStore(ordinary(database));
      await scene.askUntilBack();
    },
  },
];

/** An app with a different key was there before. */
async function migrateAndNote(place: StorePlace): Promise<void> {
  const scene = await startOnStore(slack, place);
  await scene.stop();
}

const chapter = openChapter('The database server');

describe('a PostgreSQL server that is', () => {
  it.each(CASES)('$fault: $person', async ({ before, at = ordinary, during, isLasting = false, ...expected }) => {
    await before?.(database);
    // The scene checks that no log line has the password.
    const place = at(line.url.replace('postgres@', 'postgres:a-secret@'));
    const scene = await startOnStore(slack, place);
    await (during ?? scene.ask)(scene);
    if (!isLasting) {
      await scene.restart();
      const [row] = await query(database, 'select coalesce(sum(count), 0)::int as asked from counts');
      expect(row).toEqual({ asked: scene.asked() });
    }
    await scene.stop();
    chapter.note(expected, { person: scene.person(), operator: serverLogLines(scene.lines) });
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
