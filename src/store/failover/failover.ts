// Within the store: works with the file or the server; where that fails, with memory until it works again.
import { setTimeout as pause } from 'node:timers/promises';
import { isOfConnection, isOfWriting, isPassing, kindOf } from '../faults.js';
import type { OpenDatabase } from '../tables/database.js';
import { createRecords, type Records } from '../tables/records.js';
import { createBacklog, type Operation } from './backlog.js';
import { withTimeLimit } from './time-limit.js';
import type { Warnings } from './warnings.js';

/** The file is what things are kept in, be it a file or a server. */
export interface Failover {
  /** Works with the file only; undefined when that failed, which the operator has been told. */
  attempt<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** The same for what only reads: that it succeeds does not show that anything can be written. */
  attemptToRead<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** Looks into the file as it is, even if it can't be written; undefined where that fails too. */
  look<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** Reads from the file; where that fails, from what memory holds since then, else from the file as it is. */
  read<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** Writes to the file, else to memory now and to the file once it works again, in the same order. */
  write<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** Writes to the file, else to memory; for what is done again on schedule, so that nothing of it is due later. */
  tend<Result>(operation: Operation<Result>): Promise<Result | undefined>;
  /** Leaves nothing of what was deleted in the file; false when that has to be tried again. */
  tidy(): Promise<boolean>;
  close(): Promise<void>;
}

export interface FailoverOptions {
  readonly openFile: () => Promise<OpenDatabase>;
  readonly openMemory: () => Promise<OpenDatabase>;
  readonly keepsTexts: boolean;
  readonly warnings: Warnings;
}

/** Another process may hold the file that long, or a server be gone, before memory takes over. */
const PATIENCE_MS = 2000;
const LONGEST_PAUSE_MS = 40;

/** Opening looks through the whole file, so it is not tried again for every question. */
const REOPEN_MS = 5000;

interface Connection extends OpenDatabase {
  readonly records: Records;
}

/** Keeps records in the file as long as that works. Opening and closing are its own. */
export function createFailover({ openFile, openMemory, keepsTexts, warnings }: FailoverOptions): Failover {
  const backlog = createBacklog(warnings.dropped);
  let file: Connection | undefined;
  let opening: Promise<Connection> | undefined;
  let memory: Promise<Connection> | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let lastFault: unknown;
  let isClosed = false;

  const connect = async (open: () => Promise<OpenDatabase>): Promise<Connection> => {
    const opened = await open();
    return { ...opened, records: createRecords(opened, keepsTexts) };
  };

  const openAgain = async (): Promise<Connection> => {
    if (isClosed || performance.now() - triedAt < REOPEN_MS) throw lastFault;
    opening ??= connect(openFile)
      .then((opened) => {
        file = opened;
        return opened;
      })
      .finally(() => {
        opening = undefined;
      });
    try {
      // At the start there is nobody to wait; later somebody does, and memory can answer.
      return await (lastFault === undefined ? opening : withTimeLimit(PATIENCE_MS, opening, 'slow'));
    } catch (error) {
      // Somebody else's lock is over soon; anything else takes a person to mend.
      if (kindOf(error) !== 'locked') triedAt = performance.now();
      throw error;
    }
  };

  const letGo = async (connection: Connection): Promise<void> => {
    if (file !== connection) return;
    file = undefined;
    triedAt = performance.now();
    await connection.close().catch(() => undefined);
  };

  const tryOnFile = async <Result>(operation: (connection: Connection) => Promise<Result>): Promise<Result> => {
    const connection = file ?? (await openAgain());
    try {
      // Whoever finds the file working again writes first what is due.
      if (!backlog.isEmpty) await backlog.write(connection.records);
      memory = undefined;
      return await operation(connection);
    } catch (error) {
      // Let go by another question meanwhile: what that one met is what is wrong.
      if (file !== connection) throw lastFault ?? error;
      if (!isPassing(error) && !isOfConnection(error)) {
        lastFault = error;
        await letGo(connection);
      }
      throw error;
    }
  };

  const isWorthAnotherTry = (error: unknown): boolean =>
    kindOf(error) === 'locked' || (file !== undefined && isOfConnection(error));

  /** Tries until the patience is over; another process's lock is all that passes while one waits. */
  const tryFor = async <Result>(
    ms: number,
    operation: (connection: Connection) => Promise<Result>,
  ): Promise<Result> => {
    const until = performance.now() + ms;
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        return await tryOnFile(operation);
      } catch (error) {
        if (!isWorthAnotherTry(error) || performance.now() >= until) throw error;
        // By chance, so that two who were refused together do not come together again.
        await pause(wait * (0.5 + Math.random()));
      }
    }
  };

  const onFile = async <Result>(operation: Operation<Result>, isReading = false): Promise<Result> => {
    try {
      // After a fault each question tries once and waits no more.
      const result = await tryFor(lastFault === undefined ? PATIENCE_MS : 0, ({ records }) => operation(records));
      // A full disk is read as well as ever.
      if (isReading && isOfWriting(lastFault)) return result;
      // What ends well on a connection that is let go meanwhile says nothing of the next one.
      if (file === undefined) return result;
      if (lastFault !== undefined) warnings.works();
      lastFault = undefined;
      return result;
    } catch (error) {
      lastFault = error;
      if (!isClosed) warnings.fault(error);
      if (file !== undefined && isOfConnection(error)) await letGo(file);
      throw error;
    }
  };

  /** Without the driver there is not even this; then nothing is kept at all. */
  const inMemory = async <Result>(operation: Operation<Result>): Promise<Result | undefined> => {
    memory ??= connect(openMemory);
    return memory.then(({ records }) => operation(records)).catch(() => undefined);
  };

  const look = async <Result>(operation: Operation<Result>): Promise<Result | undefined> => {
    const connection = file;
    return connection === undefined ? undefined : operation(connection.records).catch(() => undefined);
  };

  return {
    attempt: (operation) => onFile(operation).catch(() => undefined),

    attemptToRead: (operation) => onFile(operation, true).catch(() => undefined),

    look,

    read: (operation) =>
      onFile(operation, true).catch(async () => (await inMemory(operation)) ?? (await look(operation))),

    write: (operation) =>
      onFile(operation).catch(() => {
        backlog.add(operation);
        return inMemory(operation);
      }),

    tend: (operation) => onFile(operation).catch(() => inMemory(operation)),

    tidy: () =>
      // Housekeeping that has to wait is no fault that anybody needs to hear of.
      tryFor(PATIENCE_MS, (connection) => connection.tidy()).then(
        () => true,
        () => false,
      ),

    async close() {
      // What is due gets a last chance.
      if (!backlog.isEmpty) await onFile(async () => undefined).catch(() => undefined);
      isClosed = true;
      if (file === undefined) return;
      await tryFor(0, (connection) => connection.fold()).catch(() => undefined);
      if (file !== undefined) await letGo(file);
    },
  };
}
