// Finds the fact that a question refers to by its figure: “what does the $61 stand for?”.
import { type Fact, isOfKind } from '../knowledge/facts.js';
import { isFigureOf, isTelling } from '../knowledge/figures.js';
import type { Slots } from '../understanding/slots.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, type Token } from '../understanding/text/synonyms.js';

/** What people call a figure, where it is, and what they ask about it. */
const ABOUT_FIGURES =
  'figure number amount sum document source page section stand refer average quote read write written pay wage salary rate'.split(
    ' ',
  );
const CLASSES = ['own', 'slot', 'money', 'topical'] as const;
const POINTING = /\b(?:the|that|this|these|those|your|said|told|wrote|say|says|which|who|what|whose)\b/;

const isAboutFigures = (token: Token): boolean =>
  CLASSES.some((name) => isOfClass(token, name)) ||
  token.words.every((word) => word === '0' || isFiller(word) || ABOUT_FIGURES.includes(word.replace(/s$/, '')));

/**
 * The fact that the question refers to by its figure. A figure with many digits is enough; "$61" could be anything, so
 * the rest of the text must be about figures as well.
 */
export function findFigure(
  { text, tokens, slots }: { readonly text: string; readonly tokens: readonly Token[]; readonly slots: Slots },
  facts: readonly Fact[],
): Fact | undefined {
  const lower = text.toLowerCase();
  const isMeant = POINTING.test(lower) && tokens.every(isAboutFigures);
  const amounts = slots.amounts.filter((amount) => isMeant || isTelling(amount));
  return facts.find((fact) => amounts.some((amount) => isFigureOf(amount, fact)) || isSourceNamed(lower, fact));
}

/** Whether a text names the source that a figure is from, and not the adverb: “what does Indeed say”, “the Indeed average”. */
function isSourceNamed(lower: string, fact: Fact): boolean {
  if (!isOfKind(fact, 'salary') || fact.attributed === undefined) return false;
  const source = fact.attributed.toLowerCase();
  if (!lower.includes(source)) return false;
  const name = source.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const saying = 'says?|said|reports?|reported|gives?|quotes?|averages?|figures?|numbers?|pay|salary|salaries';
  return new RegExp(`\\b(?:does|did|by|from|per|to|on) ${name}\\b|\\b${name}(?:['’]s)? (?:${saying})\\b`).test(lower);
}
