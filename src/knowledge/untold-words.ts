// Finds the words of a question that no fact of its topic has: “are freelancers paid on time?”.

import { groupsOf, regexOf, stemsOf, wordsOf } from '../understanding/text/english-lists.js';
import { isEnglish } from '../understanding/text/english-words.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { type ConceptClass, isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Fact } from './facts.js';
import { synonymsOf } from './word-synonyms.js';

const framingStems = stemsOf('framing-words', stemOf);
const people = wordsOf('people-words');
const irregular = groupsOf('irregular-forms');
/** What comes after these only says when or why it's asked: “while keeping my job in sales”. */
const CIRCUMSTANCE = ['while', 'because', 'since', 'although', 'though'];
/** Who or where someone is, and what our job is called, is no part of what is asked of them. */
const BESIDES: readonly ConceptClass[] = ['own', 'field', 'slot', 'whom-or-where', 'money'];
const SHORTEST = 4;
const tellingPhrase = regexOf((entriesOf) => new RegExp(`\\b(?:${entriesOf('telling-phrases')})\\b`, 'g'));

/** The phrases of a text that tell something though each of their words says little: “say no”. */
const findTellingPhrases = (text: string): string[] => text.toLowerCase().match(tellingPhrase()) ?? [];

/** “Pay” for “paid”; any other word as it is. */
const verbOf = (word: string): string => irregular().find((forms) => forms.includes(word))?.[0] ?? word;

/** The stems of all that facts say, and of what they answer yes or no to. */
export const listToldStems = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(
    facts
      .flatMap(({ says, quote, about, yes, no }) => [says, quote, ...about, ...yes, ...no])
      .flatMap((text) => [...splitWords(text).map(stemOf), ...findTellingPhrases(text)]),
  );

/** The tokens of a question that are part of a telling phrase which isn't told. */
function findUntoldPhrases(asking: readonly Token[], told: ReadonlySet<string>): ReadonlySet<Token> {
  const words = asking.flatMap((token) => token.words.map((word) => ({ token, word })));
  const phrases = findTellingPhrases(words.map(({ word }) => word).join(' ')).filter((phrase) => !told.has(phrase));
  const inPhrases = phrases.flatMap((phrase) => {
    const parts = phrase.split(' ');
    const from = words.findIndex((_, at) => parts.every((part, k) => words[at + k]?.word === part));
    return from < 0 ? [] : words.slice(from, from + parts.length).map(({ token }) => token);
  });
  return new Set(inPhrases);
}

/** The tokens of a question with a telling word that is none of these stems, nor means the same as one. */
export function findUntold(tokens: readonly Token[], told: ReadonlySet<string>): Token[] {
  const end = tokens.findIndex(({ words }) => CIRCUMSTANCE.includes(words[0] ?? ''));
  const asking = tokens.slice(0, end < 0 ? tokens.length : end);
  const isTold = (word: string): boolean => {
    const stem = stemOf(verbOf(word));
    return told.has(stem) || framingStems().has(stem) || [...synonymsOf(stem)].some((one) => told.has(one));
  };
  const isTelling = (word: string): boolean =>
    word.length >= SHORTEST && !isFiller(word) && !people().has(word) && isEnglish(word);
  const inPhrase = findUntoldPhrases(asking, told);
  return asking.filter(
    (token) =>
      inPhrase.has(token) ||
      (!BESIDES.some((one) => isOfClass(token, one)) &&
        token.words.some((word) => (token.concept !== undefined || isTelling(word)) && !isTold(word))),
  );
}
