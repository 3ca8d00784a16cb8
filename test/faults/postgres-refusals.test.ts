// A database server that refuses space, a connection, a login or writing: people are still answered.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateStore } from '../../src/store/migrate-store.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { ALL, type Scene, SERVER_WORKS, serverFault, serverLogLines, startOnStore } from '../helpers/failing-store.js';
import { type FaultCase, openChapter } from '../helpers/fault-page.js';
import { closeConnections, type FlakyConnection, flakyConnection } from '../helpers/flaky-connection.js';
import { nameOf, postgresServer, query } from '../helpers/postgres-server.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const PASSWORD = 'a-secret';
const LOOK_AT_URL = 'Check the user, password, database and sslmode in DATABASE_URL.';
const LET_WRITE = 'Set DATABASE_URL to the primary server, and let its user create and write tables.';

interface Refusal extends FaultCase {
  readonly refuse: () => Promise<unknown>;
  readonly relent: () => Promise<unknown>;
  /** Whether this server can be made to refuse that. */
  readonly isPossible?: boolean;
}

const { address, freshOwner } = await postgresServer();
let database: string;
let owner: string;
let line: FlakyConnection;
let slack: Slack;
let place: { readonly server: string; readonly hashKey: string };
beforeEach(async () => {
  const where = await POSTGRESQL.fresh();
  database = 'server' in where ? where.server : '';
  owner = await freshOwner(database, PASSWORD);
  line = await flakyConnection(database);
  place = { server: withUser(line.url, owner, PASSWORD), hashKey: HASH_KEY };
  slack = await startSlack();
});
afterEach(async () => {
  await slack.stop();
  await closeConnections();
});

function withUser(url: string, user: string, password: string): string {
  const address = new URL(url);
  address.username = user;
  address.password = password;
  return address.href;
}

/** Makes every write fail on the server with this code. */
const refuseRows = (code: string): Promise<unknown> =>
  query(
    database,
    `create function refuse() returns trigger language plpgsql as
       $$ begin raise exception 'refused' using errcode = '${code}'; end $$;
     do $$ declare name text; begin
       for name in select tablename from pg_tables where schemaname = 'public' loop
         execute format('create trigger refuse before insert or update on %I for each row execute function refuse()', name);
       end loop;
     end $$`,
  );
const takeRows = (): Promise<unknown> => query(database, 'drop function refuse cascade');

/** Other clients that use all connections the app's user may have. */
const others: pg.Client[] = [];
const MOST = 3;
async function takeAll(): Promise<void> {
  await query(database, `alter role ${owner} connection limit ${MOST}`);
  for (let count = 0; count < MOST; count += 1) {
    const other = new pg.Client({ connectionString: withUser(database, owner, PASSWORD) });
    others.push(other);
    await other.connect();
  }
}
async function leaveAll(): Promise<void> {
  for (const other of others.splice(0)) await other.end();
}

/** Whether the server asks for passwords; a developer's own may not. */
async function asksForPassword(): Promise<boolean> {
  const where = await POSTGRESQL.fresh();
  const url = 'server' in where ? where.server : '';
  return query(withUser(url, await freshOwner(url, PASSWORD), 'another'), 'select 1').then(
    () => false,
    () => true,
  );
}

