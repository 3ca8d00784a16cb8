// Within the store: nobody waits longer for it than a person waits for an answer.
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFault } from './faults.js';

/** Waits for the work so long at most; the work itself goes on. */
export async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal, ref: false }).then(() => {
    throw new StoreFault('slow');
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
