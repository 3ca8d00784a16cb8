// Between Slack's libraries and the log: their lines, without what is told already and what nobody should read.
import type { Logger } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { bolt } from '../bolt.js';
import { warnOfUnsigned } from './request-guard.js';

/**
 * Lines of Bolt's clients on failures that are reported once already, with a code and what to do; and that an agent has
 * no button to stop it, which nobody could press as quickly as answers come.
 */
const NEEDLESS =
  /^(http request failed|Failed to retrieve a new WSS URL|WebSocket error|missing_agent_session_stopped_event_subscription|Authorization of incoming event did not succeed)/;

/** On a body that is no JSON; Bolt quotes its beginning. */
const UNREADABLE = /^Malformed request body/;

/** On a request whose signature is none of Slack's. */
const UNSIGNED_BODY = /^Failed to parse and verify/;

/** On a line that is open and dead; the client connects again. */
const SILENT = /^(A p[io]ng wasn't received|Peer did not complete)/;

/** The same log for Bolt and its clients, without their debug lines, which hold whole messages and people's ids. */
export function boltLogger(log: Log): Logger {
  const unlessReported =
    (write: Log['warn']) =>
    (...parts: unknown[]): void => {
      const line = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
      if (UNREADABLE.test(line)) write('The body of a request could not be read', { code: 'no_payload' });
      else if (UNSIGNED_BODY.test(line)) warnOfUnsigned(log);
      else if (SILENT.test(line)) log.info('The line to Slack is silent, connecting again', { code: 'line_silent' });
      else if (!NEEDLESS.test(line)) write(line, { from: 'slack-library' });
    };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: unlessReported(log.warn),
    error: unlessReported(log.error),
    getLevel: () => bolt.LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}
