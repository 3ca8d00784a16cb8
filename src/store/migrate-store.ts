// Within the store: brings the tables up to date where starts are not to.

import type { Where } from '../config/store-config.js';
import { openWhere, placeOf } from './databases/open-database.js';
import { describeUnreadable, kindOf } from './faults.js';
import { UnreadableStore } from './read-store.js';

export { UnreadableStore } from './read-store.js';

/** Rejects with an UnreadableStore, which says why and what to do next. */
export async function migrateStore(where: Where): Promise<{ readonly name: string; readonly wasUpToDate: boolean }> {
  const place = placeOf(where);
  try {
    const wasUpToDate = await openWhere({ ...where, migrates: false }).then(
      (opened) => opened.close().then(() => true),
      (error) => (kindOf(error) === 'older' ? false : Promise.reject(error)),
    );
    if (!wasUpToDate) await (await openWhere({ ...where, migrates: true })).close();
    return { name: place.name, wasUpToDate };
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(place, error), { cause: error });
  }
}
