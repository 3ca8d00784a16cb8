// What the classifier sees of a text: its tokens, their pairs, their letters, and the average meaning of its words.

import { hashText } from '../text/hash-table.js';
import type { Token } from '../text/synonyms.js';
import { DIMENSIONS, informationOf, scaleToUnit, type WordVectors } from '../text/word-vectors.js';
import { FEATURES } from '../thresholds.js';

/** Sparse features (32-bit hash to raw weight) and one dense vector of unit length (or all zeros). */
export interface Features {
  readonly sparse: ReadonlyMap<number, number>;
  readonly dense: Float32Array;
}

const EDGE = '^';

function collectSparse(tokens: readonly Token[]): Map<number, number> {
  const sparse = new Map<number, number>();
  const add = (hash: number, weight: number) => sparse.set(hash, (sparse.get(hash) ?? 0) + weight);
  let before = hashText(EDGE);
  for (const { key, concept, words } of tokens) {
    add(hashText(key), 1);
    add(hashText(key, hashText(' ', before)), FEATURES.pair);
    if (concept === undefined && sparse.size < FEATURES.most) addLetters(words[0] ?? '', add);
    before = hashText(key);
  }
  add(hashText(EDGE, hashText(' ', before)), FEATURES.pair);
  return sparse;
}

function addLetters(word: string, add: (hash: number, weight: number) => void): void {
  const bounded = `<${word}>`;
  for (let length = FEATURES.shortest; length <= FEATURES.longest; length += 1)
    for (let i = 0; i + length <= bounded.length; i += 1)
      add(hashText(bounded.slice(i, i + length), 1), FEATURES.letters);
}

function averageMeaning(tokens: readonly Token[], vectors: WordVectors): Float32Array {
  const dense = new Float32Array(DIMENSIONS);
  for (const { words } of tokens)
    for (const word of words) vectors.addTo(dense, word, informationOf(word, vectors) ** 2);
  scaleToUnit(dense);
  return dense;
}

/** Tokens in, features out; the same for the same tokens. */
export function collectFeatures(tokens: readonly Token[], vectors: WordVectors): Features {
  return { sparse: collectSparse(tokens), dense: averageMeaning(tokens, vectors) };
}
