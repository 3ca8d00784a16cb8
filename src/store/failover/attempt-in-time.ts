// Does something that a person waits for with a window open: in the database and in time, or not at all.
import type { Operation } from './backlog.js';
import type { Failover } from './failover.js';
import { withTimeLimit } from './time-limit.js';

/** Slack waits three seconds for a window's content; the rest is for the network. */
const PATIENCE_MS = 2200;

/** In an object, since a result may be undefined as well. */
export interface InTime<Result> {
  readonly value: Result;
}

/** Undefined when it could not be done, or it isn't known in time whether it was. */
export function attemptInTime<Result>(
  failover: Failover,
  operation: Operation<Result>,
  isReading = false,
): Promise<InTime<Result> | undefined> {
  const wrapped: Operation<InTime<Result>> = async (records) => ({ value: await operation(records) });
  const attempt = isReading ? failover.attemptToRead(wrapped) : failover.attempt(wrapped);
  return withTimeLimit(PATIENCE_MS, attempt, 'slow').catch(() => undefined);
}
