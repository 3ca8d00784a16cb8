// Finds subjects that people ask for and no document mentions, so that an answer can say so, and those that only a text tells.

import { isLight } from '../understanding/text/stop-words.js';
import { findAllPhrases, findPhrases, indexPhrases, type PhraseIndex, stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import { foldSpace, type SourceDocument } from './documents.js';
import type { Fact } from './facts.js';
import { joinStems, type Mentions, openMentions, textsOfDocuments, textsOfFacts } from './mentions.js';
import { isTelling } from './section-index.js';
import { tellingOf } from './word-meanings.js';
import { synonymsOf } from './word-synonyms.js';

/** A subject that the documents may not mention: its name in a sentence, its topics, the words that ask for it. */
export interface MissingSubject {
  readonly name: string;
  /** Without topics it's asked for whatever else the question names. */
  readonly topics?: readonly string[];
  /** Topics whose answer stays the same: the subject only says for whom or when. */
  readonly aside?: readonly string[];
  readonly words: readonly string[];
  /** It's asked for by one of the words together with one of these, and mentioned where a sentence has both. */
  readonly with?: readonly string[];
}

/** What a question asks for and no document mentions, by name; `aside` are those that leave the answer as it is. */
export interface Missing {
  readonly names: readonly string[];
  readonly aside: readonly string[];
}

/** Technologies as people name them, each with its usual spelling first, those that are ordinary words as well, and places. */
export interface KnownNames {
  readonly technologies: readonly (readonly string[])[];
  readonly everyday: readonly string[];
  readonly places: readonly string[];
}

/** Subjects and the words that ask for them, as plain values. */
export interface SubjectIndex {
  readonly phrases: PhraseIndex;
  /** The subjects that are asked for by two words: one of each list. */
  readonly pairs: readonly [words: PhraseIndex, besides: PhraseIndex];
  readonly subjects: ReadonlyMap<string, Pick<MissingSubject, 'topics' | 'aside'>>;
}

/** Subjects that only texts tell, with the words by which they tell each, as `joinStems` gives them. */
export interface ToldIndex extends SubjectIndex {
  readonly wordings: ReadonlyMap<string, readonly string[]>;
}

/** The subjects that are really missing, and those that only texts mention, as plain values. */
export interface MissingIndex extends SubjectIndex {
  /** The subjects that texts tell and no fact does; those of documents added later by themselves. */
  readonly told: readonly ToldIndex[];
  /** Technologies, by their usual spelling, and places that a text names and no fact does. */
  readonly namesInText: readonly string[];
  /** Stems of all words that ask for subjects of which a document speaks. */
  readonly spoken: ReadonlySet<string>;
  /** The subjects that are missing and the names that no text tells: what documents added later may speak of. */
  readonly absent: readonly MissingSubject[];
  readonly untold: KnownNames;
}

/** Leaves out every subject that some document does speak of, by its own words, by others for it, or by the word that tells it apart. */
export function indexMissing(
  subjects: readonly MissingSubject[],
  names: KnownNames,
  documents: readonly SourceDocument[],
  facts: readonly Fact[],
): MissingIndex {
  const inDocuments = openMentions(() => textsOfDocuments(documents));
  const inFacts = openMentions(() => textsOfFacts(facts));
  const isTold = (phrase: string): boolean => {
    const word = findRarest(phrase);
    return word !== undefined && listStems(word).some((stem) => inDocuments.hasStem(stem) && !inFacts.hasStem(stem));
  };
  const sentences = textsOfDocuments(documents).map((text) => openMentions(() => [text]));
  const isMentioned = ({ name, words, with: besides }: MissingSubject): boolean =>
    besides === undefined
      ? inDocuments.has(name) || words.some(inDocuments.has)
      : sentences.some(({ has }) => words.some(has) && besides.some(has));
  const absent = subjects
    .filter((subject) => !isMentioned(subject))
    .map((subject) => {
      if (subject.with !== undefined) return subject;
      return { ...subject, words: subject.words.filter((phrase) => !isTold(phrase)) };
    });
  const spoken = subjects.filter(({ name }) => !absent.some((subject) => subject.name === name));
  const isNamed = (spellings: readonly string[], { hasName }: Mentions) => spellings.some((one) => hasName(one));
  const isToldOf = (spellings: readonly string[]) => isNamed(spellings, inDocuments) && !isNamed(spellings, inFacts);
  const quotes = facts.map(({ quote }) => foldSpace(quote));
  const isQuoted = (text: string) => quotes.some((quote) => quote.includes(text) || text.includes(quote));
  const inUnquoted = openMentions(() => textsOfDocuments(documents).filter((text) => !isQuoted(text)));
  const [technologies, otherTechnologies] = partition(names.technologies, isToldOf);
  const [everyday, otherEveryday] = partition(names.everyday, (name) => inUnquoted.hasName(name, true));
  const [places, otherPlaces] = partition(names.places, (name) => isToldOf([name]));
  return {
    spoken: new Set(spoken.flatMap(({ words }) => words.flatMap((phrase) => splitWords(phrase).map(stemOf)))),
    ...indexSubjects(absent),
    told: [indexTold(subjects, absent, inDocuments, inFacts)],
    namesInText: [...technologies.map((spellings) => spellings[0] ?? ''), ...everyday, ...places],
    absent,
    untold: { technologies: otherTechnologies, everyday: otherEveryday, places: otherPlaces },
  };
}

function indexSubjects(subjects: readonly MissingSubject[]): SubjectIndex {
  const paired = subjects.filter((subject) => subject.with !== undefined);
  const single = subjects.filter((subject) => subject.with === undefined);
  return {
    phrases: indexOf(single, 'words'),
    pairs: [indexOf(paired, 'words'), indexOf(paired, 'with')],
    subjects: new Map(
      subjects.map(({ name, topics, aside }) => [name, { ...(topics && { topics }), ...(aside && { aside }) }]),
    ),
  };
}

/** Those of the subjects that texts tell and no fact does; of one that is `absent` otherwise, the words that are told. */
function indexTold(
  subjects: readonly MissingSubject[],
  absent: readonly MissingSubject[],
  inDocuments: Mentions,
  inFacts: Mentions,
): ToldIndex {
  const isOnlyInText = (stem: string): boolean => inDocuments.hasStem(stem) && !inFacts.hasStem(stem);
  const rarestOf = (phrases: readonly string[]): string[] =>
    phrases.flatMap((phrase) => {
      const word = findRarest(phrase);
      return word === undefined
        ? []
        : listStems(word)
            .filter(isOnlyInText)
            .map((stem) => ` ${stem} `);
    });
  const told = subjects.flatMap((subject) => {
    const missing = absent.find(({ name }) => name === subject.name);
    const words = subject.words.filter((phrase) => !missing?.words.includes(phrase));
    const whole = [subject.name, ...subject.words].filter((phrase) => inDocuments.has(phrase) && !inFacts.has(phrase));
    const wordings = whole.length > 0 ? whole.map(joinStems) : rarestOf(words);
    return words.length === 0 || wordings.length === 0 ? [] : [{ subject: { ...subject, words }, wordings }];
  });
  return {
    ...indexSubjects(told.map(({ subject }) => subject)),
    wordings: new Map(told.map(({ subject, wordings }) => [subject.name, [...new Set(wordings)]])),
  };
}

const indexOf = (subjects: readonly MissingSubject[], list: 'words' | 'with'): PhraseIndex =>
  indexPhrases(Object.fromEntries(subjects.map((subject) => [subject.name, subject[list] ?? []])), splitWords);

/** The same after more documents: what they speak of is missing no more. */
export function speakOf(
  missing: MissingIndex,
  documents: readonly SourceDocument[],
  facts: readonly Fact[],
): MissingIndex {
  const more = indexMissing(missing.absent, missing.untold, documents, facts);
  return {
    ...more,
    spoken: new Set([...missing.spoken, ...more.spoken]),
    namesInText: [...missing.namesInText, ...more.namesInText],
    told: [...missing.told, ...more.told],
  };
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): readonly [held: T[], others: T[]] {
  const held = new Set(items.filter(holds));
  return [[...held], items.filter((item) => !held.has(item))];
}

/** The most distinctive word of a phrase: the rarest. */
function findRarest(phrase: string): string | undefined {
  const words = splitWords(phrase).filter((word) => isTelling(word) && !isLight(word));
  return words.toSorted((a, b) => tellingOf(b) - tellingOf(a))[0];
}

/** A word's stem and those of the words that mean the same. */
const listStems = (word: string): string[] => [stemOf(word), ...synonymsOf(stemOf(word))];

/** Stands for all topics at once. */
export const ANY_TOPIC = Symbol('any topic');

/** The subjects that the words ask for within a topic; without one, those that are asked for in any. */
export function findMissing(
  { phrases, pairs, subjects }: SubjectIndex,
  words: readonly string[],
  topic?: string | typeof ANY_TOPIC,
): Missing {
  const [one, other] = pairs;
  const first = findAllPhrases(one, words);
  const second = first.length === 0 ? [] : findAllPhrases(other, words);
  const found = [...findPhrases(phrases, withoutTimes(words)), ...first.filter((name) => second.includes(name))];
  const isIn = (topics: readonly string[] | undefined): boolean =>
    topic === ANY_TOPIC || (topic !== undefined && !!topics?.includes(topic));
  const aside = topic === ANY_TOPIC ? [] : found.filter((name) => isIn(subjects.get(name)?.aside));
  const names = found.filter((name) => {
    const topics = subjects.get(name)?.topics;
    return !aside.includes(name) && (topics === undefined || isIn(topics));
  });
  // “what full-stack developers earn” says “full-stack developers”, too.
  const isSaid = (name: string): boolean => names.some((other) => other !== name && other.includes(name));
  return { names: names.filter((name) => !isSaid(name)), aside };
}

/** The words by which texts tell what a question asks for and no fact tells, as `joinStems` gives them. */
export const findTold = (
  { told }: MissingIndex,
  words: readonly string[],
  topics: readonly string[],
): readonly string[] =>
  told.flatMap((index) => {
    // “How much paid leave is there?” is of no topic, and a document may tell it all the same.
    const all = findMissing(index, words, ANY_TOPIC).names;
    // Most texts name nothing of the kind, whatever their topic.
    if (all.length === 0) return [];
    const inTopics = [undefined, ...topics].flatMap((topic) => findMissing(index, words, topic).names);
    const names = topics.length === 0 ? all : inTopics;
    return [...new Set(names)].flatMap((name) => index.wordings.get(name) ?? []);
  });

const UNIT_OF_TIME = /^(?:minute|hour|day|week|month)s?$/;

/** “In the age of AI” and “over 40 hours” name a time, “like I am five” a way to explain: no age. */
const withoutTimes = (words: readonly string[]): readonly string[] =>
  words.filter((word, at) => {
    const [twoBefore, before, after, twoAfter] = [words[at - 2], words[at - 1], words[at + 1], words[at + 2]];
    const isEra = /^(?:age|era)$/.test(word) && after === 'of' && before === 'the' && twoBefore === 'in';
    const isSpan = word === 'over' && after === '0' && UNIT_OF_TIME.test(twoAfter ?? '');
    const isSimile = word === 'am' && before === 'i' && twoBefore === 'like';
    return !isEra && !isSpan && !isSimile;
  });
