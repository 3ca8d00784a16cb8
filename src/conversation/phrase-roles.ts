// Cuts a text into segments by what their words do in a conversation: refer to what was said, be polite, or say something.
import { spellNumbers } from '../understanding/corrected-text.js';
import { isFiller } from '../understanding/text/stop-words.js';
import {
  type Concepts,
  findPhrase,
  indexPhrases,
  keyIn,
  type PhraseIndex,
  type Token,
} from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';

/** Courtesies; `fine` is everything that means no more than “I have heard”. */
export const COURTESIES = ['greeting', 'thanks', 'farewell', 'fine'] as const;
/** One kind of courtesy. */
export type Courtesy = (typeof COURTESIES)[number];

/** What a follow-up can ask for without a word on any topic. */
export const MOVES = [
  'why',
  'source',
  'sure',
  'more',
  'both',
  'places',
  'levels',
  'other',
  'yes',
  'no',
  'first',
  'second',
  'third',
  'last',
  'numbered',
] as const;
/** One such request. */
export type Move = (typeof MOVES)[number];

/** What can be asked about the answer before without naming a topic. */
export const ABOUT = ['why', 'source', 'sure', 'more'] as const;
/** One such request. */
export type About = (typeof ABOUT)[number];

/** The language data of follow-ups, with patterns expanded. */
export interface FollowUpWords {
  /** Phrases by what they do: `lead`, `correction`, `lean`, `frame`, `filler`, and every courtesy and move by its name. */
  readonly phrases: Concepts;
  /** Words that mean a place or a level only after an answer, by that place or level. */
  readonly means: Concepts;
}

/** The same, as plain values for looking up. */
export interface FollowUpIndex {
  readonly phrases: PhraseIndex;
  readonly means: PhraseIndex;
}

/** Indexes the language data of follow-ups. */
export const indexFollowUps = ({ phrases, means }: FollowUpWords): FollowUpIndex => ({
  phrases: indexPhrases(phrases, splitWords, 'number'),
  means: indexPhrases(means, splitWords, 'number'),
});

/** The role of words that only mean a place or level in a conversation; their segment has the tokens of that place or level. */
export const MEANT = 'meant';

/** A stretch of a text, by what it does in a conversation; no phrase covers `stop-word` and `content`. */
export interface Segment {
  readonly role: string;
  readonly tokens: readonly Token[];
}

/** Several words that are already one thing (a place, a job) are never split for a follow-up phrase. */
const isWhole = ({ concept, words }: Token): boolean => concept !== undefined && words.length > 1;

/** Stop words need no entry in the data. */
const roleOf = (token: Token | undefined): string =>
  token && token.concept === undefined && token.words.every(isFiller) ? 'stop-word' : 'content';

/** “Ten years” is looked up as “0 years”, as numbers in digits are. */
function keyOf({ form }: PhraseIndex, { words: [word = ''] }: Token): string {
  return /^\d/.test(spellNumbers(word)) ? '0' : keyIn(form, word);
}

/** Cuts a text into segments, the longest phrase first; `read` gives the tokens of what words mean after an answer. */
export function cutSegments(
  { phrases, means }: FollowUpIndex,
  tokens: readonly Token[],
  read: (text: string) => readonly Token[],
): Segment[] {
  const keys = tokens.map((token) => (isWhole(token) ? '' : keyOf(phrases, token)));
  const segments: Segment[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = findPhrase(phrases, keys, at);
    const meant = findPhrase(means, keys, at);
    const length = Math.max(said?.length ?? 1, meant?.length ?? 1);
    if (meant?.length === length) segments.push({ role: MEANT, tokens: read(meant.name) });
    else segments.push({ role: said?.name ?? roleOf(tokens[at]), tokens: tokens.slice(at, at + length) });
    at += length;
  }
  return segments;
}
