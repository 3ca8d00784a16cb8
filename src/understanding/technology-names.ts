// Decides whether "go", "spring" or "C" means a technology or is just a word.
import { type PhraseIndex, stemOf } from './text/synonyms.js';

const WORD = /[\p{L}\p{N}+#.]*[\p{L}\p{N}+#]|[/,?!:;]/gu;

/** Words that show that an everyday word means a technology, in lower case; from technologies.yml. */
export interface TechnologyCues {
  /** What follows it: "go language". */
  readonly followers: readonly string[];
  /** What links it to another name, whatever its case: "go or rust". */
  readonly links: readonly string[];
  /** What links it only if it's written as a name: "Go and Rust". */
  readonly 'weak-links': readonly string[];
  /** What people do with a technology, and what may follow then: "should I learn go first". */
  readonly verbs: readonly string[];
  readonly 'after-verbs': readonly string[];
  /** What people ask of one: "is go needed". */
  readonly asked: readonly string[];
}

/** If every word in this text may have a capital, a capital says nothing. */
const isTitle = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > long.length;
};

/**
 * Those of `names` that the text means as technologies: next to another name ("Go or Rust"), before "language", as what
 * is learnt or needed, or, if longer than a letter, with a capital in mid-sentence.
 */
export function findEverydayNames(
  text: string,
  names: readonly string[],
  technologies: PhraseIndex,
  cues: TechnologyCues,
): string[] {
  const lower = text.toLowerCase();
  if (!names.some((name) => lower.includes(name.toLowerCase()))) return [];
  const words = text.slice(0, 2000).match(WORD) ?? [];
  const isName = (word: string | undefined): boolean =>
    word !== undefined &&
    (names.some((name) => name.toLowerCase() === word.toLowerCase()) ||
      technologies.entries.has(stemOf(word.toLowerCase())));
  const isMeant = (name: string, at: number): boolean => {
    const [before = '', after = ''] = [words[at - 1]?.toLowerCase(), words[at + 1]?.toLowerCase()];
    if (cues.followers.includes(after)) return true;
    if (cues.verbs.includes(before) && (after === '' || cues['after-verbs'].includes(after))) return true;
    if (before === 'is' && cues.asked.includes(after)) return true;
    if ((cues.links.includes(before) && isName(words[at - 2])) || (cues.links.includes(after) && isName(words[at + 2])))
      return true;
    const isWritten = words[at] === name && name.length > 1;
    const isLinked =
      (cues['weak-links'].includes(before) && isName(words[at - 2])) ||
      (cues['weak-links'].includes(after) && isName(words[at + 2]));
    if (isLinked && words[at] === name) return true;
    return isWritten && at > 0 && !/[.?!:]/.test(before) && !isTitle(words.filter((_, i) => i !== at));
  };
  return names.filter((name) =>
    words.some((word, at) => word.toLowerCase() === name.toLowerCase() && isMeant(name, at)),
  );
}
