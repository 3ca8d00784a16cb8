// Between words and matching: many ways of saying one thing ("back end dev", "SWE") become one token, as the data says.
import { stemmer } from 'stemmer';

/** A word as matching sees it: its stem, or the concept it stands for, with the words it was made from. */
export interface Token {
  /** A stem ("earn"), `0` for a number, or a concept in angle brackets ("<role>"). */
  readonly key: string;
  /** The mended words behind it, several for a concept of several words. */
  readonly words: readonly string[];
  readonly concept?: string;
}

/** Concepts by name, each with the words and phrases that mean it; longer phrases win. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** Phrases by their first stem, the longest first: [stems, name]. Plain values, so that it can be stored. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly [stems: readonly string[], name: string])[]>;

const stems = new Map<string, string>();

/** The stem of an English word ("developers" and "developer" share one), by Porter's rules. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size > 50_000) stems.clear();
    stem = stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}

/** Indexes phrases; `split` must cut them as it cuts questions. Of two names with the same phrase the first one wins. */
export function indexPhrases(lists: Concepts, split: (text: string) => string[]): PhraseIndex {
  const index = new Map<string, [string[], string][]>();
  for (const [name, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const key = split(phrase).map(stemOf);
      const [first] = key;
      if (first === undefined) continue;
      const list = index.get(first) ?? [];
      if (list.length === 0) index.set(first, list);
      list.push([key, name]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length);
  return index;
}

/** The name of the longest phrase that begins at `at`, and how many stems it takes. */
export function findPhrase(
  index: PhraseIndex,
  keys: readonly string[],
  at: number,
): { name: string; length: number } | undefined {
  for (const [phrase, name] of index.get(keys[at] ?? '') ?? []) {
    if (phrase.every((stem, i) => keys[at + i] === stem)) return { name, length: phrase.length };
  }
  return undefined;
}

/** All names whose phrases occur anywhere in the words, each once, in order; phrases may overlap. */
export function findAllPhrases(index: PhraseIndex, words: readonly string[]): string[] {
  const keys = words.map(stemOf);
  const names = new Set<string>();
  for (let at = 0; at < keys.length; at += 1) {
    for (const [phrase, name] of index.get(keys[at] ?? '') ?? [])
      if (phrase.every((stem, i) => keys[at + i] === stem)) names.add(name);
  }
  return [...names];
}

/** Folds words into tokens. */
export function foldWords(index: PhraseIndex, words: readonly string[]): Token[] {
  const keys = words.map(stemOf);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const found = findPhrase(index, keys, at);
    const taken = words.slice(at, at + (found?.length ?? 1));
    tokens.push(
      found ? { key: `<${found.name}>`, words: taken, concept: found.name } : { key: keys[at] ?? '', words: taken },
    );
    at += taken.length;
  }
  return tokens;
}
