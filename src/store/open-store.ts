// Beside the road: the store behind src/store.ts, in one SQLite file that several processes may share.
import type { Store } from '../store.js';
import { createAnswerOnce } from './answer-once.js';
import { type Opened, openFile, openMemory } from './database.js';
import { createFailover } from './failover.js';
import { createInstallations } from './installations.js';
import { ANSWERED_MS } from './retention.js';
import { createWarnings } from './warnings.js';

export interface StoreOptions {
  /** The database's file; it and its folder are made at the first start. */
  readonly file: string;
  /** Hashes the ids of people and places; without it a key is made and kept in `hash.key` beside the file. */
  readonly hashKey?: string;
  /** Whether words that people wrote are kept; where not, those kept so far are deleted. */
  readonly keepsTexts: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Tells the operator; one line each. */
  readonly warn: (message: string) => void;
}

/** Opens the store. Never rejects: where the file can't be used, it warns and keeps things in memory until it can. */
export async function openStore({ file, hashKey, keepsTexts, now, warn }: StoreOptions): Promise<Store> {
  const openPrepared = async (): Promise<Opened> => {
    const opened = await openFile(file, hashKey);
    try {
      if (!(await checkKey(opened))) warn(otherKey(file));
      if (!keepsTexts && (await deleteTexts(opened))) await opened.tidy();
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  };
  const failover = createFailover({
    openFile: openPrepared,
    openMemory,
    keepsTexts,
    warnings: createWarnings(file, warn, now),
  });
  const answers = createAnswerOnce(failover, now);
  let isUntidy = false;

  await failover.attempt(async () => undefined);

  return {
    keepsTexts,
    once: answers.once,

    recall(workspace, conversation) {
      return failover.read((records) => records.recall(workspace, conversation, now()));
    },

    async settle(workspace, unanswered) {
      if (await failover.write((records) => records.settle(workspace, unanswered))) isUntidy = true;
    },

    async vote(vote) {
      const at = now();
      await failover.write((records) => records.vote(vote, at));
    },

    async forget(workspace, person) {
      const forgotten = await failover.write((records) => records.forget(workspace, person));
      if (!(await failover.tidy())) isUntidy = true;
      return forgotten ?? { votes: 0, questions: 0, conversations: 0 };
    },

    async erase(workspace) {
      await failover.write((records) => records.erase(workspace));
      if (!(await failover.tidy())) isUntidy = true;
    },

    async figures(since, workspace) {
      const to = now();
      const figures = await failover.read((records) => records.figures(since, to, workspace));
      return figures ?? { from: since, to, questions: [], votes: [], unanswered: [] };
    },

    async sweep() {
      answers.forgetUntil(now() - ANSWERED_MS);
      if (await failover.write((records) => records.sweep(now()))) isUntidy = true;
      if (isUntidy) isUntidy = !(await failover.tidy());
    },

    installations: (keys) => createInstallations(failover, keys, now),

    close: failover.close,
  };
}

const otherKey = (file: string): string =>
  `The hash key of the store ${file} is another one than before: whose votes and questions were kept so far can't be told ` +
  'any more, so “forget me” will not find them until they are deleted by age. If that was not meant, put hash.key back.';

/** Notes the key's own hash, so that another key is noticed; false when this is another one. */
async function checkKey({ db, hash }: Opened): Promise<boolean> {
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
async function deleteTexts({ db }: Opened): Promise<boolean> {
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
