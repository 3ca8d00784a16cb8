// The topic jobs: where to apply.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const jobs = defineIntent({
  id: 'jobs',
  title: 'Where to apply',
  example: 'Where can I apply?',
  kinds: ['application'],
  related: ['how-to-become', 'degree', 'freelance'],
  answer(query, facts) {
    const helps = facts.all.filter(({ id }) => id === 'degree-experience-helps');
    return tell(query, [...facts.of('application'), ...helps]);
  },
});
