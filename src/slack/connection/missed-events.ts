// Reports that Slack has left out events of a workspace: it says so in place of an event, which Bolt doesn't recognise.
import type { Log } from '../../operations/log.js';
import { text } from '../inbound/payload.js';

const WORKSPACE = /^[TE][A-Z\d]{1,30}$/;

/** True if the payload is Slack's note of missed events (docs.slack.dev/apis/events-api, rate limiting); it's then logged. */
export function isNoteOfMissedEvents(body: unknown, log: Log): boolean {
  if (text(body, 'type') !== 'app_rate_limited') return false;
  const team = text(body, 'team_id') ?? '';
  const where = WORKSPACE.test(team) ? team : 'a workspace';
  log.warn(
    `Slack left out events of ${where}, since there were more than 30,000 in an hour. Anyone who got no answer can ask again. No action needed unless this continues`,
    { code: 'app_rate_limited' },
  );
  return true;
}
