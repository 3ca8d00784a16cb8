// Pools connections to a PostgreSQL server, so that a broken or hanging one holds up nobody for long.
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** Each instance holds as many at most, so that ten of them leave room on a server with its usual hundred. */
const MOST_CONNECTIONS = 8;

/** A command has to be acknowledged within three seconds, and memory can answer in place of a slow server. */
const CONNECT_MS = 1500;
const QUERY_MS = 2000;

/** On the server as well: a query that nobody waits for ends, and a machine that vanished keeps no row locked. */
const LIMITS = { statement_timeout: QUERY_MS, idle_in_transaction_session_timeout: 5 * QUERY_MS };
const setLimits = (scope: 'session' | 'local'): string =>
  Object.entries(LIMITS)
    .map(([name, ms]) => `set ${scope} ${name} = ${ms}`)
    .join('; ');
const BEGINS_TRANSACTION = /^(?:begin|start transaction)\b/i;
const ENDS_TRANSACTION = /^(?:commit|rollback)(?!\s+to\b)\b/i;
const LEAVE_MS = 500;

/** PostgreSQL's number for bigint, of which all that is kept here fits into a number. */
const BIGINT = 20;

/** The pool has a limit of its own for this, which would count the wait for a free connection as well. */
class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
    // Whoever uses it hears of it from their query; an event that nobody listened to would end the process.
    this.on('error', () => undefined);
  }
}

/** Connections for one who takes as long as it takes, such as migrations. */
export function patientConnections(url: string): PostgresPool {
  return pool({ connectionString: url, max: 1, Client: ImpatientClient });
}

/** Connections that go through a pooler, where what is set for a session would be set for whoever gets it next. */
const pooled = new WeakSet<pg.ClientBase>();

/**
 * Sets the limits for the session, if it is this connection's own. Behind a pooler such as PgBouncer the server's process
 * isn't the one that the connection was told of; there each transaction gets the limits instead.
 */
async function limitTime(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if ('processID' in client && client.processID === rows[0]?.pid) await client.query(setLimits('session'));
  else pooled.add(client);
}

/** Connections for answering, none of which may take long. */
export function connections(url: string): PostgresPool {
  return pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    Client: ImpatientClient,
    query_timeout: QUERY_MS,
    keepAlive: true,
    onConnect: limitTime,
  });
}

/** A pool that can be left at any time: whoever waits for one of its connections is told. */
function pool(config: pg.PoolConfig): PostgresPool {
  const inner = new pg.Pool({
    application_name: 'backend-career-advisor',
    ...config,
    types: { getTypeParser: (id, format) => (id === BIGINT ? Number : pg.types.getTypeParser(id, format)) },
  });
  // One that breaks while nobody uses it is replaced; where that can't be done, whoever needs one hears of it.
  inner.on('error', () => undefined);
  const waiting = new Set<(error: Error) => void>();
  let isLeft = false;

  return {
    connect: () =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        inner.connect().then(
          (client) => {
            waiting.delete(reject);
            if (isLeft) client.release(true);
            else resolve(new Lent(client));
          },
          (error) => {
            waiting.delete(reject);
            reject(error);
          },
        );
      }),

    async end() {
      isLeft = true;
      for (const reject of waiting) reject(new Error('Connection terminated'));
      // One that hangs is closed once its query has run out of time; nobody has to wait for that.
      await Promise.race([inner.end(), pause(LEAVE_MS, undefined, { ref: false })]);
    },
  };
}

/** A connection in use. After a fault of the connection itself it goes back to nobody. */
class Lent implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  /** Whether each transaction sets the limits, and a query on its own becomes one. */
  readonly #isPooled: boolean;
  #isInTransaction = false;
  #isBroken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    this.#isPooled = pooled.has(client);
  }

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: ReadonlyArray<unknown> = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('Nothing is read by a cursor here');
    return this.#query(sql, parameters);
  }

  async #query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>> {
    try {
      const { command, rowCount, rows } = await (this.#isPooled
        ? this.#queryPooled(sql, parameters)
        : this.#client.query(sql, [...parameters]));
      return { command: command as PostgresQueryResult<R>['command'], rowCount: rowCount ?? 0, rows };
    } catch (error) {
      this.#isBroken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  }

  /** Nothing outlives the transaction: a pooler gives the next one to another of the server's processes. */
  async #queryPooled(sql: string, parameters: ReadonlyArray<unknown>): Promise<pg.QueryResult> {
    const isBegin = BEGINS_TRANSACTION.test(sql);
    const isAlone = !isBegin && !this.#isInTransaction;
    if (isAlone) await this.#client.query(`begin; ${setLimits('local')}`);
    try {
      const result = await this.#client.query(sql, [...parameters]);
      if (isBegin) await this.#client.query(setLimits('local'));
      if (isBegin || ENDS_TRANSACTION.test(sql)) this.#isInTransaction = isBegin;
      if (isAlone) await this.#client.query('commit');
      return result;
    } catch (error) {
      if (isAlone) await this.#client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }
}
