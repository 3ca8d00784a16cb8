// Decides between topics that fit a text nearly as well: by how often the phrases of each use the words of the text.
import type { Matcher, RankedTopic } from './matcher/matcher.js';
import { asksYesOrNo } from './sentences.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, type Token } from './text/synonyms.js';
import { HALF_QUESTION, NEAR_TIE } from './thresholds.js';

/** A topic whose odds are further apart than this can't be a tie. */
const WIDEST = Math.max(NEAR_TIE.odds, NEAR_TIE.ownOdds);

const oddsOf = (score: number): number => score / (1 - score);

/** How often the phrases of a topic use the words, stop words aside: a natural logarithm. */
const rateWords = (words: readonly string[], matcher: Matcher, topic: string): number =>
  words.reduce((sum, word) => sum + matcher.wordUse(word, topic).logShare, 0);

/** Whether a yes-or-no question names a thing that is the topic's own, by a word of the language data: “is a BTech necessary”. */
const isObjectOf = (tokens: readonly Token[], matcher: Matcher, topic: string): boolean =>
  asksYesOrNo(tokens) &&
  tokens.some((token) => {
    if (token.concept === undefined || isOfClass(token, 'own') || isOfClass(token, 'field')) return false;
    return token.words.some((word) => {
      const { inTopic, inScope } = matcher.wordUse(word, topic);
      return inTopic > 1 && inTopic >= inScope * HALF_QUESTION.ownShare;
    });
  });

/**
 * The topics, best first in and out. Of those that fit nearly as well as the best, the one whose phrases use the words clearly
 * more often comes first, with the score of the best.
 */
export function settleTies(
  topics: readonly RankedTopic[],
  tokens: readonly Token[],
  matcher: Matcher,
): readonly RankedTopic[] {
  const [best, ...others] = topics;
  if (best === undefined || best.score >= 1) return topics;
  const oddsFor = (id: string): number => (isObjectOf(tokens, matcher, id) ? NEAR_TIE.ownOdds : NEAR_TIE.odds);
  const close = others
    .filter(({ score }) => oddsOf(score) * WIDEST >= oddsOf(best.score))
    .filter(({ id, score }) => oddsOf(score) * oddsFor(id) >= oddsOf(best.score));
  if (close.length === 0) return topics;
  const words = tokens.flatMap((token) => token.words).filter((word) => word !== '0' && !isFiller(word));
  const least = rateWords(words, matcher, best.id) + NEAR_TIE.margin;
  const [first] = close
    .map(({ id }) => ({ id, rate: rateWords(words, matcher, id) }))
    .filter(({ rate }) => rate >= least)
    .sort((a, b) => b.rate - a.rate);
  if (first === undefined) return topics;
  return [{ id: first.id, score: best.score }, ...topics.filter(({ id }) => id !== first.id)];
}
