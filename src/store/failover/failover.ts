// Works with the database; if that fails, with memory until it works again.
import { setTimeout as pause } from 'node:timers/promises';
import type { TokenKey } from '../../config/token-keys.js';
import { isOfConnection, isOfWriting, isPassing, kindOf } from '../faults.js';
import type { OpenDatabase } from '../tables/database.js';
import { createRecords, type Records } from '../tables/records.js';
import { type Backlog, createBacklog, type Operation } from './backlog.js';
import { withTimeLimit } from './time-limit.js';
import type { Warnings } from './warnings.js';

/** How a failover opens its databases, and whom it warns. */
export interface FailoverOptions {
  readonly openDatabase: () => Promise<OpenDatabase>;
  readonly openMemory: () => Promise<OpenDatabase>;
  readonly keepsTexts: boolean;
  readonly warnings: Warnings;
}

/** What the parts of the store with keys of their own work with: the database while it works, and the time in milliseconds since 1970. */
export interface StoredParts {
  readonly failover: Failover;
  readonly keys: readonly TokenKey[];
  readonly now: () => number;
}

/** How long another process may lock a file, or a server be gone, before memory takes over. */
const PATIENCE_MS = 2000;
const LONGEST_PAUSE_MS = 40;

/** Opening checks a whole file, so it isn't retried for every question. */
const REOPEN_MS = 5000;

interface Connection extends OpenDatabase {
  readonly records: Records;
}

/** Keeps records in the database as long as that works. Opens and closes it. */
export class Failover {
  readonly #options: FailoverOptions;
  readonly #backlog: Backlog;
  #database: Connection | undefined;
  #opening: Promise<Connection> | undefined;
  #memory: Promise<Connection> | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  #lastFault: unknown;
  #isClosed = false;

  constructor(options: FailoverOptions) {
    this.#options = options;
    this.#backlog = createBacklog(options.warnings.dropped);
  }

  /** Works with the database only; undefined if that failed, which was logged. */
  attempt<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#onDatabase(operation).catch(() => undefined);
  }

  /** The same for reading: success doesn't show that anything can be written. */
  attemptToRead<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#onDatabase(operation, true).catch(() => undefined);
  }

  /** Reads the database as it is, even if it can't be written; undefined if that fails too. */
  async look<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#database && operation(this.#database.records).catch(() => undefined);
  }

  /** Writes what is in memory only, if there is any and the database works again. */
  async catchUp(): Promise<void> {
    if (!this.#backlog.isEmpty) await this.attempt(async () => undefined);
  }

  /** Reads from the database; if that fails, from memory, else from the database as it is. */
  read<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#onDatabase(operation, true).catch(
      async () => (await this.#inMemory(operation)) ?? (await this.look(operation)),
    );
  }

  /** Writes to the database, else to memory now and to the database once it works again, in the same order. */
  write<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#onDatabase(operation).catch(() => {
      this.#backlog.add(operation);
      return this.#inMemory(operation);
    });
  }

  /** Writes to the database, else to memory only; for scheduled work, so that none of it is pending later. */
  tend<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    return this.#onDatabase(operation).catch(() => this.#inMemory(operation));
  }

  /** Removes every trace of deleted data; false if that has to be tried again. */
  tidy(): Promise<boolean> {
    // Postponed housekeeping isn't a fault that anyone needs to know about.
    return this.#tryFor(PATIENCE_MS, (connection) => connection.tidy()).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    // The backlog gets a last chance.
    await this.catchUp();
    this.#isClosed = true;
    if (this.#database === undefined) return;
    await this.#tryFor(0, (connection) => connection.fold()).catch(() => undefined);
    if (this.#database !== undefined) await this.#letGo(this.#database);
  }

  async #connect(open: () => Promise<OpenDatabase>): Promise<Connection> {
    const opened = await open();
    return { ...opened, records: createRecords(opened, this.#options.keepsTexts) };
  }

  async #openAgain(): Promise<Connection> {
    if (this.#isClosed || performance.now() - this.#triedAt < REOPEN_MS) throw this.#lastFault;
    this.#opening ??= this.#connect(this.#options.openDatabase)
      .then((opened) => {
        this.#database = opened;
        return opened;
      })
      .finally(() => {
        this.#opening = undefined;
      });
    try {
      // At the start no one waits; later someone does, and memory can answer.
      return await (this.#lastFault === undefined ? this.#opening : withTimeLimit(PATIENCE_MS, this.#opening, 'slow'));
    } catch (error) {
      // Another process's lock is over soon; anything else takes a person to fix.
      if (kindOf(error) !== 'locked') this.#triedAt = performance.now();
      throw error;
    }
  }

  async #letGo(connection: Connection): Promise<void> {
    if (this.#database !== connection) return;
    this.#database = undefined;
    this.#triedAt = performance.now();
    await connection.close().catch(() => undefined);
  }

  async #tryOnce<Result>(operation: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = this.#database ?? (await this.#openAgain());
    try {
      // The first call that finds the database working again writes the backlog.
      if (!this.#backlog.isEmpty) await this.#backlog.write(connection.records);
      this.#memory = undefined;
      return await operation(connection);
    } catch (error) {
      // Another question has closed it meanwhile: the fault it found is the right one.
      if (this.#database !== connection) throw this.#lastFault ?? error;
      if (!isPassing(error) && !isOfConnection(error)) {
        this.#lastFault = error;
        await this.#letGo(connection);
      }
      throw error;
    }
  }

  /** Retries until the time is up; only another process's lock passes while one waits. */
  async #tryFor<Result>(ms: number, operation: (connection: Connection) => Promise<Result>): Promise<Result> {
    const until = performance.now() + ms;
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        return await this.#tryOnce(operation);
      } catch (error) {
        const mayPass = kindOf(error) === 'locked' || (this.#database !== undefined && isOfConnection(error));
        if (!mayPass || performance.now() >= until) throw error;
        // A random pause, so that two who were refused together don't retry together.
        await pause(wait * (0.5 + Math.random()));
      }
    }
  }

  async #onDatabase<Result>(operation: Operation<Result>, isReading = false): Promise<Result> {
    const { warnings } = this.#options;
    try {
      // After a fault, each question tries once and doesn't wait.
      const patience = this.#lastFault === undefined ? PATIENCE_MS : 0;
      const result = await this.#tryFor(patience, ({ records }) => operation(records));
      // A full disk can still be read.
      if (isReading && isOfWriting(this.#lastFault)) return result;
      // A success on a connection that was closed meanwhile says nothing about the next one.
      if (this.#database === undefined) return result;
      if (this.#lastFault !== undefined) warnings.works();
      this.#lastFault = undefined;
      return result;
    } catch (error) {
      this.#lastFault = error;
      if (!this.#isClosed) warnings.fault(error);
      if (this.#database !== undefined && isOfConnection(error)) await this.#letGo(this.#database);
      throw error;
    }
  }

  /** Without SQLite's driver there isn't even memory; then nothing is stored at all. */
  async #inMemory<Result>(operation: Operation<Result>): Promise<Result | undefined> {
    this.#memory ??= this.#connect(this.#options.openMemory);
    return this.#memory.then(({ records }) => operation(records)).catch(() => undefined);
  }
}
