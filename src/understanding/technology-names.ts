// A step of finding slots: whether "go", "spring" or "C" is meant as a technology or is just a word.
import { type PhraseIndex, stemOf } from './text/synonyms.js';

const WORD = /[\p{L}\p{N}+#.]*[\p{L}\p{N}+#]|[/,?!:;]/gu;
const FOLLOWERS = new Set(['language', 'lang', 'programming', 'developer', 'developers', 'dev', 'devs', 'framework']);
const LINKS = new Set(['or', 'vs', 'versus', '/']);
const WEAK_LINKS = new Set(['and', ',']);

/** What one does with a technology, and what may follow then: "should I learn go first". */
const DOING = new Set('learn learning know knowing study studying master use using need'.split(' '));
const GOING_ON = new Set([
  '',
  ...'/ , ? ! : ; and or too also first as at before for to if instead now then yet'.split(' '),
]);

/** What is asked of a technology: "is go needed". */
const ASKED = new Set('needed required necessary mandatory important enough worth used useful'.split(' '));

/** Every word in this text may have a capital: then a capital says nothing. */
const isTitle = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > long.length;
};

/**
 * Of `names`, those that the text means as technologies: beside another name ("Go or Rust"), before "language", as what
 * is learnt or needed, or, if longer than a letter, with a capital in mid-sentence.
 */
export function findEverydayNames(text: string, names: readonly string[], technologies: PhraseIndex): string[] {
  const lower = text.toLowerCase();
  if (!names.some((name) => lower.includes(name.toLowerCase()))) return [];
  const words = text.slice(0, 2000).match(WORD) ?? [];
  const isName = (word: string | undefined): boolean =>
    word !== undefined &&
    (names.some((name) => name.toLowerCase() === word.toLowerCase()) ||
      technologies.entries.has(stemOf(word.toLowerCase())));
  const isMeant = (name: string, at: number): boolean => {
    const [before = '', after = ''] = [words[at - 1]?.toLowerCase(), words[at + 1]?.toLowerCase()];
    if (FOLLOWERS.has(after)) return true;
    if (DOING.has(before) && GOING_ON.has(after)) return true;
    if (before === 'is' && ASKED.has(after)) return true;
    if ((LINKS.has(before) && isName(words[at - 2])) || (LINKS.has(after) && isName(words[at + 2]))) return true;
    const isWritten = words[at] === name && name.length > 1;
    const isLinked =
      (WEAK_LINKS.has(before) && isName(words[at - 2])) || (WEAK_LINKS.has(after) && isName(words[at + 2]));
    if (isLinked && words[at] === name) return true;
    return isWritten && at > 0 && !/[.?!:]/.test(before) && !isTitle(words.filter((_, i) => i !== at));
  };
  return names.filter((name) =>
    words.some((word, at) => word.toLowerCase() === name.toLowerCase() && isMeant(name, at)),
  );
}
