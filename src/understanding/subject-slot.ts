// Finds whom a text asks about by where names occur in a question: "X salary", "as a X", "what does a X earn".

import type { Matcher } from './matcher/matcher.js';
import { isEnglish } from './text/english-words.js';
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
function isAttribute(token: Token | undefined, matcher: Matcher, topic: string): boolean {
  if (token === undefined || isOfClass(token, 'own')) return false;
  if (token.concept !== undefined) return isOfClass(token, 'topical');
  return !isFiller(wordOf(token)) && matcher.wordUse(wordOf(token), topic).topicLogOdds >= SCOPE.attribute;
}

/** Names of jobs of many trades, as “engineer”: the word before says of which. */
const isGeneral = (token: Token): boolean =>
  token.words.length === 1 && (isOfClass(token, 'own') || /^engineers?$/.test(wordOf(token)));

/** Whether a general name is another job's by the word before it: “BI developer”, “property developer”, “sales engineer”. */
export function isOfAnotherTrade(token: Token, before: Token | undefined, matcher: Matcher): boolean {
  if (before === undefined || !isGeneral(token)) return false;
  const word = wordOf(before);
  if (isStranger(before, matcher, '')) return true;
  if (before.concept !== undefined || isFiller(word) || isLight(word) || word === '0') return false;
  // “ETL”, “PLC”: what isn't English and no one says of our job is a name.
  return matcher.wordUse(word, '').inScope === 0 && !isEnglish(word);
}

/** The tokens that name our job. */
export const findOwn = (tokens: readonly Token[], matcher: Matcher): readonly Token[] =>
  tokens.filter((token, at) => isOfClass(token, 'own') && !isOfAnotherTrade(token, tokens[at - 1], matcher));

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

/** What joins another job to ours, whom a pronoun names: “do they work with testers”, “paid better than analysts”. */
const JOINING = new Set(['with', 'to', 'by', 'than', 'like', 'unlike', 'and', 'or', 'from', 'between']);
const OURS = new Set(['they', 'them', 'their', 'you', 'your', 'we', 'our']);

/** The last word before a name that doesn't describe it: “for” in “for a good X”, “for senior Xs”. */
const findBefore = (tokens: readonly Token[], at: number): Token | undefined =>
  tokens
    .slice(0, at)
    .findLast((one) => (one.concept === undefined ? !isLight(wordOf(one)) : !isOfClass(one, 'whom-or-where')));

/** Whether a name of a job is what the text asks about, wherever it occurs: “will AI replace Xs”. */
function isJobAsked(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at).map(wordOf);
  const isJoined = JOINING.has(before.findLast((word) => !/^(?:an?|the)$/.test(word) && !isLight(word)) ?? '');
  return !isJoined && !before.some((word) => OURS.has(word));
}

/**
 * Whether the text asks about someone or something other than our job. Our job's name next to it makes the question ours,
 * unless it's only what the other is compared with.
 */
export function asksAboutAnother(tokens: readonly Token[], matcher: Matcher, topic: string): boolean {
  if (findOwn(tokens, matcher).length > 0) return isMeasuredByOurs(tokens, matcher, topic);
  // “For a fresher” says whose pay is meant, whatever comes before “pay”.
  const isOfLevel = tokens.some(
    (token, at) => isOfClass(token, 'whom-or-where') && /^(?:an?|as)$/.test(wordOf(tokens[at - 1] ?? token)),
  );
  return tokens.some((token, at) => {
    const isJob = isOfClass(token, 'other-job') || isOfAnotherTrade(token, tokens[at - 1], matcher);
    if (isJob && isJobAsked(tokens, at)) return true;
    if (!isStranger(token, matcher, topic)) return false;
    const before = findBefore(tokens, at);
    // “Is X”, “what is X” ask about it; “my cat is X” only describes.
    const isTold =
      /^(?:is|are)$/.test(before ? wordOf(before) : '') && /^(?:my|our|the|this)$/.test(wordOf(tokens[0] ?? token));
    const isNamed = before !== undefined && BEFORE.has(wordOf(before)) && !isTold;
    return isNamed || (!isOfLevel && isAttribute(tokens[at + 1], matcher, topic));
  });
}

const AIM = /^(?:be|become|becoming)$/;
const HAS = /^(?:is|was|as)$/;

/** Whether a name of another job follows the verb and “a”: “to become a X”. */
function namesJobAfter(verb: RegExp, tokens: readonly Token[], matcher: Matcher): boolean {
  const article = tokens.findIndex(
    (token, at) => /^an?$/.test(wordOf(token)) && verb.test(wordOf(tokens[at - 1] ?? token)),
  );
  const named = tokens.slice(article + 1).find((one) => !isLight(wordOf(one)) && !isOfClass(one, 'whom-or-where'));
  if (article < 0 || named === undefined) return false;
  if (named.concept !== undefined) return isOfClass(named, 'other-job');
  return !isFiller(wordOf(named)) && matcher.wordUse(wordOf(named), '').logOdds < 0;
}

/**
 * Whether a sentence before says that what follows is about another job: “I want to be a X. Where do I start?”, “My sister
 * is a X. What does she earn?”. “I’m a X” only says who asks.
 */
export function setsAnotherJob(before: readonly Token[], tokens: readonly Token[], matcher: Matcher): boolean {
  if (before.some((token) => isOfClass(token, 'own') || isOfClass(token, 'field'))) return false;
  const isOfThem = tokens.some((token) => /^(?:he|she|his|her)$/.test(wordOf(token)));
  return namesJobAfter(AIM, before, matcher) || (isOfThem && namesJobAfter(HAS, before, matcher));
}
