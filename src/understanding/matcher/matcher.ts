// The matcher: learns topics from example phrases alone and says which one a text means, or that it can't tell.

import { findIn, type HashTable } from '../text/hash-table.js';
import { createSpeller, type Mended, mendAll, type Speller } from '../text/spelling.js';
import {
  type ClassesByConcept,
  type Concepts,
  foldWords,
  indexPhrases,
  type PhraseIndex,
  type Token,
} from '../text/synonyms.js';
import { expandAbbreviations, splitWords } from '../text/tokenizer.js';
import { EVERYDAY, informationOf, sharedVectors } from '../text/word-vectors.js';
import { calibrate } from './calibration.js';
import { hashTokens, indexSayings, indexWords, usesWord } from './exact-phrases.js';
import type { Model, Sample } from './model.js';
import { chooseMethod, findBest, MOST_RANKED, scaleTo, sumOf } from './scoring.js';

/** A topic to recognise, by what people say when they mean it. */
export interface MatcherTopic {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** How sure the matcher is of one topic, 0 to 1. */
export interface RankedTopic {
  readonly id: string;
  readonly score: number;
}

/** `id` is undefined when nothing is confident; `score` is that of the best topic; `ranked` has the best, best first. */
export interface Match {
  readonly id: string | undefined;
  readonly score: number;
  readonly ranked: readonly RankedTopic[];
  /** The kind of outside text (by its id) that fits better than every topic, if one does. */
  readonly outside: string | undefined;
  /** How much of what speaks for all kinds of outside texts speaks for the one that fits best: 0 to 1. */
  readonly outsideShare: number;
  /** How much more the topics together fit than all kinds of outside texts together: 0 to 1. */
  readonly inside: number;
}

/** What is special to one subject, handed in as data; all of it may be left out. */
export interface MatcherOptions {
  /** Words that mean the same for this subject. */
  readonly concepts?: Concepts;
  /** The classes of those concepts. */
  readonly classes?: ClassesByConcept;
  /** Texts that belong to no topic, by kind: what to leave alone. */
  readonly outside?: readonly MatcherTopic[];
  /** Further words worth mending a slip to. */
  readonly vocabulary?: readonly string[];
  /** What words in capitals stand for. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** The raw score from which a topic is confident, 0 to 1; without it, it is found by trying the phrases themselves. */
  readonly threshold?: number;
}

/** All that training finds out, as plain values that can be stored. */
export interface TrainedMatcher {
  readonly ids: readonly string[];
  readonly outside: readonly string[];
  readonly concepts: PhraseIndex;
  /** The words worth mending a slip to, the most used first. */
  readonly vocabulary: readonly string[];
  /** The stems of all words that the topics' phrases use, hashed together with the topic's place among `ids`. */
  readonly familiar: HashTable;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly model: Model;
  /** Phrases by the hash of their tokens, each with its topic's place among `ids`; without those of two topics. */
  readonly phrases: HashTable;
}

/** Recognises topics in texts. */
export interface Matcher {
  /** Takes any text and never throws; an empty one matches nothing. */
  match(text: string): Match;
  /** The text as matching sees it: slips mended, concepts folded. Texts that share `mended` share what that may cost. */
  read(text: string, mended?: Mended): readonly Token[];
  /** As `match`, for tokens already read. */
  matchTokens(tokens: readonly Token[]): Match;
  /** How much a token says although no phrase of the topic uses it, 0 to 1; 0 for concepts and everyday words. */
  strangeness(token: Token, topic: string): number;
  /** How much a token says by how rare its words are in English, 0 to 1. */
  information(token: Token): number;
}

/** The score at which a match counts as confident, for every set of topics: raw scores are scaled to it. */
export const CONFIDENT = 0.5;

/** Learns topics from their phrases. Throws when two topics share an id. */
export function trainMatcher(topics: readonly MatcherTopic[], options: MatcherOptions = {}): TrainedMatcher {
  const ids = topics.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`two topics have the id '${twice}'; give one of them another`);
  const concepts = {
    ...indexPhrases(options.concepts ?? {}, splitWords, 'number'),
    ...(options.classes && { classes: options.classes }),
  };
  const conceptWords = Object.values(options.concepts ?? {})
    .flat()
    .flatMap(splitWords);
  const vocabulary = new Map(
    [...conceptWords, ...(options.vocabulary ?? []).flatMap(splitWords)].map((word) => [word, 1]),
  );
  const toSamples = ({ id, phrases }: MatcherTopic): Sample[] =>
    phrases.map((phrase) => {
      const words = splitWords(expandAbbreviations(phrase, options.abbreviations ?? {}));
      for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
      return { id, tokens: foldWords(concepts, words) };
    });
  const samples = topics.flatMap(toSamples);
  const outside = options.outside ?? [];
  const method = chooseMethod(outside);
  const model = method.train(ids, [...samples, ...outside.flatMap(toSamples)]);
  return {
    ids,
    outside: outside.map(({ id }) => id),
    concepts,
    vocabulary: [...vocabulary].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    familiar: indexWords(ids, samples),
    abbreviations: options.abbreviations ?? {},
    threshold: options.threshold ?? calibrate(ids, samples, method),
    model,
    phrases: indexSayings(ids, samples),
  };
}

