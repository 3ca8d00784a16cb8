// Around the last stretch of the road where the app is an agent: Slack shows that an answer is on its way.

import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Switches } from '../delivery/feature-switches.js';
import { waitingForItsTurn } from '../delivery/rate-limit.js';
import type { SlackQuestion } from '../inbound/read-question.js';
import { describeFailure, isLasting, isRefusal } from '../slack-errors.js';

/** Hands an answer over while Slack shows "Working…" in its thread. Fails only when `handOver` does. */
export type WhileAnswering = (
  question: SlackQuestion,
  client: webApi.WebClient | undefined,
  handOver: () => Promise<void>,
) => Promise<void>;

/** So long may a slow Slack keep an answer back for the sake of the status. */
const LONGEST_WAIT_MS = 500;

/**
 * Builds it. `finish` takes the work that is left once an answer is handed over, so that neither Slack's next event nor
 * a stop comes before the status is right: without it "Working…" would stand for an hour.
 */
export function createWhileAnswering(
  switches: Switches,
  log: Log,
  finish: (work: Promise<void>) => void,
): WhileAnswering {
  return async (question, client, handOver) => {
    const thread = threadOf(question);
    const status = switches('status', question.workspace);
    if (client === undefined || thread === undefined || !status.isOn) return handOver();
    const set = (name: 'processing' | 'active') => client.agents.sessions.setStatus({ ...thread, status: name });
    const tell = (error: unknown): void => {
      const { code, advice } = describeFailure(error);
      if (isLasting(error)) status.switchOff(error);
      else
        log.of(question.arrival?.names).warn(`The answer went out without it. ${advice}`, { feature: 'status', code });
    };

    const begun = set('processing').then(
      (): Begun => 'shown',
      (error): Begun => {
        tell(error);
        return isRefusal(error) ? 'refused' : 'unclear';
      },
    );
    await Promise.race([begun, pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
    try {
      await handOver();
    } finally {
      finish(
        begun.then(async (outcome) => {
          if (outcome === 'refused') return;
          // Not before the first call has ended, for the two could arrive in the wrong order; and once more where it
          // is not known what became of it, for it does no harm twice.
          await waitingForItsTurn(() => set('active'))
            .catch((error) => (isRefusal(error) ? Promise.reject(error) : set('active')))
            .catch((error) => (outcome === 'shown' ? tell(error) : undefined));
        }),
      );
    }
  };
}

/** What became of the first call: it can have reached Slack though no answer came back. */
type Begun = 'shown' | 'refused' | 'unclear';

/** The thread that the question began or stands in; undefined for all that is asked elsewhere. */
function threadOf({ door, place }: SlackQuestion): { channel_id: string; thread_ts: string } | undefined {
  if (door !== 'direct message' || place.kind !== 'conversation' || place.thread === undefined) return undefined;
  return { channel_id: place.channel, thread_ts: place.thread };
}
