// The topic front-vs-back: how the front end and the back end differ.
import {
  beginWith,
  continueWith,
  isAskedFor,
  isJudgedBy,
  leaveOpen,
  phraseUnranked,
  phraseVerdict,
  replyFrom,
} from '../src/answering/headline.js';
import { defineIntent, type Lead, type Query } from '../src/answering/intent.js';

const MOST = 4;
const DIFFERENCE = 'Users see the front end of a website; the back end is the part that they don’t see.';

/** As “the documents don't say” goes on. */
const LEFT_OPEN: Partial<Record<Query['form']['kind'], string>> = {
  'yes-no': 'so outright',
  why: 'why',
  when: 'when',
  who: 'who',
  or: 'which',
};

/** The difference, unless it's asked whether something else is so, or which of them is more of it. */
function phraseDifference({ form: { comparative, kind }, goesBeyond, says }: Query): Lead {
  if (comparative !== undefined) return phraseUnranked(comparative, DIFFERENCE);
  if (kind === 'compare' && goesBeyond() && !says('front end'))
    return { headline: `The documents only compare the back end with the front end: ${continueWith(DIFFERENCE)}` };
  const left = LEFT_OPEN[kind];
  return left === undefined ? { headline: DIFFERENCE } : leaveOpen(left, DIFFERENCE);
}

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
    const { kind } = query.form;
    const isOnDoer = kind === 'who' && query.form.isOnDoer;
    // Who does something is told where the duties are.
    const all = [...facts.of('front-end'), ...(isOnDoer ? facts.of('responsibility') : [])];
    const [unseen, seen] = [facts.inRole('unseen-side'), facts.inRole('seen-side')];
    const besides = all.filter((fact) => fact !== unseen && fact !== seen);
    const isSeeing = kind === 'yes-no' && unseen !== undefined && isJudgedBy(query, unseen);
    if (isSeeing && seen)
      return beginWith(phraseVerdict(query, unseen), { details: [seen.says], facts: [unseen, seen] });
    const isWeighed = kind === 'compare' || kind === 'or';
    const isSingled = isOnDoer || (!isWeighed && isAskedFor(query, kind === 'who' ? all : besides));
    if (isSingled || query.missing.length > 0 || !unseen || !seen)
      return replyFrom(query, all, {
        most: MOST,
        naming: kind === 'who' ? 'Back-end developers work closely with' : 'The documents name',
      });
    const shown = besides.slice(0, MOST - 1);
    return beginWith(phraseDifference(query), {
      details: [seen, ...shown].map(({ says }) => says),
      facts: [unseen, seen, ...shown],
    });
  },
});
