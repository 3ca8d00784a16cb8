// Reads the .env file in the working directory; one that exists but can't be read is an error.
import { lstatSync, readFileSync } from 'node:fs';
import { ConfigError } from './environment.js';

const FILE = '.env';

/** The system's reason for not reading a file, and what to do. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read by the user who runs the app. Give that user the right to read it',
  EPERM: 'may not be read by the user who runs the app. Give that user the right to read it',
  EISDIR: 'is a folder. Move it away, and put a file with the settings in its place',
  ELOOP: 'is a link that leads back to itself. Delete it, and put a file with the settings in its place',
  ENOENT: 'is a link to a file that doesn’t exist. Make that file, or delete the link',
};

/** The text of `.env`, empty if there is no such file. A ConfigError says what is wrong with one that can't be read. */
export function readEnvFile(): string {
  const bytes = readBytes();
  if (bytes === undefined) return '';
  if (isUtf16(bytes))
    throw new ConfigError([
      `${FILE} is saved as UTF-16, which can’t be read. Save it as UTF-8, in PowerShell with: ` +
        `(Get-Content ${FILE}) | Set-Content -Encoding utf8 ${FILE}`,
    ]);
  // Windows puts a mark before UTF-8, which would become part of the first name.
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
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

/** UTF-16 shows by its mark, or by zero bytes next to English letters, which UTF-8 never has. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.includes(0);
}
