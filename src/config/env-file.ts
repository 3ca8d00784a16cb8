// Reads the .env file in the working directory; one that exists but can't be read is an error.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'dotenv';
import { ConfigError, type Environment, trimEnvironment } from './environment.js';

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

/** What else a file may be: by its beginning, or by a control character, which no editor puts into a text. */
const OTHER_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\{\\rtf/, 'is a word-processor file'],
  [/^\s*[{[]\s*["{[\]}]/, 'is JSON'],
  [/^\s*<[!?a-z]/i, 'is a web page'],
  [/(?!\s)\p{Cc}/u, 'isn’t plain text: it has control characters'],
];

/** More than these are one mistake, not many. */
const MOST_NOTES = 5;

/** The settings, and a sentence for each part of `.env` that isn't read. */
export interface Settings {
  readonly env: Environment;
  readonly notes: readonly string[];
}

/** The environment, and from `.env` whatever it lacks. A ConfigError says what is wrong with a `.env` that can't be read. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { values, notes } = readEnvFile();
  return { env: trimEnvironment({ ...values, ...environment }), notes };
}

/** What a file sets, and its notes. */
interface EnvFile {
  readonly values: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

function readEnvFile(): EnvFile {
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
  return parseLines(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}

/** A file that sets anything is used, whatever else is in it: everything may be in the environment anyway. */
function parseLines(text: string): EnvFile {
  const values = parse(text);
  const form = OTHER_FORMS.find(([pattern]) => pattern.test(text))?.[1];
  if (Object.keys(values).length === 0 && !linesOf(text).every(isBlank))
    throw new ConfigError([`${FILE} ${form ?? 'sets nothing: no line of it can be read'}. ${FORM}`]);
  const unread = unreadLines(text, values).map((line) => `${FILE}:${line} can’t be read, so it’s ignored`);
  const found = form === undefined ? unread : [`${FILE} ${form}`, ...unread];
  return { values, notes: found.map((note) => `${note}. ${FORM}`) };
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);
const isBlank = (line: string): boolean => /^\s*(#|$)/.test(line);

/** The numbers of the first lines that set nothing, apart from comments and the rest of a value in quotation marks. */
function unreadLines(text: string, values: Readonly<Record<string, string>>): number[] {
  const lines = linesOf(text);
  const unread: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (unread.length === MOST_NOTES) break;
    if (isBlank(line) || Object.keys(parse(line)).length > 0) continue;
    const isPartOfValue = !isDeepStrictEqual(parse(lines.toSpliced(index, 1).join('\n')), values);
    if (!isPartOfValue) unread.push(index + 1);
  }
  return unread;
}

function readBytes(): Buffer | undefined {
  try {
    return readFileSync(FILE);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT' && lstatSync(FILE, { throwIfNoEntry: false }) === undefined) return undefined;
    throw new ConfigError([`${FILE} ${REASONS[code] ?? `can’t be read (${code}). Check the file and its disk`}`]);
  }
}

/** UTF-16 shows by its mark, or by a zero byte in most pairs, always on the same side: English has one in each letter. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = [...bytes.entries()].filter(([, byte]) => byte === 0).map(([at]) => at % 2);
  return zeros.length > bytes.length / 4 && new Set(zeros).size === 1;
}
