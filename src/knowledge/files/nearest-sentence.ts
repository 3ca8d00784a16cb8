// Before the road, and only when a quote is wrong: finds the sentence an editor probably meant.
import { foldSpace } from '../documents.js';

/** Below this share of common words a sentence is no help as a hint. */
const LEAST_LIKENESS = 0.3;

/** The sentence, bullet or line of `text` that shares most words with `quote`; undefined when none is like it. */
export function findNearestSentence(text: string, quote: string): string | undefined {
  const wanted = listWords(quote);
  let nearest: string | undefined;
  let best = LEAST_LIKENESS;
  for (const sentence of splitSentences(text)) {
    const likeness = compareWords(wanted, listWords(sentence));
    if (likeness > best) {
      best = likeness;
      nearest = sentence;
    }
  }
  return nearest;
}

function splitSentences(text: string): string[] {
  return text.split(/\n|(?<=[.!?])\s+/).map((sentence) => foldSpace(sentence.replace(/^\s*[-*]\s+/, '')));
}

function listWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** How much of the shorter text the two share: a quote may be a clause of a long sentence. */
function compareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / a.size + shared / (100 * b.size);
}
