// The matcher: learns topics from example phrases alone and says which one a text means, or that it can't tell.
import { createHash } from 'node:crypto';
import { isEnglish } from '../text/english-words.js';
import { findIn, type HashTable } from '../text/hash-table.js';
import { type Corrections, correctAll, createSpeller, type Speller } from '../text/spelling.js';
import {
  type ClassesByConcept,
  type Concepts,
  foldWords,
  indexPhrases,
  isOfClass,
  type PhraseIndex,
  type Token,
} from '../text/synonyms.js';
import { expandAbbreviations, splitWords } from '../text/tokenizer.js';
import { sharedVectors } from '../text/word-vectors.js';
import { type Examples, scoreText, trainModel } from './classifier.js';
import { collectFeatures } from './features.js';
import type { Model, Sample } from './model.js';
import { makeNegativeSamples } from './negative-samples.js';
import {
  countWords,
  hashTokens,
  indexPhraseOwners,
  openWordUse,
  type WordCounts,
  type WordUse,
} from './phrase-counts.js';
import { CONFIDENT, findBest, MOST_RANKED, scaleTo, sumOf } from './ranking.js';
import { findThreshold, toExamples } from './threshold.js';

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

/** `id` is undefined if nothing is confident; `score` is that of the best topic; `ranked` lists the best first. */
export interface Match {
  readonly id: string | undefined;
  readonly score: number;
  readonly ranked: readonly RankedTopic[];
  /** The kind of out-of-scope text (by its id) that fits better than every topic, if one does. */
  readonly outOfScope: string | undefined;
  /** The share of the best out-of-scope kind in the score of all of them: 0 to 1. */
  readonly outOfScopeShare: number;
  /** How much more the topics fit, all together, than all out-of-scope kinds: 0 to 1. */
  readonly inside: number;
}

/** Data about one subject; everything can be left out. */
export interface MatcherOptions {
  /** Words that mean the same for this subject. */
  readonly concepts?: Concepts;
  /** The classes of those concepts. */
  readonly classes?: ClassesByConcept;
  /** Texts that belong to no topic, by kind: what to leave alone. */
  readonly outOfScope?: readonly MatcherTopic[];
  /** Further words that typos may be corrected to. */
  readonly vocabulary?: readonly string[];
  /** What words in capitals mean. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Ids of topics that keep a phrase which others have as well. */
  readonly preferred?: readonly string[];
  /** The raw score from which a topic is confident, 0 to 1; without it, it's found by trying the phrases themselves. */
  readonly threshold?: number;
}

/** Everything that training finds out, as plain values that can be stored. */
export interface TrainedMatcher {
  readonly ids: readonly string[];
  readonly outOfScope: readonly string[];
  readonly concepts: PhraseIndex;
  /** The words that typos may be corrected to, the most used first. */
  readonly vocabulary: readonly string[];
  /** How often each word occurs in the phrases of each topic and in out-of-scope texts. */
  readonly words: WordCounts;
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly threshold: number;
  readonly model: Model;
  /** Short texts that change with all that was given, and with what the threshold and the model were learnt from. */
  readonly given: string;
  readonly taught: string;
  /** Phrases by the hash of their tokens, each with its topic's index in `ids`; without those that two topics share. */
  readonly phrases: HashTable;
}

/** Recognises topics in texts. */
export interface Matcher {
  /** Takes any text and never throws; an empty one matches nothing. */
  match(text: string): Match;
  /** The text as matching sees it: typos corrected, concepts folded. Texts that share `corrections` share their cost. */
  read(text: string, corrections?: Corrections): readonly Token[];
  /** As `match`, for tokens already read. */
  matchTokens(tokens: readonly Token[]): Match;
  /** How the phrases use a word: those of one topic, those of all topics, and out-of-scope texts. */
  wordUse(word: string, topic: string): WordUse;
}

/**
 * With fewer topics than this, made-up negative samples are added, since the topics alone leave too much open. With more, they
 * would cost three percentage points of recognised topics.
 */
const FEW_TOPICS = 10;
const MADE_UP = 'made up';

/** Counts the words of phrases in `vocabulary`; a typo of a more frequent word is not one to correct others to. */
function addPhraseWords(vocabulary: Map<string, number>, samples: readonly Sample[]): void {
  const uses = new Map<string, number>();
  for (const word of samples.flatMap(({ tokens }) => tokens.flatMap(({ words }) => words)))
    uses.set(word, (uses.get(word) ?? 0) + 1);
  const add = (word: string, count: number) => vocabulary.set(word, (vocabulary.get(word) ?? 0) + count);
  const isSure = (word: string, count: number) => count > 1 || vocabulary.has(word) || isEnglish(word);
  const [sure, rare] = [[...uses].filter((use) => isSure(...use)), [...uses].filter((use) => !isSure(...use))];
  for (const [word, count] of sure) add(word, count);
  const speller = createSpeller([...vocabulary.keys()]);
  for (const [word, count] of rare) if (speller.correct(word) === word) add(word, count);
}

/** A short text that changes with the examples. */
function fingerprintExamples({ features, labels }: Examples, settings: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(settings)).update(labels);
  for (const numbers of Object.values(features)) hash.update(numbers);
  return hash.digest('hex');
}

