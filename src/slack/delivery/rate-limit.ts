// Near the end of the road: a call that Slack puts off is made again when it is its turn.
import { setTimeout as pause } from 'node:timers/promises';
import { bolt } from '../bolt.js';

/** Longer waits are left to Slack, which sends the event again after a minute. */
const LONGEST_WAIT_SECONDS = 30;
const MOST_WAITS = 3;

/**
 * Waits as long as Slack asks to. Only such a refusal is tried again here: after any other failure the post may have
 * been taken, and a second try at once would double it.
 */
export async function waitingForItsTurn(send: () => Promise<unknown>): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    try {
      await send();
      return;
    } catch (error) {
      const isShort = error instanceof bolt.webApi.WebAPIRateLimitedError && error.retryAfter <= LONGEST_WAIT_SECONDS;
      if (!isShort || waits === MOST_WAITS) throw error;
      await pause(error.retryAfter * 1000);
    }
  }
}
