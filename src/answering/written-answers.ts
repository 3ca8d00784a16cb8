// A topic without code: an answer that somebody wrote as a file in `data/answers`, and the topic it becomes.
import type { Quote } from './answer.js';
import type { Intent, Intents } from './intent.js';

/** A checked file of `data/answers`: what people say when they mean it, what they are told, and what that rests on. */
export interface WrittenAnswer {
  readonly id: string;
  readonly title: string;
  readonly example: string;
  readonly says: readonly string[];
  readonly related: readonly string[];
  readonly headline: string;
  readonly details: readonly string[];
  readonly quotes: readonly Quote[];
}

/** It says the same whatever was asked: levels, places and the like change nothing. */
function toIntent({ id, title, example, says, related, headline, details, quotes }: WrittenAnswer): Intent {
  return {
    id,
    title,
    example,
    kinds: [],
    related,
    phrases: says.join('\n'),
    answer: () => ({ headline, details, facts: [], quotes }),
  };
}

/** The coded topics first, then the written ones, in the order of their files. */
export const addWritten = (intents: Intents, written: readonly WrittenAnswer[]): Intents => ({
  ...intents,
  topics: [...intents.topics, ...written.map(toIntent)],
});
