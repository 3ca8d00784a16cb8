// Describes a question, however it was asked.
import type { Context } from '../conversation/context.js';

/** One question. `topic` is set when a button asked for that very topic; then `text` only fills slots. */
export interface Question {
  readonly text: string;
  readonly topic?: string;
  /** Set to get everything the documents say on the topic, not only what was asked for. */
  readonly full?: true;
  /** What was said just before, for a follow-up to build on. */
  readonly context?: Context;
}
