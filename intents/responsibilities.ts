// The topic responsibilities: what a back-end developer does at work.
import { joinNames, replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

/** Answers from the documents. */
export const responsibilities = defineIntent({
  id: 'responsibilities',
  title: 'Responsibilities',
  example: 'What does a back-end developer do all day?',
  kinds: ['responsibility'],
  related: ['skills', 'work-hours', 'definition'],
  answer(query, facts) {
    const duties = facts.of('responsibility');
    const summaries = duties.flatMap(({ summary }) => summary ?? []);
    // Who uses what they build is told where the two ends are.
    const users = facts.of('front-end').filter(({ answers }) => answers.includes('who'));
    const all = query.form.isOnDoer ? [...duties, ...users] : duties;
    return replyFrom(query, all, {
      most: 5,
      naming: 'Back-end developers work with',
      ...(summaries.length > 0 && { sum: `Back-end developers ${joinNames(summaries)}.` }),
    });
  },
});
