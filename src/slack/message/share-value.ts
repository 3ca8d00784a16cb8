// Writes and reads the value of a Share button, so that the answer can be given again at any time, restarts or not.
import * as v from 'valibot';
import type { Question } from '../../answering/question.js';
import { readContext } from '../../conversation/context.js';
import { MAX_BUTTON_VALUE } from './limits.js';

/** Where in a channel an answer is shared: in its `thread`, if set; `isThreaded` if a reply in that thread was asked about. */
export interface ShareTarget {
  readonly thread?: string;
  readonly isThreaded?: true;
}

/** A question to be answered again for everyone. */
export type SharedQuestion = Question & ShareTarget;

const schema = v.object({
  text: v.optional(v.string()),
  topic: v.optional(v.string()),
  full: v.optional(v.literal(true)),
  thread: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}\.\d{1,9}$/))),
  isThreaded: v.optional(v.literal(true)),
  context: v.optional(v.unknown()),
});

/** The value of the button, or undefined if the question is too long for one. */
export function writeShareValue(question: SharedQuestion): string | undefined {
  const value = JSON.stringify(question);
  return value.length <= MAX_BUTTON_VALUE ? value : undefined;
}

/** The reverse. A forged value can only ask what anyone can ask; anything else is undefined. */
export function readShareValue(value: string): SharedQuestion | undefined {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return undefined;
  const { text, topic, full, thread, isThreaded } = parsed.output;
  const target = { ...(thread !== undefined && { thread }), ...(isThreaded && { isThreaded }) };
  // Values of older versions have an empty text beside the topic.
  if (topic !== undefined) return { topic, ...(full && { full }), ...target };
  const context = readContext(parsed.output.context);
  return text === undefined ? undefined : { text, ...(context && { context }), ...target };
}
