// Reads and writes rows about people whose ids have to be found again: mentors, and those who wait for an answer.
import type { Kysely } from 'kysely';
import type { Encrypted } from '../failover/encryption.js';
import type { Hash } from './id-hashing.js';
import { SUBSCRIPTION_MS, TELLING_MS } from './retention.js';
import type { SubscriptionsTable, Tables } from './schema.js';

/** A person's id, or more about them, as only a key opens it. */
export interface SealedPerson extends Encrypted {
  readonly workspace: string;
}

/** The tables with something sealed about people. */
const TABLES = ['mentors', 'subscriptions'] as const;

/** The rows about people in a database. Every method rejects when the database does. */
export class PeopleRows {
  readonly #db: Kysely<Tables>;
  readonly #hash: Hash;

  constructor(db: Kysely<Tables>, hash: Hash) {
    this.#db = db;
    this.#hash = hash;
  }

  async isMentor(workspace: string, person: string): Promise<boolean> {
    const own = this.#hash('person', workspace, person);
    const query = this.#db.selectFrom('mentors').select('person').where('workspace', '=', workspace);
    return (await query.where('person', '=', own).executeTakeFirst()) !== undefined;
  }

  mentors(workspace: string): Promise<SealedPerson[]> {
    const columns = ['workspace', 'key_name', 'nonce', 'sealed'] as const;
    return this.#db
      .selectFrom('mentors')
      .select(columns)
      .where('workspace', '=', workspace)
      .orderBy('person')
      .execute();
  }

  /** Puts these in the place of all mentors of the workspace; each with the id of its person. */
  chooseMentors(workspace: string, chosen: readonly (Encrypted & { readonly id: string })[]): Promise<void> {
    const rows = chosen.map(({ id, ...sealed }) => ({
      ...sealed,
      workspace,
      person: this.#hash('person', workspace, id),
    }));
    return this.#db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('mentors').where('workspace', '=', workspace).execute();
      if (rows.length === 0) return;
      const insert = transaction.insertInto('mentors').values(rows);
      await insert.onConflict((conflict) => conflict.columns(['workspace', 'person']).doNothing()).execute();
    });
  }

  /** The id of a person's request to be told of an answer. */
  subscriptionId(workspace: string, person: string, question: string): string {
    return this.#hash('subscription', workspace, person, question);
  }

  /** The same once more begins the time anew. */
  async subscribe(id: string, person: string, sealed: SealedPerson, at: number): Promise<void> {
    const row = { ...sealed, id, person: this.#hash('person', sealed.workspace, person), at, claimed_at: 0 };
    const insert = this.#db.insertInto('subscriptions').values(row);
    await insert.onConflict((conflict) => conflict.column('id').doUpdateSet({ at })).execute();
  }

  async unsubscribe(id: string): Promise<void> {
    await this.#db.deleteFrom('subscriptions').where('id', '=', id).execute();
  }

  /** Those that have not ended at this time, though some that have are still there until the next sweep. */
  subscriptions(at: number): Promise<SubscriptionsTable[]> {
    const query = this.#db
      .selectFrom('subscriptions')
      .selectAll()
      .where('at', '>', at - SUBSCRIPTION_MS);
    return query.orderBy('at').orderBy('id').execute();
  }

  /** Whether nobody has it, or has had it for too long. */
  async claim(id: string, at: number): Promise<boolean> {
    const query = this.#db.updateTable('subscriptions').set({ claimed_at: at }).where('id', '=', id);
    const { numUpdatedRows } = await query.where('claimed_at', '<=', at - TELLING_MS).executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Whatever is sealed with another key than this, with what `seal` makes of it in its place. */
  async sealAgain(
    keyName: string,
    seal: (row: SealedPerson, table: (typeof TABLES)[number]) => Encrypted | undefined,
  ): Promise<{ readonly changed: number; readonly unreadable: number }> {
    let [changed, unreadable] = [0, 0];
    for (const table of TABLES) {
      const columns = ['workspace', 'key_name', 'nonce', 'sealed'] as const;
      const rows = await this.#db.selectFrom(table).select(columns).where('key_name', '!=', keyName).execute();
      for (const row of rows) {
        const again = seal(row, table);
        if (again === undefined) {
          unreadable += 1;
          continue;
        }
        const query = this.#db.updateTable(table).set(again).where('workspace', '=', row.workspace);
        changed += Number((await query.where('sealed', '=', row.sealed).executeTakeFirst()).numUpdatedRows);
      }
    }
    return { changed, unreadable };
  }
}
