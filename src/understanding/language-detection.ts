// Tells whether a text is in a language other than English.
import { wordsOf } from './text/english-lists.js';
import { isFiller } from './text/stop-words.js';

/** The kind of such a text, next to the kinds of `data/out-of-scope`. */
export const OTHER_LANGUAGE = 'other-language';

const otherWords = wordsOf('other-languages');
/** English stop words that don't show that a text is English. */
const sharedWords = wordsOf('shared-words');
const LEAST = 2;
/** Shorter words can all be typos of English ones; one of the words found must be this long. */
const LONG = 4;
const LEAST_SHARE = 0.25;
/** In a text this short one word is enough, if it's too long to be a typo of an English one, or if most words match. */
const FEW = 3;
const isTelling = (word: string): boolean => word.length >= 2 * LONG - 1;

/** Whether a text is in another script, or has small words of another language and none of English. */
export function isOtherLanguage(text: string): boolean {
  const count = (letter: RegExp): number => text.match(letter)?.length ?? 0;
  if (count(/(?!\p{Script=Latin})\p{L}/gu) * 2 > count(/\p{L}/gu)) return true;
  const words =
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}+/gu) ?? [];
  if (words.some((word) => word.length > 2 && isFiller(word) && !sharedWords().has(word))) return false;
  const strange = [...new Set(words.filter((word) => otherWords().has(word)))];
  const isMuch = strange.length >= LEAST && strange.length >= words.length * LEAST_SHARE;
  const isAlone =
    words.length <= FEW && (strange.some(isTelling) || (strange.length >= LEAST && strange.length * 2 > words.length));
  return isAlone || (isMuch && strange.some((word) => word.length >= LONG));
}
