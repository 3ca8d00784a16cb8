// The topic jobs: where to apply.
import { replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';
import { answerOnPlaces } from './shared/paid-places.js';

/** Answers from the documents. */
export const jobs = defineIntent({
  id: 'jobs',
  title: 'Where to apply',
  example: 'Where can I apply?',
  kinds: ['application'],
  roles: ['experience-helps', 'paid-in-places'],
  subtopics: ['jobs-named', 'pay-named'],
  places: 'denies',
  related: ['how-to-become', 'degree', 'freelance'],
  answer(query, facts) {
    const helps = facts.inRole('experience-helps');
    const onPlaces = answerOnPlaces(query, facts.inRole('paid-in-places'));
    if (onPlaces) return onPlaces;
    return replyFrom(query, [...facts.of('application'), ...(helps ? [helps] : [])]);
  },
});
