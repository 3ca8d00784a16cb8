// Repeats a rate-limited call after the time that Slack asks for.

import { setTimeout as pause } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** Longer waits are left to Slack, which sends the event again after a minute. */
const LONGEST_WAIT_SECONDS = 30;
const MOST_WAITS = 3;

/**
 * Makes a call, and again if Slack's rate limit refused it. After any other failure Slack may have accepted the post,
 * and an immediate retry would post it twice; so that rejects.
 */
export async function retryWhenRateLimited(call: () => Promise<unknown>): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    try {
      await call();
      return;
    } catch (error) {
      const isShort = error instanceof webApi.WebAPIRateLimitedError && error.retryAfter <= LONGEST_WAIT_SECONDS;
      if (!isShort || waits === MOST_WAITS) throw error;
      await pause(error.retryAfter * 1000);
    }
  }
}
