// Beside the road: one line on standard error for whoever runs the bot; never a text, a token or a person.
import type { Logger } from '@slack/bolt';
import { LOG_LEVELS, type LogLevelName } from '../config.js';
import { bolt } from './bolt.js';

/** What the bot's own code logs with; Bolt's Logger can stand in for it. */
export type Log = Pick<Logger, LogLevelName>;

const TOKEN = /\b(xox[a-z]|xapp)-[\w-]+/gi;

/** A log that writes lines of at least this level to `write`. */
export function createLog(level: LogLevelName, write: (line: string) => void = (line) => console.error(line)): Log {
  const at =
    (own: LogLevelName) =>
    (...parts: unknown[]): void => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
      // One event is one line, so that a line can be counted and searched for.
      write(`${own} ${text.replaceAll(TOKEN, '$1-…').replaceAll(/\s+/g, ' ')}`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * Lines of Bolt's clients on failures that are reported once already, with a code and what to do; and that an agent has
 * no button to stop it, which nobody could press as quickly as answers come.
 */
const NEEDLESS =
  /^(http request failed|Failed to retrieve a new WSS URL|missing_agent_session_stopped_event_subscription|Authorization of incoming event did not succeed)/;

/** Bolt quotes the beginning of a body that is no JSON. */
const UNREADABLE = /^(Malformed request body).*/s;

/** The same log for Bolt and its clients, without their debug lines, which hold whole messages and people's ids. */
export function boltLogger(log: Log): Logger {
  const unlessReported =
    (write: Log['warn']) =>
    (...parts: unknown[]): void => {
      if (NEEDLESS.test(String(parts[0]))) return;
      write(...parts.map((part) => (typeof part === 'string' ? part.replace(UNREADABLE, 'code=no_payload $1') : part)));
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
