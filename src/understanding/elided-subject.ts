// Reads a question that names no subject as if our job stood in it: “is training needed”, “what about testing”.
import type { Match, Matcher, RankedTopic } from './matcher/matcher.js';
import { isOfOneCase } from './requests.js';
import { asksSomething } from './sentences.js';
import { isCount } from './text/number-words.js';
import { isFiller } from './text/stop-words.js';
import { isOfClass, type Token } from './text/synonyms.js';
import { ELIDED, NEAR_TIE } from './thresholds.js';

const toOdds = (score: number): number => score / (1 - score);

/** Whether something is told, and every word of it is one that the topic's phrases use far more than texts out of scope. */
const isOfTopic = (tokens: readonly Token[], matcher: Matcher, topic: string): boolean =>
  tokens.some(({ words }) => words.some((word) => word === '0' || !isFiller(word))) &&
  tokens.every((token) => {
    // A corrected word may have been a name: “to become a youtuber”.
    if (token.corrected) return false;
    if (token.concept !== undefined) return !isOfClass(token, 'other-job');
    return token.words.every((word) => {
      if (word === '0' || isFiller(word) || isCount(word)) return true;
      const { inTopic, topicLogOdds } = matcher.wordUse(word, topic);
      return inTopic >= ELIDED.uses && topicLogOdds >= ELIDED.ownOdds;
    });
  });

/**
 * The topic of a question without a subject, with its score beside our job; undefined where another subject may be meant.
 * `job` are the tokens that name our job, `otherJobs` is the kind of out-of-scope texts that need another one to be named.
 */
export function findElided(
  text: string,
  tokens: readonly Token[],
  { ranked: plain, outOfScope, outOfScopeShare }: Match,
  matcher: Matcher,
  { job, otherJobs, helpId }: { job: readonly Token[]; otherJobs: string | undefined; helpId: string },
): RankedTopic | undefined {
  const isQuestion = text.includes('?') || asksSomething(tokens.flatMap(({ words }) => words).join(' '));
  const isElsewhere = outOfScope !== undefined && outOfScope !== otherJobs && outOfScopeShare >= ELIDED.elsewhere;
  if (job.length === 0 || tokens.length === 0 || !isQuestion || isElsewhere || isOfOneCase(text)) return undefined;
  const { ranked, inside } = matcher.matchTokens([...tokens, ...job]);
  const [best] = ranked;
  const oddsOf = (topic: string): number => toOdds(plain.find(({ id }) => id === topic)?.score ?? 0);
  // “Who am I talking to?” is nearly as well about the bot.
  if (best === undefined || oddsOf(best.id) < oddsOf(helpId) * NEAR_TIE.odds) return undefined;
  const isClear = best.score >= ELIDED.score && inside >= ELIDED.inside;
  return isClear && isOfTopic(tokens, matcher, best.id) ? best : undefined;
}
