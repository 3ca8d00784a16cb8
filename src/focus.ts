// A step of understanding: which single facts a question asks for by name, so that an answer can begin with them.
import { findAllPhrases, indexPhrases, type PhraseIndex } from './concepts.js';
import type { Fact } from './facts.js';
import { splitWords } from './words.js';

/** How closely each fact is asked for, by id; facts that are not asked for are absent. */
export type Focus = ReadonlyMap<string, number>;

/** Indexes what facts are about; a phrase that many facts share tells little and weighs little. */
export function createFocusFinder(facts: readonly Fact[]): (words: readonly string[]) => Focus {
  const owners = new Map<string, string[]>();
  for (const fact of facts) {
    for (const phrase of new Set(fact.about)) owners.set(phrase, [...(owners.get(phrase) ?? []), fact.id]);
  }
  const index: PhraseIndex = indexPhrases(
    Object.fromEntries([...owners.keys()].map((phrase) => [phrase, [phrase]])),
    splitWords,
  );
  return (words) => {
    const focus = new Map<string, number>();
    for (const phrase of findAllPhrases(index, words)) {
      const ids = owners.get(phrase) ?? [];
      const weight = splitWords(phrase).length / ids.length;
      for (const id of ids) focus.set(id, (focus.get(id) ?? 0) + weight);
    }
    return focus;
  };
}
