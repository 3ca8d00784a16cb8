// Before matching: a word nobody knows becomes the known word it was most likely meant to be; Fuse finds it.
import Fuse from 'fuse.js';

/** How many slips a word of this length may have: short words change their meaning with one letter. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The least number of letters inserted, left out, changed or swapped with a neighbour that turns one word into the other. */
export function countSlips(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    before = last;
    last = row;
  }
  return last[to.length] ?? 0;
}

/** Fuse counts two letters swapped as two errors; what it finds is counted again, the way people slip. */
const SEARCH = { threshold: 0.45, distance: 20, minMatchCharLength: 1 };
const MOST_FOUND = { limit: 8 };
/** Above this rank a word is as likely a slip; but then only the most used words of the vocabulary are likelier. */
const RARE = 15_000;
const MUCH_USED = 300;
/** No word worth mending is longer; Fuse takes 32 letters at most. */
const LONGEST = 24;

/** Mends single words against a vocabulary; a word of the vocabulary, or one that `isKnown`, stays as it is. */
export interface Speller {
  /** Whether a word stays as it is without a search. */
  knows(word: string): boolean;
  mend(word: string): string;
}

/**
 * Builds a speller over a vocabulary, the most used words first; of two words equally near, the more used one wins.
 * `rankOf` is how many English words are more frequent than a word, undefined for one that is no English word.
 */
export function createSpeller(vocabulary: readonly string[], rankOf: (word: string) => number | undefined): Speller {
  const known = new Map(vocabulary.map((word, index) => [word, index]));
  const groups = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < 4) continue;
    const key = groupOf(word.slice(0, 1), word.length);
    const words = groups.get(key);
    if (words === undefined) groups.set(key, [word]);
    else words.push(word);
  }
  const searches = new Map<string, Fuse<string>>();
  /** Few words share an initial and a length, so that searching them takes microseconds; people rarely miss the initial. */
  const searchFor = (key: string): Fuse<string> | undefined => {
    const words = groups.get(key);
    if (words === undefined) return undefined;
    const search = searches.get(key) ?? new Fuse(words, SEARCH);
    searches.set(key, search);
    return search;
  };
  const knows = (word: string): boolean =>
    slipsAllowed(word.length) === 0 ||
    word.length > LONGEST ||
    known.has(word) ||
    (rankOf(word) ?? Number.POSITIVE_INFINITY) < RARE;
  const mend = (word: string): string => {
    const slips = slipsAllowed(word.length);
    const rank = rankOf(word);
    if (knows(word)) return word;
    let best = word;
    let least = slips + 1;
    let bestIndex = Number.POSITIVE_INFINITY;
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const { item } of searchFor(groupOf(word.slice(0, 1), length))?.search(word, MOST_FOUND) ?? []) {
        const count = countSlips(word, item);
        const index = known.get(item) ?? Number.POSITIVE_INFINITY;
        if (rank !== undefined && (count > 1 || index >= MUCH_USED)) continue;
        if (count < least || (count === least && index < bestIndex)) [best, least, bestIndex] = [item, count, index];
      }
    }
    return best;
  };
  return { knows, mend };
}

const groupOf = (initial: string, length: number): string => `${initial}${length}`;
