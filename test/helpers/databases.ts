// The databases that the store supports, for tests that must pass on both.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { freshFile } from './fresh-store.js';
import { postgresServer, query } from './postgres-server.js';

/** The hash key of all processes that share a server. */
export const HASH_KEY = 'a key for tests, as long as it has to be';

export interface Database {
  readonly name: string;
  /** The address of a new, empty database. */
  fresh(): Promise<DatabaseLocation>;
  /** Everything stored there, as text: what someone with a copy could read. */
  read(where: DatabaseLocation): Promise<string>;
  /** The one value that a query returns. */
  value(where: DatabaseLocation, sql: string): Promise<unknown>;
  /** The columns of all tables of ours, as `table.column`. */
  columns(where: DatabaseLocation): Promise<string[]>;
  /** Lets nothing be written there until the returned function is called. */
  lock(where: DatabaseLocation): Promise<() => Promise<void>>;
  /** Runs statements there, past the store. */
  run(where: DatabaseLocation, sql: string): Promise<void>;
}

export const SQLITE: Database = {
  name: 'SQLite',
  fresh: async () => ({ file: freshFile() }),
  async read(where) {
    const folder = dirname('file' in where ? where.file : '');
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  },
  async columns(where) {
    const database = new Sqlite('file' in where ? where.file : '');
    const rows = database
      .prepare(
        `select m.name || '.' || c.name as column from sqlite_master m, pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'kysely%'`,
      )
      .all();
    database.close();
    return rows.map((row) => String(Object.values(row ?? {})[0]));
  },
  async lock(where) {
    const other = new Sqlite('file' in where ? where.file : '');
    other.exec('begin immediate');
    return async () => {
      other.exec('rollback');
      other.close();
    };
  },
  async run(where, sql) {
    const database = new Sqlite('file' in where ? where.file : '');
    database.exec(sql);
    database.close();
  },
  async value(where, sql) {
    const database = new Sqlite('file' in where ? where.file : '');
    const [value] = Object.values(database.prepare(sql).get() ?? {});
    database.close();
    return value;
  },
};

export const POSTGRESQL: Database = {
  name: 'PostgreSQL',
  fresh: async () => ({ server: await (await postgresServer()).freshDatabase(), hashKey: HASH_KEY }),
  async read(where) {
    const url = 'server' in where ? where.server : '';
    const tables = await query(url, `select tablename from pg_tables where schemaname = 'public'`);
    const rows = await Promise.all(tables.map(({ tablename }) => query(url, `select * from "${tablename}"`)));
    return JSON.stringify(rows);
  },
  async columns(where) {
    const rows = await query(
      'server' in where ? where.server : '',
      `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'`,
    );
    return rows.map(({ name }) => String(name));
  },
  async lock(where) {
    const other = new pg.Client({ connectionString: 'server' in where ? where.server : '' });
    // A test that fails leaves it to the end of the file, which ends the connection.
    other.on('error', () => undefined);
    await other.connect();
    const { rows } = await other.query(`select tablename from pg_tables where schemaname = 'public'`);
    await other.query(`begin; lock table ${rows.map(({ tablename }) => `"${tablename}"`).join(', ')}`);
    return async () => {
      await other.query('rollback');
      await other.end();
    };
  },
  async run(where, sql) {
    await query('server' in where ? where.server : '', sql);
  },
  async value(where, sql) {
    const [row] = await query('server' in where ? where.server : '', sql);
    const [value] = Object.values(row ?? {});
    return /^\d+$/.test(String(value)) ? Number(value) : value;
  },
};

export const DATABASES: readonly Database[] = [SQLITE, POSTGRESQL];
