// The topic definition: what a back-end developer is and what the back end is.
import { replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

/** Answers from the documents. */
export const definition = defineIntent({
  id: 'definition',
  title: 'What a back-end developer is',
  example: 'What is a back-end developer?',
  kinds: ['definition'],
  related: ['responsibilities', 'front-vs-back', 'how-to-become'],
  answer: (query, facts) => replyFrom(query, facts.of('definition'), { most: 4 }),
});
