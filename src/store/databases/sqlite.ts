// Opens the SQLite file that processes share, or tables in memory.
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely, sql } from 'kysely';
import type Database from 'libsql';
import { StoreFault } from '../faults.js';
import type { OpenDatabase } from '../tables/database.js';
import { deriveEncryptionKey, hashWith, makeKey, readOrMakeKey } from '../tables/id-hashing.js';
import { isUpToDate, migrate } from '../tables/migrations.js';
import type { Tables } from '../tables/schema.js';
import { sqliteDialect } from './sqlite-dialect.js';

/** Opens the file, creates what is missing and migrates its tables. Rejects with the fault. */
export async function openFile(file: string, hashKey: string | undefined, migrates: boolean): Promise<OpenDatabase> {
  const folder = dirname(file);
  makeFolder(folder);
  // Opening a named pipe or a device would wait for ever.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new StoreFault('not a file');
  const key = hashKey ?? readOrMakeKey(join(folder, 'hash.key'));
  // SQLite gives the files next to it the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const Sqlite = await loadDriver();
  const database = new Sqlite(file);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  try {
    // Waits for another process outside of the database, so that the event loop continues.
    set(database, 'busy_timeout = 0');
    if (!isSound(database)) throw new StoreFault('corrupt');
    // Checked before anything is written, so that a file of another program stays as it is.
    const isCurrent = await isUpToDate(db);
    if (!isCurrent && !migrates) throw new StoreFault('older');
    tune(database);
    if (!isCurrent) await migrateAlone(database, db);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    db,
    hash: hashWith(key),
    encryptionKey: deriveEncryptionKey(key),
    tidy: () =>
      // Holds the one connection, since nothing can be tidied during a transaction.
      db.connection().execute(async (connection) => {
        // Deleting leaves copies in pages that were split before, and in the write-ahead log.
        database.exec('vacuum');
        const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
        if (rows[0]?.busy !== 0) throw new StoreFault('locked');
      }),
    async fold() {
      set(database, 'wal_checkpoint(truncate)');
    },
    close: () => db.destroy(),
  };
}

/** Node's own way to make a folder with those above it never ends where the system refuses the lowest one, as in /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The same tables in this process's memory, under a key that no one else has. */
export async function openMemory(): Promise<OpenDatabase> {
  const Sqlite = await loadDriver();
  const db = new Kysely<Tables>({ dialect: sqliteDialect(new Sqlite(':memory:')) });
  await migrate(db);
  const nothing = async (): Promise<void> => undefined;
  const key = makeKey();
  return {
    db,
    hash: hashWith(key),
    encryptionKey: deriveEncryptionKey(key),
    fold: nothing,
    tidy: nothing,
    close: () => db.destroy(),
  };
}

/** Loaded only now, since some machines have no build of it; the app works without it there. */
export async function loadDriver() {
  try {
    return (await import('libsql')).default;
  } catch {
    throw new StoreFault('driver');
  }
}

function tune(database: Database.Database): void {
  set(database, 'journal_mode = wal');
  // What is written goes to the system at once, so a killed process loses nothing. A power cut may only lose the last
  // moments, never the file; waiting for the disk at each answer would make everyone wait.
  set(database, 'synchronous = normal');
  set(database, 'secure_delete = on');
  set(database, 'temp_store = memory');
}

function set(database: Database.Database, setting: string): void {
  const statement = database.prepare(`pragma ${setting}`);
  if (statement.reader) statement.all();
  else statement.run();
}

/** Whether the file is intact. */
export function isSound(database: Database.Database): boolean {
  const [found] = database.prepare('pragma quick_check(1)').all();
  return JSON.stringify(found) === '{"quick_check":"ok"}';
}

/** Other processes wait: Kysely's SQLite adapter has no lock for this. */
async function migrateAlone(database: Database.Database, db: Kysely<Tables>): Promise<void> {
  database.exec('begin immediate');
  try {
    await migrate(db);
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}
