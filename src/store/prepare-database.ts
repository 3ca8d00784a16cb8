// Prepares a database that was just opened: notices another hash key, and deletes texts that are no longer to be kept.
import type { StoreName } from './faults.js';
import type { OpenDatabase } from './tables/database.js';

/** What a database is prepared for. */
interface Preparation {
  /** Whether words that people wrote are kept; where not, those kept so far are deleted. */
  readonly keepsTexts: boolean;
  readonly warn: (message: string) => void;
}

/** Prepares the database; rejects when it can't be used. */
export async function prepareDatabase(
  opened: OpenDatabase,
  name: StoreName,
  { keepsTexts, warn }: Preparation,
): Promise<void> {
  if (!(await isSameKey(opened))) warn(otherKey(name));
  if (!keepsTexts && (await deleteTexts(opened))) await opened.tidy();
}

const otherKey = ({ name, isServer }: StoreName): string =>
  `The hash key of the store ${name} is another one than before: whose votes and questions were kept so far can't be told ` +
  'any more, so “forget me” will not find them until they are deleted by age. If that was not meant, ' +
  (isServer ? 'set HASH_KEY to the former one, the same for all who share it.' : 'put hash.key back.');

/** Notes the key's own hash, so that another key is noticed; false when this is another one. */
async function isSameKey({ db, hash }: OpenDatabase): Promise<boolean> {
  const value = hash('check');
  const find = db.selectFrom('settings').select('value').where('name', '=', 'hash-check');
  // Looked at first, since a start that has nothing to write need not wait for others who write.
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

/** Says whether there were any. */
async function deleteTexts({ db }: OpenDatabase): Promise<boolean> {
  // Looked at first, since a start that has nothing to delete need not wait for others who write.
  const question = await db.selectFrom('unanswered').select('id').limit(1).executeTakeFirst();
  const comment = await db
    .selectFrom('votes')
    .select('at')
    .where('comment', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (question === undefined && comment === undefined) return false;
  await db.deleteFrom('unanswered').execute();
  await db.updateTable('votes').set({ comment: null }).where('comment', 'is not', null).execute();
  return true;
}
