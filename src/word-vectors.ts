// Behind the matcher: what English words mean, as numbers; words used alike have vectors that point alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers per word in `data/language/word-vectors.bin`. */
export const DIMENSIONS = 64;

/** The English words known, the most frequent first, and a vector for each (int8, unit length is about 254). */
export interface WordVectors {
  /** 0 for the most frequent word; undefined for a word it has never seen. */
  rank(word: string): number | undefined;
  /** Adds `weight` times the word's unit vector to `sum`; false when the word is unknown. */
  addTo(sum: Float32Array, word: string, weight: number): boolean;
}

const UNIT = 254;

/** Reads the vectors from a folder that holds `word-vectors.txt` and `word-vectors.bin`; throws when one is missing. */
export function loadWordVectors(folder: string): WordVectors {
  const words = readFileSync(join(folder, 'word-vectors.txt'), 'utf8').trimEnd().split('\n');
  const bytes = readFileSync(join(folder, 'word-vectors.bin'));
  if (bytes.length !== words.length * DIMENSIONS)
    throw new Error(`${folder}: word-vectors.bin and word-vectors.txt are not of one making; restore both from git`);
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const ranks = new Map(words.map((word, index) => [word, index]));
  return {
    rank: (word) => ranks.get(word),
    addTo(sum, word, weight) {
      const index = ranks.get(word);
      if (index === undefined) return false;
      for (let k = 0; k < DIMENSIONS; k += 1)
        sum[k] = (sum[k] ?? 0) + (weight * (values[index * DIMENSIONS + k] ?? 0)) / UNIT;
      return true;
    },
  };
}
