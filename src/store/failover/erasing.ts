// Erases a workspace, and later what answers in progress have added since.
import type { Failover } from './failover.js';

/** Erases everything stored about workspaces. */
export interface Erasing {
  erase(workspace: string): Promise<void>;
  /**
   * Erases again what was erased long enough ago, or with `isLast` everything. Returns whether there was anything. A workspace
   * that has installed the app again meanwhile keeps what is new.
   */
  eraseAgain(isLast?: boolean): Promise<boolean>;
}

/** Any process has stored its answer in progress by then. */
const UNDER_WAY_MS = 60_000;

/** `now` is in milliseconds since 1970. */
export function createErasing(failover: Failover, now: () => number): Erasing {
  const erasedAt = new Map<string, number>();
  return {
    async erase(workspace) {
      erasedAt.set(workspace, now());
      await failover.write((records) => records.erase(workspace));
    },

    async eraseAgain(isLast = false) {
      let isAny = false;
      for (const [workspace, at] of erasedAt) {
        // The difference, so that a clock that went back delays nothing.
        if (!isLast && Math.abs(now() - at) < UNDER_WAY_MS) continue;
        const isDone = await failover.attempt(async (records) => {
          if ((await records.installations.find(workspace)) === undefined) await records.erase(workspace);
          return true;
        });
        if (isDone) erasedAt.delete(workspace);
        isAny = true;
      }
      return isAny;
    },
  };
}
