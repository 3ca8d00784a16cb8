// What the classifier sees of a text: its tokens, their pairs, their letters, and the average meaning of its words.

import { hashText } from '../text/hash-table.js';
import type { Token } from '../text/synonyms.js';
import { DIMENSIONS, informationOf, scaleToUnit, type WordVectors } from '../text/word-vectors.js';
import { FEATURES } from '../thresholds.js';

/** The features of texts, one text behind the other: arrays for each of thousands would take longer than training. */
export interface Features {
  /** Text `index` has the sparse features from `starts[index]` up to `starts[index + 1]`, each once. */
  readonly starts: Int32Array;
  /** 32-bit hashes, and their raw weights. */
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  /** For each text, `DIMENSIONS` numbers: a vector of unit length, or zeros. */
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

function averageMeaning(dense: Float32Array, tokens: readonly Token[], vectors: WordVectors): void {
  for (const { words } of tokens)
    for (const word of words) vectors.addTo(dense, word, informationOf(word, vectors) ** 2);
  scaleToUnit(dense);
}

/** Tokens of texts in, their features out; the same for the same tokens. */
export function collectFeatures(texts: readonly (readonly Token[])[], vectors: WordVectors): Features {
  const starts = new Int32Array(texts.length + 1);
  const hashes: number[] = [];
  const weights: number[] = [];
  const dense = new Float32Array(texts.length * DIMENSIONS);
  for (const [index, tokens] of texts.entries()) {
    for (const [hash, weight] of collectSparse(tokens)) {
      hashes.push(hash);
      weights.push(weight);
    }
    starts[index + 1] = hashes.length;
    averageMeaning(dense.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS), tokens, vectors);
  }
  return { starts, hashes: new Int32Array(hashes), weights: new Float32Array(weights), dense };
}
