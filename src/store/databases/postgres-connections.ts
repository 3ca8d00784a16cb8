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
const BOUNDS = `set statement_timeout = ${QUERY_MS}; set idle_in_transaction_session_timeout = ${5 * QUERY_MS}`;
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

/** Connections for the road. */
export function connections(url: string): PostgresPool {
  return pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    Client: ImpatientClient,
    query_timeout: QUERY_MS,
    keepAlive: true,
    onConnect: (client) => client.query(BOUNDS),
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
  #isBroken = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
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
      const { command, rowCount, rows } = await this.#client.query(sql, [...parameters]);
      return { command: command as PostgresQueryResult<R>['command'], rowCount: rowCount ?? 0, rows };
    } catch (error) {
      this.#isBroken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }
}
