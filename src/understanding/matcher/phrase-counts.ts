// Finds which texts and words are a topic's own, from its example phrases.

import { findIn, type HashTable, hashText, packTable } from '../text/hash-table.js';
import { keyIn, type Token } from '../text/synonyms.js';
import type { Sample } from './model.js';

/** Marks a phrase that two topics have. */
const AMBIGUOUS = -1;

/** One number for a text as matching sees it. */
export const hashTokens = (tokens: readonly Token[]): number =>
  tokens.reduce((hash, { key }) => hashText(key, hashText(' ', hash)), 0);

/** Exact phrases of one topic: a text that equals one means that topic. The topics in `preferred` take phrases from others. */
export function indexPhraseOwners(
  ids: readonly string[],
  samples: readonly Sample[],
  preferred: readonly string[] = [],
): HashTable {
  const claim = (claimed: readonly Sample[]): Map<number, number> => {
    const owners = new Map<number, number>();
    for (const { id, tokens } of claimed) {
      const hash = hashTokens(tokens);
      const own = ids.indexOf(id);
      owners.set(hash, (owners.get(hash) ?? own) === own ? own : AMBIGUOUS);
    }
    return owners;
  };
  const isPreferred = ({ id }: Sample): boolean => preferred.includes(id);
  const owners = claim(samples.filter((sample) => !isPreferred(sample)));
  for (const [hash, own] of claim(samples.filter(isPreferred))) owners.set(hash, own);
  return packTable(new Map([...owners].filter(([, own]) => own !== AMBIGUOUS)));
}

/**
 * How often words occur in phrases, word by word: the word in row `n` of `rows`, by the hash of its singular, occurs in the
 * topics `places` from `starts[n]` up to `starts[n + 1]`, in so many of their phrases. Out of scope is the last place.
 */
export interface WordCounts {
  readonly rows: HashTable;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly counts: Int32Array;
  /** How many phrases each topic has, and how many texts are out of scope. */
  readonly sizes: readonly number[];
}

/** One number for a word, whatever its form. */
const hashWord = (word: string): number => hashText(keyIn('number', word));

/** Counts, for each topic and for all out-of-scope texts together, the phrases that have a word. */
export function countWords(ids: readonly string[], samples: readonly Sample[]): WordCounts {
  const words = new Map<number, Map<number, number>>();
  const sizes = [...ids, ''].map(() => 0);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  for (const { id, tokens } of samples) {
    const place = placeOf.get(id) ?? ids.length;
    sizes[place] = (sizes[place] ?? 0) + 1;
    for (const hash of new Set(tokens.flatMap((token) => token.words.map(hashWord)))) {
      const counts = words.get(hash) ?? new Map<number, number>();
      words.set(hash, counts.set(place, (counts.get(place) ?? 0) + 1));
    }
  }
  const lists = [...words.values()].map((counts) => [...counts]);
  const starts = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) starts[row + 1] = (starts[row] ?? 0) + list.length;
  return {
    rows: packTable(new Map([...words.keys()].map((hash, row) => [hash, row]))),
    starts,
    places: Int32Array.from(lists.flat(), ([place]) => place),
    counts: Int32Array.from(lists.flat(), ([, count]) => count),
    sizes,
  };
}

/** How phrases use a word. */
export interface WordUse {
  /** In how many phrases of this topic, and of all topics together. */
  readonly inTopic: number;
  readonly inScope: number;
  /** The share of this topic's phrases that use it, as a natural logarithm. */
  readonly logShare: number;
  /** How much more common it is in scope than out of scope: a natural logarithm, 0 for as common. */
  readonly logOdds: number;
  /** The same, or how much more common it is in this topic than out of scope, if that is more. */
  readonly topicLogOdds: number;
}

/** As if each word occurred in a third of a phrase more: a word that was never counted proves nothing. */
const SMOOTHING = 0.3;

/** A word that so many out-of-scope texts use is no slip. */
const SEVERAL = 2;

/** Opens counts for looking words up. */
export function openWordUse(
  ids: readonly string[],
  { rows, starts, places, counts, sizes }: WordCounts,
): { wordUse(word: string, topic: string): WordUse; isElsewhere(word: string): boolean } {
  const outside = sizes.length - 1;
  const outsideSize = sizes[outside] ?? 0;
  const all = sizes.slice(0, outside).reduce((sum, size) => sum + size, 0);
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const count = (word: string, topic: number) => {
    const found = { inTopic: 0, inScope: 0, outOfScope: 0 };
    const row = findIn(rows, hashWord(word));
    const end = row === undefined ? 0 : (starts[row + 1] ?? 0);
    for (let at = row === undefined ? 0 : (starts[row] ?? 0); at < end; at += 1) {
      const own = counts[at] ?? 0;
      if (places[at] === outside) found.outOfScope = own;
      else found.inScope += own;
      if (places[at] === topic) found.inTopic = own;
    }
    return found;
  };
  return {
    isElsewhere: (word) => count(word, outside).outOfScope >= SEVERAL,
    wordUse(word, topic) {
      const place = placeOf.get(topic) ?? -1;
      const { inTopic, inScope, outOfScope } = count(word, place);
      const outsideShare = (outOfScope + SMOOTHING) / (outsideSize + 1);
      const logOdds = Math.log((inScope + SMOOTHING) / (all + 1) / outsideShare);
      const share = (inTopic + SMOOTHING) / ((sizes[place] ?? 0) + 1);
      // A word that this topic never uses must not gain by the topic's smaller size.
      const topicLogOdds = inTopic === 0 ? logOdds : Math.log(share / outsideShare);
      return {
        inTopic,
        inScope,
        logShare: Math.log(share),
        logOdds,
        topicLogOdds: Math.max(logOdds, topicLogOdds),
      };
    },
  };
}
