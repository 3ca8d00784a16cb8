// Within the store: opens the file for reports, for reading only, so that looking changes nothing in it.
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import type { Figures } from '../store.js';
import { isSound, loadDriver } from './database.js';
import { sqliteDialect } from './dialect.js';
import { describeUnreadable, StoreFault } from './faults.js';
import { readFigures } from './figures.js';
import { isUpToDate } from './migrations.js';
import type { Schema } from './schema.js';

/** The file can't be read; the message says why and what to do next. */
export class UnreadableStore extends Error {}

/** A period, in milliseconds since 1970, and a workspace where it is not to be all of them. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly workspace?: string | undefined;
}

/** The figures that a file holds, also while the app writes to it. Rejects with an UnreadableStore. */
export async function readStore(file: string, { from, to, workspace }: Period): Promise<Figures> {
  try {
    const { Sqlite } = await loadDriver();
    const database = new Sqlite(`${pathToFileURL(file).href}?mode=ro`);
    const db = new Kysely<Schema>({ dialect: sqliteDialect(database) });
    try {
      // A start of the app may have the file for itself for a moment.
      database.exec('pragma busy_timeout = 5000');
      if (!isSound(database)) throw new StoreFault('corrupt');
      if (!(await isUpToDate(db))) throw new StoreFault('older');
      return await readFigures(db, from, to, workspace);
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(file, error), { cause: error });
  }
}
