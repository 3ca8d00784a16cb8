// Before the road: reads the files of one data folder as text, and says which of them cannot be read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../data-error.js';

/** A file as an editor knows it: `file` is its path from the folder that holds the data folder. */
export interface TextFile {
  readonly file: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly text: string;
}

/** As `readTextFiles`, for a folder that may be empty or missing. */
export function readOptionalFiles(dir: string, folder: string, ending: string, faults: Fault[]): TextFile[] {
  const path = join(dir, folder);
  return existsSync(path) ? readFiles(dir, folder, ending, faults, listFolder(path, faults)) : [];
}

/** All files of `dir/folder` that end in `ending`, by name. A file of another kind is a fault; hidden ones and those that editors leave for a moment are not read. */
export function readTextFiles(dir: string, folder: string, ending: string, faults: Fault[]): TextFile[] {
  const path = join(dir, folder);
  const names = listFolder(path, faults);
  if (names?.length === 0) faults.push({ file: path, problem: 'is empty', remedy: `put ${ending} files there` });
  return readFiles(dir, folder, ending, faults, names);
}

function readFiles(
  dir: string,
  folder: string,
  ending: string,
  faults: Fault[],
  names: readonly string[] = [],
): TextFile[] {
  const shown = `${basename(dir)}/${folder}`;
  const files: TextFile[] = [];
  for (const name of names) {
    const file = `${shown}/${name}`;
    if (!name.endsWith(ending)) {
      faults.push({
        file,
        problem: `is not a ${ending} file`,
        remedy: `rename it to end in ${ending} or move it elsewhere`,
      });
      continue;
    }
    const text = readText(join(dir, folder, name), file, faults);
    if (text === undefined) continue;
    if (text.trim() === '') faults.push({ file, problem: 'is empty', remedy: 'fill it or remove it' });
    else files.push({ file, name: name.slice(0, -ending.length), text });
  }
  return files;
}

/** Not hidden, no editor's copy of what is being written. */
export const isMeant = (name: string): boolean => !/^[.#]|~$/.test(name);

/** Undefined, with a fault, where it can't be read. */
function listFolder(path: string, faults: Fault[]): string[] | undefined {
  try {
    return readdirSync(path).filter(isMeant).sort();
  } catch (error) {
    faults.push({
      file: path,
      problem: `cannot be read (${nameCause(error)})`,
      remedy: 'see that it is a readable folder',
    });
    return undefined;
  }
}

function readText(path: string, file: string, faults: Fault[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const notText = error instanceof TypeError;
    faults.push({
      file,
      problem: notText ? 'is not text in UTF-8' : `cannot be read (${nameCause(error)})`,
      remedy: notText ? 'save it in the encoding UTF-8' : 'see that it is a readable file',
    });
    return undefined;
  }
}

function nameCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
