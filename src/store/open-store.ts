// Opens the store: in an SQLite file that processes share, or on a PostgreSQL server that machines share.
import type { DatabaseLocation } from '../config/store-config.js';
import type { Context } from '../conversation/context.js';
import { type Clock, createClock } from './databases/clock.js';
import { nameOfStore, openDatabase } from './databases/open-database.js';
import { openMemory } from './databases/sqlite.js';
import { createErasing } from './failover/erasing.js';
import { Failover } from './failover/failover.js';
import { reencryptPeople } from './failover/reencrypt-people.js';
import { StoredInstallations } from './failover/stored-installations.js';
import { StoredMentors } from './failover/stored-mentors.js';
import { StoredSubscriptions } from './failover/stored-subscriptions.js';
import { createWarnings } from './failover/warnings.js';
import { AnswerOnce } from './once/answer-once.js';
import { createBatching } from './once/batching.js';
import { prepareDatabase } from './prepare-database.js';
import type { Store } from './store.js';
import type { ConversationKey } from './tables/records.js';

/** Where and how data is stored, and who gets the warnings. */
export type StoreOptions = DatabaseLocation & {
  /** Whether words that people wrote are stored; if not, those stored so far are deleted. */
  readonly keepsTexts: boolean;
  /** Whether older tables are migrated; if not, that is logged. On by default. */
  readonly migrates?: boolean;
  /** Milliseconds since 1970; by default the database's clock, since machines' clocks differ. */
  readonly now?: () => number;
  /** Logs a warning; one line each. */
  readonly warn: (message: string) => void;
  /** Called with every fault, by its kind. */
  readonly noteFault?: (kind: string) => void;
};

/** Opens the store. Never rejects: if it can't be used, it warns and uses memory until it can. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { keepsTexts, warn, noteFault } = options;
  const clock = createClock();
  const now = options.now ?? clock.now;
  const name = nameOfStore(options);
  const tidying: Tidying = { isDue: false };
  const failover = new Failover({
    async openDatabase() {
      const opened = await openDatabase(options);
      try {
        clock.set(await opened.time?.());
        if (await prepareDatabase(opened, name, options)) tidying.isDue = true;
      } catch (error) {
        await opened.close();
        throw error;
      }
      return opened;
    },
    openMemory,
    keepsTexts,
    warnings: createWarnings(name, warn, now, noteFault),
  });
  await failover.attempt(async () => undefined);
  return createStore(failover, keepsTexts, now, clock, tidying);
}

/** Whether something that was deleted is yet to be tidied away. */
interface Tidying {
  isDue: boolean;
}

function createStore(
  failover: Failover,
  keepsTexts: boolean,
  now: () => number,
  clock: Clock,
  tidying: Tidying,
): Store {
  const answers = new AnswerOnce(failover, now);
  const recall = createRecall(failover, now);
  return {
    keepsTexts,
    once: (workspace, key, work) => answers.once(workspace, key, work),
    recall: (workspace, conversation) => recall({ workspace, conversation }),

    async vote(vote) {
      const at = now();
      await failover.write((records) => records.vote(vote, at));
    },

    async figures(since, workspace) {
      const to = now();
      const figures = await failover.read((records) => records.figures(since, to, workspace));
      return figures ?? { from: since, to, questions: [], days: [], votes: [], unanswered: [] };
    },

    async isReachable() {
      const nowhere = [{ workspace: '', conversation: '' }];
      return (await failover.attemptToRead((records) => records.recall(nowhere, now()))) !== undefined;
    },

    installations: (keys) => new StoredInstallations(failover, keys, now),
    reencryptPeople: (keys) => reencryptPeople(failover, keys),
    mentors: (keys) => new StoredMentors({ failover, keys, now }),
    subscriptions: (keys) => new StoredSubscriptions({ failover, keys, now }),
    ...createDeletion(failover, now, clock, tidying),
  };
}

/** Deletes, and has the database tidied afterwards, by the next sweep at the latest. */
function createDeletion(
  failover: Failover,
  now: () => number,
  clock: Clock,
  tidying: Tidying,
): Pick<Store, 'settle' | 'settleOffered' | 'forget' | 'erase' | 'sweep' | 'close'> {
  const erasing = createErasing(failover, now);
  const tidy = async (): Promise<void> => {
    if (!(await failover.tidy())) tidying.isDue = true;
  };

  return {
    async settle(workspace, unanswered) {
      if (await failover.write((records) => records.settle(workspace, unanswered))) tidying.isDue = true;
    },

    async settleOffered(workspace, person) {
      const at = now();
      if (await failover.write((records) => records.settleOffered(workspace, person, at))) tidying.isDue = true;
    },

    async forget(workspace, person) {
      const forgotten = await failover.attempt((records) => records.forget(workspace, person));
      if (forgotten === undefined) {
        const inMemory = await failover.write((records) => records.forget(workspace, person));
        tidying.isDue = true;
        const none = { votes: 0, questions: 0, conversations: 0, subscriptions: 0, mentors: 0, signed: 0 };
        return { ...none, ...inMemory, isPutOff: true };
      }
      await tidy();
      return forgotten;
    },

    async erase(workspace) {
      await erasing.erase(workspace);
      await tidy();
    },

    async sweep() {
      await failover.attemptToRead(async (records) => clock.set(await records.time()));
      if (await erasing.eraseAgain()) tidying.isDue = true;
      if (await failover.tend((records) => records.sweep(now()))) tidying.isDue = true;
      if (tidying.isDue) tidying.isDue = !(await failover.tidy());
    },

    async close() {
      await erasing.eraseAgain(true);
      await failover.close();
    },
  };
}

function createRecall(failover: Failover, now: () => number) {
  const recallAll = async (conversations: readonly ConversationKey[]): Promise<readonly (Context | undefined)[]> =>
    (await failover.read((records) => records.recall(conversations, now()))) ?? conversations.map(() => undefined);
  return createBatching<ConversationKey, Context | undefined>({
    together: recallAll,
    alone: async (conversation) => (await recallAll([conversation]))[0],
    isInOrder: false,
  });
}
