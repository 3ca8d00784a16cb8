// Turns an utterance into the query that a topic answers.

import type { Utterance } from '../conversation/utterance.js';
import { findFocus } from '../knowledge/fact-mentions.js';
import { findMissing } from '../knowledge/undocumented-subjects.js';
import { stemOf } from '../understanding/text/synonyms.js';
import type { Query } from './intent.js';
import type { TrainedBot } from './trained-bot.js';

/** Returns a function that makes the query of a topic. */
export function createQueryMaker(trained: TrainedBot): (utterance: Utterance, topic: string) => Query {
  const titles = new Map(trained.documents.map(({ id, title }) => [id, title]));
  return ({ text, tokens, slots, focus }, topic) => {
    const words = tokens.flatMap((token) => token.words);
    const stems = new Set(words.map(stemOf));
    return {
      text,
      slots,
      focus: focus ?? findFocus(trained.focus, words),
      missing: findMissing(trained.missing, words, topic),
      told: trained.missing.toldNames,
      titleOf: (document) => titles.get(document) ?? document,
      has: (...wanted) => wanted.some((word) => stems.has(stemOf(word.toLowerCase()))),
    };
  };
}
