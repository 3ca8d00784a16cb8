// Decides how surely a text is a question about this career, from its words, its subject and its best topic.

import type { Matcher } from './matcher/matcher.js';
import { asksAboutAnother, findOwn } from './subject-slot.js';
import { isEnglish } from './text/english-words.js';
import { isCount } from './text/number-words.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, type Token } from './text/synonyms.js';
import { EVERYDAY, informationOf, sharedVectors } from './text/word-vectors.js';
import { CONFIDENCE, SCOPE } from './thresholds.js';

/** What a text says about its subject. */
export interface Subject {
  /** Whether it names our job. */
  readonly own: boolean;
  /** Whether it names our job or has another word of the field. */
  readonly inField: boolean;
  /** Whether it asks about another job or subject, and not ours. */
  readonly foreign: boolean;
  /** How unfamiliar its words are to the topic's phrases: 0 for none, about 1 for each unknown word. */
  readonly unfamiliarity: number;
  /** How much more its words, stop words and all, are used in scope than out of it: the sum of their log-odds. */
  readonly evidence: number;
  /** Whether it has a meaningful English word that no phrase of any topic uses. */
  readonly holdsUnknown: boolean;
}

/** Shorter words that aren't English are short forms or typos, and name nothing. */
const SHORTEST_NAME = 4;

/** Whether a word only says how: “fully”, “openly” name no subject, “family” does. */
const isAdverb = (word: string): boolean =>
  [/ly$/, /(?<=ull)y$/].some((ending) => ending.test(word) && isEnglish(word.replace(ending, '')));

/** How much a word says beyond everyday English, 0 to 1. */
const weightOf = (word: string): number =>
  word.length < SHORTEST_NAME && sharedVectors().rank(word) === undefined
    ? 0
    : Math.max(0, informationOf(word, sharedVectors()) - EVERYDAY) / (1 - EVERYDAY);

/** The words that may speak for or against a topic: no concepts, numbers or stop words. */
const tellingWords = (tokens: readonly Token[]): { word: string; corrected: boolean }[] =>
  tokens
    .filter((token) => token.concept === undefined || isOfClass(token, 'other-job'))
    .flatMap(({ words, corrected = false }) => words.map((word) => ({ word, corrected })))
    .filter(({ word }) => word !== '0' && !isFiller(word) && !isCount(word));

/** Whether a text is about another job or subject; `context` are the tokens of the whole message. */
export const isForeign = (
  tokens: readonly Token[],
  matcher: Matcher,
  topic: string,
  context: readonly Token[] = [],
): boolean =>
  asksAboutAnother(tokens, matcher, topic) &&
  findOwn(context, matcher).length === 0 &&
  !tokens.some((token) => isOfClass(token, 'trade'));

/** Finds who and what a text is about. `context` adds what the rest of the message names. */
export function findSubject(
  tokens: readonly Token[],
  matcher: Matcher,
  topic: string,
  context: readonly Token[] = [],
): Subject {
  const own = findOwn(tokens, matcher).length > 0 || findOwn(context, matcher).length > 0;
  const words = tellingWords(tokens).map(({ word, corrected }) => ({
    word,
    ...matcher.wordUse(word, topic),
    weight: weightOf(word),
    corrected,
  }));
  return {
    own,
    foreign: isForeign(tokens, matcher, topic, context),
    inField: own || tokens.some((token) => isOfClass(token, 'field')),
    unfamiliarity: words.reduce((sum, { inTopic, weight, corrected }) => {
      // A corrected word may have been a different word.
      const least = corrected ? SCOPE.correctedUnfamiliarity : 0;
      return sum + (inTopic === 0 ? weight : Math.min(weight, least));
    }, 0),
    evidence: weighWords(tokens, matcher),
    holdsUnknown: words.some(
      ({ word, inScope, weight }) =>
        inScope === 0 && weight >= SCOPE.unknownWeight && isEnglish(word) && !isAdverb(word),
    ),
  };
}

/** The evidence of all words, stop words aside, for a question about this career: above 0 for it, below 0 against it. */
function weighWords(tokens: readonly Token[], matcher: Matcher): number {
  const limit = SCOPE.mostEvidence;
  return tokens
    .flatMap(({ words }) => words)
    .filter((word) => word !== '0' && !isFiller(word) && !isCount(word))
    .reduce((sum, word) => sum + Math.max(-limit, Math.min(limit, matcher.wordUse(word, '').logOdds)), 0);
}

type Sign = keyof typeof CONFIDENCE;

/** The signs that the weights weigh, for one text and its best topic. */
export function listSigns(topicScore: number, inside: number, subject: Subject): Record<Sign, number> {
  const logit = (share: number): number => Math.log((share + 1e-3) / (1 - share + 1e-3));
  return {
    bias: 1,
    match: logit(topicScore),
    inside: logit(inside),
    own: subject.own ? 1 : 0,
    unfamiliar: Math.min(SCOPE.mostUnfamiliarity, subject.unfamiliarity),
    evidence: subject.evidence,
  };
}

/** How surely a topic with this score should be answered, 0 to 1; `mayCompare` if it's about other jobs as well. */
export function rateConfidence(score: number, inside: number, subject: Subject, mayCompare: boolean): number {
  if (subject.foreign && !mayCompare) return 0;
  const signs = listSigns(score, inside, subject);
  let sum = 0;
  for (const [name, value] of Object.entries(signs)) sum += value * (CONFIDENCE[name as Sign] ?? 0);
  const confidence = 1 / (1 + Math.exp(-sum));
  // With no word of the field and one that no topic knows, a text may be about anything; an exact phrase can't.
  return subject.holdsUnknown && !subject.inField && score < 1 ? Math.min(confidence, SCOPE.unsure) : confidence;
}
