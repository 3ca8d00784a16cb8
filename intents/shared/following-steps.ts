// Takes a question what comes after one of the steps into the job; gives the steps after it and the sentence that names them.
import { fit, joinNames } from '../../src/answering/headline.js';
import type { Query } from '../../src/answering/intent.js';
import type { FactOf } from '../../src/knowledge/facts.js';

/** One of the steps into the job. */
export type Step = FactOf<'step'>;

/** “After the degree”, “after I got my degree”: what comes before the step's name. */
const AFTER =
  /\bafter (?:(?:i|you|we) )?(?:(?:getting|got|get|finishing|finished|finish|taking|doing|done|completing|completed|have|had) )*(?:the |a |an |my |your )?(.+)$/;
/** “I finished my degree, what's next?”. */
const DONE = /\b(?:i|we)(?: have|['’]ve)? (?:finished|completed|got|have|done with) (?:the |a |an |my |our )?(.+)$/;
const GOING_ON = /\b(?:comes?|follows?|next|then)\b/;

/** The steps after one that is asked for: “what are the steps after the degree?”; undefined if none is. */
export function findFollowing(query: Query, steps: readonly Step[]): readonly Step[] | undefined {
  const text = query.text.toLowerCase();
  const [, before = ''] = AFTER.exec(text) ?? DONE.exec(text) ?? [];
  if (query.form.isDenying || (!query.asksFor('steps') && !GOING_ON.test(text))) return undefined;
  const isMeant = ({ about }: Step): boolean => about.some((phrase) => before.startsWith(phrase));
  const from = steps.find(isMeant);
  const following = from && steps.filter(({ order }) => order > from.order);
  return following?.length ? following : undefined;
}

/** “Then come a PG degree, training … and applying for jobs.” */
export const phraseFollowing = (steps: readonly Step[]): string =>
  fit(
    `${steps.length === 1 ? 'Then comes' : 'Then come'} ${joinNames(steps.flatMap(({ summary }) => summary ?? []))}.`,
  );
