// Before the road: the shape of the front matter in `data/answers`.
import * as v from 'valibot';
import { text } from './front-matter.js';

/** So many ways of asking have to stand in a file: fewer teach too little to be found by. */
export const LEAST_SAYS = 8;
/** The words on a button; Slack takes no more. */
const LONGEST_TITLE = 75;

const label = v.pipe(text, v.maxLength(LONGEST_TITLE, `must have ${LONGEST_TITLE} characters at most: it is a button`));

/** One sentence an answer rests on; the section may be left out where only one holds the words. */
export const citedSchema = v.strictObject({ document: text, section: v.optional(text), quote: text });

export const answerSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens')),
  title: label,
  example: v.optional(label),
  says: v.array(text),
  quotes: v.pipe(v.array(citedSchema), v.minLength(1, 'must have one entry or more: “- document: …”, “quote: …”')),
  related: v.optional(v.array(text), []),
});
