// Passes lines of Slack's libraries on to the log, without what is reported already and what nobody should read.
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { warnOfUnsigned } from './request-guard.js';

/**
 * Lines of Bolt's clients on failures that are reported already, with a code and what to do; and that an agent has no
 * button to stop it, which nobody could press as quickly as answers come.
 */
const REPORTED_ELSEWHERE =
  /^(http request failed|Failed to retrieve a new WSS URL|WebSocket error|missing_agent_session_stopped_event_subscription|Authorization of incoming event did not succeed)/;

/** On a body that is no JSON; Bolt quotes its beginning. */
const UNREADABLE_BODY = /^Malformed request body/;

/** On a request that Slack has not signed. */
const UNSIGNED_BODY = /^Failed to parse and verify/;

/** On a connection that is open and dead; the client connects again. */
const SILENT_CONNECTION = /^(A p[io]ng wasn't received|Peer did not complete)/;

/** The same log for Bolt and its clients, without their debug lines, which hold whole messages and people's ids. */
export function boltLogger(log: Log): Logger {
  const unlessReportedElsewhere =
    (write: Log['warn']) =>
    (...parts: unknown[]): void => {
      const line = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
      if (UNREADABLE_BODY.test(line)) write('Couldn’t read the body of a request', { code: 'no_payload' });
      else if (UNSIGNED_BODY.test(line)) warnOfUnsigned(log);
      else if (SILENT_CONNECTION.test(line))
        log.info('The connection to Slack went silent. Reconnecting', { code: 'connection_silent' });
      else if (!REPORTED_ELSEWHERE.test(line)) write(line, { from: 'slack-library' });
    };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: unlessReportedElsewhere(log.warn),
    error: unlessReportedElsewhere(log.error),
    getLevel: () => LogLevel.INFO,
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

/** The same logger for the part that installs the app, whose errors are reported with what to do when it calls back. */
export const withoutInstallErrors = (logger: Logger): Logger => ({
  ...logger,
  error: (first, ...more) => first instanceof Error || logger.error(first, ...more),
});
