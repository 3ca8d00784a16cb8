// Behind the matcher: which texts and which words are a topic's own, by its example phrases.

import { findIn, type HashTable, hashText, packTable } from '../text/hash-table.js';
import { stemOf, type Token } from '../text/synonyms.js';
import type { Sample } from './model.js';

/** In place of the topic of a phrase that two of them claim. */
const AMBIGUOUS = -1;

/** One number for a text as matching sees it. */
export const hashTokens = (tokens: readonly Token[]): number =>
  tokens.reduce((hash, { key }) => hashText(key, hashText(' ', hash)), 0);

/** What exactly one topic says: nobody who says the same can mean anything else. */
export function indexSayings(ids: readonly string[], samples: readonly Sample[]): HashTable {
  const owners = new Map<number, number>();
  for (const { id, tokens } of samples) {
    const hash = hashTokens(tokens);
    const own = ids.indexOf(id);
    owners.set(hash, (owners.get(hash) ?? own) === own ? own : AMBIGUOUS);
  }
  return packTable(new Map([...owners].filter(([, own]) => own !== AMBIGUOUS)));
}

/** One number for a word of a topic, whatever its form. */
const hashWord = (word: string, topic: number): number => hashText(stemOf(word), topic);

/** The words that the phrases of each topic use. */
export function indexWords(ids: readonly string[], samples: readonly Sample[]): HashTable {
  const hashes = samples.flatMap(({ id, tokens }) =>
    tokens.flatMap(({ words }) => words.map((word) => hashWord(word, ids.indexOf(id)))),
  );
  return packTable(new Map(hashes.map((hash) => [hash, 1])));
}

/** Whether a phrase of the topic at this place uses the word. */
export const usesWord = (index: HashTable, topic: number, word: string): boolean =>
  findIn(index, hashWord(word, topic)) !== undefined;
