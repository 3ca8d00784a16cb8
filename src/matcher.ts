// The matcher: learns topics from example phrases alone and says which one a text means, or that it can't tell.
import { join } from 'node:path';
import { predict, trainModel } from './classifier.js';
import { type Concepts, createFolder, type Token } from './concepts.js';
import { collectFeatures } from './features.js';
import { findProjectRoot } from './project-root.js';
import { createSpeller } from './spelling.js';
import { loadWordVectors, type WordVectors } from './word-vectors.js';
import { splitWords } from './words.js';

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

/** `id` is undefined when nothing is confident; `score` is that of the best topic; `ranked` has all, best first. */
export interface Match {
  readonly id: string | undefined;
  readonly score: number;
  readonly ranked: readonly RankedTopic[];
}

/** What is special to one subject, handed in as data; all of it may be left out. */
export interface MatcherOptions {
  /** Words that mean the same for this subject. */
  readonly concepts?: Concepts;
  /** Texts that belong to no topic, by kind: what to leave alone. */
  readonly outside?: readonly MatcherTopic[];
  /** Further words worth mending a slip to. */
  readonly vocabulary?: readonly string[];
  /** The raw score from which a topic is confident, 0 to 1; without it, it is found by trying the phrases themselves. */
  readonly threshold?: number;
}

/** Recognises topics in texts. */
export interface Matcher {
  /** Takes any text and never throws; an empty one matches nothing. */
  match(text: string): Match;
  /** The text as matching sees it. */
  read(text: string): readonly Token[];
  /** As `match`, for tokens already read. */
  matchTokens(tokens: readonly Token[]): Match;
}

/** A score at which a match counts as confident, for every set of topics: raw scores are scaled to it. */
export const CONFIDENT = 0.5;

let shared: WordVectors | undefined;
const sharedVectors = (): WordVectors => {
  shared ??= loadWordVectors(join(findProjectRoot(), 'data/language'));
  return shared;
};

interface Sample {
  readonly id: string;
  readonly tokens: readonly Token[];
}

type RawScores = (tokens: readonly Token[]) => RankedTopic[];

function trainScores(topics: readonly string[], samples: readonly Sample[], vectors: WordVectors): RawScores {
  const labels = new Map<string, number>(topics.map((id, index) => [id, index]));
  const examples = samples.map(({ id, tokens }) => {
    const label = labels.get(id) ?? labels.size;
    labels.set(id, label);
    return { features: collectFeatures(tokens, vectors), label };
  });
  const model = trainModel(examples, labels.size);
  return (tokens) => {
    const { probabilities, coverage } = predict(model, collectFeatures(tokens, vectors));
    const scale = Math.sqrt(coverage);
    return topics.map((id, c) => ({ id, score: (probabilities[c] ?? 0) * scale })).sort((a, b) => b.score - a.score);
  };
}

/**
 * Finds the threshold by what the phrases show: a third of the topics is hidden in turn and its phrases must be refused,
 * while phrases kept back from the other topics must be recognised.
 */
function calibrate(topics: readonly string[], samples: readonly Sample[], vectors: WordVectors): number {
  if (topics.length < 3) return 0.5;
  const trials: { score: number; good: boolean }[] = [];
  for (let fold = 0; fold < 3; fold += 1) {
    const shown = topics.filter((_, index) => index % 3 !== fold);
    const isShown = new Set(shown);
    const kept = (_: Sample, index: number) => index % 4 === fold;
    const scores = trainScores(
      shown,
      samples.filter((s, i) => isShown.has(s.id) && !kept(s, i)),
      vectors,
    );
    for (const [index, sample] of samples.entries()) {
      if (isShown.has(sample.id) && !kept(sample, index)) continue;
      const [best] = scores(sample.tokens);
      if (best) trials.push({ score: best.score, good: best.id === sample.id });
    }
  }
  return separate(trials);
}

/** The score that best keeps good trials above and bad ones below, both sorts weighing the same. */
function separate(trials: { score: number; good: boolean }[]): number {
  const good = trials.filter((trial) => trial.good).length || 1;
  const bad = trials.length - good || 1;
  let balance = 1;
  let best = { balance: 0, score: 0.5 };
  for (const trial of trials.sort((a, b) => a.score - b.score)) {
    balance += trial.good ? -1 / good : 1 / bad;
    if (balance > best.balance) best = { balance, score: trial.score };
  }
  return Math.min(0.9, Math.max(0.05, best.score));
}

/** Scales a raw score so that `threshold` becomes `CONFIDENT`, 0 stays 0 and 1 stays 1. */
const scaleTo = (threshold: number, raw: number): number =>
  (raw * (1 - threshold)) / (raw * (1 - threshold) + threshold * (1 - raw) || 1);

/** Learns topics from their phrases. Throws when two topics share an id. */
export function createMatcher(topics: readonly MatcherTopic[], options: MatcherOptions = {}): Matcher {
  const ids = topics.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`two topics have the id '${twice}'; give one of them another`);
  const vectors = sharedVectors();
  const fold = createFolder(options.concepts ?? {}, splitWords);
  const vocabulary = new Set<string>();
  const learn = (text: string): string[] => {
    const words = splitWords(text);
    for (const word of words) vocabulary.add(word);
    return words;
  };
  for (const phrase of Object.values(options.concepts ?? {}).flat()) learn(phrase);
  for (const word of options.vocabulary ?? []) learn(word);
  const toSamples = ({ id, phrases }: MatcherTopic): Sample[] =>
    phrases.map((phrase) => ({ id, tokens: fold(learn(phrase)) }));
  const samples = topics.flatMap(toSamples);
  const scores = trainScores(ids, [...samples, ...(options.outside ?? []).flatMap(toSamples)], vectors);
  const threshold = options.threshold ?? calibrate(ids, samples, vectors);
  const speller = createSpeller(vocabulary, (word) => vectors.rank(word) !== undefined);

  const read = (text: string) => fold(splitWords(text).map((word) => speller.mend(word)));
  const matchTokens = (tokens: readonly Token[]): Match => {
    if (tokens.length === 0) return { id: undefined, score: 0, ranked: ids.map((id) => ({ id, score: 0 })) };
    const ranked = scores(tokens).map(({ id, score }) => ({ id, score: scaleTo(threshold, score) }));
    const [best] = ranked;
    const score = best?.score ?? 0;
    return { id: score >= CONFIDENT ? best?.id : undefined, score, ranked };
  };
  return { read, matchTokens, match: (text) => matchTokens(read(text)) };
}