/** The threshold and the model; those of `earlier` where they were learnt from the same, since learning takes seconds. */
function learn(
  ids: readonly string[],
  samples: readonly Sample[],
  threshold: number | undefined,
  earlier: TrainedMatcher | undefined,
): Pick<TrainedMatcher, 'threshold' | 'model' | 'taught'> {
  const { classes, ...examples } = toExamples(ids, samples);
  const taught = fingerprintExamples(examples, [ids.length, classes, threshold]);
  if (earlier?.taught === taught) return { taught, threshold: earlier.threshold, model: earlier.model };
  return {
    taught,
    threshold: threshold ?? findThreshold(examples, ids.length, classes),
    model: trainModel(examples, Int32Array.from(samples.keys()), classes),
  };
}

/** Learns topics from their phrases; quickly if `earlier` has learnt from the same. Throws when two topics share an id. */
export function trainMatcher(
  topics: readonly MatcherTopic[],
  options: MatcherOptions = {},
  earlier?: TrainedMatcher,
): TrainedMatcher {
  const given = createHash('sha256')
    .update(JSON.stringify([topics, options]))
    .digest('hex');
  if (earlier?.given === given) return earlier;
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
      return { id, tokens: foldWords(concepts, words) };
    });
  const samples = topics.flatMap(toSamples);
  addPhraseWords(vocabulary, samples);
  const outOfScope = options.outOfScope ?? [];
  const isAlone = outOfScope.length === 0 && topics.length < FEW_TOPICS;
  const madeUp = isAlone
    ? makeNegativeSamples(samples, sharedVectors()).map((tokens) => ({ id: MADE_UP, tokens }))
    : [];
  const all = [...samples, ...outOfScope.flatMap(toSamples), ...madeUp];
  return {
    given,
    ids,
    outOfScope: outOfScope.map(({ id }) => id),
    concepts,
    vocabulary: [...vocabulary].sort((a, b) => b[1] - a[1]).map(([word]) => word),
    words: countWords(ids, all),
    abbreviations: options.abbreviations ?? {},
    ...learn(ids, all, options.threshold, earlier),
    phrases: indexPhraseOwners(ids, samples, options.preferred),
  };
}

const LINKS = new Set(['for', 'in', 'at', 'as', 'a', 'an', 'the', 'with', 'and']);

/** “When does it open for freshers in Pune” without whom and where it asks for at its end: a known phrase may be left. */
function dropWhomAndWhere(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex((token) => !isOfClass(token, 'whom-or-where') && !LINKS.has(token.words[0] ?? ''));
  return tokens.slice(0, end + 1);
}

/** Opens what training found out. */
export function openMatcher(trained: TrainedMatcher): Matcher {
  const { ids, concepts, threshold, model } = trained;
  const { wordUse, isElsewhere } = openWordUse(ids, trained.words);
  // Created by the first question, so that a start needn't wait for it.
  let speller: Speller | undefined;
  const read = (text: string, corrections: Corrections = new Map()): Token[] => {
    speller ??= createSpeller(trained.vocabulary, isElsewhere);
    const written = splitWords(expandAbbreviations(text, trained.abbreviations));
    const words = correctAll(speller, written, corrections);
    let at = 0;
    return foldWords(concepts, words).map((token) => {
      const from = at;
      at += token.words.length;
      return token.words.every((word, k) => word === written[from + k]) ? token : { ...token, corrected: true };
    });
  };

  const matchTokens = (tokens: readonly Token[]): Match => {
    // A number alone says nothing of a topic.
    if (tokens.every(({ key }) => key === '0'))
      return {
        id: undefined,
        score: 0,
        ranked: ids.slice(0, MOST_RANKED).map((id) => ({ id, score: 0 })),
        outOfScope: undefined,
        outOfScopeShare: 0,
        inside: 0,
      };
    const said =
      findIn(trained.phrases, hashTokens(tokens)) ?? findIn(trained.phrases, hashTokens(dropWhomAndWhere(tokens)));
    const raw = scoreText(model, collectFeatures([tokens], sharedVectors()));
    if (said !== undefined) raw[said] = 1;
    const ranked = findBest(raw, ids.length).map((c) => ({ id: ids[c] ?? '', score: scaleTo(threshold, raw[c] ?? 0) }));
    const score = ranked[0]?.score ?? 0;
    const [best = 0] = findBest(raw, raw.length, 1);
    return {
      id: score >= CONFIDENT ? ranked[0]?.id : undefined,
      score,
      ranked,
      outOfScope: trained.outOfScope[best - ids.length],
      outOfScopeShare:
        (raw[best] ?? 0) / (sumOf(raw.subarray(ids.length, ids.length + trained.outOfScope.length)) || 1),
      inside: sumOf(raw.subarray(0, ids.length)) / (sumOf(raw) || 1),
    };
  };
  return { read, matchTokens, wordUse, match: (text) => matchTokens(read(text)) };
}

/** Learns topics from their phrases and recognises them. Throws when two topics share an id. */
export function createMatcher(topics: readonly MatcherTopic[], options: MatcherOptions = {}): Matcher {
  return openMatcher(trainMatcher(topics, options));
}
