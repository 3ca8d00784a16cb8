// Deletes what has expired.
import type { Kysely } from 'kysely';
import {
  ANSWERED_MS,
  CONVERSATION_MS,
  COUNT_MS,
  DAY_MS,
  SUBSCRIPTION_MS,
  UNANSWERED_MS,
  VOTE_MS,
} from './retention.js';
import type { Tables } from './schema.js';

const KEPT_MS = {
  answered: ANSWERED_MS,
  conversations: CONVERSATION_MS,
  unanswered: UNANSWERED_MS,
  votes: VOTE_MS,
  subscriptions: SUBSCRIPTION_MS,
} as const;
const TABLES = ['answered', 'conversations', 'unanswered', 'votes', 'subscriptions'] as const;

/** Deletes everything expired at a time (ms since 1970). Returns whether there was any. */
export async function sweep(db: Kysely<Tables>, now: number): Promise<boolean> {
  let deleted = 0n;
  for (const table of TABLES) {
    // Entries from a clock that was ahead for a while must not stay for ever.
    await db.updateTable(table).set({ at: now }).where('at', '>', now).execute();
    const due = db.deleteFrom(table).where('at', '<=', now - KEPT_MS[table]);
    deleted += (await due.executeTakeFirstOrThrow()).numDeletedRows;
  }
  const firstDay = Math.floor((now - COUNT_MS) / DAY_MS);
  for (const table of ['counts', 'moved_counts'] as const)
    await db.deleteFrom(table).where('day', '<', firstDay).execute();
  return deleted > 0n;
}
