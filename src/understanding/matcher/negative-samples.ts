// Makes up texts that belong to no topic, for a matcher that gets none.

import { stemOf, type Token } from '../text/synonyms.js';
import { EVERYDAY, informationOf, type WordVectors } from '../text/word-vectors.js';
import type { Sample } from './model.js';

/** Words more frequent than this belong to everyday language. */
const COMMON = 1000;
/** The step from one word to the next: a prime, so that all are reached and neighbours have nothing in common. */
const STRIDE = 7919;

/**
 * Phrases with every meaningful word replaced by one that no phrase uses (“how do I bake my suburb”), so that
 * only everyday language is left. There are as many as a topic has phrases on average.
 */
export function makeNegativeSamples(samples: readonly Sample[], vectors: WordVectors): Token[][] {
  const topics = new Set(samples.map(({ id }) => id)).size;
  const nextStranger = listStrangers(samples, vectors);
  return samples
    .filter((_, index) => index % topics === 0)
    .map(({ tokens }) => {
      const said = tokens.map(({ words }) => Math.max(...words.map((word) => informationOf(word, vectors))));
      const least = Math.min(EVERYDAY, Math.max(...said));
      return tokens.map((token, k) => ((said[k] ?? 0) < least ? token : nextStranger()));
    });
}

/** One English word after another, in no meaningful order, without those that the phrases use. */
function listStrangers(samples: readonly Sample[], vectors: WordVectors): () => Token {
  const familiar = new Set(samples.flatMap(({ tokens }) => tokens.flatMap(({ words }) => words.map(stemOf))));
  const words = vectors.words().slice(COMMON);
  let at = 0;
  return () => {
    for (let tries = 0; tries < words.length; tries += 1) {
      at = (at + STRIDE) % words.length;
      const word = words[at] ?? '';
      if (/^[a-z]{3,}$/.test(word) && !familiar.has(stemOf(word))) return { key: stemOf(word), words: [word] };
    }
    return { key: '', words: [] };
  };
}
