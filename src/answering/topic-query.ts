// Turns an utterance into the query that a topic answers.

import type { Utterance } from '../conversation/utterance.js';
import { createOverlap, dropNegated, findFocus, type PhraseReader } from '../knowledge/fact-mentions.js';
import type { Fact } from '../knowledge/facts.js';
import { type Mentions, openMentions, textsOfDocuments } from '../knowledge/mentions.js';
import { ANY_TOPIC, findMissing, type Missing, type MissingIndex } from '../knowledge/undocumented-subjects.js';
import { findUnmentioned } from '../knowledge/unmentioned-words.js';
import { findUntold, listToldStems } from '../knowledge/untold-words.js';
import { synonymsOf } from '../knowledge/word-synonyms.js';
import { findComparedGroups } from '../understanding/compared-groups.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import type { WordUse } from '../understanding/matcher/phrase-counts.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import type { PlaceIndex } from '../understanding/slots.js';
import { isFiller } from '../understanding/text/stop-words.js';
import { isOfClass, stemOf, type Token } from '../understanding/text/synonyms.js';
import { HALF_QUESTION } from '../understanding/thresholds.js';
import type { Intent, Query } from './intent.js';
import type { TrainedBot } from './trained-bot.js';

/** Whether people ask for the topic by this word, and hardly for any other. */
function isAskedBy(word: string, wordUse: (word: string) => WordUse): boolean {
  const { inTopic, inScope } = wordUse(word);
  return !isFiller(word) && inTopic > 1 && inTopic >= inScope * HALF_QUESTION.ownShare;
}

/** What the words ask a topic for in vain; a subject of other topics counts only if it's asked of no fact: `isElsewhere`. */
function listMissing(
  index: MissingIndex,
  words: readonly string[],
  topic: string,
  isElsewhere: () => boolean,
): Missing {
  const any = findMissing(index, words, ANY_TOPIC);
  if (any.names.length === 0) return any;
  const own = findMissing(index, words, topic);
  return own.names.length > 0 || own.aside.length > 0 || !isElsewhere() ? own : any;
}

/** Returns a function that makes the query of a topic. */
export function createQueryMaker(
  trained: TrainedBot,
  matcher: Pick<Matcher, 'wordUse'>,
  readPhrase: PhraseReader,
): (utterance: Utterance, asked: Pick<Intent, 'id' | 'places' | 'kinds'>) => Query {
  const texts = openMentions(() => [
    ...textsOfDocuments(trained.documents),
    ...trained.facts.flatMap(({ about }) => about),
  ]);
  /** Whether a text has the word, or another word for it. */
  const hasStem = (stem: string): boolean =>
    texts.hasStem(stem) || trained.missing.spoken.has(stem) || [...synonymsOf(stem)].some(texts.hasStem);
  const isUnnamed = createPlaceLookup(trained.slots.places, texts);
  const toldIn = createToldStems(trained.facts);
  const titles = new Map(trained.documents.map(({ id, title }) => [id, title]));
  const overlap = createOverlap(trained.factStems);
  const subtopicStems = new Map(
    Object.entries(trained.subtopics).map(([name, words]) => [name, words.map((word) => stemOf(word.toLowerCase()))]),
  );
  return ({ text, tokens, slots, focus, asks, told = [] }, { id: topic, places, kinds }) => {
    const words = tokens.flatMap(wordsOf);
    const ofTokens = tokens.map((token) => token.words.map(stemOf));
    const stems = new Set(ofTokens.flat());
    const wordUse = (word: string) => matcher.wordUse(word, topic);
    const says = createSays(tokens, ofTokens, readPhrase);
    const telling = dropNegated(tokens.filter((token) => !isOfClass(token, 'own')).flatMap((token) => token.words));
    const coverOf = overlap(telling);
    // “Which tests, and how long is a shift?”: what one part asks for in vain isn't missing from the other.
    const asking = asks?.tokens.flatMap(wordsOf) ?? words;
    const isElsewhere = (): boolean =>
      focus === undefined &&
      slots.per === undefined &&
      slots.span === undefined &&
      !asking.some((word) => isAskedBy(word, wordUse)) &&
      trained.facts.every((fact) => coverOf(fact) === 0);
    const listed = listMissing(trained.missing, asking, topic, isElsewhere);
    const ofTold = findMissing(trained.missing, told.flatMap(wordsOf), topic);
    const unnamed = slots.places.flatMap(({ part }) => (part !== undefined && isUnnamed(part) ? [part] : []));
    const asked = asks?.tokens ?? tokens;
    const denied = [...listed.names, ...(places === 'denies' ? unnamed : [])];
    return {
      text,
      slots,
      groups: findComparedGroups(tokens, slots),
      form: readQuestionForm(asks?.text ?? text),
      overlap: coverOf,
      goesBeyond: () => findUntold(asked, toldIn(kinds)).length > 0,
      isOfOtherSort: (concept) => isOfOtherSort(asked, concept, toldIn(kinds)),
      namesOther: (fact) => namesOther(asked, toldIn(kinds), fact),
      says,
      focus: focus ?? findFocus(trained.focus, words),
      missing: denied.length > 0 ? denied : findUnmentioned(tokens, { wordUse, texts: { hasStem } }),
      aside: places === undefined ? [...listed.aside, ...unnamed] : listed.aside,
      told: [...ofTold.names, ...ofTold.aside].filter((name) => !listed.names.includes(name)),
      namesInText: trained.missing.namesInText,
      titleOf: (document) => titles.get(document) ?? document,
      asksFor: (subtopic) => (subtopicStems.get(subtopic) ?? []).some((stem) => stems.has(stem)),
    };
  };
}

