// Before the road: the bot with all its data, as every entrance (Slack, terminal) takes it.
import { join } from 'node:path';
import { intents } from '../intents/index.js';
import { createBot, type ExplainingBot } from './bot.js';
import type { Facts } from './facts.js';
import { listPhrases } from './intent.js';
import { type Language, loadLanguage } from './language.js';
import { loadData } from './load-data.js';
import { type MatcherOptions, type MatcherTopic, openMatcher, trainMatcher } from './matcher.js';
import { findProjectRoot } from './project-root.js';
import { fingerprint, readTraining } from './training-store.js';

/** The raw score from which a topic is likely; what finally counts is the confidence built on it. */
const THRESHOLD = 0.35;

/** What the matcher learns from: the topics' phrases and facts, and how people talk about this career. */
export function collectLessons(language: Language, facts: Facts): [topics: MatcherTopic[], options: MatcherOptions] {
  const topics = intents.topics.map((intent) => {
    const own = facts.all.filter(({ kind }) => intent.kinds.includes(kind));
    const words = own.flatMap(({ says, quote, about }) => [
      says,
      quote,
      ...about.filter((phrase) => phrase.includes(' ')),
    ]);
    return { id: intent.id, phrases: [...listPhrases(intent), ...words] };
  });
  const concepts = {
    place: Object.values(language.places).flat(),
    ...language.levels,
    ...language.concepts,
    tech: language.technologies.flat(),
  };
  const { outside, abbreviations, missing } = language;
  const vocabulary = missing.flatMap(({ words }) => words);
  const help = { id: intents.help.id, phrases: listPhrases(intents.help) };
  return [[...topics, help], { concepts, outside, abbreviations, vocabulary, threshold: THRESHOLD }];
}

/** Where the build leaves what training found out, so that a start need not train. */
export const trainingFile = (): string => join(findProjectRoot(), 'dist', 'matcher.bin');

/** Builds the bot; trains anew when the data is another than at the build. Throws a DataError when data is at fault. */
export function loadBot(dir: string = join(findProjectRoot(), 'data')): ExplainingBot {
  const data = loadData(dir);
  const language = loadLanguage(dir);
  const lessons = collectLessons(language, data.facts);
  const trained = readTraining(trainingFile(), fingerprint(lessons)) ?? trainMatcher(...lessons);
  return createBot({ data, intents, language, matcher: openMatcher(trained) });
}
