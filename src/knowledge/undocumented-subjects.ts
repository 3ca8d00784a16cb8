// Finds subjects that people ask for and no document mentions, so that an answer can say so.

import { findAllPhrases, indexPhrases, type PhraseIndex, stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { SourceDocument } from './documents.js';

/** A subject that the documents may not hold: its name in a sentence, its topics, the words that ask for it. */
export interface MissingSubject {
  readonly name: string;
  readonly topics: readonly string[];
  readonly words: readonly string[];
}

/** The subjects that are really missing, as plain values. */
export interface MissingIndex {
  readonly phrases: PhraseIndex;
  readonly topicsOf: ReadonlyMap<string, readonly string[]>;
}

/** Leaves out every subject that some document does speak of. */
export function indexMissing(subjects: readonly MissingSubject[], documents: readonly SourceDocument[]): MissingIndex {
  const join = (text: string) => ` ${splitWords(text).map(stemOf).join(' ')} `;
  const text = documents.flatMap(({ sections }) => sections.map((section) => join(section.text))).join('|');
  const absent = subjects.filter(({ words }) => !words.some((phrase) => text.includes(join(phrase))));
  return {
    phrases: indexPhrases(Object.fromEntries(absent.map(({ name, words }) => [name, words])), splitWords),
    topicsOf: new Map(absent.map(({ name, topics }) => [name, topics])),
  };
}

/** The names of the subjects that the words ask for within a topic. */
export function findMissing({ phrases, topicsOf }: MissingIndex, words: readonly string[], topic: string): string[] {
  return findAllPhrases(phrases, words).filter((name) => topicsOf.get(name)?.includes(topic));
}
