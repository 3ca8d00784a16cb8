// Migrates a store's tables, for deployments in which a start doesn't.

import type { DatabaseLocation } from '../config/store-config.js';
import { nameOfStore, openDatabase } from './databases/open-database.js';
import { describeUnreadable, kindOf } from './faults.js';
import { UnreadableStore } from './read-store.js';
import { cleanTexts } from './tables/neutral-texts.js';

export { UnreadableStore } from './read-store.js';

/** Rejects with an UnreadableStore, which says why and what to do next. */
export async function migrateStore(
  where: DatabaseLocation,
): Promise<{ readonly name: string; readonly wasUpToDate: boolean }> {
  const place = nameOfStore(where);
  try {
    const wasUpToDate = await openDatabase({ ...where, migrates: false }).then(
      (opened) => opened.close().then(() => true),
      (error) => (kindOf(error) === 'older' ? false : Promise.reject(error)),
    );
    if (!wasUpToDate) await migrateAndClean(where);
    return { name: place.name, wasUpToDate };
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(place, error), { cause: error });
  }
}

async function migrateAndClean(where: DatabaseLocation): Promise<void> {
  const opened = await openDatabase({ ...where, migrates: true });
  try {
    if (await cleanTexts(opened.db)) await opened.tidy();
  } finally {
    await opened.close();
  }
}
