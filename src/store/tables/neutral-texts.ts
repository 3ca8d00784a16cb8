// Cleans what an earlier version stored: puts neutral words in place of what names people and places, in batches.
import type { Kysely } from 'kysely';
import { neutralWords } from '../neutral-words.js';
import type { Tables } from './schema.js';

/** So many rows are changed at once: others who write wait for one batch, not for all of them. */
const BATCH = 200;

/** Words as every database takes them, naming nobody: PostgreSQL refuses the character zero. */
export const storable = (text: string): string => neutralWords(text.replaceAll('\0', ''));

/**
 * Cleans all texts that aren't marked as clean, and marks them. Says whether any words were changed. A process that stops
 * in between leaves the rest to the next one; of two that clean at once, the second finds the text clean.
 */
export async function cleanTexts(db: Kysely<Tables>): Promise<boolean> {
  let isAnyChanged = false;
  for (const clean of [cleanQuestions, cleanComments]) {
    let batch: CleanedBatch;
    do {
      batch = await clean(db);
      isAnyChanged ||= batch.isChanged;
    } while (batch.found === BATCH);
  }
  return isAnyChanged;
}

interface CleanedBatch {
  readonly found: number;
  readonly isChanged: boolean;
}

const NOTHING: CleanedBatch = { found: 0, isChanged: false };

async function cleanQuestions(db: Kysely<Tables>): Promise<CleanedBatch> {
  const query = db.selectFrom('unanswered').select(['id', 'text']).where('is_neutral', '=', 0).orderBy('id');
  const rows = await query.limit(BATCH).execute();
  // A start that has nothing to clean need not wait for others who write.
  if (rows.length === 0) return NOTHING;
  const changed = rows.filter(({ text }) => storable(text) !== text);
  await db.transaction().execute(async (transaction) => {
    for (const { id, text } of changed)
      await transaction
        .updateTable('unanswered')
        .set({ text: storable(text), is_neutral: 1 })
        .where('id', '=', id)
        .where('is_neutral', '=', 0)
        .execute();
    const ids = rows.map(({ id }) => id);
    await transaction.updateTable('unanswered').set({ is_neutral: 1 }).where('id', 'in', ids).execute();
  });
  return { found: rows.length, isChanged: changed.length > 0 };
}

/** A vote may have been given again meanwhile, with other words: those stay. */
async function cleanComments(db: Kysely<Tables>): Promise<CleanedBatch> {
  const rows = await db
    .selectFrom('votes')
    .select(['person', 'answer', 'comment'])
    .where('is_neutral', '=', 0)
    .where('comment', 'is not', null)
    .orderBy('person')
    .orderBy('answer')
    .limit(BATCH)
    .execute();
  if (rows.length === 0) return NOTHING;
  await db.transaction().execute(async (transaction) => {
    for (const { person, answer, comment } of rows)
      await transaction
        .updateTable('votes')
        .set({ comment: storable(comment ?? ''), is_neutral: 1 })
        .where('person', '=', person)
        .where('answer', '=', answer)
        .where('comment', '=', comment)
        .execute();
  });
  return { found: rows.length, isChanged: rows.some(({ comment }) => storable(comment ?? '') !== comment) };
}
