// Within the store: deletes what is older than it may become, piece by piece, so that nobody has to wait for a big sweep.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Opened } from '../databases/sqlite.js';
import { ANSWERED_MS, CONVERSATION_MS, COUNT_MS, DAY_MS, UNANSWERED_MS, VOTE_MS } from './retention.js';

const KEPT_MS = {
  answered: ANSWERED_MS,
  conversations: CONVERSATION_MS,
  unanswered: UNANSWERED_MS,
  votes: VOTE_MS,
} as const;

/** The tables that grow with every question, in the order in which they are swept. */
const TABLES = ['answered', 'conversations', 'unanswered', 'votes'] as const;
export type SweptTable = (typeof TABLES)[number];

/** Rows that lie beside each other, few enough to be looked through while people wait. No index is needed for that. */
export interface Piece {
  readonly rows: RawBuilder<SqlBool>;
  /** Where the next piece begins, in the database's own measure; absent where this is the last one. */
  readonly next?: number;
}

/** Where a sweep goes on. */
export interface SweepPlace {
  readonly table: SweptTable;
  readonly from: number;
}

/** What came of one piece. */
export interface Swept {
  readonly hasDeleted: boolean;
  /** Absent when all is swept. */
  readonly next?: SweepPlace;
}

/** Sweeps the piece at a place, the first one unless said otherwise. */
export async function sweepPiece(
  { db, pieceOf, change }: Opened,
  now: number,
  { table, from }: SweepPlace = { table: TABLES[0], from: 0 },
): Promise<Swept> {
  const { rows, next } = await pieceOf(table, from);
  const due = now - KEPT_MS[table];
  // Looked at first, since what has nothing to write need not wait for others who write.
  const found = await db
    .selectFrom(table)
    .select('at')
    .where(rows)
    .where((eb) => eb.or([eb('at', '>', now), eb('at', '<=', due)]))
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) {
    await change([
      // A clock that was ahead for a while must not keep its entries for ever.
      db.updateTable(table).set({ at: now }).where(rows).where('at', '>', now).compile(),
      db.deleteFrom(table).where(rows).where('at', '<=', due).compile(),
    ]);
  }
  const hasDeleted = found !== undefined;
  if (next !== undefined) return { hasDeleted, next: { table, from: next } };
  const nextTable = TABLES[TABLES.indexOf(table) + 1];
  if (nextTable !== undefined) return { hasDeleted, next: { table: nextTable, from: 0 } };
  // Of these only a day's worth is due at a time.
  const firstDay = Math.floor((now - COUNT_MS) / DAY_MS);
  for (const counts of ['counts', 'moved_counts'] as const)
    await db.deleteFrom(counts).where(sql.ref('day'), '<', firstDay).execute();
  return { hasDeleted };
}
