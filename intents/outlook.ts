// The topic outlook: demand and future of the job.
import { joinNames, replyFrom, sayAbsent } from '../src/answering/headline.js';
import { defineIntent, type Query, type Reply } from '../src/answering/intent.js';
import type { Fact } from '../src/knowledge/facts.js';

/** Answers from the documents. */
export const outlook = defineIntent({
  id: 'outlook',
  title: 'Outlook',
  example: 'Is back-end development in demand?',
  kinds: ['outlook'],
  places: 'denies',
  related: ['pros-cons', 'salary', 'jobs'],
  answer(query, facts) {
    const outlooks = facts.of('outlook');
    return denyTechnologies(query, outlooks) ?? replyFrom(query, outlooks, { least: 3 });
  },
});

/** The documents tell the outlook of the job, not of a language: “is PHP dead?”. Undefined where none is named. */
function denyTechnologies({ slots, missing }: Query, outlooks: readonly Fact[]): Reply | undefined {
  if (slots.technologies.length === 0 || missing.length > 0) return undefined;
  const lacks = [`the outlook for ${joinNames(slots.technologies, 'or')}`];
  const nearest = outlooks.slice(0, 1);
  return {
    headline: sayAbsent(lacks),
    details: nearest.map(({ says }) => says),
    facts: nearest,
    isAbsent: true,
    lacks,
  };
}
