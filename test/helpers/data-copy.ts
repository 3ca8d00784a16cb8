// Copies the shipped data so that a test can break it, and checks the copy.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkData, readFolder } from '../../src/commands/check-data.js';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** The data folder that ships. */
export const SHIPPED = join(project, 'data');

/** One change of one file: the first `from` becomes `to`; without `from` the whole file becomes `to`. */
export interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to: string;
}

/** Copies what is checked to a new folder, applies the edits, and returns the folder's path. */
export function copyData(edits: readonly Edit[]): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'advisor-data-')), 'data');
  for (const folder of ['documents', 'facts', 'language', 'phrases', 'answers', 'about.yml'])
    cpSync(join(SHIPPED, folder), join(dir, folder), { recursive: true });
  for (const { file, from, to } of edits) {
    const path = join(dir, file);
    writeFileSync(path, from === undefined ? to : replaceOnce(readFileSync(path, 'utf8'), from, to));
  }
  return dir;
}

/** A folder with these files and nothing else. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const dir = join(mkdtempSync(join(tmpdir(), 'advisor-data-')), 'data');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return dir;
}

function replaceOnce(text: string, from: string, to: string): string {
  if (!text.includes(from))
    throw new Error(`The test wants to change “${from}”, which the shipped file no longer holds.`);
  return text.replace(from, () => to);
}

/** The line, counted from 1, on which `text` first occurs in a file of the copy. */
export function findLine(dir: string, file: string, text: string): number {
  const whole = readFileSync(join(dir, file), 'utf8');
  return whole.slice(0, whole.indexOf(text)).split('\n').length;
}

/** What a check came to, as the command prints it. */
interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const print = (text: string): string => (text === '' ? '' : `${text}\n`);

/** What `npm run check` prints about the files of a folder, without what they would do in use: that takes two trainings. */
export function checkFiles(dir: string): Printed {
  const folder = readFolder(dir);
  return 'faults' in folder
    ? { status: 1, stdout: '', stderr: print(folder.faults.join('\n')) }
    : { status: 0, stdout: print(folder.told.join('\n\n')), stderr: '' };
}

/** All that it prints, in this process; commands/check.test.ts starts the command itself. */
export function runCheck(dir: string): Printed {
  const { status, told, faults } = checkData(dir);
  return { status, stdout: print(told.join('\n\n')), stderr: print(faults.join('\n')) };
}
