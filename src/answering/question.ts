// Describes a question, however it was asked: words, or a topic that a button names.
import type { Context } from '../conversation/context.js';

/** A question in someone's own words. */
export interface AskedText {
  readonly text: string;
  /** What was said just before, for a follow-up to build on. */
  readonly context?: Context;
  readonly topic?: never;
  readonly full?: never;
}

/** What a button asks for: a topic or a passage by its id, with no words. */
export interface TopicRequest {
  readonly topic: string;
  /** Set to get everything the documents say on the topic. */
  readonly full?: true;
  readonly text?: never;
  readonly context?: never;
}

/** One question. */
export type Question = AskedText | TopicRequest;
