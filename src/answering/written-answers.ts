// Makes topics of the answers that are written as files in data/answers.
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import type { Intent, Intents } from './intent.js';

/** It says the same whatever was asked: levels and places change nothing. */
function toIntent({ id, title, example, related, headline, details, quotes }: WrittenAnswer): Intent {
  return {
    id,
    title,
    example,
    kinds: [],
    related,
    answer: () => ({ headline, details, facts: [], quotes }),
  };
}

/** The coded topics first, then the written ones, in the order of their files. */
export const addWritten = (intents: Intents, written: readonly WrittenAnswer[]): Intents => ({
  ...intents,
  topics: [...intents.topics, ...written.map(toIntent)],
});
