// Reads the files of one data folder as text, and reports those that can't be read.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Fault, FaultText } from '../data-error.js';

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

/** Endings of what is read as a document. */
const TEXT_ENDINGS = ['.md', '.markdown', '.txt'];
const SAVE_AS_TEXT = 'save it as plain text (.txt), encoding UTF-8: in Word, “Save as”, “Plain text”';
/** File types that people have and the advisor can't read, with what to do instead. */
const OTHER_KINDS: Readonly<Record<string, FaultText>> = {
  '.docx': { problem: 'is a Word file', remedy: SAVE_AS_TEXT },
  '.doc': { problem: 'is a Word file', remedy: SAVE_AS_TEXT },
  '.odt': { problem: 'is a word-processor file', remedy: SAVE_AS_TEXT },
  '.rtf': { problem: 'is a word-processor file', remedy: SAVE_AS_TEXT },
  '.pdf': { problem: 'is a PDF file', remedy: 'copy its text into a file that ends in .txt' },
  '.html': { problem: 'is a web page', remedy: 'copy its text into a file that ends in .txt' },
};
const LARGEST_DOCUMENT = 4_000_000;
const UTF8: FaultText = { problem: 'isn’t UTF-8 text', remedy: 'save it as UTF-8' };

/** Whether a file of the documents' folder is read as a document. */
const isTextName = (name: string): boolean => TEXT_ENDINGS.includes(extname(name).toLowerCase());

/** Documents that can be read, and the names of those that can't. */
export interface DocumentFiles {
  readonly files: readonly TextFile[];
  readonly unread: readonly string[];
}

/** The files of `dir/documents`, by name. Each unreadable one is reported in `warnings`, with its remedy. */
export function readDocumentFiles(dir: string, faults: Fault[], warnings: Fault[]): DocumentFiles {
  const path = join(dir, 'documents');
  const names = listFolder(path, faults) ?? [];
  const files = new Map<string, TextFile>();
  const unread: string[] = [];
  for (const entry of names) {
    const file = `${basename(dir)}/documents/${entry}`;
    const name = basename(entry, extname(entry));
    const read = readDocumentText(join(path, entry), entry);
    if (typeof read !== 'string') {
      warnings.push({ file, ...read });
      unread.push(name);
      continue;
    }
    const first = files.get(name);
    if (first === undefined) files.set(name, { file, name, text: read });
    else warnings.push({ file, problem: `has the same name as ${first.file}`, remedy: 'rename one of the two' });
  }
  if (files.size === 0 && faults.length === 0)
    faults.push({ file: path, problem: 'has no documents', remedy: `put files there that end in .md or .txt` });
  return { files: [...files.values()], unread };
}

/** The text of a file, or why it can't be read. */
function readDocumentText(path: string, name: string): string | FaultText {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return { problem: 'is a folder', remedy: 'move its files up beside the others' };
    const other = OTHER_KINDS[extname(name).toLowerCase()];
    if (other !== undefined) return other;
    if (!isTextName(name))
      return {
        problem: 'isn’t Markdown or text',
        remedy: 'rename it to end in .md or .txt, or move it elsewhere',
      };
    if (about.size > LARGEST_DOCUMENT) {
      const problem = `is ${Math.round(about.size / 1e6)} MB, more than the limit of ${LARGEST_DOCUMENT / 1e6} MB`;
      return { problem, remedy: 'split it into several files' };
    }
    return decodeText(readFileSync(path));
  } catch (error) {
    return { problem: `can’t be read (${nameCause(error)})`, remedy: 'check that it’s a file you can read' };
  }
}

function decodeText(bytes: Buffer): string | FaultText {
  const start = bytes.subarray(0, 4);
  if (start.toString('latin1').startsWith('PK\u0003\u0004'))
    return { problem: 'is a Word file or a different packed file, whatever its name', remedy: SAVE_AS_TEXT };
  if (start.toString('latin1').startsWith('%PDF'))
    return { problem: 'is a PDF file, whatever its name', remedy: 'copy its text into a file that ends in .txt' };
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf')
    return { problem: 'is a word-processor file, whatever its name', remedy: SAVE_AS_TEXT };
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff))
    return { problem: 'is text in UTF-16', remedy: UTF8.remedy };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { problem: 'isn’t text', remedy: SAVE_AS_TEXT };
    return text.trim() === '' ? { problem: 'is empty', remedy: 'fill it or remove it' } : text;
  } catch {
    return UTF8;
  }
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
      problem: `can’t be read (${nameCause(error)})`,
      remedy: 'check that it’s a folder you can read',
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
      problem: notText ? 'isn’t UTF-8 text' : `can’t be read (${nameCause(error)})`,
      remedy: notText ? 'save it as UTF-8' : 'check that it’s a file you can read',
    });
    return undefined;
  }
}

function nameCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
