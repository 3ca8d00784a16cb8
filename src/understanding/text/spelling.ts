// Corrects a word that is neither English nor known to the likeliest known word; Fuse proposes, edit distance decides.
import Fuse from 'fuse.js';
import { SPELLING } from '../thresholds.js';
import { isEnglish } from './english-words.js';
import { isFiller } from './stop-words.js';

/** How many typos a word of this length may have: short words change their meaning with one letter. */
const slipsAllowed = (length: number): number => (length < SPELLING.shortest ? 0 : length < SPELLING.long ? 1 : 2);

/** The edit distance: the least number of letters inserted, left out, changed or swapped with a neighbour. */
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

/** A word of three letters or more written without its vowels, as on a phone: “whr”, “slry”. */
const isShortened = (word: string): boolean => /^[a-z][b-df-hj-np-tv-z]{2,}$/.test(word);

/** The word without its vowels, the initial aside. */
const shorten = (word: string): string => word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');

/** The letters of a word as the bits of a number: a slip changes two of them at most. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

/**
 * Whether two words can be `slips` apart by their letters. It spares nine in ten words a search of their own: a question
 * with an unknown word is answered twice as fast.
 */
function mayDiffer(from: number, to: number, slips: number): boolean {
  let left = from ^ to;
  for (let most = 2 * slips; left !== 0 && most > 0; most -= 1) left &= left - 1;
  return left === 0;
}

/** Corrects words towards a vocabulary; words of the vocabulary, English words and very short ones stay as they are. */
export interface Speller {
  /** Whether a word stays as it is without a search. */
  knows(word: string): boolean;
  correct(word: string): string;
}

/**
 * Builds a speller over a vocabulary, the most used words first; of two words equally near, the more used one wins.
 * `isElsewhere` tells further words that are no slips.
 */
export function createSpeller(
  vocabulary: readonly string[],
  isElsewhere: (word: string) => boolean = () => false,
): Speller {
  const places = new Map(vocabulary.map((word, index) => [word, index]));
  /** Few words share an initial and a length; people rarely get the initial wrong. */
  const groups = new Map<string, { readonly item: string; readonly letters: number; readonly place: number }[]>();
  const groupOf = (initial: string, length: number): string => `${initial}${length}`;
  const shortened = new Map<string, string>();
  for (const [word, place] of places) {
    if (word.length < SPELLING.shortest) continue;
    const short = shorten(word);
    // Three letters are an abbreviation (“TLS”) unless they hold a question together (“whr”).
    if (!shortened.has(short) && (short.length > 3 || isFiller(word))) shortened.set(short, word);
    const key = groupOf(word.slice(0, 1), word.length);
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push({ item: word, letters: lettersOf(word), place });
  }
  const knows = (word: string): boolean =>
    (slipsAllowed(word.length) === 0 && !isShortened(word)) ||
    word.length > SPELLING.longest ||
    places.has(word) ||
    isEnglish(word) ||
    isElsewhere(word);
  const listNear = (word: string, slips: number) => {
    const lengths = Array.from({ length: 2 * slips + 1 }, (_, k) => word.length - slips + k);
    const near = lengths.flatMap((length) => groups.get(groupOf(word.slice(0, 1), length)) ?? []);
    const own = lettersOf(word);
    return near
      .filter(({ letters }) => mayDiffer(own, letters, slips))
      .filter(({ item }) => Fuse.match(word, item, SPELLING.search).isMatch);
  };
  const correct = (word: string): string => {
    if (knows(word)) return word;
    const full = isShortened(word) ? shortened.get(word) : undefined;
    if (full !== undefined) return full;
    const slips = slipsAllowed(word.length);
    const near = listNear(word, slips)
      .map(({ item, place }) => ({ item, place, count: countSlips(word, item) }))
      .filter(({ count }) => count <= slips)
      .sort((a, b) => a.count - b.count || a.place - b.place);
    return near[0]?.item ?? word;
  };
  return { knows, correct };
}

/** Words already looked up, with the result. */
export type Corrections = Map<string, string>;

/** The words with their typos corrected; `corrections` remembers what was found. */
export function correctAll(speller: Speller, words: readonly string[], corrections: Corrections): string[] {
  return words.map((word) => {
    if (speller.knows(word)) return word;
    if (!corrections.has(word) && corrections.size < SPELLING.mostSearches)
      corrections.set(word, speller.correct(word));
    return corrections.get(word) ?? word;
  });
}
