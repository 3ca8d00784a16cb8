// Opens tables on a PostgreSQL server, which any number of machines may share.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { StoreFault } from '../faults.js';
import type { OpenDatabase } from '../tables/database.js';
import { deriveEncryptionKey, hashWith } from '../tables/id-hashing.js';
import { isUpToDate, migrate } from '../tables/migrations.js';
import type { Tables } from '../tables/schema.js';
import { connections, patientConnections } from './postgres-connections.js';

/** Connects to the server and brings its tables up to date, or with `migrates` off sees that they are. */
export async function openServer(url: string, hashKey: string, migrates: boolean): Promise<OpenDatabase> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections(url) }) });
  try {
    if (!(await isUpToDate(db, await findSchema(db)))) {
      if (!migrates) throw new StoreFault('older');
      await migrateServer(url);
    }
  } catch (error) {
    await db.destroy();
    throw error;
  }
  // The server itself clears what is deleted, and writes it to disk.
  const nothing = async (): Promise<void> => undefined;
  const time = (): Promise<number> => readTime(db);
  return {
    db,
    hash: hashWith(hashKey),
    encryptionKey: deriveEncryptionKey(hashKey),
    time,
    fold: nothing,
    tidy: nothing,
    close: () => db.destroy(),
  };
}

/** Connects without time limits. `schema` is where the tables are. */
export async function connectPatiently(url: string): Promise<{ db: Kysely<Tables>; schema: string }> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: patientConnections(url) }) });
  try {
    return { db, schema: await findSchema(db) };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** A second migration waits: Kysely locks the database for the first one. */
async function migrateServer(url: string): Promise<void> {
  const { db, schema } = await connectPatiently(url);
  try {
    await migrate(db, schema);
  } finally {
    await db.destroy();
  }
}

/** The schema for tables unless the address names one. */
async function findSchema(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
}

async function readTime(db: Kysely<Tables>): Promise<number> {
  const query = sql<{ now: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`;
  const { rows } = await query.execute(db);
  return rows[0]?.now ?? Date.now();
}
