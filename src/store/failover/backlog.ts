// Holds what was written to memory while the database was away, and writes it once it is back.

import { kindOf } from '../faults.js';
import type { Records } from '../tables/records.js';
import { withTimeLimit } from './time-limit.js';

/** Something done with records, in whichever database they are. */
export type Operation<Result> = (records: Records) => Promise<Result>;

/** Writes that are due, in their order. */
export interface Backlog {
  readonly isEmpty: boolean;
  add(operation: Operation<unknown>): void;
  /** Writes all that is due, in its order. Rejects when that fails, or takes longer than an answer may wait for it. */
  write(records: Records): Promise<void>;
}

/** Some megabytes. */
const AT_MOST = 10_000;

/** Writing goes on meanwhile, and memory answers. */
const PATIENCE_MS = 500;

/** `tellDropped` hears of what the database will never take. */
export function createBacklog(tellDropped: (error: unknown) => void): Backlog {
  const due: Operation<unknown>[] = [];
  let writing: Promise<void> | undefined;

  const writeAll = async (records: Records): Promise<void> => {
    for (let operation = due[0]; operation !== undefined; operation = due[0]) {
      await operation(records).catch((error) => {
        // What fails for a reason of its own would stand in the way of all the others for ever.
        if (kindOf(error) !== 'failing') throw error;
        tellDropped(error);
      });
      // It may have been crowded out meanwhile.
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
