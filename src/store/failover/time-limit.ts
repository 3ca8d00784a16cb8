// Limits how long anything waits for the database.
import { setTimeout as pause } from 'node:timers/promises';
import { type FaultKind, StoreFault } from '../faults.js';

/** Waits this long for the work at most, then rejects with that fault; the work itself continues. */
export async function withTimeLimit<Result>(ms: number, work: Promise<Result>, fault: FaultKind): Promise<Result> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal, ref: false }).then(() => {
    throw new StoreFault(fault);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
