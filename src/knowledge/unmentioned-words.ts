// Finds what a question asks for that isn't in any list or text: "free lunch", "a trade union".

import type { WordUse } from '../understanding/matcher/phrase-counts.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import type { Mentions } from './mentions.js';

/** What comes before the thing that is asked for: "a union", "get lunch", "leave for hobbies". */
const BEFORE = new Set(
  'a an the any some no free get gets have has offer offers provide provides give gives for about with of on'.split(
    ' ',
  ),
);
/** Forms that usually aren't nouns. */
const NO_NOUN = /(?:ing|ed|ly|est|er)$/;
const SHORTEST = 4;

/** What it needs: how phrases use a word, and what the texts mention. */
export interface KnownWords {
  wordUse(word: string): WordUse;
  readonly texts: Pick<Mentions, 'hasStem'>;
}

const wordOf = (token: Token | undefined): string => token?.words[0] ?? '';

/** Whether no one here uses a word: no phrase of the topic, no text, hardly another topic. */
function isUnheard(token: Token, { wordUse, texts }: KnownWords): boolean {
  const word = wordOf(token);
  if (token.concept !== undefined || token.corrected || isFiller(word) || word.length < SHORTEST) return false;
  if (NO_NOUN.test(word) || !isEnglish(word) || texts.hasStem(stemOf(word))) return false;
  const { inTopic, inScope } = wordUse(word);
  return inTopic <= 1 && inScope <= 2;
}

/** The things by their words, in quotation marks, for a question that names our field; most ask for none. */
export function findUnmentioned(tokens: readonly Token[], known: KnownWords): string[] {
  if (!tokens.some((token) => isOfClass(token, 'own') || isOfClass(token, 'field'))) return [];
  return tokens.flatMap((token, at) => {
    const [before, twoBefore, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
    // A word before another one only specifies it: “primary responsibilities”.
    const isLast = after === undefined || isFiller(wordOf(after)) || isOfClass(after, 'own');
    if (!isLast || !isUnheard(token, known)) return [];
    if (BEFORE.has(wordOf(before)) && wordOf(before) !== 'free') return [`“${wordOf(token)}”`];
    const isQualified = before !== undefined && before.concept === undefined && BEFORE.has(wordOf(twoBefore));
    const mayQualify = isQualified && (!isFiller(wordOf(before)) || wordOf(before) === 'free');
    return mayQualify ? [`“${wordOf(before)} ${wordOf(token)}”`] : [];
  });
}
