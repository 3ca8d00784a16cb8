// Within the store: deletes what is older than it may become.
import { type Kysely, sql } from 'kysely';
import { ANSWERED_MS, CONVERSATION_MS, COUNT_MS, DAY_MS, UNANSWERED_MS, VOTE_MS } from './retention.js';
import type { Schema } from './schema.js';

const KEPT_MS = {
  answered: ANSWERED_MS,
  conversations: CONVERSATION_MS,
  unanswered: UNANSWERED_MS,
  votes: VOTE_MS,
} as const;

const TABLES = ['answered', 'conversations', 'unanswered', 'votes'] as const;

/** Sweeps all tables and says whether anything was deleted. */
export async function sweepTables(db: Kysely<Schema>, now: number): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    let deleted = 0n;
    for (const table of TABLES) {
      // A clock that was ahead for a while must not keep its entries for ever.
      await transaction.updateTable(table).set({ at: now }).where('at', '>', now).execute();
      const { numDeletedRows } = await transaction
        .deleteFrom(table)
        .where('at', '<=', now - KEPT_MS[table])
        .executeTakeFirstOrThrow();
      deleted += numDeletedRows;
    }
    const firstDay = Math.floor((now - COUNT_MS) / DAY_MS);
    for (const table of ['counts', 'moved_counts'] as const)
      await transaction.deleteFrom(table).where(sql.ref('day'), '<', firstDay).execute();
    return deleted > 0n;
  });
}
