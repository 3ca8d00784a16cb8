// Reports whether the process is alive and whether it's ready for questions.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from './pages.js';

/** Whether questions come in; `stopping` also means that no more are taken. */
export type SlackState = 'connected' | 'not connected' | 'stopping';

/** The health of one process, in words that give nothing away. */
export interface HealthReport {
  /** Without its store it still answers, from memory, so it is only `degraded` then. */
  readonly status: 'ready' | 'degraded' | 'not ready';
  readonly slack: SlackState;
  /** Why it isn't connected, if that's known. */
  readonly cause?: string;
  readonly store: 'reachable' | 'not reachable';
}

/** Reports the current health. */
export type Health = () => Promise<HealthReport>;

/** A health request waits no longer for the store. */
const PATIENCE_MS = 1_000;
/** However often health is requested, the store is asked no more often. */
const FRESH_MS = 1_000;

/** What is watched. */
export interface Watched {
  slackState(): SlackState;
  whyNotConnected(): string | undefined;
  /** Asks the store. */
  isReachable(): Promise<boolean>;
  /** Whether nothing can be answered before the store was reached once, since it has the tokens. */
  readonly needsStore: boolean;
}

/** Watches both parts. */
export function watchHealth({ slackState, whyNotConnected, isReachable, needsStore }: Watched): Health {
  let wasReached = !needsStore;
  let asked: Promise<boolean> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const askStore = (): Promise<boolean> => {
    if (asked === undefined || performance.now() - askedAt > FRESH_MS) {
      askedAt = performance.now();
      asked = Promise.race([isReachable(), pause(PATIENCE_MS, false, { ref: false })]);
    }
    return asked;
  };
  return async () => {
    const isStored = await askStore();
    wasReached ||= isStored;
    const slack = slackState();
    const status = slack !== 'connected' || !wasReached ? 'not ready' : isStored ? 'ready' : 'degraded';
    const cause = slack === 'not connected' ? whyNotConnected() : undefined;
    return { status, slack, ...(cause !== undefined && { cause }), store: isStored ? 'reachable' : 'not reachable' };
  };
}

/** `/healthz`: alive · `/readyz`: ready for questions, else 503. */
export function healthPages(health: Health): readonly Page[] {
  const show = (status: number, body: unknown) => ({ status, type: 'application/json', body: JSON.stringify(body) });
  return [
    { path: '/healthz', show: async () => show(200, { status: 'alive' }) },
    {
      path: '/readyz',
      async show() {
        const report = await health();
        return show(report.status === 'not ready' ? 503 : 200, report);
      },
    },
  ];
}
