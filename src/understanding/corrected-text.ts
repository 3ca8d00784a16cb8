// Rewrites a text for reading values: lower case, slips corrected, contractions in full, number words as digits.

import { SMALL_NUMBERS, TENS } from './text/number-words.js';
import type { Token } from './text/synonyms.js';
import { countWords } from './text/tokenizer.js';

const LEXEME = /\p{L}[\p{L}\p{N}']*|\p{N}+\p{L}*/gu;

/**
 * The text in lower case, with its tokens' words instead of its own; numbers and punctuation stay.
 * `tokens` are those of this very text; where they don't fit it, its own words stay.
 */
export function correctText(text: string, tokens: readonly Token[]): string {
  const words = tokens.flatMap((token) => token.words);
  const lower = text.toLowerCase();
  let at = 0;
  const corrected = lower.replace(LEXEME, (lexeme) => {
    const length = countWords(lexeme);
    const own = words.slice(at, at + length);
    at += length;
    return /^\p{N}/u.test(lexeme) || own.length === 0 ? lexeme : own.join(' ');
  });
  return spellNumbers(at === words.length ? corrected : lower);
}

const LARGE = new Map([
  ['hundred', 100],
  ['thousand', 1000],
]);
/** What people also count with. */
const COUNTS: readonly (readonly [pattern: RegExp, digits: string])[] = [
  [/\bhalf an?\b/g, '0.5'],
  [/\ban? couple(?: of)?\b/g, '2'],
  [/\ban? dozen\b/g, '12'],
  [/\ban? hundred\b/g, 'one hundred'],
  [/\ban? thousand\b/g, 'one thousand'],
  [/\ban? decade\b/g, '10 years'],
  [/\ban? fortnight\b/g, '2 weeks'],
];
/** “One” is a number only before what is counted: elsewhere it refers to a thing. */
const COUNTED = '(?=[ -](?:hundred|thousand|hours?|days?|weeks?|months?|years?)\\b)';
const WORD = `(?:${[...SMALL_NUMBERS.filter((word) => word !== 'one'), ...TENS, `one${COUNTED}`].join('|')})\\b`;
const AND_MORE = new RegExp(`\\b(hundred|thousand) and (?=${WORD})`, 'g');
const NUMBER = new RegExp(
  `\\b${WORD}(?:[ -](?:${[...SMALL_NUMBERS.slice(1, 10), ...LARGE.keys()].join('|')})\\b(?!-))*`,
  'g',
);

function countOf(words: readonly string[]): number {
  return words.reduce((sum, word) => {
    const large = LARGE.get(word);
    if (large !== undefined) return Math.max(sum, 1) * large;
    const tens = TENS.indexOf(word);
    return sum + (tens < 0 ? SMALL_NUMBERS.indexOf(word) : (tens + 2) * 10);
  }, 0);
}

/** Writes number words as digits: “twenty five hours” becomes “25 hours”, “half a year” “0.5 year”. */
export function spellNumbers(lower: string): string {
  const counted = COUNTS.reduce(
    (text, [pattern, digits]) => text.replace(pattern, digits),
    lower.replace(AND_MORE, '$1 '),
  );
  return counted
    .replace(NUMBER, (number) => String(countOf(number.split(/[ -]/))))
    .replace(/\b(\d+) (decade|fortnight)s\b/g, (_, count: string, unit: string) =>
      unit === 'decade' ? `${Number(count) * 10} years` : `${Number(count) * 2} weeks`,
    );
}
