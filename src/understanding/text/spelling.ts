// Before matching: a word nobody knows becomes the known word it was most likely meant to be; Fuse finds it.
import Fuse from 'fuse.js';

/** How many slips a word of this length may have: short words change their meaning with one letter. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The least number of letters inserted, left out, changed or swapped with a neighbour that turns one word into the other. */
function countSlips(from: string, to: string): number {
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
/** Above this rank a word is as likely a slip; but then only the most used words of the vocabulary are likelier. */
export const RARE = 15_000;
const MUCH_USED = 300;
/** No word worth mending is longer; Fuse takes 32 letters at most. */
const LONGEST = 24;

/** A word and the letters that it has, a bit each. */
interface Known {
  readonly word: string;
  readonly letters: number;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << word.charCodeAt(i);
  return letters;
}

/** A slip brings one letter at most, and takes one: what lacks more of the other's letters need not be looked at. */
const mayBeNear = (one: number, other: number, slips: number): boolean =>
  countBits(one & ~other) <= slips && countBits(other & ~one) <= slips;

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

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
  /** Few words share an initial and a length; people rarely miss the initial. */
  const groups = new Map<string, Known[]>();
  for (const word of known.keys()) {
    if (word.length < 4) continue;
    const key = groupOf(word.slice(0, 1), word.length);
    const entry = { word, letters: lettersOf(word) };
    const words = groups.get(key);
    if (words === undefined) groups.set(key, [entry]);
    else words.push(entry);
  }
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
    const written = lettersOf(word);
    for (let length = word.length - slips; length <= word.length + slips; length += 1) {
      for (const { word: item, letters } of groups.get(groupOf(word.slice(0, 1), length)) ?? []) {
        if (!mayBeNear(written, letters, slips) || !Fuse.match(word, item, SEARCH).isMatch) continue;
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

/** Words that were searched for already, with what became of them. */
export type Mended = Map<string, string>;

/** A text with more unknown words than this is no slip of the keyboard; it bounds the time that a text can take. */
const MOST_SEARCHES = 20;

/** The words with their slips mended; `mended` remembers what was found. */
export function mendAll({ knows, mend }: Speller, words: readonly string[], mended: Mended): string[] {
  return words.map((word) => {
    if (knows(word)) return word;
    if (!mended.has(word) && mended.size < MOST_SEARCHES) mended.set(word, mend(word));
    return mended.get(word) ?? word;
  });
}
