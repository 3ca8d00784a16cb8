// Before the road: the bot with all its data, as every entrance (Slack, terminal) takes it.
import { join } from 'node:path';
import { intents } from '../intents/index.js';
import { createBot, type ExplainingBot } from './bot.js';
import type { Facts } from './facts.js';
import { listPhrases } from './intent.js';
import { type Language, loadLanguage } from './language.js';
import { loadData } from './load-data.js';
import { createMatcher, type Matcher } from './matcher.js';
import { findProjectRoot } from './project-root.js';

/** Trains the matcher on the topics, with all that is special to this career. */
export function trainOnTopics(language: Language, facts: Facts): Matcher {
  const topics = intents.topics.map((intent) => {
    const own = facts.all.filter(({ kind }) => intent.kinds.includes(kind));
    return { id: intent.id, phrases: [...listPhrases(intent), ...own.map(({ says }) => says)] };
  });
  const concepts = {
    place: Object.values(language.places).flat(),
    ...language.levels,
    ...language.concepts,
    tech: language.technologies.flat(),
  };
  const { outside, abbreviations, missing } = language;
  const vocabulary = missing.flatMap(({ words }) => words);
  const all = [...topics, { id: intents.help.id, phrases: listPhrases(intents.help) }];
  return createMatcher(all, { concepts, outside, abbreviations, vocabulary, threshold: 0.35 });
}

/** Builds the bot; throws a DataError when data is at fault. */
export function loadBot(dir: string = join(findProjectRoot(), 'data')): ExplainingBot {
  const data = loadData(dir);
  const language = loadLanguage(dir);
  return createBot({ data, intents, language, matcher: trainOnTopics(language, data.facts) });
}
