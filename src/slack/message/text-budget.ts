// Hands out the characters that one part of a message can still use.
import { cleanText, cutText } from './escaping.js';
import { MAX_SECTION_TEXT } from './limits.js';

/** What is left of a number of characters. */
export interface TextBudget {
  /** The text, cleaned and cut to what is left; empty if nothing of it can be shown. */
  take(text: string): string;
}

/** Shorter remnants of a sentence say nothing. */
const LEAST_REMNANT = 20;

/** A budget of so many characters. */
export function createTextBudget(characters: number): TextBudget {
  let left = characters;
  return {
    take(text) {
      const clean = cleanText(text).trim();
      const limit = Math.min(left, MAX_SECTION_TEXT);
      if (clean.length > limit && limit < LEAST_REMNANT) return '';
      const taken = cutText(clean, limit);
      left -= taken.length;
      return taken;
    },
  };
}
