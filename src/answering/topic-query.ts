// Between understanding and a topic: what a person said, as the topic that answers it sees it.

import { type Focus, findFocus } from '../knowledge/fact-mentions.js';
import { findMissing } from '../knowledge/undocumented-subjects.js';
import type { Prepared } from '../training/train-bot.js';
import type { Slots } from '../understanding/slots.js';
import { stemOf, type Token } from '../understanding/text/synonyms.js';
import type { Query } from './intent.js';

/** What a person said: the words, and what they say besides a topic. */
export interface Said {
  /** Free of mark-up. */
  readonly text: string;
  readonly tokens: readonly Token[];
  /** With what was carried over. */
  readonly slots: Slots;
  /** The facts that the talk is about, where the words don't say it. */
  readonly focus?: Focus;
}

/** Returns a function that makes the query of a topic. */
export function createQueryMaker(prepared: Prepared): (said: Said, topic: string) => Query {
  const titles = new Map(prepared.documents.map(({ id, title }) => [id, title]));
  return ({ text, tokens, slots, focus }, topic) => {
    const words = tokens.flatMap((token) => token.words);
    const stems = new Set(words.map(stemOf));
    return {
      text,
      slots,
      focus: focus ?? findFocus(prepared.focus, words),
      missing: findMissing(prepared.missing, words, topic),
      titleOf: (document) => titles.get(document) ?? document,
      has: (...wanted) => wanted.some((word) => stems.has(stemOf(word.toLowerCase()))),
    };
  };
}
