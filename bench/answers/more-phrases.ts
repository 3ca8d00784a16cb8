// Measures what ten times the phrases cost the matcher.

import { createMatcher, type Matcher, type MatcherTopic } from '../../src/understanding/matcher/matcher.js';
import { type Figure, median, time } from '../shared/figures.js';
import { shippedPhrases } from '../shared/shipped-bot.js';

const TIMES = 10;
const ROUNDS = 9;
/** Words that say nothing of a topic; each makes of every phrase another one. */
const NEUTRAL = ['', 'please', 'thanks', 'today', 'again', 'anyway', 'actually', 'honestly', 'somehow', 'overall'];

/** Matches the same questions with the phrases as they are and with ten variants of each, in turn. */
export function measureGrowth(questions: readonly string[]): Figure[] {
  const small = train(1);
  const large = train(TIMES);
  const run = (matcher: Matcher) => time(() => questions.map((text) => matcher.match(text))) / questions.length;
  for (const matcher of [small, large, small, large]) run(matcher);
  const rounds = Array.from({ length: ROUNDS }, () => ({ small: run(small), large: run(large) }));
  const before = median(rounds.map((round) => round.small));
  const after = median(rounds.map((round) => round.large));
  return [
    { name: 'one match, the phrases as they are', value: before, unit: 'ms' },
    { name: 'one match, ten times the phrases', value: after, unit: 'ms' },
    { name: 'ten times the phrases cost', value: after / before, unit: 'x', wanted: { most: 2 } },
  ];
}

/** The threshold is given: finding it would train three models more and change nothing of the time of a match. */
function train(times: number): Matcher {
  const words = NEUTRAL.slice(0, times);
  const topics = shippedPhrases().map(({ id, phrases }): MatcherTopic => {
    return { id, phrases: words.flatMap((word) => phrases.map((phrase) => `${phrase} ${word}`.trim())) };
  });
  return createMatcher(topics, { threshold: 0.35 });
}
