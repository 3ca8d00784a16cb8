// Passes log lines of Slack's libraries on, without those already reported and without private data.
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import { warnOfUnsigned } from './request-guard.js';

/**
 * Lines of Bolt's clients about failures that are already reported with a code and advice; and that an agent has no
 * stop button, which no one could click as quickly as answers come.
 */
const REPORTED_ELSEWHERE =
  /^(http request failed|Failed to retrieve a new WSS URL|WebSocket error|missing_agent_session_stopped_event_subscription|Authorization of incoming event did not succeed)/;

/** About a body that isn't JSON; Bolt quotes its beginning. */
const UNREADABLE_BODY = /^Malformed request body/;

/** About a request that Slack hasn't signed. */
const UNSIGNED_BODY = /^Failed to parse and verify/;

/** About a connection that is open but dead; the client reconnects. */
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
