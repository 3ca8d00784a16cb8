// Connects Kysely with SQLite through libsql.

import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type Database from 'libsql';

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

  /** A full disk has rolled back already; a second rollback would hide why. */
  override async rollbackTransaction(): Promise<void> {
    rollBack(this.#database);
  }
}

/**
 * Asks for the right to write at once: asked for later, it may be refused when half is written. By `exec`, since libsql
 * leaves a prepared statement that was refused open, and nothing can be written any more beside an open statement.
 */
const begin = (database: Database.Database): void => void database.exec('begin immediate');

const rollBack = (database: Database.Database): void => {
  if (database.inTransaction) database.exec('rollback');
};

/** Writes in a transaction, of its own where there is none yet, so that only its beginning can be refused. */
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

/** Throws where libsql would not: it ends the whole process on a value that it does not know. */
function checked(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters)
    if (value !== null && !KNOWN.includes(typeof value) && !(value instanceof Uint8Array))
      throw new TypeError(`SQLite stores no ${typeof value}`);
  return parameters;
}

/** The database as Kysely sees it: every write in a transaction, every value checked. */
function guarded(database: Database.Database): SqliteDatabase {
  return {
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(checked(parameters)),
        run: (parameters) => write(database, () => statement.run(checked(parameters))),
        iterate: (parameters) => statement.iterate(checked(parameters)),
      };
    },
    close: () => database.close(),
  };
}
