// Beside the road: the store behind src/store/store.ts, in an SQLite file that processes share, or on a server that machines share.

import type { DatabaseLocation } from '../config/store-config.js';
import type { Context } from '../conversation/context.js';
import { createClock } from './databases/clock.js';
import { nameOfStore, openDatabase } from './databases/open-database.js';
import { openMemory } from './databases/sqlite.js';
import { createErasing } from './failover/erasing.js';
import { createFailover } from './failover/failover.js';
import { createInstallations } from './failover/stored-installations.js';
import { createWarnings } from './failover/warnings.js';
import type { StoreName } from './faults.js';
import { createAnswerOnce } from './once/answer-once.js';
import { createBatching } from './once/batching.js';
import type { Store } from './store.js';
import type { OpenDatabase } from './tables/database.js';
import type { ConversationPlace } from './tables/records.js';
import { ANSWERED_MS } from './tables/retention.js';

export type StoreOptions = DatabaseLocation & {
  /** Whether words that people wrote are kept; where not, those kept so far are deleted. */
  readonly keepsTexts: boolean;
  /** Whether tables of an older version are brought up to date; where not, the operator is told. On by default. */
  readonly migrates?: boolean;
  /** Milliseconds since 1970; by default what the database's clock says, for that of each machine says something else. */
  readonly now?: () => number;
  /** Tells the operator; one line each. */
  readonly warn: (message: string) => void;
  /** Hears of every fault, by its kind. */
  readonly noteFault?: (kind: string) => void;
};

/** Opens the store. Never rejects: where it can't be used, it warns and keeps things in memory until it can. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { keepsTexts, warn, noteFault } = options;
  const clock = createClock();
  const now = options.now ?? clock.now;
  const place = nameOfStore(options);
  const openPrepared = async (): Promise<OpenDatabase> => {
    const opened = await openDatabase(options);
    try {
      clock.set(await opened.time?.());
      if (!(await checkKey(opened))) warn(otherKey(place));
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
    warnings: createWarnings(place, warn, now, noteFault),
  });
  const answers = createAnswerOnce(failover, now);
  const erasing = createErasing(failover, now);
  const recallAll = async (places: readonly ConversationPlace[]): Promise<readonly (Context | undefined)[]> =>
    (await failover.read((records) => records.recall(places, now()))) ?? places.map(() => undefined);
  const recall = createBatching<ConversationPlace, Context | undefined>({
    together: recallAll,
    alone: async (place) => (await recallAll([place]))[0],
    isInOrder: false,
  });
  let isUntidy = false;

  await failover.attempt(async () => undefined);

  return {
    keepsTexts,
    once: answers.once,

    recall: (workspace, conversation) => recall({ workspace, conversation }),

    async settle(workspace, unanswered) {
      if (await failover.write((records) => records.settle(workspace, unanswered))) isUntidy = true;
    },

    async vote(vote) {
      const at = now();
      await failover.write((records) => records.vote(vote, at));
    },

    async forget(workspace, person) {
      const forgotten = await failover.attempt((records) => records.forget(workspace, person));
      if (forgotten === undefined) {
        const inMemory = await failover.write((records) => records.forget(workspace, person));
        isUntidy = true;
        return { votes: 0, questions: 0, conversations: 0, ...inMemory, isPutOff: true };
      }
      if (!(await failover.tidy())) isUntidy = true;
      return forgotten;
    },

    async erase(workspace) {
      await erasing.erase(workspace);
      if (!(await failover.tidy())) isUntidy = true;
    },

    async figures(since, workspace) {
      const to = now();
      const figures = await failover.read((records) => records.figures(since, to, workspace));
      return figures ?? { from: since, to, questions: [], votes: [], unanswered: [] };
    },

    async isReachable() {
      const asked = failover.attemptToRead(async (records) => {
        await records.recall([{ workspace: '', conversation: '' }], now());
        return true;
      });
      return (await asked) === true;
    },

    async sweep() {
      await failover.attemptToRead(async (records) => clock.set(await records.time()));
      answers.forgetUntil(now() - ANSWERED_MS);
      if (await erasing.eraseAgain()) isUntidy = true;
      if (await failover.tend((records) => records.sweep(now()))) isUntidy = true;
      if (isUntidy) isUntidy = !(await failover.tidy());
    },

    installations: (keys) => createInstallations(failover, keys, now),

    async close() {
      await erasing.eraseAgain(true);
      await failover.close();
    },
  };
}

const otherKey = ({ name, isServer }: StoreName): string =>
  `The hash key of the store ${name} is another one than before: whose votes and questions were kept so far can't be told ` +
  'any more, so “forget me” will not find them until they are deleted by age. If that was not meant, ' +
  (isServer ? 'set HASH_KEY to the former one, the same for all who share it.' : 'put hash.key back.');

/** Notes the key's own hash, so that another key is noticed; false when this is another one. */
async function checkKey({ db, hash }: OpenDatabase): Promise<boolean> {
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
