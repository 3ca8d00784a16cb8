// Holds what was written to memory while the database failed, and writes it once it works again.

import { kindOf } from '../faults.js';
import type { Records } from '../tables/records.js';
import { withTimeLimit } from './time-limit.js';

/** Something done with records, in either database. */
export type Operation<Result> = (records: Records) => Promise<Result>;

/** Pending writes, in order. */
export interface Backlog {
  readonly isEmpty: boolean;
  add(operation: Operation<unknown>): void;
  /** Writes everything pending, in order. Rejects if that fails, or takes longer than an answer may wait. */
  write(records: Records): Promise<void>;
}

/** Some megabytes. */
const AT_MOST = 10_000;

/** Writing continues meanwhile, and memory answers. */
const PATIENCE_MS = 500;

/** `tellDropped` is called with what the database will never accept. */
export function createBacklog(tellDropped: (error: unknown) => void): Backlog {
  const due: Operation<unknown>[] = [];
  let writing: Promise<void> | undefined;

  const writeAll = async (records: Records): Promise<void> => {
    for (let operation = due[0]; operation !== undefined; operation = due[0]) {
      await operation(records).catch((error) => {
        // A write that fails for a reason of its own would block all others for ever.
        if (kindOf(error) !== 'failing') throw error;
        tellDropped(error);
      });
      // It may have been dropped meanwhile.
      if (due[0] === operation) due.shift();
    }
  };

  return {
    get isEmpty() {
      return due.length === 0;
    },

    add(operation) {
      due.push(operation);
      if (due.length > AT_MOST) due.shift();
    },

    write(records) {
      writing ??= writeAll(records).finally(() => {
        writing = undefined;
      });
      return withTimeLimit(PATIENCE_MS, writing, 'behind');
    },
  };
}
