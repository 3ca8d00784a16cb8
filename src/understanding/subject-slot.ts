// Finds whom a text asks about by the place that names take in a question: "X salary", "as a X", "what does a X earn".

import type { Matcher } from './matcher/matcher.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, type Token } from './text/synonyms.js';
import { SCOPE } from './thresholds.js';

/** What stands right before a name: "for a X", "become X", "do Xs", "as X". */
const BEFORE = new Set(['a', 'an', 'as', 'become', 'becoming', 'being', 'be', 'do', 'does', 'are', 'is', 'for', 'of']);

const wordOf = ({ words: [word = ''] }: Token): string => word;

/** Whether a token can name another subject: another job, or a word that is far commoner out of scope than in it. */
export function isStranger(token: Token, matcher: Matcher): boolean {
  if (isOfClass(token, 'other-job')) return true;
  if (token.concept !== undefined || isFiller(wordOf(token)) || wordOf(token) === '0') return false;
  return matcher.wordUse(wordOf(token), '').logOdds <= SCOPE.stranger;
}

/** Whether a token is what one asks of a job: pay, hours, skills; a word far commoner in scope than out of it. */
function isAttribute(token: Token | undefined, matcher: Matcher): boolean {
  if (token === undefined || isOfClass(token, 'own')) return false;
  if (token.concept !== undefined) return isOfClass(token, 'topical');
  return !isFiller(wordOf(token)) && matcher.wordUse(wordOf(token), '').logOdds >= SCOPE.attribute;
}

/** "Is a sound engineer an IT job": ours is only what the other is measured by. */
function isMeasuredByOurs(tokens: readonly Token[]): boolean {
  const own = tokens.findLastIndex((token) => isOfClass(token, 'own'));
  const [first] = tokens;
  if (first === undefined || !/^(?:is|are)$/.test(wordOf(first)) || !/^an?$/.test(wordOf(tokens[own - 1] ?? first)))
    return false;
  const subject = tokens.slice(1, own - 1).filter((token) => token.concept !== undefined || !isFiller(wordOf(token)));
  const isLast = tokens.slice(own + 1).every((token) => isOfClass(token, 'whom-or-where') || wordOf(token) === 'in');
  const isOther = isLast && subject.every((token) => !isOfClass(token, 'own') && !isOfClass(token, 'field'));
  return isOther && subject.length > 0 && own <= SCOPE.longestSubject;
}

/**
 * Whether the text asks about somebody or something else than our job. Our own name beside it makes the question ours,
 * unless it only says what the other is measured by.
 */
export function asksAboutAnother(tokens: readonly Token[], matcher: Matcher): boolean {
  if (tokens.some((token) => isOfClass(token, 'own'))) return isMeasuredByOurs(tokens);
  // “For a fresher” says whose pay is meant, whatever stands before “pay”.
  const isOfLevel = tokens.some(
    (token, at) => isOfClass(token, 'whom-or-where') && /^(?:an?|as)$/.test(wordOf(tokens[at - 1] ?? token)),
  );
  return tokens.some((token, at) => {
    if (!isStranger(token, matcher)) return false;
    const isNamed = at > 0 && BEFORE.has(wordOf(tokens[at - 1] ?? token));
    return isNamed || (!isOfLevel && isAttribute(tokens[at + 1], matcher));
  });
}
