// Claims questions, so that only one of several processes on a store answers each.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from './schema.js';

/** A question that another process works on; the beat changes as long as that process lives. */
export interface OthersClaim {
  readonly owner: string;
  readonly beat: number;
}

/** Who has claimed a question. */
export type Claim = 'mine' | 'done before' | OthersClaim;

/** A question to answer: its workspace, and a key that is the same on every delivery. */
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

/** The existing claims, by their hashed keys, found without writing. */
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

/** Claims unclaimed questions, in order; an owner's earlier claims stay its own. */
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
    // Answered questions are known even while nothing can be written.
    const found = await findClaims(db, keys, owner).catch((error) => {
      throw fault ?? error;
    });
    const claims = keys.flatMap((key) => found.get(key) ?? []);
    if (claims.length === keys.length) return claims;
    if (fault !== undefined) throw fault;
  }
}

/** The number of rows written says who won. The dialect would treat a query that returns rows as a select. */
async function insertClaims(db: Db, questions: readonly ClaimedQuestion[], owner: string, at: number): Promise<number> {
  const rows = questions.map(({ workspace, key }) => ({ workspace, key, owner, at, beat: 0, done_at: null }));
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('answered')
    // Everyone takes rows in one order, so that no two wait for each other.
    .values(rows.sort(byKey))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}

const byKey = (one: ClaimedQuestion, other: ClaimedQuestion): number => (one.key < other.key ? -1 : 1);

/** Takes a question over from an owner who stopped renewing; false if it has renewed after all. */
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

/** Renews everything the owner works on. */
export async function renewClaims(db: Db, owner: string): Promise<void> {
  await db
    .updateTable('answered')
    .set({ beat: sql`beat + 1` })
    .where('owner', '=', owner)
    .where('done_at', 'is', null)
    .execute();
}

/** Releases a question that wasn't answered. */
export async function releaseClaim(db: Db, key: string, owner: string): Promise<void> {
  await db
    .deleteFrom('answered')
    .where('key', '=', key)
    .where('owner', '=', owner)
    .where('done_at', 'is', null)
    .execute();
}

/** Marks questions as answered, claimed or not. Returns the keys that weren't marked before. */
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
