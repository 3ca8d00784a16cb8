// Opens a store for reading only, so that a report changes nothing in it.
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import type { DatabaseLocation } from '../config/store-config.js';
import { nameOfStore } from './databases/open-database.js';
import { isSound, loadDriver } from './databases/sqlite.js';
import { sqliteDialect } from './databases/sqlite-dialect.js';
import { describeUnreadable, StoreFault } from './faults.js';
import type { AnswerVersion } from './mentors.js';
import type { Figures } from './store.js';
import { readFigures } from './tables/figures.js';
import { readAnsweringWorkspaces, readLatestAnswers } from './tables/mentor-answer-rows.js';
import { isUpToDate } from './tables/migrations.js';
import type { Tables } from './tables/schema.js';

/** The store can't be read; the message says why and what to do next. */
export class UnreadableStore extends Error {}

/** A period, in milliseconds since 1970, and a workspace unless it's all of them. */
export interface ReportPeriod {
  readonly from: number;
  readonly to: number;
  readonly workspace?: string | undefined;
}

/** What a report is made from. */
export interface ReportContent {
  readonly figures: Figures;
  /** What mentors have written and not withdrawn, by workspace. */
  readonly answers: ReadonlyMap<string, readonly AnswerVersion[]>;
}

/** What is in a store, also while the app writes to it. Rejects with an UnreadableStore. */
export async function readStore(
  where: DatabaseLocation,
  { from, to, workspace }: ReportPeriod,
): Promise<ReportContent> {
  try {
    const db = await openToRead(where);
    try {
      const figures = await readFigures(db, from, to, workspace);
      const answers = new Map<string, readonly AnswerVersion[]>();
      for (const own of await readAnsweringWorkspaces(db))
        answers.set(
          own,
          (await readLatestAnswers(db, own)).filter(({ isLive }) => isLive),
        );
      return { figures, answers };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw new UnreadableStore(describeUnreadable(nameOfStore(where), error), { cause: error });
  }
}

/** Opens what is there and up to date. */
export async function openToRead(where: DatabaseLocation): Promise<Kysely<Tables>> {
  const { db, schema } = 'file' in where ? await openFileToRead(where.file) : await connectToRead(where.server);
  try {
    if (!(await isUpToDate(db, schema))) throw new StoreFault('older');
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

interface Readable {
  readonly db: Kysely<Tables>;
  readonly schema?: string;
}

async function openFileToRead(file: string): Promise<Readable> {
  const Sqlite = await loadDriver();
  const database = new Sqlite(`${pathToFileURL(file).href}?mode=ro`);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  try {
    // A starting app may lock the file for a moment.
    database.exec('pragma busy_timeout = 5000');
    if (!isSound(database)) throw new StoreFault('corrupt');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db };
}

async function connectToRead(url: string): Promise<Readable> {
  const { connectPatiently } = await import('./databases/postgres.js');
  return connectPatiently(url);
}
