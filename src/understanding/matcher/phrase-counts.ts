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

/** How often words occur in phrases, by the hash of the word's stem and its topic's index; out of scope is last. */
export interface WordCounts {
  readonly table: HashTable;
  /** How many phrases each topic has, and how many texts are out of scope. */
  readonly sizes: readonly number[];
}

/**
 * One number for a word of a topic, whatever its form. The topic is hashed too: a small number as a seed would only change
 * the first letter, and count “tour” in one topic as “your” in another.
 */
const hashWord = (word: string, topic: number): number => hashText(keyIn('number', word), hashText(`${topic} `));

/** Counts, for each topic and for all out-of-scope texts together, the phrases that have a word. */
export function countWords(ids: readonly string[], samples: readonly Sample[]): WordCounts {
  const counts = new Map<number, number>();
  const sizes = [...ids, ''].map(() => 0);
  const places = new Map(ids.map((id, place) => [id, place]));
  for (const { id, tokens } of samples) {
    const place = places.get(id) ?? ids.length;
    sizes[place] = (sizes[place] ?? 0) + 1;
    const hashes = tokens.flatMap(({ words }) => words.map((word) => hashWord(word, place)));
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return { table: packTable(counts), sizes };
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
  { table, sizes }: WordCounts,
): { wordUse(word: string, topic: string): WordUse; isElsewhere(word: string): boolean } {
  const all = sizes.slice(0, ids.length).reduce((sum, size) => sum + size, 0);
  const outOfScopeSize = sizes[ids.length] ?? 0;
  const countOf = (word: string, place: number): number => findIn(table, hashWord(word, place)) ?? 0;
  return {
    isElsewhere: (word) => countOf(word, ids.length) >= SEVERAL,
    wordUse(word, topic) {
      const inScope = ids.reduce((sum, _, place) => sum + countOf(word, place), 0);
      const place = ids.indexOf(topic);
      const inTopic = place < 0 ? 0 : countOf(word, place);
      const outOfScope = (countOf(word, ids.length) + SMOOTHING) / (outOfScopeSize + 1);
      const logOdds = Math.log((inScope + SMOOTHING) / (all + 1) / outOfScope);
      const share = (inTopic + SMOOTHING) / ((sizes[place] ?? 0) + 1);
      // A word that this topic never uses must not gain by the topic's smaller size.
      const topicLogOdds = inTopic === 0 ? logOdds : Math.log(share / outOfScope);
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
