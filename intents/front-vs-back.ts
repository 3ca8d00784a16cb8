// The topic front-vs-back: how the front end and the back end differ.
import { defineIntent } from '../src/answering/intent.js';
import { denyMissing, isAskedFor, tell } from './shared/replies.js';

const MOST = 5;

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
    if (isAskedFor(query, all) || denyMissing(query) !== undefined || !unseen || !seen) return tell(query, all, MOST);
    const shown = all.filter((fact) => fact !== unseen && fact !== seen).slice(0, MOST - 2);
    const headline = `${unseen.says} ${seen.says}`;
    return { headline, details: shown.map(({ says }) => says), facts: [unseen, seen, ...shown] };
  },
});
