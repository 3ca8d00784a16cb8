// Reads and writes the rows of installations; only a key decrypts their content.
import type { Kysely } from 'kysely';
import type { InstallationsTable, Tables } from './schema.js';

/** One stored installation. */
export type InstallationRow = InstallationsTable;

const typed = (row: InstallationRow): InstallationRow => ({ ...row, at: Number(row.at) });

/** The rows of installations in a database. Every method rejects if the database does. */
export class InstallationRows {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async find(workspace: string): Promise<InstallationRow | undefined> {
    const query = this.#db.selectFrom('installations').selectAll().where('workspace', '=', workspace);
    const row = await query.executeTakeFirst();
    return row && typed(row);
  }

  /** Returns whether there was none before. */
  async save(row: InstallationRow): Promise<boolean> {
    const { workspace, ...rest } = row;
    // It may be removed between the two queries; then it's a first one again.
    for (;;) {
      const inserted = await this.#db
        .insertInto('installations')
        .values(row)
        .onConflict((conflict) => conflict.column('workspace').doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows === 1n) return true;
      const update = this.#db.updateTable('installations').set(rest).where('workspace', '=', workspace);
      if ((await update.executeTakeFirst()).numUpdatedRows === 1n) return false;
    }
  }

  async remove(workspace: string): Promise<void> {
    await this.#db.deleteFrom('installations').where('workspace', '=', workspace).execute();
  }

  async count(): Promise<number> {
    const query = this.#db.selectFrom('installations').select(({ fn }) => fn.countAll().as('count'));
    return Number((await query.executeTakeFirstOrThrow()).count);
  }

  /** One row for each name of a key. */
  async samples(): Promise<InstallationRow[]> {
    const names = await this.#db
      .selectFrom('installations')
      .select(({ fn }) => fn.min('workspace').as('workspace'))
      .groupBy('key_name')
      .execute();
    if (names.length === 0) return [];
    const workspaces = names.map(({ workspace }) => workspace);
    const rows = await this.#db.selectFrom('installations').selectAll().where('workspace', 'in', workspaces).execute();
    return rows.map(typed);
  }

  /** The rows that are encrypted with a different key. */
  async notWith(keyName: string): Promise<InstallationRow[]> {
    const rows = await this.#db.selectFrom('installations').selectAll().where('key_name', '!=', keyName).execute();
    return rows.map(typed);
  }

  /** Replaces `row` with `by`, unless another process has done so meanwhile. */
  async replace({ workspace, sealed }: InstallationRow, by: InstallationRow): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('installations')
      .set({ key_name: by.key_name, nonce: by.nonce, sealed: by.sealed })
      .where('workspace', '=', workspace)
      .where('sealed', '=', sealed)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }
}
