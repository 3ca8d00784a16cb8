// Empty databases for the tests, on the server in TEST_DATABASE_URL, or on one that all test files share.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterFile } from './after-file.js';
import { ASKED_FOR_PASSWORD } from './embedded-postgres.js';
import { sharedServer } from './shared-servers.js';

export interface PostgresServer {
  /** The address of a database that always exists, as a superuser. */
  readonly address: string;
  /** The address of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** Gives a database to a new user with that password, who may only own it; returns the user's name. */
  freshOwner(database: string, password: string): Promise<string>;
}

/** The server, started by the first test that needs it. What a test file makes there is dropped after the file. */
export async function postgresServer(): Promise<PostgresServer> {
  const url = process.env.TEST_DATABASE_URL || (await sharedServer('postgres'));
  return {
    address: url,
    async freshDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(url, `create database ${name}`);
      afterFile(() => query(url, `drop database if exists ${name} with (force)`));
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    async freshOwner(database, password) {
      const name = `${ASKED_FOR_PASSWORD}${randomUUID().replaceAll('-', '')}`;
      await query(url, `create role ${name} login password '${password}'`);
      afterFile(async () => {
        // No user goes who still owns something.
        await query(url, `drop database if exists ${nameOf(database)} with (force)`);
        await query(url, `drop role if exists ${name}`);
      });
      // A user who isn't a superuser can only grant what they can revoke.
      await query(url, `grant ${name} to current_user; alter database ${nameOf(database)} owner to ${name}`);
      return name;
    },
  };
}

/** The name of the database in an address. */
export const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** Runs statements and returns the rows of the last one. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query(sql)].flat();
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
