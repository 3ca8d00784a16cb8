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

/** Concepts by name, each with the words and phrases that mean it; longer phrases win. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** Returns a function that folds words into tokens; `split` must cut phrases as it cuts questions. */
export function createFolder(
  concepts: Concepts,
  split: (text: string) => string[],
): (words: readonly string[]) => Token[] {
  const byFirst = new Map<string, Phrase[]>();
  for (const [concept, phrases] of Object.entries(concepts)) {
    for (const phrase of phrases) {
      const stems = split(phrase).map(stemOf);
      const [first] = stems;
      if (first === undefined) continue;
      const list = byFirst.get(first) ?? [];
      if (list.length === 0) byFirst.set(first, list);
      list.push({ stems, concept });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return (words) => {
    const keys = words.map(stemOf);
    const tokens: Token[] = [];
    for (let at = 0; at < words.length; ) {
      const key = keys[at] ?? '';
      const found = byFirst.get(key)?.find(({ stems }) => stems.every((stem, i) => keys[at + i] === stem));
      const length = found?.stems.length ?? 1;
      const taken = words.slice(at, at + length);
      tokens.push(found ? { key: `<${found.concept}>`, words: taken, concept: found.concept } : { key, words: taken });
      at += length;
    }
    return tokens;
  };
}
