// Makes the tables, step by step; a step that was released is never changed again.
import { randomUUID } from 'node:crypto';
import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StoreFault } from '../faults.js';
import type { Tables } from './schema.js';

/** The setting that names a store, wherever it lies. */
export const STORE_ID = 'store-id';

const MIGRATIONS: Record<string, Migration> = {
  '0001-first': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('answered')
        .addColumn('key', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('owner', 'varchar(64)', (column) => column.notNull())
        .addColumn('beat', 'bigint', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('done_at', 'bigint')
        .execute();
      await db.schema
        .createTable('conversations')
        .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('context', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('counts')
        .addColumn('day', 'integer', (column) => column.notNull())
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('door', 'varchar(64)', (column) => column.notNull())
        .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
        .addColumn('topic', 'varchar(255)', (column) => column.notNull())
        .addColumn('count', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('counts_key', ['day', 'workspace', 'door', 'outcome', 'topic'])
        .execute();
      await db.schema
        .createTable('votes')
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('answer', 'varchar(64)', (column) => column.notNull())
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
        .addColumn('topic', 'varchar(255)', (column) => column.notNull())
        .addColumn('is_helpful', 'integer', (column) => column.notNull())
        .addColumn('reason', 'varchar(64)')
        .addColumn('comment', 'text')
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('votes_key', ['person', 'answer'])
        .execute();
      await db.schema
        .createTable('unanswered')
        .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('name', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0002-workspaces': {
    async up(db: Kysely<Tables>) {
      const known = await db
        .selectFrom('counts')
        .select('workspace')
        .union(db.selectFrom('votes').select('workspace'))
        .union(db.selectFrom('unanswered').select('workspace'))
        .execute();
      for (const table of ['answered', 'conversations'] as const) {
        // Written by the version before as well, for as long as it still runs beside this one.
        await db.schema
          .alterTable(table)
          .addColumn('workspace', 'varchar(64)', (column) => column.notNull().defaultTo(''))
          .execute();
        const [only, ...others] = known;
        // Of several, nobody can tell which it was; these rows are gone within minutes in any case.
        if (only !== undefined && others.length === 0) await db.updateTable(table).set(only).execute();
      }
      for (const table of ['counts', 'votes', 'unanswered'] as const)
        await db.schema.createIndex(`${table}_workspace`).on(table).column('workspace').execute();
    },
  },
  '0003-installations': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('installations')
        .addColumn('workspace', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('key_name', 'varchar(64)', (column) => column.notNull())
        .addColumn('nonce', 'varchar(64)', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
    },
  },
  '0004-beats': {
    async up(db: Kysely<Tables>) {
      // The sign of life looks for the few that are under way among all that are done.
      await db.schema
        .createIndex('answered_under_way')
        .on('answered')
        .column('owner')
        .where(sql.ref('done_at'), 'is', null)
        .execute();
    },
  },
  '0005-moving': {
    async up(db: Kysely<Tables>) {
      await db.insertInto('settings').values({ name: STORE_ID, value: randomUUID() }).execute();
      await db.schema
        .createTable('moved_counts')
        .addColumn('source', 'varchar(64)', (column) => column.notNull())
        .addColumn('day', 'integer', (column) => column.notNull())
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('door', 'varchar(64)', (column) => column.notNull())
        .addColumn('outcome', 'varchar(16)', (column) => column.notNull())
        .addColumn('topic', 'varchar(255)', (column) => column.notNull())
        .addColumn('count', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('moved_counts_key', ['source', 'day', 'workspace', 'door', 'outcome', 'topic'])
        .execute();
    },
  },
  '0006-gaps': {
    async up(db: Kysely<Tables>) {
      // The version before goes on writing without these for as long as it still runs beside this one.
      const empty = { kind: 'varchar(16)', subjects: 'text', document: 'varchar(255)', section: 'text' } as const;
      for (const [name, type] of Object.entries(empty))
        await db.schema
          .alterTable('unanswered')
          .addColumn(name, type, (column) => column.notNull().defaultTo(''))
          .execute();
      for (const table of ['unanswered', 'votes'] as const)
        await db.schema
          .alterTable(table)
          .addColumn('is_neutral', 'integer', (column) => column.notNull().defaultTo(0))
          .execute();
      // Each start and each sweep looks for texts that aren't clean yet, among all that are.
      await db.schema
        .createIndex('unanswered_not_neutral')
        .on('unanswered')
        .column('id')
        .where(sql.ref('is_neutral'), '=', 0)
        .execute();
      await db.schema
        .createIndex('votes_not_neutral')
        .on('votes')
        .columns(['person', 'answer'])
        .where(sql.ref('is_neutral'), '=', 0)
        .where(sql.ref('comment'), 'is not', null)
        .execute();
    },
  },
  '0007-mentors': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('mentor_answers')
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('id', 'varchar(64)', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('is_live', 'integer', (column) => column.notNull())
        .addColumn('questions', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('author', 'text', (column) => column.notNull())
        .addColumn('writer', 'varchar(64)', (column) => column.notNull())
        .addColumn('written_at', 'bigint', (column) => column.notNull())
        .addColumn('changed_by', 'text', (column) => column.notNull())
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('mentor_answers_key', ['workspace', 'id', 'version'])
        .execute();
      await db.schema
        .createTable('mentors')
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('key_name', 'varchar(64)', (column) => column.notNull())
        .addColumn('nonce', 'varchar(64)', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('mentors_key', ['workspace', 'person'])
        .execute();
      await db.schema
        .createTable('subscriptions')
        .addColumn('id', 'varchar(64)', (column) => column.primaryKey())
        .addColumn('workspace', 'varchar(64)', (column) => column.notNull())
        .addColumn('person', 'varchar(64)', (column) => column.notNull())
        .addColumn('key_name', 'varchar(64)', (column) => column.notNull())
        .addColumn('nonce', 'varchar(64)', (column) => column.notNull())
        .addColumn('sealed', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('claimed_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .execute();
    },
  },
};

/** The table in which Kysely notes what has run. */
const NOTED = 'kysely_migration';

/** Tables that only this app has; a server may have others, too. */
const OURS: readonly string[] = ['answered', 'conversations', 'counts', 'votes', 'unanswered', 'settings'];

/**
 * Whether all has run already. Throws a StoreFault for tables of a newer version or of another program. `schema` is
 * where the tables are on a server.
 */
export async function isUpToDate(db: Kysely<Tables>, schema?: string): Promise<boolean> {
  const found = await db.introspection.getTables({ withInternalKyselyTables: true });
  const names = found.filter((table) => schema === undefined || table.schema === schema).map(({ name }) => name);
  const inTheWay = schema === undefined ? names : names.filter((name) => OURS.includes(name));
  if (!names.includes(NOTED)) {
    if (inTheWay.length > 0) throw new StoreFault('foreign');
    return false;
  }
  const noted = await db.withTables<{ [NOTED]: { name: string } }>().selectFrom(NOTED).select('name').execute();
  if (noted.some(({ name }) => MIGRATIONS[name] === undefined)) throw new StoreFault('newer');
  return noted.length === Object.keys(MIGRATIONS).length;
}

/** Runs what has not run yet. On a server Kysely keeps others out meanwhile; for a file the caller does. */
export async function migrate(db: Kysely<Tables>, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => MIGRATIONS },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
