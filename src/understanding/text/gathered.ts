// Beside concepts: some gather things of one kind that are not the same thing; here they are told apart again.
import { stemOf, type Token } from './synonyms.js';

/** Who asks for Paris is not served with India, and a first job is no starting pay. */
const GATHERING = new Set(['place', 'tech', 'profession', 'degree', 'rupees', 'dollars', 'fresher', 'experienced']);

/** The tokens, with one for each word where a concept only gathers. */
export const partGathered = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) =>
    GATHERING.has(token.concept ?? '')
      ? token.words.map((word) => ({ ...token, key: stemOf(word), words: [word] }))
      : [token],
  );
