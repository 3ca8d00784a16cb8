// Behind the matcher: what English words mean, as numbers; words used alike have vectors that point alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from './hash.js';

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
const SLOTS = 1 << 17;

/** Finds words by their hash, straight from the file's bytes: making strings of all of them would take most of a start. */
function indexWords(bytes: Buffer): { count: number; find(word: string): number | undefined } {
  const hashes = new Int32Array(SLOTS);
  const ranks = new Int32Array(SLOTS).fill(-1);
  let count = 0;
  let hash = hashText('');
  for (const byte of bytes) {
    if (byte !== NEWLINE) {
      hash = Math.imul(hash ^ byte, 16777619);
      continue;
    }
    let slot = hash & (SLOTS - 1);
    while (ranks[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
    hashes[slot] = hash;
    ranks[slot] = count;
    count += 1;
    hash = hashText('');
  }
  const find = (word: string) => {
    const wanted = hashText(word);
    for (let slot = wanted & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const rank = ranks[slot];
      if (rank === undefined || rank === -1) return undefined;
      if (hashes[slot] === wanted) return rank;
    }
  };
  return { count, find };
}

/** Reads `word-vectors.txt` (a word a line) and `word-vectors.bin` from a folder; throws when they don't belong together. */
export function loadWordVectors(folder: string): WordVectors {
  const words = indexWords(readFileSync(join(folder, 'word-vectors.txt')));
  const bytes = readFileSync(join(folder, 'word-vectors.bin'));
  if (bytes.length !== words.count * DIMENSIONS)
    throw new Error(`${folder}: word-vectors.bin and word-vectors.txt are not of one making; restore both from git`);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    rank: words.find,
    addTo(sum, word, weight) {
      const rank = words.find(word);
      if (rank === undefined) return;
      const from = rank * DIMENSIONS;
      for (let k = 0; k < DIMENSIONS; k += 1) sum[k] = (sum[k] ?? 0) + (weight * (values[from + k] ?? 0)) / UNIT;
    },
  };
}