/** Opens what training found out. */
export function openMatcher(trained: TrainedMatcher): Matcher {
  const { ids, concepts, familiar, threshold, model } = trained;
  const { score: scoreTokens } = chooseMethod(trained.outside);
  // Made by the first question: a start need not wait for it.
  let speller: Speller | undefined;
  const mend = (words: readonly string[], mended: Mended): string[] => {
    speller ??= createSpeller(trained.vocabulary, sharedVectors().rank);
    return mendAll(speller, words, mended);
  };
  const read = (text: string, mended: Mended = new Map()) =>
    foldWords(concepts, mend(splitWords(expandAbbreviations(text, trained.abbreviations)), mended));

  const matchTokens = (tokens: readonly Token[]): Match => {
    if (tokens.length === 0)
      return {
        id: undefined,
        score: 0,
        ranked: ids.slice(0, MOST_RANKED).map((id) => ({ id, score: 0 })),
        outside: undefined,
        outsideShare: 0,
        inside: 0,
      };
    const said = findIn(trained.phrases, hashTokens(tokens));
    const raw = scoreTokens(model, tokens);
    if (said !== undefined) raw[said] = 1;
    const ranked = findBest(raw, ids.length).map((c) => ({ id: ids[c] ?? '', score: scaleTo(threshold, raw[c] ?? 0) }));
    const score = ranked[0]?.score ?? 0;
    const [best = 0] = findBest(raw, raw.length, 1);
    return {
      id: score >= CONFIDENT ? ranked[0]?.id : undefined,
      score,
      ranked,
      outside: trained.outside[best - ids.length],
      outsideShare: (raw[best] ?? 0) / (sumOf(raw.subarray(ids.length, ids.length + trained.outside.length)) || 1),
      inside: sumOf(raw.subarray(0, ids.length)) / (sumOf(raw) || 1),
    };
  };
  const strangeness = ({ concept, words }: Token, topic: string): number => {
    const own = ids.indexOf(topic);
    if (concept !== undefined) return 0;
    let sum = 0;
    for (const word of words) {
      if (word === '0' || usesWord(familiar, own, word)) continue;
      sum += Math.max(0, informationOf(word, sharedVectors()) - EVERYDAY) / (1 - EVERYDAY);
    }
    return sum;
  };
  const information = ({ words }: Token): number =>
    words.reduce((most, word) => Math.max(most, informationOf(word, sharedVectors())), 0);
  return { read, matchTokens, strangeness, information, match: (text) => matchTokens(read(text)) };
}

/** Learns topics from their phrases and recognises them. Throws when two topics share an id. */
export function createMatcher(topics: readonly MatcherTopic[], options: MatcherOptions = {}): Matcher {
  return openMatcher(trainMatcher(topics, options));
}
