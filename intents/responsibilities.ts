// The topic responsibilities: what a back-end developer does at work.
import { defineIntent } from '../src/answering/intent.js';
import { tell } from './shared/replies.js';

/** Answers from the documents. */
export const responsibilities = defineIntent({
  id: 'responsibilities',
  title: 'Responsibilities',
  example: 'What does a back-end developer do all day?',
  kinds: ['responsibility'],
  related: ['skills', 'work-hours', 'definition'],
  answer: (query, facts) => tell(query, facts.of('responsibility'), 7),
});
