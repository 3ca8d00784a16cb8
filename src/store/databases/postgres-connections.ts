// Pools connections to a PostgreSQL server, so that a broken or hanging one delays no one for long.
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';

/** The most connections an instance has, so that ten instances fit a server with the usual limit of a hundred. */
const MOST_CONNECTIONS = 8;

/** A command has to be acknowledged within three seconds, and memory can answer instead of a slow server. */
const CONNECT_MS = 1500;
const QUERY_MS = 2000;

/** The same on the server: an abandoned query ends, and a machine that vanished keeps no row locked. */
const LIMITS = { statement_timeout: QUERY_MS, idle_in_transaction_session_timeout: 5 * QUERY_MS };
const setLimits = (scope: 'session' | 'local'): string =>
  Object.entries(LIMITS)
    .map(([name, ms]) => `set ${scope} ${name} = ${ms}`)
    .join('; ');
const BEGINS_TRANSACTION = /^(?:begin|start transaction)\b/i;
const ENDS_TRANSACTION = /^(?:commit|rollback)(?!\s+to\b)\b/i;
const LEAVE_MS = 500;

/** PostgreSQL's type number for bigint; all stored values fit a JavaScript number. */
const BIGINT = 20;

/** The pool has a limit of its own for this, but it would count the wait for a free connection as well. */
class ImpatientClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
    // The caller gets the error from the query; an unhandled event would end the process.
    this.on('error', () => undefined);
  }
}

/** Connections without time limits, for migrations and the like. */
export function patientConnections(url: string): PostgresPool {
  return pool({ connectionString: url, max: 1, Client: ImpatientClient });
}

/** Connections through a pooler, where session settings would apply to the next client. */
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

/** Connections for answering, with time limits. */
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

/** A pool that can be closed at any time; callers waiting for a connection get an error. */
function pool(config: pg.PoolConfig): PostgresPool {
  const inner = new pg.Pool({
    application_name: 'backend-career-advisor',
    ...config,
    types: { getTypeParser: (id, format) => (id === BIGINT ? Number : pg.types.getTypeParser(id, format)) },
  });
  // An idle connection that breaks is replaced; if that fails, the next caller gets the error.
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
      // A hanging connection is closed once its query has run out of time; no one has to wait for that.
      await Promise.race([inner.end(), pause(LEAVE_MS, undefined, { ref: false })]);
    },
  };
}

/** A connection in use. After an error of the connection itself, it isn't reused. */
class Lent implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  /** Whether each transaction sets the limits; then a single query becomes a transaction. */
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

  /** Nothing may outlive the transaction: a pooler continues with a different server process. */
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
