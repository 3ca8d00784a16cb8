// Recognises Slack's rate limit in an error of the Web API's client.
import { webApi } from '@slack/bolt';

/** How the client's plain error begins when Slack does not say for how long to wait. */
const WITHOUT_TIME = /^Retry header did not contain a valid timeout/;

/** True if Slack refused a call because there were too many, whether it said for how long or not. */
export function isRateLimit(error: unknown): boolean {
  return error instanceof webApi.WebAPIRateLimitedError || (error instanceof Error && WITHOUT_TIME.test(error.message));
}
