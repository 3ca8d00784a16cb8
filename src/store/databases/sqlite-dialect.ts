// Connects Kysely to SQLite through libsql.

import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';
import { LRUCache } from 'lru-cache';

/** The dialect for an open database. Closing it closes the database. */
export function sqliteDialect(database: Database.Database): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ImmediateDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: guarded(database) });
    this.#database = database;
  }

  override async beginTransaction(): Promise<void> {
    begin(this.#database);
  }

  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
  }

  /** A full disk has rolled back already; a second rollback would hide the reason. */
  override async rollbackTransaction(): Promise<void> {
    rollBack(this.#database);
  }
}

/**
 * Takes the write lock at once: later, it may be refused halfway. By `exec`, since libsql leaves a refused prepared
 * statement open, and nothing can be written next to an open statement.
 */
const begin = (database: Database.Database): void => void database.exec('begin immediate');

const rollBack = (database: Database.Database): void => {
  if (database.inTransaction) database.exec('rollback');
};

/** Writes in a transaction, started here if there is none, so that only its beginning can be refused. */
function write<Result>(database: Database.Database, run: () => Result): Result {
  if (database.inTransaction) return run();
  begin(database);
  try {
    const result = run();
    database.exec('commit');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

const KNOWN: readonly string[] = ['string', 'number', 'bigint'];

/** Throws where libsql wouldn't: it ends the whole process on a value of an unknown type. */
function checked(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters)
    if (value !== null && !KNOWN.includes(typeof value) && !(value instanceof Uint8Array))
      throw new TypeError(`SQLite stores no ${typeof value}`);
  return parameters;
}

/** Preparing a statement takes twice as long as running it. Batches write few or many rows, each in a statement of its own. */
const MOST_PREPARED = 100;

/** The database for Kysely: every write in a transaction, every value checked. */
function guarded(database: Database.Database): SqliteDatabase {
  const prepared = new LRUCache<string, Database.Statement>({ max: MOST_PREPARED });
  return {
    prepare(sql) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      // Not there while it's in use, nor again if it fails: libsql may leave it open.
      prepared.delete(sql);
      const keep = <Result>(result: Result): Result => {
        prepared.set(sql, statement);
        return result;
      };
      return {
        reader: statement.reader,
        all: (parameters) => keep(statement.all(checked(parameters))),
        run: (parameters) => keep(write(database, () => statement.run(checked(parameters)))),
        iterate: (parameters) => statement.iterate(checked(parameters)),
      };
    },
    close() {
      prepared.clear();
      database.close();
    },
  };
}
