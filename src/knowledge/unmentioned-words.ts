// Finds what a question asks for that isn't in any list or text: "free lunch", "a trade union".

import type { WordUse } from '../understanding/matcher/phrase-counts.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import type { Mentions } from './mentions.js';

/** What comes before the thing that is asked for: "a union", "get lunch", "leave for hobbies". */
const BEFORE = new Set(
  'a an the any some no free get gets have has need needs speak know wear own offer offers provide provides give gives for about with than vs versus of on'.split(
    ' ',
  ),
);
/** What only says how much of a thing: “good eyesight”. */
const DEGREES = new Set(['good', 'great', 'strong', 'perfect', 'much', 'any', 'a']);
/** What sets another job against ours. */
const COMPARING = new Set(['than', 'vs', 'versus', 'or', 'compared']);
/** What comes before those whom our job works with. */
const BESIDE = new Set(['with', 'to']);
/** Forms that usually aren't nouns. */
const NO_NOUN = /(?:ing|ed|ly|est|er)$/;
const SHORTEST = 4;

/** What it needs: how phrases use a word, and what the texts mention. */
export interface KnownWords {
  wordUse(word: string): WordUse;
  readonly texts: Pick<Mentions, 'hasStem'>;
}

const wordOf = (token: Token | undefined): string => token?.words[0] ?? '';

/** Whether no text mentions a word that may be a noun. */
function isUnsaid(token: Token, { texts }: KnownWords): boolean {
  const word = wordOf(token);
  if (token.concept !== undefined || token.corrected || isFiller(word) || word.length < SHORTEST) return false;
  return isEnglish(word) && !texts.hasStem(stemOf(word));
}

/** Whether no one here uses a word: no phrase of the topic, no text, hardly another topic. */
function isUnheard(token: Token, known: KnownWords): boolean {
  if (!isUnsaid(token, known) || NO_NOUN.test(wordOf(token))) return false;
  const { inTopic, inScope } = known.wordUse(wordOf(token));
  return inTopic <= 1 && inScope <= 2;
}

/** Whether the place of a word tells that it's whom or what our job is set against: “better than nursing”, “talk to designers”. */
function isSetAgainst(token: Token, before: Token | undefined, known: KnownWords): boolean {
  const isPlural = BESIDE.has(wordOf(before)) && /[^s]s$/.test(wordOf(token));
  return (isPlural || wordOf(before) === 'than') && isUnsaid(token, known);
}

/** Whether a token names another job, outside the field, that the text sets against ours or beside it, and no text mentions. */
function isOtherJob(token: Token, before: Token | undefined, isCompared: boolean, { texts }: KnownWords): boolean {
  const isNamed = isOfClass(token, 'other-job') && !isOfClass(token, 'field');
  const isMeant = isCompared || BESIDE.has(wordOf(before));
  return isNamed && isMeant && !token.words.every((word) => texts.hasStem(stemOf(word)));
}

/** The things by their words, in quotation marks, for a question that names our field; most ask for none. */
export function findUnmentioned(tokens: readonly Token[], known: KnownWords): string[] {
  if (!tokens.some((token) => isOfClass(token, 'own') || isOfClass(token, 'field'))) return [];
  const isCompared = tokens.some((token) => COMPARING.has(wordOf(token)));
  return tokens.flatMap((token, at) => {
    const [before, twoBefore, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]];
    if (isOtherJob(token, before, isCompared, known)) return [`“${token.words.join(' ')}”`];
    // A word before another one only specifies it: “primary responsibilities”.
    const isLast = after === undefined || isFiller(wordOf(after)) || isOfClass(after, 'own');
    if (!isLast) return [];
    if (isSetAgainst(token, before, known)) return [`“${wordOf(token)}”`];
    if (!isUnheard(token, known)) return [];
    if (BEFORE.has(wordOf(before)) && wordOf(before) !== 'free') return [`“${wordOf(token)}”`];
    const isQualified = before !== undefined && before.concept === undefined && BEFORE.has(wordOf(twoBefore));
    if (!isQualified) return [];
    const isSaying = !isFiller(wordOf(before)) || wordOf(before) === 'free';
    if (isSaying) return [`“${wordOf(before)} ${wordOf(token)}”`];
    return DEGREES.has(wordOf(before)) ? [`“${wordOf(token)}”`] : [];
  });
}
