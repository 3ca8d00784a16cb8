// The topic definition: what a back-end developer is and what the back end is.
import { isAskedFor, replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

/** Answers from the documents. */
export const definition = defineIntent({
  id: 'definition',
  title: 'What a back-end developer is',
  example: 'What is a back-end developer?',
  kinds: ['definition'],
  roles: ['what-the-back-end-is'],
  subtopics: ['the-developer'],
  related: ['responsibilities', 'front-vs-back', 'how-to-become'],
  answer(query, facts) {
    const all = facts.of('definition');
    const backEnd = all.filter((fact) => fact === facts.inRole('what-the-back-end-is'));
    // “What is a back end?” names no one who builds it.
    const isWord = query.form.isOnMeaning || (query.form.kind === 'which' && !isAskedFor(query, all));
    const isOnBackEnd = isWord && !query.asksFor('the-developer');
    return isOnBackEnd && backEnd.length > 0 ? replyFrom(query, backEnd) : replyFrom(query, all, { most: 4 });
  },
});
