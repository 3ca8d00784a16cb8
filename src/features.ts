// What the classifier sees of a text: its tokens, their pairs, their letters, and what the words mean on the whole.
import type { Token } from './concepts.js';
import { DIMENSIONS, type WordVectors } from './word-vectors.js';

/** Names of sparse features with their raw weights, and one dense vector of unit length (or all zeros). */
export interface Features {
  readonly sparse: ReadonlyMap<string, number>;
  readonly dense: Float32Array;
}

const PAIR = 0.7;
const SKIP = 0.3;
const LETTERS = 0.3;

/** How much a word says, by how rare it is in English: near 0 for "the", 1 for a word nobody counted. */
export function informationOf(word: string, vectors: WordVectors): number {
  return Math.log2(1 + (vectors.rank(word) ?? 32_767)) / 15;
}

function collectSparse(tokens: readonly Token[]): Map<string, number> {
  const sparse = new Map<string, number>();
  const add = (name: string, weight: number) => sparse.set(name, (sparse.get(name) ?? 0) + weight);
  const keyAt = (index: number) => tokens[index]?.key ?? '^';
  for (let i = 0; i <= tokens.length; i += 1) {
    add(`${keyAt(i - 1)} ${keyAt(i)}`, PAIR);
    if (i < tokens.length) add(keyAt(i), 1);
    if (i + 2 < tokens.length) add(`${keyAt(i)} _ ${keyAt(i + 2)}`, SKIP);
  }
  for (const { concept, words } of tokens) {
    if (concept !== undefined) continue;
    for (const word of words) {
      const bounded = `<${word}>`;
      for (let i = 0; i + 3 <= bounded.length; i += 1) add(`~${bounded.slice(i, i + 3)}`, LETTERS);
    }
  }
  return sparse;
}

function averageMeaning(tokens: readonly Token[], vectors: WordVectors): Float32Array {
  const dense = new Float32Array(DIMENSIONS);
  for (const { words } of tokens) for (const word of words) vectors.addTo(dense, word, informationOf(word, vectors) ** 2);
  const length = Math.hypot(...dense);
  return length === 0 ? dense : dense.map((x) => x / length);
}

/** Tokens in, features out; the same for the same tokens. */
export function collectFeatures(tokens: readonly Token[], vectors: WordVectors): Features {
  return { sparse: collectSparse(tokens), dense: averageMeaning(tokens, vectors) };
}
