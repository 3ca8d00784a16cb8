// Decides how surely a text of one to four words means its best topic, since so short a text says little else.

import type { Matcher, RankedTopic } from './matcher/matcher.js';
import type { WordUse } from './matcher/phrase-counts.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, TECHNOLOGY, type Token } from './text/synonyms.js';
import { DECISION, HALF_QUESTION, SCOPE } from './thresholds.js';

/** The words that say what a short text is about. */
const tellingWords = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({ words }) => words).filter((word) => word !== '0' && !isFiller(word));

/** What asks of a name alone: “and what about Node”. */
const NAMING = new Set(['what', 'how', 'about', 'and', 'or', 'so', 'but', 'then', 'too', 'also', 'ok', 'well', 'now']);

/** Whether a text only names technologies. */
export const isOnlyNamed = (tokens: readonly Token[]): boolean =>
  tokens.some(({ concept }) => concept === TECHNOLOGY) &&
  tokens.every(({ concept, words: [word = ''] }) => concept === TECHNOLOGY || NAMING.has(word));

/** What points at something said before: “is it as much as that”. */
const POINTING = new Set(['that', 'those', 'these', 'such', 'so']);

/** Whether a word is a topic's own: most phrases that use it are the topic's, and few texts out of scope do. */
export const isOwnWord = ({ inTopic, inScope, topicLogOdds }: WordUse): boolean =>
  inTopic > 0 && inTopic / inScope >= HALF_QUESTION.ownShare && topicLogOdds >= HALF_QUESTION.ownOdds;

/** Half a question: only stop words ("should I have one"), and perhaps whom or where it is about. */
function limitEmpty(confidence: number, tokens: readonly Token[], { score }: RankedTopic): number {
  const telling = tokens.filter(({ concept, words }) => concept !== undefined || !words.every(isFiller));
  if (tokens.length === 0) return 0;
  if (telling.length === 0) {
    const isPointing = tokens.some(({ words: [word = ''] }) => POINTING.has(word));
    const least = isPointing ? HALF_QUESTION.pointingScore : HALF_QUESTION.emptyScore;
    return score >= least ? Math.max(confidence, DECISION.answer) : Math.min(confidence, SCOPE.unsure);
  }
  const isWhomOrWhere = telling.every((token) => isOfClass(token, 'whom-or-where'));
  if (isWhomOrWhere) return Math.max(confidence, DECISION.offer);
  // “Dollars outside India”: money, and whose or where.
  const isOfMoney = (token: Token): boolean => isOfClass(token, 'money') || isOfClass(token, 'whom-or-where');
  return telling.every(isOfMoney) && score >= HALF_QUESTION.moneyScore
    ? Math.max(confidence, DECISION.answer)
    : confidence;
}

/**
 * The confidence in a topic for a short text: answered if its words are the topic's own, offered if all of them
 * belong to this career, and unchanged for anything longer.
 */
export function rateHalfQuestion(
  confidence: number,
  tokens: readonly Token[],
  topic: RankedTopic,
  matcher: Matcher,
): number {
  const limited = limitEmpty(confidence, tokens, topic);
  const words = tellingWords(tokens);
  if (words.length === 0 || words.length > HALF_QUESTION.mostTelling || tokens.length > HALF_QUESTION.mostTokens)
    return limited;
  const uses = words.map((word) => matcher.wordUse(word, topic.id));
  if (uses.some(({ inScope, logOdds }) => inScope === 0 || logOdds < HALF_QUESTION.everyday)) return limited;
  const isOwn = uses.some(isOwnWord);
  return Math.max(limited, isOwn && topic.score >= HALF_QUESTION.score ? DECISION.answer : DECISION.offer);
}
