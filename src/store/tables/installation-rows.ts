// Within the store: the rows of installations, the same in every database; what is in them only a key opens.
import type { Kysely } from 'kysely';
import type { InstallationsTable, Tables } from './schema.js';

export type InstallationRow = InstallationsTable;

/** Rejects when the database does. */
export interface InstallationRows {
  find(workspace: string): Promise<InstallationRow | undefined>;
  /** Says whether there was none before. */
  save(row: InstallationRow): Promise<boolean>;
  remove(workspace: string): Promise<void>;
  count(): Promise<number>;
  /** One row for each name of a key. */
  samples(): Promise<InstallationRow[]>;
  /** The rows that are encrypted with another key than this. */
  notWith(keyName: string): Promise<InstallationRow[]>;
  /** Puts `by` in the place of `row`, unless somebody else has done so meanwhile. */
  replace(row: InstallationRow, by: InstallationRow): Promise<boolean>;
}

export function createInstallationRows(db: Kysely<Tables>): InstallationRows {
  const typed = (row: InstallationRow): InstallationRow => ({ ...row, at: Number(row.at) });

  return {
    async find(workspace) {
      const find = db.selectFrom('installations').selectAll().where('workspace', '=', workspace);
      const row = await find.executeTakeFirst();
      return row && typed(row);
    },

    async save(row) {
      const { workspace, ...rest } = row;
      // It may be removed between the two; then it is a first one again.
      for (;;) {
        const inserted = await db
          .insertInto('installations')
          .values(row)
          .onConflict((conflict) => conflict.column('workspace').doNothing())
          .executeTakeFirst();
        if (inserted.numInsertedOrUpdatedRows === 1n) return true;
        const updated = await db
          .updateTable('installations')
          .set(rest)
          .where('workspace', '=', workspace)
          .executeTakeFirst();
        if (updated.numUpdatedRows === 1n) return false;
      }
    },

    async remove(workspace) {
      await db.deleteFrom('installations').where('workspace', '=', workspace).execute();
    },

    async count() {
      const { count } = await db
        .selectFrom('installations')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async samples() {
      const names = await db
        .selectFrom('installations')
        .select(({ fn }) => fn.min('workspace').as('workspace'))
        .groupBy('key_name')
        .execute();
      if (names.length === 0) return [];
      const workspaces = names.map(({ workspace }) => workspace);
      const rows = await db.selectFrom('installations').selectAll().where('workspace', 'in', workspaces).execute();
      return rows.map(typed);
    },

    async notWith(keyName) {
      const rows = await db.selectFrom('installations').selectAll().where('key_name', '!=', keyName).execute();
      return rows.map(typed);
    },

    async replace({ workspace, sealed }, { key_name, nonce, sealed: other }) {
      const { numUpdatedRows } = await db
        .updateTable('installations')
        .set({ key_name, nonce, sealed: other })
        .where('workspace', '=', workspace)
        .where('sealed', '=', sealed)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
