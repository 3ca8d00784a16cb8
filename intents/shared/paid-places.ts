// Takes a question for jobs in a place, and the fact on where pay is known; gives the reply, with its verdict.
import { continueWith, isLimiting } from '../../src/answering/headline.js';
import type { Query, Reply } from '../../src/answering/intent.js';
import type { Fact } from '../../src/knowledge/facts.js';

/** “Are there jobs abroad?”, but not “are the jobs abroad easy to get?”. */
const BEING = /^(?:so |and |but |ok )*(?:is|are) /i;

/** “Yes – companies pay back-end developers in India and abroad.”; undefined where more is asked, or a place that no document names. */
export function answerOnPlaces(query: Query, paid: Fact | undefined): Reply | undefined {
  const { text, form, slots, asksFor } = query;
  const { levels, places, amounts } = slots;
  const isOnJobs = form.kind === 'yes-no' && !form.isDenying && BEING.test(text) && asksFor('jobs-named');
  const isMore = levels.length + amounts.length > 0 || asksFor('pay-named') || query.goesBeyond();
  const isNamed = places.length > 0 && places.every(({ part }) => part === undefined);
  if (paid === undefined || !isOnJobs || isMore || !isNamed) return undefined;
  return { headline: `${isLimiting(query) ? 'Not only' : 'Yes'} – ${continueWith(paid.says)}`, facts: [paid] };
}
