// Makes sure that each question is answered once, by this process or by another one on the same store.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Failover } from '../failover/failover.js';
import type { Asked, Store } from '../store.js';
import type { Claim, ClaimedQuestion, OthersClaim } from '../tables/claims.js';
import { workspaceKey } from '../tables/id-hashing.js';
import type { Note } from '../tables/notes.js';
import { ANSWERED_MS } from '../tables/retention.js';
import { createBatching } from './batching.js';

/** Slack sends a workspace at most 10,000 events in that time. */
const MOST_ANSWERED = 10_000;

const RENEW_MS = 2000;

/** Five renewals missed: the owner is dead. Measured here, so that no clock matters. */
const DEAD_AFTER_MS = 10_000;

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

type AnswerWork = () => Promise<Asked | undefined>;

/** Answers questions once. `now` is in milliseconds since 1970. */
export class AnswerOnce {
  readonly #failover: Failover;
  readonly #now: () => number;
  readonly #owner = randomUUID();
  readonly #note: (note: Note) => Promise<void>;
  readonly #renew: () => Promise<void>;
  readonly #take: (question: ClaimedQuestion) => Promise<Claim | undefined>;
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** What this process has answered, since the store may fail before it's recorded there. */
  readonly #answered = new LRUCache<string, true>({ max: MOST_ANSWERED, ttl: ANSWERED_MS });
  #claimed = 0;
  #renewing: NodeJS.Timeout | undefined;

  constructor(failover: Failover, now: () => number) {
    this.#failover = failover;
    this.#now = now;
    const { note, renew } = createNoting(failover, this.#owner);
    this.#note = note;
    this.#renew = renew;
    const takeAll = (questions: readonly ClaimedQuestion[]): Promise<readonly Claim[] | undefined> =>
      failover.attempt((records) => records.claim(questions, this.#owner, now()));
    this.#take = createBatching<ClaimedQuestion, Claim | undefined>({
      together: takeAll,
      alone: async (question) => (await takeAll([question]))?.[0],
      isInOrder: false,
    });
  }

  /** As Store.once. */
  async once(workspace: string, ownKey: string | undefined, work: AnswerWork): ReturnType<Store['once']> {
    if (ownKey === undefined) {
      const asked = await work();
      if (asked !== undefined) await this.#note({ asked, at: this.#now() });
      return 'done';
    }
    const key = workspaceKey(workspace, ownKey);
    for (let other = this.#underWay.get(key); other !== undefined; other = this.#underWay.get(key))
      await other.catch(() => undefined);
    const attempt = this.#answer(workspace, key, work);
    this.#underWay.set(key, attempt);
    try {
      return await attempt;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #answer(workspace: string, key: string, work: AnswerWork): ReturnType<Store['once']> {
    if ((await this.#claim(workspace, key)) === 'done before') return 'done before';
    let asked: Asked | undefined;
    try {
      asked = await this.#workOn(work);
    } catch (error) {
      await this.#failover.write((records) => records.release(key, this.#owner));
      throw error;
    }
    this.#answered.set(key, true);
    await this.#note({ claimed: { workspace, key, owner: this.#owner }, asked, at: this.#now() });
    return 'done';
  }

  /** Waits until the question is this process's to answer, or another one has answered it. */
  async #claim(workspace: string, key: string): Promise<'mine' | 'done before'> {
    let seen: OthersClaim | undefined;
    let seenAt = 0;
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const claim = await this.#find(workspace, key);
      if (claim === 'mine' || claim === 'done before') return claim;
      if (claim === undefined && seen === undefined) return 'mine';
      if (claim !== undefined && (claim.owner !== seen?.owner || claim.beat !== seen.beat)) {
        seen = claim;
        seenAt = performance.now();
      } else if (seen !== undefined && performance.now() - seenAt > DEAD_AFTER_MS) {
        const dead = seen;
        // The store may fail even here; then the question is too old to wait any longer.
        const isTaken = await this.#failover.attempt((records) => records.takeOver(key, dead, this.#owner));
        if (isTaken !== false) return 'mine';
      }
      await pause(wait);
    }
  }

  /** Who has claimed the question, as far as this process knows, else according to the store, if only for reading. */
  async #find(workspace: string, key: string): Promise<Claim | undefined> {
    if (this.#answered.has(key)) return 'done before';
    const claim = await this.#take({ workspace, key });
    return claim ?? this.#failover.look((records) => records.findClaim(key, this.#owner));
  }

  /** Renews its claims while it works. */
  async #workOn(work: AnswerWork): Promise<Asked | undefined> {
    this.#claimed += 1;
    this.#renewing ??= setInterval(() => void this.#renew(), RENEW_MS).unref();
    try {
      return await work();
    } finally {
      this.#claimed -= 1;
      if (this.#claimed === 0) {
        clearInterval(this.#renewing);
        this.#renewing = undefined;
      }
    }
  }
}

const RENEW = 'renew';

/**
 * Writes results in the order in which they come, since a conversation continues with the last one. A renewal takes its
 * turn among them: both write the rows of the same questions and would block each other.
 */
function createNoting(failover: Failover, owner: string) {
  const renewNow = async (): Promise<void> => {
    await failover.attempt((records) => records.renewClaims(owner));
  };
  const write = createBatching<Note | typeof RENEW, void>({
    async together(items) {
      const notes = items.filter((item) => item !== RENEW);
      const isWritten = await failover.attempt((records) => records.note(notes).then(() => true));
      if (!isWritten) return undefined;
      if (items.includes(RENEW)) await renewNow();
      return items.map(() => undefined);
    },
    async alone(item) {
      if (item === RENEW) await renewNow();
      else await failover.write((records) => records.note([item]));
    },
    isInOrder: true,
  });
  return { note: (note: Note) => write(note), renew: () => write(RENEW) };
}
