// A step of understanding talk: which words of a text lean on what was said before, and which are mere courtesy.
import {
  type Concepts,
  findPhrase,
  indexPhrases,
  keyIn,
  type PhraseIndex,
  type Token,
} from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';

/** What somebody says to be polite; `fine` is all that means no more than “I have heard”. */
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

/** The language data of follow-ups, patterns expanded. */
export interface FollowUpWords {
  /** Phrases by what they do: `lead`, `lean`, `frame`, `filler`, and every courtesy and move by its name. */
  readonly phrases: Concepts;
  /** Words that mean a place or a level only after an answer, by that place or level. */
  readonly means: Concepts;
}

/** The same, as plain values made for looking up. */
export interface FollowUpIndex {
  readonly phrases: PhraseIndex;
  readonly means: PhraseIndex;
}

/** Indexes the language data of follow-ups. */
export const indexFollowUps = ({ phrases, means }: FollowUpWords): FollowUpIndex => ({
  phrases: indexPhrases(phrases, splitWords, 'number'),
  means: indexPhrases(means, splitWords, 'number'),
});

/** The role of words that mean a place or level only in talk; their piece holds the tokens of that place or level. */
export const MEANT = 'meant';

/** A stretch of a text, by what it does in talk; `content` is what no phrase of talk covers. */
export interface Piece {
  readonly role: string;
  readonly tokens: readonly Token[];
}

/** Several words that are one thing already (a place, a job) are never taken apart for a phrase of talk. */
const isWhole = ({ concept, words }: Token): boolean => concept !== undefined && words.length > 1;

/** Cuts a text into pieces, the longest phrase first; `read` gives the tokens of what words mean after an answer. */
export function cutPieces(
  { phrases, means }: FollowUpIndex,
  tokens: readonly Token[],
  read: (text: string) => readonly Token[],
): Piece[] {
  const keys = tokens.map((token) => (isWhole(token) ? '' : keyIn(phrases.form, token.words[0] ?? '')));
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const said = findPhrase(phrases, keys, at);
    const meant = findPhrase(means, keys, at);
    const length = Math.max(said?.length ?? 1, meant?.length ?? 1);
    if (meant?.length === length) pieces.push({ role: MEANT, tokens: read(meant.name) });
    else pieces.push({ role: said?.name ?? 'content', tokens: tokens.slice(at, at + length) });
    at += length;
  }
  return pieces;
}
