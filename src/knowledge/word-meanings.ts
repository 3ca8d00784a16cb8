// What English words mean, for the search: words that mean alike have vectors that point alike.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../config/project-root.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { sharedVectors } from '../understanding/text/word-vectors.js';

/** Numbers a word in `data/english/meanings.bin`; its words are those of `word-vectors.txt`. */
export const SIZE = 128;
/** Stored vectors are int8 numbers, of which 254 make a unit. */
const UNIT = 254;
/** The share of the most frequent word in English texts; that of the others follows from their rank. */
const MOST_FREQUENT_SHARE = 0.08;
const COMMON_SHARE = 1e-4;
const LEAST_WEIGHT = 0.02;
const WORDS = 30_000;

/** All vectors, one after the other. */
let values: Int8Array | undefined;

function loadValues(): Int8Array {
  const bytes = readFileSync(join(findProjectRoot(), 'data/english/meanings.bin'));
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The vector of a word: 128 numbers whose length is 254; undefined for a word that isn't known. */
export function meaningOf(word: string): Int8Array | undefined {
  values ??= loadValues();
  const rank = rankOf(word);
  return rank === undefined ? undefined : values.subarray(rank * SIZE, (rank + 1) * SIZE);
}

/** How many words are more frequent, undefined for a word that isn't known; a plural counts as its known singular. */
export function rankOf(word: string): number | undefined {
  const { rank } = sharedVectors();
  const own = rank(word);
  if (own !== undefined || !word.endsWith('s')) return own;
  return rank(word.slice(0, -1)) ?? (word.endsWith('ies') ? rank(`${word.slice(0, -3)}y`) : rank(word.slice(0, -2)));
}

/** Endings of inflected forms, the longest first, with what the plain form has in their place. */
const ENDINGS: readonly (readonly [ending: string, plain: readonly string[]])[] = [
  ['ies', ['y', 'ie']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ing', ['', 'e']],
  ['ed', ['', 'e']],
];
const SHORTEST_PLAIN = 3;

/** The plain form of a word, where it's more frequent: its vector says better what both mean. “Puppies” is “puppy”. */
export function plainFormOf(word: string): string {
  let [best, least] = [word, rankOf(word) ?? Number.POSITIVE_INFINITY];
  const found = ENDINGS.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const [ending, plain] = found;
  const base = word.slice(0, -ending.length);
  const doubled = /([bdglmnprt])\1$/.test(base) && /^[ie]/.test(ending) ? [base.slice(0, -1)] : [];
  for (const form of [...plain.map((end) => base + end), ...doubled]) {
    const rank = form.length < SHORTEST_PLAIN ? undefined : sharedVectors().rank(form);
    if (rank === undefined || rank >= least || stemOf(form) !== stemOf(word)) continue;
    [best, least] = [form, rank];
  }
  return best;
}

/** How alike a vector is to number `at` of those joined in `list`: 1 for the same, about 0 for unrelated ones. */
export function similarityAt(list: Int8Array, at: number, meaning: Int8Array): number {
  const from = at * SIZE;
  let sum = 0;
  for (let k = 0; k < SIZE; k += 1) sum += (list[from + k] ?? 0) * (meaning[k] ?? 0);
  return sum / (UNIT * UNIT);
}

/** What a word says by how rare it is in English: 0 for "the", 1 for a word that isn't known. */
export function tellingOf(word: string): number {
  const rank = rankOf(word);
  return rank === undefined ? 1 : Math.log(rank + 2) / Math.log(WORDS + 2);
}

/** Adds up the meaning of words, rare ones more, and makes it a vector of unit length 254; undefined when none is known. */
export function averageMeaning(words: Iterable<readonly [word: string, weight: number]>): Int8Array | undefined {
  const sum = new Float32Array(SIZE);
  let square = 0;
  for (const [word, weight] of words) {
    const meaning = meaningOf(word);
    if (meaning === undefined) continue;
    const share = MOST_FREQUENT_SHARE / ((rankOf(word) ?? 0) + 1);
    const own = weight * (COMMON_SHARE / (COMMON_SHARE + share) + LEAST_WEIGHT);
    for (let k = 0; k < SIZE; k += 1) sum[k] = (sum[k] ?? 0) + own * (meaning[k] ?? 0);
  }
  for (const x of sum) square += x * x;
  if (square === 0) return undefined;
  const scale = UNIT / Math.sqrt(square);
  return new Int8Array(sum.map((x) => Math.max(-127, Math.min(127, Math.round(x * scale)))));
}
