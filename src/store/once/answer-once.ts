// Within the store: lets each question be answered once, by this process or by another one on the same file.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Failover } from '../failover/failover.js';
import type { Asked, Store } from '../store.js';
import type { Claim, ClaimedQuestion, OthersClaim } from '../tables/claims.js';
import { workspaceKey } from '../tables/id-hashing.js';
import { createBatching } from './batching.js';
import { createNoting } from './noting.js';

export interface AnswerOnce {
  readonly once: Store['once'];
  /** Forgets what was done until a time; the database has its own memory of it. */
  forgetUntil(time: number): void;
}

/** Slack sends a workspace at most 30,000 events an hour, so that this many last long enough; some 30 MB. */
const KEPT_AT_MOST = 100_000;

const BEAT_MS = 2000;

/** Five beats missed: whoever had the question does not live any more. Measured here, so that no clock matters. */
const DEAD_AFTER_MS = 10_000;

const LONGEST_PAUSE_MS = 250;

/** `now` is in milliseconds since 1970. */
export function createAnswerOnce(failover: Failover, now: () => number): AnswerOnce {
  const owner = randomUUID();
  const { note, beat } = createNoting(failover, owner);
  const takeAll = (wanted: readonly ClaimedQuestion[]): Promise<readonly Claim[] | undefined> =>
    failover.attempt((records) => records.take(wanted, owner, now()));
  const take = createBatching<ClaimedQuestion, Claim | undefined>({
    together: takeAll,
    alone: async (one) => (await takeAll([one]))?.[0],
    isInOrder: false,
  });
  const underWay = new Map<string, Promise<unknown>>();
  // A Map keeps the order of insertion, so the oldest key is always the first.
  const doneAt = new Map<string, number>();
  let claimed = 0;
  let beating: NodeJS.Timeout | undefined;

  const remember = (key: string): void => {
    doneAt.set(key, now());
    for (const oldest of doneAt.keys()) {
      if (doneAt.size <= KEPT_AT_MOST) return;
      doneAt.delete(oldest);
    }
  };

  /** Waits for its turn. Where the file fails, what this process knows has to do. */
  const claim = async (workspace: string, key: string): Promise<'mine' | 'done before'> => {
    let seen: OthersClaim | undefined;
    let seenAt = 0;
    for (let wait = 10; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const taken =
        (await take({ workspace, key })) ??
        (await failover.look(async (records) => (await records.find([key], owner)).get(key)));
      if (taken === 'mine' || taken === 'done before') return taken;
      if (taken === undefined && seen === undefined) return 'mine';
      if (taken !== undefined && (taken.owner !== seen?.owner || taken.beat !== seen.beat)) {
        seen = taken;
        seenAt = performance.now();
      } else if (seen !== undefined && performance.now() - seenAt > DEAD_AFTER_MS) {
        const dead = seen;
        // The file may fail even here; then the question is too old to wait any longer.
        if ((await failover.attempt((records) => records.takeOver(key, dead, owner))) !== false) return 'mine';
      }
      await pause(wait);
    }
  };

  const workOn = async (work: () => Promise<Asked | undefined>): Promise<Asked | undefined> => {
    claimed += 1;
    beating ??= setInterval(() => void beat(), BEAT_MS).unref();
    try {
      return await work();
    } finally {
      claimed -= 1;
      if (claimed === 0) {
        clearInterval(beating);
        beating = undefined;
      }
    }
  };

  const answer = async (
    workspace: string,
    key: string,
    work: () => Promise<Asked | undefined>,
  ): Promise<'done' | 'done before'> => {
    if ((await claim(workspace, key)) === 'done before') {
      remember(key);
      return 'done before';
    }
    let asked: Asked | undefined;
    try {
      asked = await workOn(work);
    } catch (error) {
      await failover.write((records) => records.release(key, owner));
      throw error;
    }
    remember(key);
    const at = now();
    await note({ done: { workspace, key, owner }, asked, at });
    return 'done';
  };

  return {
    async once(workspace, named, work) {
      if (named === undefined) {
        const asked = await work();
        const at = now();
        if (asked !== undefined) await note({ asked, at });
        return 'done';
      }
      const key = workspaceKey(workspace, named);
      for (let other = underWay.get(key); other !== undefined; other = underWay.get(key)) {
        await other.catch(() => undefined);
      }
      if (doneAt.has(key)) return 'done before';
      const attempt = answer(workspace, key, work);
      underWay.set(key, attempt);
      try {
        return await attempt;
      } finally {
        underWay.delete(key);
      }
    },

    forgetUntil(time) {
      for (const [key, at] of doneAt) {
        // A clock that was ahead for a while must not keep its entries for ever.
        if (at > now()) doneAt.set(key, now());
        else if (at <= time) doneAt.delete(key);
      }
    },
  };
}
