// Folds words into tokens: different words for one thing ("back end dev", "SWE") become one concept, as the data says.
import { stemmer } from 'stemmer';

/** A word as matching sees it: its stem or its concept, with the words it was made from. */
export interface Token {
  /** A stem ("earn"), `0` for a number, or a concept in angle brackets ("<role>"). */
  readonly key: string;
  /** The corrected words behind it, several for a concept of several words. */
  readonly words: readonly string[];
  readonly concept?: string;
  /** The classes of the concept; absent if it has none. */
  readonly classes?: readonly ConceptClass[];
  /** Set if one of its words was spelled differently: it may have been a different word. */
  readonly corrected?: true;
}

/** The classes of concepts in `data/language/concepts.yml`; what each means is written there. */
export const CONCEPT_CLASSES = ['own', 'trade', 'field', 'other-job', 'money', 'loose', 'topical', 'plain'] as const;

/** One of them, or those of slots, and of slots that say who or where. */
export type ConceptClass = (typeof CONCEPT_CLASSES)[number] | 'slot' | 'whom-or-where';

/** The concept that all technologies share. */
export const TECHNOLOGY = 'tech';

/** The classes of concepts, by concept. */
export type ClassesByConcept = Readonly<Record<string, readonly ConceptClass[]>>;

/** Whether a token's concept has this class. */
export const isOfClass = ({ classes }: Token, wanted: ConceptClass): boolean => classes?.includes(wanted) === true;

/** Concepts by name, each with the words and phrases that mean it; longer phrases win. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** How words are compared with phrases: `stem` ignores all inflections of a word, `number` only the plural. */
export type WordForm = 'stem' | 'number';

/** Phrases by the key of their first word, the longest first: [keys, name]. Plain values, so that it can be stored. */
export interface PhraseIndex {
  readonly form: WordForm;
  readonly entries: ReadonlyMap<string, readonly (readonly [keys: readonly string[], name: string])[]>;
  /** The classes of its names, where those are concepts. */
  readonly classes?: ClassesByConcept;
}

/** Stems of words read lately. Reading a word asks for its stem ten times: a long text is answered 1.3 times as fast. */
const stems = new Map<string, string>();
const MOST_STEMS = 4000;
/** A longer word, as part of a message, would keep the whole message in memory. */
const LONGEST_COPIED = 12;

/** The stem of an English word ("developers" and "developer" share one), by Porter's rules. */
export function stemOf(word: string): string {
  if (word.length > LONGEST_COPIED) return stemmer(word);
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** The word without a plural ending; a stem would confuse designer and design. */
function singularOf(word: string): string {
  if (word.length < 4 || /(?:ss|us|is|os)$/.test(word)) return word;
  // “Rookies” can be the plural of “rookie”, as “cities” is that of “city”.
  return word.length > 4 && /ies?$/.test(word) ? word.replace(/ies?$/, 'y') : word.replace(/(ch|sh|x|ss)es$|s$/, '$1');
}

/** How a word is looked up in an index of this form. */
export const keyIn = (form: WordForm, word: string): string => (form === 'stem' ? stemOf(word) : singularOf(word));

/** Indexes phrases; `split` must cut them as it cuts questions. If two names have the same phrase, the first one wins. */
export function indexPhrases(lists: Concepts, split: (text: string) => string[], form: WordForm = 'stem'): PhraseIndex {
  const index = new Map<string, [string[], string][]>();
  for (const [name, phrases] of Object.entries(lists)) {
    for (const phrase of phrases) {
      const key = split(phrase).map((word) => keyIn(form, word));
      const [first] = key;
      if (first === undefined) continue;
      const list = index.get(first) ?? [];
      if (list.length === 0) index.set(first, list);
      list.push([key, name]);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length);
  return { form, entries: index };
}

/** The name of the longest phrase that begins at `at`, and how many stems it takes. */
export function findPhrase(
  index: PhraseIndex,
  keys: readonly string[],
  at: number,
): { name: string; length: number } | undefined {
  for (const [phrase, name] of index.entries.get(keys[at] ?? '') ?? []) {
    if (phrase.every((stem, i) => keys[at + i] === stem)) return { name, length: phrase.length };
  }
  return undefined;
}

/** All names whose phrases occur anywhere in the words, each once, in order; phrases may overlap. */
export function findAllPhrases(index: PhraseIndex, words: readonly string[]): string[] {
  const keys = words.map((word) => keyIn(index.form, word));
  const names = new Set<string>();
  for (let at = 0; at < keys.length; at += 1) {
    for (const [phrase, name] of index.entries.get(keys[at] ?? '') ?? [])
      if (phrase.every((stem, i) => keys[at + i] === stem)) names.add(name);
  }
  return [...names];
}

/** Like `findAllPhrases`, but a word counts for the longest phrase only: "SQL Server" is not also SQL. */
export function findPhrases(index: PhraseIndex, words: readonly string[]): string[] {
  const keys = words.map((word) => keyIn(index.form, word));
  const names = new Set<string>();
  for (let at = 0; at < keys.length; ) {
    const found = findPhrase(index, keys, at);
    if (found) names.add(found.name);
    at += found?.length ?? 1;
  }
  return [...names];
}

/** Folds words into tokens. */
export function foldWords(index: PhraseIndex, words: readonly string[]): Token[] {
  const keys = words.map((word) => keyIn(index.form, word));
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const found = findPhrase(index, keys, at);
    const taken = words.slice(at, at + (found?.length ?? 1));
    tokens.push(
      found
        ? {
            key: `<${found.name}>`,
            words: taken,
            concept: found.name,
            ...(index.classes?.[found.name] && { classes: index.classes[found.name] }),
          }
        : { key: stemOf(taken[0] ?? ''), words: taken },
    );
    at += taken.length;
  }
  return tokens;
}

/** The tokens, with one for each word of a loose concept: a question about Paris isn't one about India. */
export const partGathered = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) =>
    isOfClass(token, 'loose') ? token.words.map((word) => ({ ...token, key: stemOf(word), words: [word] })) : [token],
  );
