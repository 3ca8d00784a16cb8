// What both receivers have in common: how they are opened and closed, and how a failed payload is reported.
import type { Receiver } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { describeFailure } from '../slack-errors.js';
import { LeaveForRetryError } from './ack-when-answered.js';

/** Bolt's receiver, and its connection to Slack. */
export interface SlackReceiver {
  readonly receiver: Receiver;
  /** Resolves to where it listens, in words. */
  open(): Promise<string>;
  /** Accepts nothing new, and ends once `drained` says that all answers are delivered. */
  close(drained: Promise<void>): Promise<void>;
  isOpen(): boolean;
  /** Why Slack can't be reached, without secrets, if that's known. */
  whyNotOpen(): string | undefined;
  /** Rejects if Slack closes the connection for good. */
  readonly lost: Promise<never>;
}

/** Reports failures before or after the listeners, such as a payload that Bolt can't read. */
export function reportUnlessLeft(error: Error, log: Log): void {
  if (error instanceof LeaveForRetryError) return;
  const { code, advice } = describeFailure(error);
  log.error(advice, { code });
}
