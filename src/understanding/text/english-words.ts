// Decides whether a string of letters is an English word, with a Bloom filter of some 115,000 word forms.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../config/project-root.js';
import { hashText } from './hash-table.js';

/** How many bits each word sets; `scripts/make-english-words.mjs` writes the file. */
const HASHES = 8;

let filter: Uint8Array | undefined;

/** Whether a word of at least four letters, in lower case, is English; one in a thousand others is a false positive. */
export function isEnglish(word: string): boolean {
  filter ??= readFileSync(join(findProjectRoot(), 'data/english/words.bloom'));
  const first = hashText(word);
  const step = hashText(word, 1) | 1;
  for (let k = 0; k < HASHES; k += 1) {
    const bit = ((first + k * step) >>> 0) & (filter.length * 8 - 1);
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}
