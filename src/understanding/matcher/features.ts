// What the classifier sees of a text: its tokens, their pairs, their letters, and what the words mean on the whole.

import { hashText } from '../text/hash-table.js';
import type { Token } from '../text/synonyms.js';
import { DIMENSIONS, informationOf, scaleToUnit, type WordVectors } from '../text/word-vectors.js';

/** Sparse features (32-bit hash to raw weight) and one dense vector of unit length (or all zeros). */
export interface Features {
  readonly sparse: ReadonlyMap<number, number>;
  readonly dense: Float32Array;
}

const PAIR = 0.7;
const SKIP = 0.3;
const LETTERS = 0.3;
const EDGE = '^';
/** A text of so many features is read by its words alone; it bounds the time that a text can take. */
const ENOUGH = 1500;

function collectSparse(tokens: readonly Token[]): Map<number, number> {
  const sparse = new Map<number, number>();
  const add = (hash: number, weight: number) => sparse.set(hash, (sparse.get(hash) ?? 0) + weight);
  let before = hashText(EDGE);
  let twoBefore: number | undefined;
  for (const { key, concept, words } of tokens) {
    const hash = hashText(key);
    add(hash, 1);
    add(hashText(key, hashText(' ', before)), PAIR);
    if (twoBefore !== undefined) add(hashText(key, hashText(' _ ', twoBefore)), SKIP);
    if (concept === undefined && sparse.size < ENOUGH) addLetters(words[0] ?? '', add);
    twoBefore = before === hashText(EDGE) ? undefined : before;
    before = hash;
  }
  add(hashText(EDGE, hashText(' ', before)), PAIR);
  return sparse;
}

function addLetters(word: string, add: (hash: number, weight: number) => void): void {
  const bounded = `<${word}>`;
  for (let i = 0; i + 3 <= bounded.length; i += 1) add(hashText(bounded.slice(i, i + 3), 1), LETTERS);
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
