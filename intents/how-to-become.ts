// The topic how-to-become: the way into the job, step by step.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor } from './shared/replies.js';

/** Answers from the documents. */
export const howToBecome = defineIntent({
  id: 'how-to-become',
  title: 'How to become one',
  example: 'How do I become a back-end developer?',
  kinds: ['step', 'resource'],
  roles: ['basic-qualification'],
  related: ['degree', 'skills', 'jobs'],
  answer(query, facts) {
    const steps = facts.of('step').toSorted((a, b) => a.order - b.order);
    const skills = [facts.inRole('basic-qualification') ?? []].flat();
    const resources = facts.of('resource').filter((fact) => isAskedFor(query, [fact]));
    const isLast = query.has('last', 'final');
    const [first, ...rest] = isLast ? steps.toReversed() : steps;
    const lines = [
      ...[denyMissing(query) ?? []].flat(),
      ...resources.map(({ says }) => says),
      ...(first ? [`${isLast ? 'The last step' : 'First'}: ${first.says}`] : []),
      ...rest.map(({ says }) => (isLast ? `Before that: ${says}` : `Then: ${says}`)),
      ...skills.map(({ says, document }) => `The other document, ${query.titleOf(document)}: ${says}`),
    ];
    return {
      headline: lines[0] ?? '',
      details: lines.slice(1),
      facts: [...resources, ...steps, ...skills],
      ...(query.missing.length > 0 && { isAbsent: true }),
    };
  },
});
