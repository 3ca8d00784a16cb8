// Prepares a database that was just opened: notices another hash key, cleans texts of earlier versions, and deletes texts
// that are no longer to be kept.
import type { StoreName } from './faults.js';
import type { OpenDatabase } from './tables/database.js';
import { cleanTexts } from './tables/neutral-texts.js';

/** What a database is prepared for. */
interface Preparation {
  /** Whether words that people wrote are stored; if not, those stored so far are deleted. */
  readonly keepsTexts: boolean;
  readonly warn: (message: string) => void;
}

/** Prepares the database. Says whether something deleted is yet to be tidied away. Rejects when it can't be used. */
export async function prepareDatabase(
  opened: OpenDatabase,
  name: StoreName,
  { keepsTexts, warn }: Preparation,
): Promise<boolean> {
  if (!(await isSameKey(opened))) warn(otherKey(name));
  const isUntidy = keepsTexts ? await cleanTexts(opened.db) : await deleteTexts(opened);
  // Another process may be writing: then the next sweep does it.
  const isTidied =
    isUntidy &&
    (await opened.tidy().then(
      () => true,
      () => false,
    ));
  return isUntidy && !isTidied;
}

const otherKey = ({ name, isServer }: StoreName): string =>
  `The hash key for the store ${name} has changed. Older votes and questions can’t be matched to people, so “forget me” ` +
  'won’t find them until they’re deleted by age. If you didn’t mean to change it, ' +
  (isServer ? 'set HASH_KEY back to the old one, the same for every instance.' : 'put hash.key back.');

/** Records the key's own hash, so that a changed key is noticed; false if it has changed. */
async function isSameKey({ db, hash }: OpenDatabase): Promise<boolean> {
  const value = hash('check');
  const find = db.selectFrom('settings').select('value').where('name', '=', 'hash-check');
  // Checked first, since a start that has nothing to write needn't wait for others who write.
  const known = await find.executeTakeFirst();
  if (known?.value === value) return true;
  const inserted = await db
    .insertInto('settings')
    .values({ name: 'hash-check', value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return true;
  if ((await find.executeTakeFirst())?.value === value) return true;
  await db.updateTable('settings').set({ value }).where('name', '=', 'hash-check').execute();
  return false;
}

/** Returns whether there were any. */
async function deleteTexts({ db }: OpenDatabase): Promise<boolean> {
  // Checked first, since a start that has nothing to delete needn't wait for others who write.
  const question = await db.selectFrom('unanswered').select('id').limit(1).executeTakeFirst();
  const comment = await db
    .selectFrom('votes')
    .select('at')
    .where('comment', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  const subscription = await db.selectFrom('subscriptions').select('id').limit(1).executeTakeFirst();
  if (question === undefined && comment === undefined && subscription === undefined) return false;
  await db.deleteFrom('unanswered').execute();
  // What someone wants to be told of is a question in their words.
  await db.deleteFrom('subscriptions').execute();
  await db.updateTable('votes').set({ comment: null }).where('comment', 'is not', null).execute();
  return true;
}
