// Writes log lines, as text for a terminal or as JSON for log collectors, without secrets.

/** Levels of the log, the quietest last. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
/** The name of a level. */
export type LogLevelName = (typeof LOG_LEVELS)[number];

/** The formats of log lines. */
export const LOG_FORMATS = ['text', 'json'] as const;
/** One of the formats. */
export type LogFormat = (typeof LOG_FORMATS)[number];

/** The fields of a line, to search and count by: never a text, a token or a person. */
export type Fields = Readonly<Record<string, string | number>>;

type Write = (message: string, fields?: Fields) => void;

/** A log; lines below its level are left out. */
export interface Log extends Readonly<Record<LogLevelName, Write>> {
  /** The same log, with the delivery's fields on each line. */
  of(delivery: Fields | undefined): Log;
}

/** A log that passes lines of at least this level to `write`. */
export function createLog(
  level: LogLevelName,
  write: (line: string) => void = (line) => console.error(line),
  format: LogFormat = 'text',
  delivery?: Fields,
): Log {
  const at =
    (own: LogLevelName): Write =>
    (message, fields) => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      write(formatLine(format, own, message, fields, delivery));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    of: (names) => createLog(level, write, format, names),
  };
}

/** One event as one line, so that it can be counted and searched for. `delivery` is the one it belongs to. */
export function formatLine(
  format: LogFormat,
  level: LogLevelName,
  message: string,
  fields: Fields = {},
  delivery: Fields = {},
): string {
  if (format === 'json') {
    const time = new Date().toISOString();
    const clean = Object.entries({ ...delivery, ...fields }).map(([name, value]) => [name, redact(value)]);
    return JSON.stringify({ time, level, ...Object.fromEntries(clean), message: redact(message) });
  }
  return [level, ...pairs(fields), redact(message), ...pairs(delivery)].join(' ');
}

function pairs(fields: Fields): string[] {
  return Object.entries(fields).map(([name, value]) => {
    const text = `${redact(value)}`;
    return `${name}=${/[\s="]/.test(text) ? JSON.stringify(text) : text}`;
  });
}

/** Secrets, which may be in a library's error. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(xox[a-z]|xapp)[-.][\w.-]+/gi, '$1-…'],
  // Ids of people; each has a digit, which no word in capitals has.
  [/\b([UW])(?=[A-Z]*\d)[A-Z0-9]{6,}\b/g, '$1…'],
  // Addresses can have passwords and tickets.
  [/\b(\w+:\/\/)[^\s/@]+@/g, '$1…@'],
  [/\b((?:https?|wss?):\/\/[^\s?#]+)\?\S*/g, '$1?…'],
  [/\b(https:\/\/hooks\.slack\.com\/)\S*/g, '$1…'],
];

function redact<Value extends string | number>(value: Value): Value | string {
  if (typeof value !== 'string') return value;
  return SECRETS.reduce((rest: string, [secret, mark]) => rest.replaceAll(secret, mark), value).replaceAll(/\s+/g, ' ');
}
