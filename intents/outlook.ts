// The topic outlook: demand and future of the job.
import { joinNames, replyFrom, sayAbsent } from '../src/answering/headline.js';
import { defineIntent, type Query, type Reply } from '../src/answering/intent.js';
import type { Facts } from '../src/knowledge/facts.js';
import { answerOnPlaces } from './shared/paid-places.js';
import { findNamed } from './skills/skill-groups.js';

/** Answers from the documents. */
export const outlook = defineIntent({
  id: 'outlook',
  title: 'Outlook',
  example: 'Is back-end development in demand?',
  kinds: ['outlook'],
  roles: ['paid-in-places'],
  subtopics: ['jobs-named', 'pay-named'],
  places: 'denies',
  related: ['pros-cons', 'salary', 'jobs'],
  answer(query, facts) {
    const onPlaces = answerOnPlaces(query, facts.inRole('paid-in-places'));
    if (onPlaces) return onPlaces;
    return denyTechnologies(query, facts) ?? replyFrom(query, facts.of('outlook'), { least: 3 });
  },
});

/**
 * The documents tell the outlook of the job, not of a language: “is PHP dead?”. Undefined where none is named, or where a
 * text tells of one.
 */
function denyTechnologies({ slots: { technologies }, missing, namesInText }: Query, facts: Facts): Reply | undefined {
  const isTold = technologies.some((name) => namesInText.includes(name));
  if (technologies.length === 0 || missing.length > 0 || isTold) return undefined;
  const isListed = technologies.every((name) => findNamed(facts.of('skill'), name).length > 0);
  const lacks = isListed ? [`the outlook for ${joinNames(technologies, 'or')}`] : technologies;
  const nearest = facts.of('outlook').slice(0, 1);
  return {
    headline: sayAbsent(lacks),
    details: nearest.map(({ says }) => says),
    facts: nearest,
    isAbsent: true,
    lacks,
  };
}
