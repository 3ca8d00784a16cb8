// Copies everything from one store into another one; run again, it only copies what is new.
import type { Kysely, Transaction } from 'kysely';
import type { DatabaseLocation } from '../config/store-config.js';
import { nameOfStore, openDatabase } from './databases/open-database.js';
import { describeUnreadable } from './faults.js';
import { openToRead, UnreadableStore } from './read-store.js';
import { COPIES, hasCountsFrom, idOf } from './tables/copy-tables.js';
import type { Hash } from './tables/id-hashing.js';
import type { Tables } from './tables/schema.js';

export { UnreadableStore } from './read-store.js';

/** What was moved of one kind: `found` in the old store, `moved` of them; the new one had the others already. */
export interface Moved {
  readonly kind: string;
  readonly found: number;
  readonly moved: number;
}

/** Moves everything in one transaction of the new store; the old one is only read. Rejects with an UnreadableStore. */
export async function moveStore(from: DatabaseLocation, to: DatabaseLocation): Promise<readonly Moved[]> {
  const old = await withRemedy(from, () => openToRead(from));
  try {
    const fresh = await withRemedy(to, () => openDatabase(to));
    try {
      await checkKeys(from, old, fresh.hash);
      await checkKeys(to, fresh.db, fresh.hash);
      await checkThatTheyAreTwo(from, old, fresh.db);
      await checkDirection(from, to, old, fresh.db);
      return await withRemedy(to, () =>
        fresh.db.transaction().execute((transaction) => moveAll(old, transaction, fresh.hash)),
      );
    } finally {
      await fresh.close();
    }
  } finally {
    await old.destroy();
  }
}

async function withRemedy<Result>(where: DatabaseLocation, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(nameOfStore(where), error), { cause: error });
  }
}

/** With a different key, no one's data could be matched to them. */
async function checkKeys(where: DatabaseLocation, db: Kysely<Tables>, hash: Hash): Promise<void> {
  const query = db.selectFrom('settings').select('value').where('name', '=', 'hash-check');
  const known = await withRemedy(where, () => query.executeTakeFirst());
  if (known === undefined || known.value === hash('check')) return;
  throw new UnreadableStore(
    `The store ${nameOfStore(where).name} uses a different hash key from the one set for the new store. ` +
      'Set HASH_KEY to the old one, which is in hash.key next to a file: HASH_KEY="$(cat var/hash.key)"',
  );
}

/** Moving a store into itself would count everything twice. */
async function checkThatTheyAreTwo(where: DatabaseLocation, old: Kysely<Tables>, fresh: Kysely<Tables>): Promise<void> {
  if ((await withRemedy(where, () => idOf(old))) !== (await idOf(fresh))) return;
  throw new UnreadableStore(
    `The store ${nameOfStore(where).name} is the one to move to, or a copy of it. Name the new store with --to or DATABASE_URL.`,
  );
}

/** Moving back would count everything from before the first move twice. */
async function checkDirection(
  from: DatabaseLocation,
  to: DatabaseLocation,
  old: Kysely<Tables>,
  fresh: Kysely<Tables>,
): Promise<void> {
  if (!(await hasCountsFrom(await idOf(fresh), old))) return;
  throw new UnreadableStore(
    `The store ${nameOfStore(to).name} was moved to ${nameOfStore(from).name} before, and moving it back would count its questions twice. ` +
      'Name a new, empty store with --to or DATABASE_URL.',
  );
}

async function moveAll(from: Kysely<Tables>, to: Transaction<Tables>, hash: Hash): Promise<readonly Moved[]> {
  await to
    .insertInto('settings')
    .values({ name: 'hash-check', value: hash('check') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const moved: Moved[] = [];
  for (const [kind, move] of Object.entries(COPIES)) moved.push({ kind, ...(await move(from, to)) });
  return moved;
}
