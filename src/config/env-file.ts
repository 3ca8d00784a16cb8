// Reads the .env file in the working directory; one that exists but can't be read is an error.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'dotenv';
import { ConfigError } from './environment.js';

const FILE = '.env';
/** What Windows makes of the name if it hides extensions. */
const MISNAMED = '.env.txt';

/** The system's reason for not reading a file, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read by the user who runs the app. Give that user the right to read it',
  EPERM: 'may not be read by the user who runs the app. Give that user the right to read it',
  EISDIR: 'is a folder. Move it away, and put a file with the settings in its place',
  ELOOP: 'is a link that leads back to itself. Delete it, and put a file with the settings in its place',
  ENOENT: 'is a link to a file that doesn’t exist. Make that file, or delete the link',
};

const FORM = 'Write each setting on a line of its own as NAME=value, such as LOG_LEVEL=info';

/** What else a file may be, by its beginning. */
const OTHER_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'is a word-processor file'],
  [/^[{[]\s*["{[\]}]/, 'is JSON'],
  [/^<[!?a-z]/i, 'is a web page'],
];

/** What `.env` sets. `notes` has a sentence for each part of it that isn't read. */
export interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** Reads `.env`; without such a file nothing is set. A ConfigError says what is wrong with one that can't be read. */
export function readEnvFile(): EnvFile {
  const bytes = readBytes();
  if (bytes === undefined) {
    const note = `There is no ${FILE}, only ${MISNAMED}, which isn’t read. Rename it to ${FILE}`;
    return { values: {}, notes: existsSync(MISNAMED) ? [note] : [] };
  }
  if (isUtf16(bytes))
    throw new ConfigError([
      `${FILE} is saved as UTF-16, which can’t be read. Save it as UTF-8, in PowerShell with: ` +
        `(Get-Content ${FILE}) | Set-Content -Encoding utf8 ${FILE}`,
    ]);
  // Windows puts a mark before UTF-8, which would become part of the first name.
  return readSettings(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}

function readSettings(text: string): EnvFile {
  const other = OTHER_FORMS.find(([form]) => form.test(text.trimStart()))?.[1];
  if (other !== undefined) throw new ConfigError([`${FILE} ${other}. ${FORM}`]);
  if (NO_TEXT.test(text)) throw new ConfigError([`${FILE} isn’t a text file. ${FORM}`]);
  const values = parse(text);
  const unread = unreadLines(text, values);
  if (unread.length > 0 && Object.keys(values).length === 0)
    throw new ConfigError([`${FILE} sets nothing: no line of it can be read. ${FORM}`]);
  return { values, notes: unread.map((line) => `${FILE}:${line} can’t be read, so it’s ignored. ${FORM}`) };
}

/** Signs that no editor puts into a text. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r\x80-\x9f]/u;

/** The numbers of the lines that set nothing, apart from comments and the rest of a value in quotation marks. */
function unreadLines(text: string, values: Readonly<Record<string, string>>): number[] {
  const lines = text.split(/\r\n?|\n/);
  const isRead = (line: string, index: number): boolean =>
    /^\s*(#|$)/.test(line) ||
    Object.keys(parse(line)).length > 0 ||
    !isDeepStrictEqual(parse(lines.toSpliced(index, 1).join('\n')), values);
  return lines.flatMap((line, index) => (isRead(line, index) ? [] : [index + 1])).slice(0, MOST_NOTES);
}

/** More than these are one mistake, not many. */
const MOST_NOTES = 5;

function readBytes(): Buffer | undefined {
  try {
    return readFileSync(FILE);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' && lstatSync(FILE, { throwIfNoEntry: false }) === undefined) return undefined;
    throw new ConfigError([`${FILE} ${REASONS[code] ?? `can’t be read (${code}). Check the file and its disk`}`]);
  }
}

/** UTF-16 shows by its mark, or by a zero byte in each pair of an English letter, always on the same side. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sides = new Set([...bytes.entries()].filter(([, byte]) => byte === 0).map(([at]) => at % 2));
  return sides.size === 1;
}