const wordsOf = ({ words }: Token): readonly string[] => words;

/** Whether a word right before the concept is one that no fact has; “need a degree” says nothing of the degree. */
function isOfOtherSort(tokens: readonly Token[], concept: string, told: ReadonlySet<string>): boolean {
  const end = tokens.findIndex((token) => token.concept === concept);
  const before = tokens.slice(0, Math.max(0, end));
  const start = before.findLastIndex((token) => token.concept !== undefined || token.words.every(isFiller));
  return findUntold(before.slice(start + 1), told).length > 0;
}

/** Whether the tokens name what no fact of the topic is about, or not this one. */
const namesOther = (tokens: readonly Token[], told: ReadonlySet<string>, fact?: Fact): boolean =>
  findUntold(tokens, told).some((token) => isOfClass(token, 'topical') || isOfClass(token, 'loose')) ||
  (fact !== undefined && findUntold(tokens, listToldStems([fact])).some((token) => isOfClass(token, 'topical')));

/** Tells of a phrase whether its words stand side by side in the question; `stems` are those of each token. */
function createSays(
  tokens: readonly Token[],
  stems: readonly (readonly string[])[],
  readPhrase: PhraseReader,
): (phrase: string) => boolean {
  const sentence = ` ${stems.flat().join(' ')} `;
  // The “end” of “back end” is no end.
  const apart = ` ${tokens.map((token, at) => stems[at]?.join(isOfClass(token, 'own') ? '-' : ' ')).join(' ')} `;
  return (phrase) => {
    const said = readPhrase(phrase);
    return (said.length > 1 ? sentence : apart).includes(` ${said.join(' ')} `);
  };
}

/** The stems of what facts of these kinds say, read at the first question of a topic. */
function createToldStems(facts: readonly Fact[]): (kinds: readonly string[]) => ReadonlySet<string> {
  const known = new Map<readonly string[], ReadonlySet<string>>();
  return (kinds) => {
    const told = known.get(kinds) ?? listToldStems(facts.filter(({ kind }) => kinds.includes(kind)));
    known.set(kinds, told);
    return told;
  };
}

/** Tells of a country or city, as an answer writes it, whether no text has any of its names. */
function createPlaceLookup({ phrases }: PlaceIndex, texts: Mentions): (part: string) => boolean {
  const spellings = [...phrases.entries.values()].flat();
  return (part) => !spellings.some(([words, name]) => name === part && texts.has(words.join(' ')));
}
