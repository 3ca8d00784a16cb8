// What English words mean, as vectors: words used alike have similar ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../config/project-root.js';
import { addTo, createTable, findIn, type HashTable, hashText } from './hash-table.js';

/** Numbers per word in `data/english/word-vectors.bin`. */
export const DIMENSIONS = 64;

/** The English words known, the most frequent first, and a vector for each. */
export interface WordVectors {
  /** 0 for the most frequent word; undefined for a word it has never seen. */
  rank(word: string): number | undefined;
  /** All of them, read again: only training asks for them. */
  words(): readonly string[];
  /** Adds `weight` times the word's unit vector to `sum`; an unknown word adds nothing. */
  addTo(sum: Float32Array, word: string, weight: number): void;
}

/** The length of every stored vector: int8 numbers, of which 254 make a unit. */
const UNIT = 254;
const NEWLINE = 10;
const MOST_WORDS = 1 << 16;

/** Finds words by their hash in the file's bytes: making strings of all of them would take most of a start. */
function indexWords(bytes: Buffer): HashTable {
  const table = createTable(MOST_WORDS);
  let hash = hashText('');
  for (const byte of bytes) {
    if (byte === NEWLINE) {
      addTo(table, hash, table.size);
      hash = hashText('');
    } else hash = Math.imul(hash ^ byte, 16777619);
  }
  return table;
}

/** Gives a vector unit length; one of zeros stays as it is. */
export function scaleToUnit(vector: Float32Array): void {
  let square = 0;
  for (const x of vector) square += x * x;
  if (square === 0) return;
  const length = Math.sqrt(square);
  for (let k = 0; k < vector.length; k += 1) vector[k] = (vector[k] ?? 0) / length;
}

/** Words that say less than this are everyday words, whatever the subject. */
export const EVERYDAY = 0.45;

/** How much a word says, by how rare it is in English: near 0 for "the", 1 for a word that isn't in the list. */
export function informationOf(word: string, vectors: WordVectors): number {
  return Math.log2(1 + (vectors.rank(word) ?? 32_767)) / 15;
}

/** Reads `word-vectors.txt` (a word a line) and `word-vectors.bin` from a folder; throws if they don't match. */
export function loadWordVectors(folder: string): WordVectors {
  const list = join(folder, 'word-vectors.txt');
  const words = indexWords(readFileSync(list));
  const bytes = readFileSync(join(folder, 'word-vectors.bin'));
  if (bytes.length !== words.size * DIMENSIONS)
    throw new Error(`${folder}: word-vectors.bin and word-vectors.txt are not of one making; restore both from git`);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const rank = (word: string) => findIn(words, hashText(word));
  return {
    rank,
    words: () => readFileSync(list, 'utf8').split('\n').slice(0, -1),
    addTo(sum, word, weight) {
      const found = rank(word);
      if (found === undefined) return;
      const from = found * DIMENSIONS;
      for (let k = 0; k < DIMENSIONS; k += 1) sum[k] = (sum[k] ?? 0) + (weight * (values[from + k] ?? 0)) / UNIT;
    },
  };
}

let shared: WordVectors | undefined;
/** The word vectors that ship, read at the first use. */
export const sharedVectors = (): WordVectors => {
  shared ??= loadWordVectors(join(findProjectRoot(), 'data/english'));
  return shared;
};
