// Beside the road: what has been answered already, so that each question is answered once and none is lost.

/** Runs work once for each key. A database can stand behind it where several processes share the work. */
export interface Answered {
  /**
   * Runs `work` unless it has been done for this key. Where it is being done right now, waits for the outcome:
   * had it failed, this call tries in its turn. Rejects only with the failure of its own `work`.
   */
  once(key: string, work: () => Promise<void>): Promise<'done' | 'done before'>;
}

/** Slack sends an event for the last time after about six minutes; the rest is margin. */
const KEPT_FOR_MS = 20 * 60_000;

/** Slack sends a workspace at most 30,000 events an hour, so that this many last long enough; about 10 MB. */
const KEPT_AT_MOST = 100_000;

/** Keeps the answered keys in memory. `now` counts milliseconds and never goes back. */
export function rememberAnswered(now: () => number = () => performance.now()): Answered {
  const underWay = new Map<string, Promise<unknown>>();
  // A Map keeps the order of insertion, so the oldest key is always the first.
  const doneAt = new Map<string, number>();

  const forget = (): void => {
    for (const [key, at] of doneAt) {
      if (doneAt.size <= KEPT_AT_MOST && now() - at < KEPT_FOR_MS) return;
      doneAt.delete(key);
    }
  };

  return {
    async once(key, work) {
      forget();
      for (let other = underWay.get(key); other !== undefined; other = underWay.get(key)) {
        await other.catch(() => undefined);
      }
      if (doneAt.has(key)) return 'done before';
      const attempt = work();
      underWay.set(key, attempt);
      try {
        await attempt;
        doneAt.set(key, now());
        return 'done';
      } finally {
        underWay.delete(key);
      }
    },
  };
}
