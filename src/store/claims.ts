// Within the store: who works on which question, so that of several processes on one file only one answers it.
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { compileOnce, NUMBER, TEXT } from './query.js';
import type { Schema } from './schema.js';

/** A question that another one works on; the beat changes as long as that one lives. */
export interface OthersClaim {
  readonly owner: string;
  readonly beat: number;
}

type Taken = 'mine' | 'done before' | OthersClaim;

export interface Claims {
  /** Looks without writing anything; undefined when nobody has it. */
  find(key: string, owner: string): Promise<Taken | undefined>;
  /** Takes a question that nobody has; what an owner took itself stays its own. */
  take(workspace: string, key: string, owner: string, at: number): Promise<Taken>;
  /** Takes a question from one who gave no sign of life; false when there has been one after all. */
  takeOver(key: string, from: OthersClaim, owner: string): Promise<boolean>;
  /** A sign of life for everything that the owner works on. */
  beat(owner: string): Promise<void>;
  release(key: string, owner: string): Promise<void>;
  /** The query that marks a question as done, also where it could not be taken before; a second time it writes nothing. */
  done(workspace: string, key: string, owner: string, at: number): CompiledQuery;
}

/** Claims in a database; keys are hashes already. */
export function createClaims(db: Kysely<Schema>): Claims {
  // How many rows it wrote says who won. A query that returned the row would be read like a select by the dialect.
  const insert = compileOnce({ workspace: TEXT, key: TEXT, owner: TEXT, at: NUMBER }, (gaps) =>
    db
      .insertInto('answered')
      .values({ ...gaps, beat: 0, done_at: null })
      .onConflict((conflict) => conflict.column('key').doNothing()),
  );
  const mark = compileOnce({ workspace: TEXT, key: TEXT, owner: TEXT, at: NUMBER }, ({ workspace, key, owner, at }) =>
    db
      .insertInto('answered')
      .values({ workspace, key, owner, at, beat: 0, done_at: at })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({ owner, at, done_at: at }).where('answered.done_at', 'is', null),
      ),
  );
  const select = compileOnce({ key: TEXT }, ({ key }) =>
    db.selectFrom('answered').select(['owner', 'beat', 'done_at']).where('key', '=', key),
  );

  const find = async (key: string, owner: string): Promise<Taken | undefined> => {
    const [row] = (await db.executeQuery(select({ key }))).rows;
    if (row === undefined) return undefined;
    if (row.done_at !== null) return 'done before';
    return row.owner === owner ? 'mine' : { owner: row.owner, beat: Number(row.beat) };
  };

  return {
    find,

    async take(workspace, key, owner, at) {
      for (;;) {
        try {
          const { numAffectedRows } = await db.executeQuery(insert({ workspace, key, owner, at }));
          if (numAffectedRows === 1n) return 'mine';
        } catch (error) {
          // What is done already can be told while nothing can be written.
          const found = await find(key, owner).catch(() => undefined);
          if (found === undefined) throw error;
          return found;
        }
        const found = await find(key, owner);
        if (found !== undefined) return found;
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

    done: (workspace, key, owner, at) => mark({ workspace, key, owner, at }),
  };
}
