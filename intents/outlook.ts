// The topic outlook: demand and future of the job.
import { replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

/** Answers from the documents. */
export const outlook = defineIntent({
  id: 'outlook',
  title: 'Outlook',
  example: 'Is back-end development in demand?',
  kinds: ['outlook'],
  places: 'denies',
  related: ['pros-cons', 'salary', 'jobs'],
  answer: (query, facts) => replyFrom(query, facts.of('outlook'), { least: 3 }),
});
