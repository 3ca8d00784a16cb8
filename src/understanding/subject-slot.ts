// Finds whom a text asks about by where names occur in a question: "X salary", "as a X", "what does a X earn".

import type { Matcher } from './matcher/matcher.js';
import { isCount } from './text/number-words.js';
import { isFiller, isLight } from './text/stop-words.js';
import { isOfClass, type Token } from './text/synonyms.js';
import { SCOPE } from './thresholds.js';

/** What comes before a name: "for a X", "become X", "do Xs", "as X". */
const BEFORE = new Set(['a', 'an', 'as', 'become', 'becoming', 'being', 'be', 'do', 'does', 'are', 'is', 'for', 'of']);

const wordOf = ({ words: [word = ''] }: Token): string => word;

/**
 * Whether a token can name another subject: another job, or a word much more common out of scope than in scope and in
 * the topic that fits best.
 */
export function isStranger(token: Token, matcher: Matcher, topic: string): boolean {
  if (isOfClass(token, 'other-job')) return true;
  const word = wordOf(token);
  if (token.concept !== undefined || isFiller(word) || isLight(word) || word === '0' || isCount(word)) return false;
  return matcher.wordUse(word, topic).topicLogOdds <= SCOPE.stranger;
}

/** Whether a token is what people ask about a job: pay, hours, skills; a word much more common in scope than out of it. */
function isAttribute(token: Token | undefined, matcher: Matcher): boolean {
  if (token === undefined || isOfClass(token, 'own')) return false;
  if (token.concept !== undefined) return isOfClass(token, 'topical');
  return !isFiller(wordOf(token)) && matcher.wordUse(wordOf(token), '').logOdds >= SCOPE.attribute;
}

/** "Is a sound engineer an IT job", "does baking count as IT": ours is only what the other is compared with. */
function isMeasuredByOurs(tokens: readonly Token[], matcher: Matcher, topic: string): boolean {
  const own = tokens.findLastIndex((token) => isOfClass(token, 'own'));
  const [first = '', ...words] = tokens.slice(0, own).map(wordOf);
  const isOurKind = /^(?:is|are)$/.test(first) && /^an?$/.test(words.at(-1) ?? '');
  const isCounted = /^(?:do|does|would)$/.test(first) && words.slice(-2).includes('as');
  const subject = tokens.slice(1, own).filter((token) => token.concept !== undefined || !isFiller(wordOf(token)));
  const isNamed = isOurKind || (isCounted && subject.some((token) => isStranger(token, matcher, topic)));
  const isLast = tokens.slice(own + 1).every((token) => isOfClass(token, 'whom-or-where') || wordOf(token) === 'in');
  const isOther = isLast && subject.every((token) => !isOfClass(token, 'own') && !isOfClass(token, 'field'));
  return isNamed && isOther && subject.length > 0 && own <= SCOPE.longestSubject;
}

/**
 * Whether the text asks about someone or something other than our job. Our job's name next to it makes the question ours,
 * unless it's only what the other is compared with.
 */
export function asksAboutAnother(tokens: readonly Token[], matcher: Matcher, topic: string): boolean {
  if (tokens.some((token) => isOfClass(token, 'own'))) return isMeasuredByOurs(tokens, matcher, topic);
  // “For a fresher” says whose pay is meant, whatever comes before “pay”.
  const isOfLevel = tokens.some(
    (token, at) => isOfClass(token, 'whom-or-where') && /^(?:an?|as)$/.test(wordOf(tokens[at - 1] ?? token)),
  );
  return tokens.some((token, at) => {
    if (!isStranger(token, matcher, topic)) return false;
    // “A good X”, “a new X”: what only describes it may come between.
    const before = tokens.slice(0, at).findLast((one) => one.concept !== undefined || !isLight(wordOf(one)));
    const isNamed = before !== undefined && BEFORE.has(wordOf(before));
    return isNamed || (!isOfLevel && isAttribute(tokens[at + 1], matcher));
  });
}
