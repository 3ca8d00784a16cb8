// The topic pros-cons: what speaks for the job and what against it.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, joinSays, sortByFocus } from './shared/replies.js';

const FOR = ['pros', 'advantage', 'upside', 'benefit'];
const AGAINST = [
  'cons',
  'bad',
  'downside',
  'disadvantage',
  'worst',
  'hate',
  'hard',
  'stressful',
  'stress',
  'pressure',
  'burnout',
  'difficult',
  'negative',
  'drawback',
  'catch',
  'unhealthy',
  'regret',
  'boring',
  'tiring',
];

/** Answers from the documents. */
export const prosCons = defineIntent({
  id: 'pros-cons',
  title: 'Pros and cons',
  example: 'What are the pros and cons?',
  kinds: ['pro', 'con'],
  related: ['salary', 'work-hours', 'outlook'],
  answer(query, facts) {
    const pros = sortByFocus(query, facts.of('pro'));
    const cons = sortByFocus(query, facts.of('con'));
    const lines = [`Pros: ${joinSays(pros)}`, ...(cons.length > 0 ? [`Cons: ${joinSays(cons)}`] : [])];
    if (query.has(...AGAINST) && !query.has(...FOR)) lines.reverse();
    const denial = denyMissing(query);
    if (denial !== undefined) lines.unshift(denial);
    else if (isAskedFor(query, cons) && !isAskedFor(query, pros)) lines.unshift(cons[0]?.says ?? '');
    return {
      headline: lines[0] ?? '',
      details: lines.slice(1),
      facts: [...pros, ...cons],
      ...(denial !== undefined && { isAbsent: true }),
    };
  },
});
