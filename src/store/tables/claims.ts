// Claims of questions, so that of several processes on one store only one answers each.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** A question that another process works on; the beat changes for as long as that one lives. */
export interface OthersClaim {
  readonly owner: string;
  readonly beat: number;
}

/** Whose a question is. */
export type Claim = 'mine' | 'done before' | OthersClaim;

/** A question to answer: its workspace, and the key that it comes under again. */
export interface ClaimedQuestion {
  readonly workspace: string;
  readonly key: string;
}

/** A question that was answered, by whom, and when (ms since 1970). */
export interface AnsweredQuestion extends ClaimedQuestion {
  readonly owner: string;
  readonly at: number;
}

type Db = Kysely<Tables>;

/** Claims that there are, by their hashed keys, found without writing; what nobody has is left out. */
export async function findClaims(db: Db, keys: readonly string[], owner: string): Promise<ReadonlyMap<string, Claim>> {
  const columns = ['key', 'owner', 'beat', 'done_at'] as const;
  const rows = await db.selectFrom('answered').select(columns).where('key', 'in', keys).execute();
  return new Map(
    rows.map((row) => {
      const claim = row.owner === owner ? 'mine' : { owner: row.owner, beat: Number(row.beat) };
      return [row.key, row.done_at === null ? claim : 'done before'];
    }),
  );
}

/** Claims questions that nobody has, in their order; what an owner claimed before stays its own. */
export async function claimQuestions(
  db: Db,
  questions: readonly ClaimedQuestion[],
  owner: string,
  at: number,
): Promise<readonly Claim[]> {
  const keys = questions.map(({ key }) => key);
  for (;;) {
    let fault: unknown;
    try {
      if ((await insertClaims(db, questions, owner, at)) === questions.length) return questions.map(() => 'mine');
    } catch (error) {
      fault = error;
    }
    // What was answered before can be told while nothing can be written.
    const found = await findClaims(db, keys, owner).catch((error) => {
      throw fault ?? error;
    });
    const claims = keys.flatMap((key) => found.get(key) ?? []);
    if (claims.length === keys.length) return claims;
    if (fault !== undefined) throw fault;
  }
}

/** How many rows it wrote says who won. A query that returned the rows would be read like a select by the dialect. */
async function insertClaims(db: Db, questions: readonly ClaimedQuestion[], owner: string, at: number): Promise<number> {
  const rows = questions.map(({ workspace, key }) => ({ workspace, key, owner, at, beat: 0, done_at: null }));
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answered')
    // Everyone takes rows in one order, so that no two who want the same ones wait for each other.
    .values(rows.sort(byKey))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

const byKey = (one: ClaimedQuestion, other: ClaimedQuestion): number => (one.key < other.key ? -1 : 1);

/** Takes a question over from an owner who gave no sign of life; false when there has been one after all. */
export async function takeOverClaim(db: Db, key: string, from: OthersClaim, owner: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('answered')
    .set({ owner, beat: from.beat + 1 })
    .where('key', '=', key)
    .where('owner', '=', from.owner)
    .where('beat', '=', from.beat)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Gives a sign of life for everything that the owner works on. */
export async function renewClaims(db: Db, owner: string): Promise<void> {
  await db
    .updateTable('answered')
    .set({ beat: sql`beat + 1` })
    .where('owner', '=', owner)
    .where('done_at', 'is', null)
    .execute();
}

/** Lets go of a question that was not answered. */
export async function releaseClaim(db: Db, key: string, owner: string): Promise<void> {
  await db
    .deleteFrom('answered')
    .where('key', '=', key)
    .where('owner', '=', owner)
    .where('done_at', 'is', null)
    .execute();
}

/** Marks questions as answered, also those that could not be claimed. Returns the keys that were not marked before. */
export async function markAnswered(
  transaction: Transaction<Tables>,
  questions: readonly AnsweredQuestion[],
): Promise<ReadonlySet<string>> {
  if (questions.length === 0) return new Set();
  const rows = questions.map((question) => ({ ...question, beat: 0, done_at: question.at }));
  const marked = await transaction
    .insertInto('answered')
    .values(rows.sort(byKey))
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
    .returning('key')
    .execute();
  return new Set(marked.map(({ key }) => key));
}
