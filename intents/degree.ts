// The topic degree: whether a degree is needed, and which courses are named.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, sortByFocus, tell } from './shared/replies.js';

/** Beside the two sides, only what comes nearest to the question. */
const MOST_BESIDES = 3;

/** Answers from the documents. */
export const degree = defineIntent({
  id: 'degree',
  title: 'Degrees and courses',
  example: 'Do I need a degree?',
  kinds: ['degree', 'course'],
  roles: ['degree-needed', 'degree-not-needed'],
  related: ['how-to-become', 'skills', 'jobs'],
  answer(query, facts) {
    const degrees = facts.of('degree');
    const courses = facts.of('course');
    const against = facts.inRole('degree-not-needed');
    const required = facts.inRole('degree-needed');
    if (!against || !required) return tell(query, [...degrees, ...courses]);
    const sides = `The documents disagree. ${query.titleOf(against.document)}: ${against.says} ${query.titleOf(required.document)}: ${required.says}`;
    const others = degrees.filter((fact) => fact !== against && fact !== required);
    const shown = sortByFocus(query, [...others, ...courses]).slice(0, MOST_BESIDES);
    const isCourse = shown[0]?.kind === 'course' && isAskedFor(query, courses);
    const named = isCourse ? shown.filter(({ kind }) => kind === 'course') : [];
    const besides = shown.filter((fact) => !named.includes(fact));
    const lines = [
      ...named.map(({ says }) => says),
      sides,
      ...besides.map(({ says, document }) => `${query.titleOf(document)}: ${says}`),
    ];
    const denial = denyMissing(query);
    if (denial !== undefined) lines.unshift(denial);
    return {
      headline: lines[0] ?? '',
      details: lines.slice(1),
      facts: [against, required, ...shown],
      ...(denial !== undefined && { isAbsent: true }),
    };
  },
});
