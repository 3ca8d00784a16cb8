// What a person said, for the parts that understand and answer it.
import type { Focus } from '../knowledge/fact-mentions.js';
import type { Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';

/** What a person said: the words, and what they say besides a topic. */
export interface Utterance {
  /** Free of mark-up. */
  readonly text: string;
  /** The part of the text that asks for a topic, where the text has several. */
  readonly asks?: { readonly text: string; readonly tokens: readonly Token[] };
  /** What was told beside the question, which the text and the tokens are without: “I fear layoffs.” */
  readonly told?: readonly Token[];
  readonly tokens: readonly Token[];
  /** What it denies of the answer before, “not freelance”; the text and the tokens are without it, unless nothing else is left. */
  readonly denied?: readonly Token[];
  /** With what was carried over. */
  readonly slots: Slots;
  /** The facts that the conversation is about, if the words don't say so. */
  readonly focus?: Focus;
}
