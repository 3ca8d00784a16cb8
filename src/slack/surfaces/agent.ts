// Shows in Slack that an answer is on its way, if the app is an agent.
import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { FeatureSwitches } from '../delivery/feature-switches.js';
import { retryWhenRateLimited } from '../delivery/rate-limit.js';
import type { SlackQuestion } from '../inbound/slack-question.js';
import { describeFailure, isLastingRefusal, isRefusal } from '../slack-errors.js';

/** Delivers an answer while Slack shows "Working…" in its thread. Only fails if `deliverAnswer` does. */
export type WhileAnswering = (
  question: SlackQuestion,
  client: webApi.WebClient | undefined,
  deliverAnswer: () => Promise<void>,
) => Promise<void>;

/** The longest that a slow status call can delay an answer. */
const LONGEST_WAIT_MS = 500;

/** The result of the first call: it may have reached Slack though no response came back. */
type StatusCall = 'shown' | 'refused' | 'unclear';

/**
 * Builds it. `track` takes the work that is left once an answer is delivered, so that neither Slack's next event nor a
 * stop comes before the status is right: without it "Working…" would be shown for an hour.
 */
export function createWhileAnswering(
  switches: FeatureSwitches,
  log: Log,
  track: (work: Promise<void>) => void,
): WhileAnswering {
  return async (question, client, deliverAnswer) => {
    const thread = threadOf(question);
    const status = switches('status', question.workspace);
    if (client === undefined || thread === undefined || !status.isOn) return deliverAnswer();
    const set = (name: 'processing' | 'active') => client.agents.sessions.setStatus({ ...thread, status: name });
    const report = (error: unknown): void => {
      const { code, advice } = describeFailure(error);
      const ownLog = log.of(question.delivery?.logFields);
      if (isLastingRefusal(error)) status.switchOff(error);
      else ownLog.warn(`The answer was sent without it. ${advice}`, { feature: 'status', code });
    };

    const firstCall = set('processing').then(
      (): StatusCall => 'shown',
      (error): StatusCall => {
        report(error);
        return isRefusal(error) ? 'refused' : 'unclear';
      },
    );
    await Promise.race([firstCall, pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
    try {
      await deliverAnswer();
    } finally {
      track(firstCall.then((outcome) => endStatus(outcome, () => set('active'), report)));
    }
  };
}

/** Ends the status once the first call has ended, since the two could arrive in the wrong order. */
async function endStatus(
  firstCall: StatusCall,
  setActive: () => Promise<unknown>,
  report: (error: unknown) => void,
): Promise<void> {
  if (firstCall === 'refused') return;
  await retryWhenRateLimited(setActive)
    // Again if the result isn't known: repeating it does no harm.
    .catch((error) => (isRefusal(error) ? Promise.reject(error) : setActive()))
    .catch((error) => (firstCall === 'shown' ? report(error) : undefined));
}

/** The thread that the question started or is in; undefined for everything asked elsewhere. */
function threadOf({ surface, destination }: SlackQuestion): { channel_id: string; thread_ts: string } | undefined {
  if (surface !== 'direct message' || destination.kind !== 'conversation') return undefined;
  return destination.thread === undefined
    ? undefined
    : { channel_id: destination.channel, thread_ts: destination.thread };
}
