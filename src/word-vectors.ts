// Behind the matcher: what English words mean, as numbers; words used alike have vectors that point alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from './hash.js';
import { addTo, createTable, findIn, type HashTable } from './hash-table.js';

/** Numbers per word in `data/english/word-vectors.bin`. */
export const DIMENSIONS = 64;

/** The English words known, the most frequent first, and a vector for each. */
export interface WordVectors {
  /** 0 for the most frequent word; undefined for a word it has never seen. */
  rank(word: string): number | undefined;
  /** Adds `weight` times the word's unit vector to `sum`; an unknown word adds nothing. */
  addTo(sum: Float32Array, word: string, weight: number): void;
}

/** The length of every stored vector: int8 numbers, of which 254 make a unit. */
const UNIT = 254;
const NEWLINE = 10;
const MOST_WORDS = 1 << 16;

/** Finds words by their hash, straight from the file's bytes: making strings of all of them would take most of a start. */
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

/** Reads `word-vectors.txt` (a word a line) and `word-vectors.bin` from a folder; throws when they don't belong together. */
export function loadWordVectors(folder: string): WordVectors {
  const words = indexWords(readFileSync(join(folder, 'word-vectors.txt')));
  const bytes = readFileSync(join(folder, 'word-vectors.bin'));
  if (bytes.length !== words.size * DIMENSIONS)
    throw new Error(`${folder}: word-vectors.bin and word-vectors.txt are not of one making; restore both from git`);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const rank = (word: string) => findIn(words, hashText(word));
  return {
    rank,
    addTo(sum, word, weight) {
      const found = rank(word);
      if (found === undefined) return;
      const from = found * DIMENSIONS;
      for (let k = 0; k < DIMENSIONS; k += 1) sum[k] = (sum[k] ?? 0) + (weight * (values[from + k] ?? 0)) / UNIT;
    },
  };
}