const REFUSALS: readonly Refusal[] = [
  {
    fault: 'space: its disk is full',
    person: ALL,
    operator: [
      serverFault('can’t grow because its server’s disk is full (53100)', 'Free some space on that disk.'),
      SERVER_WORKS,
    ],
    refuse: () => refuseRows('53100'),
    relent: takeRows,
  },
  {
    fault: 'a connection: others use them all',
    person: ALL,
    operator: [
      serverFault(
        'has no connection left (53300)',
        'Raise the limit of the server, the user or the database, or run fewer instances: each takes up to 8.',
      ),
      SERVER_WORKS,
    ],
    refuse: takeAll,
    relent: leaveAll,
  },
  {
    fault: 'the password: it has changed',
    person: ALL,
    operator: [serverFault('doesn’t let the app in (28P01)', LOOK_AT_URL), SERVER_WORKS],
    refuse: () => query(database, `alter role ${owner} password 'another'`),
    relent: () => query(database, `alter role ${owner} password '${PASSWORD}'`),
    isPossible: await asksForPassword(),
  },
  {
    fault: 'the user: it can’t log in',
    person: ALL,
    operator: [serverFault('doesn’t let the app in (28000)', LOOK_AT_URL), SERVER_WORKS],
    refuse: () => query(database, `alter role ${owner} nologin`),
    relent: () => query(database, `alter role ${owner} login`),
  },
  {
    fault: 'the database: it doesn’t exist',
    person: ALL,
    operator: [serverFault('doesn’t let the app in (3D000)', LOOK_AT_URL), SERVER_WORKS],
    refuse: () => query(address, `alter database ${nameOf(database)} rename to ${nameOf(database)}_away`),
    relent: () => query(address, `alter database ${nameOf(database)}_away rename to ${nameOf(database)}`),
  },
  {
    fault: 'writing: it’s read-only, like a standby',
    person: ALL,
    operator: [serverFault('isn’t writable (25006)', LET_WRITE), SERVER_WORKS],
    refuse: () => query(address, `alter database ${nameOf(database)} set default_transaction_read_only = on`),
    relent: () => query(address, `alter database ${nameOf(database)} reset default_transaction_read_only`),
  },
  {
    fault: 'writing: this user can’t write to its tables',
    person: ALL,
    operator: [serverFault('isn’t writable (42501)', LET_WRITE), SERVER_WORKS],
    refuse: () => query(database, `revoke insert, update, delete on all tables in schema public from ${owner}`),
    relent: () => query(database, `grant insert, update, delete on all tables in schema public to ${owner}`),
  },
];

/** Ends all connections of the app, as a restarting server does, and then accepts it again. */
async function startAnew(change: () => Promise<unknown>): Promise<void> {
  await line.cut();
  const connected = `select count(*)::int as count from pg_stat_activity where datname = '${nameOf(database)}'`;
  // The server tells no one when it has ended a connection.
  while ((await query(address, connected))[0]?.count !== 0) await pause(20);
  await change();
  await line.restore();
}

interface Moment {
  readonly moment: string;
  begin(refuse: () => Promise<unknown>): Promise<Scene>;
}

const MOMENTS: readonly Moment[] = [
  {
    moment: 'from the start',
    async begin(refuse) {
      await migrateStore(place);
      await startAnew(refuse);
      return startOnStore(slack, place);
    },
  },
  {
    moment: 'after a restart of the server',
    async begin(refuse) {
      const scene = await startOnStore(slack, place);
      await scene.ask();
      await startAnew(refuse);
      return scene;
    },
  },
];
const CASES: readonly (Refusal & Pick<Moment, 'begin'>)[] = [
  ...REFUSALS.flatMap((refusal) =>
    MOMENTS.map(({ moment, begin }) => ({ ...refusal, begin, fault: `${refusal.fault}, ${moment}` })),
  ),
  {
    fault: 'tables: this user can’t create any, from the start',
    person: ALL,
    operator: [serverFault('isn’t writable (42501)', LET_WRITE), SERVER_WORKS],
    refuse: () => query(database, `revoke create on schema public from public, pg_database_owner`),
    relent: () => query(database, 'grant create on schema public to pg_database_owner'),
    async begin(refuse) {
      await refuse();
      return startOnStore(slack, place);
    },
  },
];

const chapter = openChapter('A database server that refuses');

describe('a PostgreSQL server that refuses', () => {
  it.each(CASES)('$fault', async ({ begin, refuse, relent, isPossible = true, ...expected }) => {
    if (!isPossible) return chapter.keep(expected.fault);
    const scene = await begin(refuse);
    await scene.ask();
    await scene.ask();
    expect(scene.lines.join('\n')).not.toContain('is working again');
    await relent();
    await scene.askUntilBack();
    await scene.restart();
    await scene.stop();
    const [row] = await query(database, 'select coalesce(sum(count), 0)::int as asked from counts');
    expect(row).toEqual({ asked: scene.asked() });
    chapter.note(expected, { person: scene.person(), operator: serverLogLines(scene.lines) });
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
