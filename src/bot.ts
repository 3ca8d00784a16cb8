// The core as everybody else sees it: a question in, an answer out; no Slack, no environment, no clock.
import type { Answer, Suggestion } from './answer.js';
import type { Question } from './question.js';

/** Answers every text there is, throws for none, and gives the same answer to the same question. */
export interface Bot {
  answer(question: Question): Answer;
  /** The topics it knows, in the order of help. */
  readonly topics: readonly Suggestion[];
}
