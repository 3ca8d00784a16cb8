// Stores what the build trained, so that a start with the same data takes milliseconds.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Intents } from '../answering/intent.js';
import type { TrainedBot } from '../answering/trained-bot.js';
import { findProjectRoot } from '../config/project-root.js';
import { isMeant } from '../knowledge/files/text-files.js';

/** A trained bot with the fingerprints of what it was made from. */
interface StoredModel {
  /** Of what it was made; another fingerprint means that it is out of date. */
  readonly data: string;
  readonly program: string;
  readonly trained: TrainedBot;
}

/** The folders of `data` whose files are read, checked and learnt from. */
const FOLDERS = ['documents', 'facts', 'language', 'outside'];
/** One that need not be there. */
const OPTIONAL = 'answers';

/** Where the build leaves it. */
export const modelFile = (): string => join(findProjectRoot(), 'dist', 'model.bin');

/** A short text that changes whenever a data file or a topic's phrases do; undefined when a folder can't be read. */
export function fingerprintData(dir: string, intents: Intents): string | undefined {
  const hash = createHash('sha256');
  try {
    for (const folder of existsSync(join(dir, OPTIONAL)) ? [...FOLDERS, OPTIONAL] : FOLDERS)
      for (const name of readdirSync(join(dir, folder)).filter(isMeant).sort())
        hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(dir, folder, name)));
  } catch {
    // What is wrong with it is told, file by file, where the data is checked.
    return undefined;
  }
  for (const { id, phrases } of [...intents.topics, intents.help]) hash.update(`\0${id}\0${phrases}`);
  return hash.digest('hex');
}

/** A short text that changes whenever the program does. */
export function fingerprintProgram(): string {
  const folder = join(findProjectRoot(), 'dist', 'src');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.js')) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** What is stored, or undefined: missing, cut off or of another Node, preparing anew is right, only slower. */
export function readModel(file: string): StoredModel | undefined {
  try {
    return deserialize(readFileSync(file)) as StoredModel;
  } catch {
    return undefined;
  }
}

/** Stores whole or not at all. */
export function writeModel(file: string, stored: StoredModel): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, serialize(stored));
  renameSync(partial, file);
}
