// Within the store: who works on which question, so that of several processes on one file only one answers it.
import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.js';

/** A question that another one works on; the beat changes as long as that one lives. */
export interface OthersClaim {
  readonly owner: string;
  readonly beat: number;
}

export type Claim = 'mine' | 'done before' | OthersClaim;

/** A question that somebody wants to work on. */
export interface ClaimedQuestion {
  readonly workspace: string;
  readonly key: string;
}

export interface Claims {
  /** Looks without writing anything; what nobody has is left out. */
  find(keys: readonly string[], owner: string): Promise<ReadonlyMap<string, Claim>>;
  /** Takes questions that nobody has, in their order; what an owner took itself stays its own. */
  take(wanted: readonly ClaimedQuestion[], owner: string, at: number): Promise<readonly Claim[]>;
  /** Takes a question from one who gave no sign of life; false when there has been one after all. */
  takeOver(key: string, from: OthersClaim, owner: string): Promise<boolean>;
  /** A sign of life for everything that the owner works on. */
  beat(owner: string): Promise<void>;
  release(key: string, owner: string): Promise<void>;
  /**
   * Marks questions as done in a transaction, also those that could not be taken before; what is marked already is not
   * written a second time. Says how many it wrote.
   */
  done(transaction: Kysely<Tables>, done: readonly AnsweredQuestion[]): Promise<number>;
}

/** A question that is answered, by whom, and when. */
export interface AnsweredQuestion extends ClaimedQuestion {
  readonly owner: string;
  readonly at: number;
}

const byKey = (one: ClaimedQuestion, other: ClaimedQuestion): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0;

/** Claims in a database; keys are hashes already. */
export function createClaims(db: Kysely<Tables>): Claims {
  const find = async (keys: readonly string[], owner: string): Promise<ReadonlyMap<string, Claim>> => {
    const columns = ['key', 'owner', 'beat', 'done_at'] as const;
    const rows = await db.selectFrom('answered').select(columns).where('key', 'in', keys).execute();
    return new Map(
      rows.map((row) => {
        const claim = row.owner === owner ? 'mine' : { owner: row.owner, beat: Number(row.beat) };
        return [row.key, row.done_at === null ? claim : 'done before'];
      }),
    );
  };

  /** How many rows it wrote says who won. A query that returned the rows would be read like a select by the dialect. */
  const insert = async (wanted: readonly ClaimedQuestion[], owner: string, at: number): Promise<number> => {
    // Everybody takes rows in one order, so that no two who want the same ones wait for each other.
    const rows = wanted.map(({ workspace, key }) => ({ workspace, key, owner, at, beat: 0, done_at: null }));
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('answered')
      .values(rows.sort(byKey))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    return Number(numInsertedOrUpdatedRows);
  };

  return {
    find,

    async take(wanted, owner, at) {
      const keys = wanted.map(({ key }) => key);
      for (;;) {
        let fault: unknown;
        try {
          if ((await insert(wanted, owner, at)) === wanted.length) return wanted.map(() => 'mine');
        } catch (error) {
          fault = error;
        }
        // What is done already can be told while nothing can be written.
        const found = await find(keys, owner).catch((error) => {
          throw fault ?? error;
        });
        const taken = keys.flatMap((key) => found.get(key) ?? []);
        if (taken.length === keys.length) return taken;
        if (fault !== undefined) throw fault;
      }
    },

    async takeOver(key, from, owner) {
      const { numUpdatedRows } = await db
        .updateTable('answered')
        .set({ owner, beat: from.beat + 1 })
        .where('key', '=', key)
        .where('owner', '=', from.owner)
        .where('beat', '=', from.beat)
        .where('done_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async beat(owner) {
      await db
        .updateTable('answered')
        .set({ beat: sql`beat + 1` })
        .where('owner', '=', owner)
        .where('done_at', 'is', null)
        .execute();
    },

    async release(key, owner) {
      await db
        .deleteFrom('answered')
        .where('key', '=', key)
        .where('owner', '=', owner)
        .where('done_at', 'is', null)
        .execute();
    },

    async done(transaction, done) {
      if (done.length === 0) return 0;
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('answered')
        .values(done.map((row) => ({ ...row, beat: 0, done_at: row.at })))
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet(({ ref }) => ({
              owner: ref('excluded.owner'),
              at: ref('excluded.at'),
              done_at: ref('excluded.done_at'),
            }))
            .where('answered.done_at', 'is', null),
        )
        .executeTakeFirstOrThrow();
      return Number(numInsertedOrUpdatedRows);
    },
  };
}
