// Stores what the build trained, so that a start with the same data takes milliseconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Intents } from '../answering/intent.js';
import type { TrainedBot } from '../answering/trained-bot.js';
import { shippedData } from '../config/data-folder.js';
import { findProjectRoot } from '../config/project-root.js';
import { isMeant } from '../knowledge/files/text-files.js';

/** A trained bot with the fingerprints of its sources. */
interface StoredModel {
  /** The fingerprints of its sources; a different one means that it's out of date. */
  readonly data: string;
  readonly program: string;
  readonly trained: TrainedBot;
}

/** Where the build stores it. */
export const modelFile = (): string => join(findProjectRoot(), 'dist', 'model.bin');

/** Every file below a folder by its path, in one order on every machine. */
const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isMeant(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The folders that always come from the product. */
const OWN = ['english', 'out-of-scope'];

/**
 * A short text that changes whenever a file below `dir`, one of the product's own lists or what a topic declares does;
 * undefined when a folder can't be read.
 */
export function fingerprintData(dir: string, intents: Intents): string | undefined {
  const hash = createHash('sha256');
  const shipped = shippedData();
  const add = (root: string) => {
    for (const file of listFiles(root)) hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  };
  try {
    add(dir);
    if (resolve(dir) !== shipped) for (const folder of OWN) add(join(shipped, folder));
  } catch {
    // Errors in it are reported file by file where the data is checked.
    return undefined;
  }
  for (const { id, title, example, kinds } of intents.topics) hash.update(`\0${id}\0${title}\0${example}\0${kinds}`);
  return hash.update(`\0${intents.help.id}`).digest('hex');
}

/** A short text that changes whenever the program does. */
export function fingerprintProgram(): string {
  const folder = join(findProjectRoot(), 'dist', 'src');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** The stored bot, or undefined if it's missing, damaged or of another Node.js version: training again is only slower. */
export function readModel(file: string): StoredModel | undefined {
  try {
    return deserialize(readFileSync(file)) as StoredModel;
  } catch {
    return undefined;
  }
}

/** Writes the whole file or nothing. */
export function writeModel(file: string, stored: StoredModel): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, serialize(stored));
  renameSync(partial, file);
}
