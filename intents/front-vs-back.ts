// The topic front-vs-back: how the front end and the back end differ.
import { fit, isAskedFor, replyFrom } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';

const MOST = 4;

/** Answers from the documents. */
export const frontVsBack = defineIntent({
  id: 'front-vs-back',
  title: 'Front end or back end',
  example: 'Front end or back end: what is the difference?',
  kinds: ['front-end'],
  roles: ['unseen-side', 'seen-side'],
  mayCompare: true,
  related: ['definition', 'skills', 'responsibilities'],
  answer(query, facts) {
    const all = facts.of('front-end');
    const [unseen, seen] = [facts.inRole('unseen-side'), facts.inRole('seen-side')];
    const besides = all.filter((fact) => fact !== unseen && fact !== seen);
    const isSingled = isAskedFor(query, besides) && query.form.kind !== 'compare' && query.form.kind !== 'or';
    if (isSingled || query.missing.length > 0 || !unseen || !seen)
      return replyFrom(query, all, { most: MOST, naming: 'Back-end developers work closely with' });
    const shown = besides.slice(0, MOST - 1);
    return {
      headline: fit('Users see the front end of a website; the back end is the part that they don’t see.'),
      details: [seen, ...shown].map(({ says }) => says),
      facts: [unseen, seen, ...shown],
    };
  },
});
