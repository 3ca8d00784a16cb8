// Beside the matcher: keeps what training found out in a file, so that a start takes milliseconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { TrainedMatcher } from './matcher.js';

interface Stored {
  readonly lessons: string;
  readonly program: string;
  readonly trained: TrainedMatcher;
}

/** A short text that changes whenever the value does. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

function readStored(file: string): Stored | undefined {
  try {
    return deserialize(readFileSync(file)) as Stored;
  } catch {
    // Missing, cut off or of another Node: training anew is always right, only slower.
    return undefined;
  }
}

/** What was trained on the same lessons, or undefined. */
export function readTraining(file: string, lessons: string): TrainedMatcher | undefined {
  const stored = readStored(file);
  return stored?.lessons === lessons ? stored.trained : undefined;
}

/** Whether the file was made from the same lessons by the same program. */
export function isCurrent(file: string, lessons: string, program: string): boolean {
  const stored = readStored(file);
  return stored?.lessons === lessons && stored.program === program;
}

/** Stores a training whole or not at all. */
export function writeTraining(file: string, stored: Stored): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, serialize(stored));
  renameSync(partial, file);
}
