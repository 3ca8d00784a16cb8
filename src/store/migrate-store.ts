// Brings the tables of a store up to date, for deployments where a start isn't to.

import type { DatabaseLocation } from '../config/store-config.js';
import { nameOfStore, openDatabase } from './databases/open-database.js';
import { describeUnreadable, kindOf } from './faults.js';
import { UnreadableStore } from './read-store.js';

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
    if (!wasUpToDate) await (await openDatabase({ ...where, migrates: true })).close();
    return { name: place.name, wasUpToDate };
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(place, error), { cause: error });
  }
}
