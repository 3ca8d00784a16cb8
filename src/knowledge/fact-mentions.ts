// Finds the facts that a question asks for by name, so that an answer can begin with them.
import { findAllPhrases, indexPhrases, type PhraseIndex } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Fact } from './facts.js';

/** How closely each fact is asked for, by id; facts that are not asked for are absent. */
export type Focus = ReadonlyMap<string, number>;

/** What facts are about, as plain values: phrases, and for each phrase its weight and the facts it asks for. */
export interface FocusIndex {
  readonly phrases: PhraseIndex;
  readonly owners: ReadonlyMap<string, { readonly weight: number; readonly ids: readonly string[] }>;
}

/** Indexes what facts are about; a phrase that many facts share tells little and weighs little. */
export function indexFocus(facts: readonly Fact[]): FocusIndex {
  const idsOf = new Map<string, string[]>();
  for (const fact of facts) {
    for (const phrase of new Set(fact.about)) idsOf.set(phrase, [...(idsOf.get(phrase) ?? []), fact.id]);
  }
  const phrases = indexPhrases(Object.fromEntries([...idsOf.keys()].map((phrase) => [phrase, [phrase]])), splitWords);
  const owners = [...idsOf].map(
    ([phrase, ids]) => [phrase, { ids, weight: splitWords(phrase).length / ids.length }] as const,
  );
  return { phrases, owners: new Map(owners) };
}

/** How closely the words ask for each fact. */
export function findFocus({ phrases, owners }: FocusIndex, words: readonly string[]): Focus {
  const focus = new Map<string, number>();
  for (const phrase of findAllPhrases(phrases, words)) {
    const { ids, weight } = owners.get(phrase) ?? { ids: [], weight: 0 };
    for (const id of ids) focus.set(id, (focus.get(id) ?? 0) + weight);
  }
  return focus;
}
