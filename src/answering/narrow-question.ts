// A question of several sentences in; only what asks for a topic out.
import type { Utterance } from '../conversation/utterance.js';
import { asksSomething, isTold } from '../understanding/sentences.js';
import { isFiller } from '../understanding/text/stop-words.js';
import type { Token } from '../understanding/text/synonyms.js';
import { DECISION } from '../understanding/thresholds.js';
import type { Understanding } from '../understanding/understand.js';

/** What takes its meaning from the sentence before; “this” only without a noun: “this industry” says which. */
const PRONOUN = /^(?:it|them|one|so|there)$/;
const DEMONSTRATIVE = /^(?:this|that|these|those)$/;

function isPointing({ words: [word = ''] }: Token, at: number, tokens: readonly Token[]): boolean {
  const after = tokens[at + 1];
  const isAlone = after === undefined || (after.concept === undefined && after.words.every(isFiller));
  return PRONOUN.test(word) || (DEMONSTRATIVE.test(word) && isAlone);
}

/**
 * The text without what is told before or after its one question, if that says by itself what it asks of the topic: “I fear
 * layoffs. Is the back end in demand?”. The slots stay those of the whole text.
 */
function dropTold({ readings }: Understanding, utterance: Utterance, topic: string): Utterance {
  const parts = readings.slice(1);
  const asking = parts.filter(({ text }) => text.endsWith('?') || (asksSomething(text) && !isTold(text)));
  const [only] = asking;
  if (parts.length < 2 || asking.length !== 1 || only === undefined) return utterance;
  const isSure = only.topic === topic && only.confidence >= DECISION.answer;
  if (!isSure || only.tokens.some(isPointing)) return utterance;
  const told = parts.filter((part) => part !== only).flatMap(({ tokens }) => tokens);
  return { ...utterance, text: only.text, tokens: only.tokens, told };
}

/** The text as it asks for one of its topics. */
export function narrow(understood: Understanding, utterance: Utterance, topic: string): Utterance {
  if (understood.topics.length === 1) return dropTold(understood, utterance, topic);
  const asks = understood.readings.slice(1).find((part) => part.topic === topic);
  return asks ? { ...utterance, asks } : utterance;
}
