// Beside message.ts: the characters that a part of a message may still use.

import { cleanText, cutText } from './escaping.js';
import { MAX_PIECE } from './limits.js';

/** Hands out text until the room is used up. */
export interface Room {
  /** The text, cleaned and cut to what is left; empty when nothing of it can be shown. */
  take(text: string): string;
}

/** Shorter remnants of a sentence say nothing. */
const LEAST_REMNANT = 20;

/** A room of so many characters. */
export function roomFor(characters: number): Room {
  let left = characters;
  return {
    take(text) {
      const clean = cleanText(text).trim();
      const limit = Math.min(left, MAX_PIECE);
      if (clean.length > limit && limit < LEAST_REMNANT) return '';
      const taken = cutText(clean, limit);
      left -= taken.length;
      return taken;
    },
  };
}
