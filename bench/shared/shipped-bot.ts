// The bot, the knowledge and the training of the topics that ship, over the shipped data or a copy of it.
import { intents } from '../../intents/index.js';
import type { ExplainingBot } from '../../src/answering/bot.js';
import type { Intents } from '../../src/answering/intent.js';
import type { TrainedBot } from '../../src/answering/trained-bot.js';
import { shippedData } from '../../src/config/data-folder.js';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/load-knowledge.js';
import { loadBot } from '../../src/training/load-bot.js';
import { type Language, listAllPhrases, loadLanguage } from '../../src/training/load-language.js';
import { fingerprintData, modelFile, readModel } from '../../src/training/model-file.js';
import type { MatcherTopic } from '../../src/understanding/matcher/matcher.js';

const SHIPPED = shippedData();

export const loadShippedBot = (dir: string = SHIPPED): Promise<ExplainingBot> => loadBot(intents, dir);

export const knowledgeIn = (dir: string = SHIPPED): Knowledge => loadKnowledge(dir, intents);

export const languageIn = (dir: string = SHIPPED, topics: Intents = intents): Language => loadLanguage(dir, topics);

/** What the build trained. Throws an Error if the data has changed since. */
export function shippedTraining(): TrainedBot {
  const stored = readModel(modelFile());
  if (stored !== undefined && stored.data === fingerprintData(SHIPPED, intents)) return stored.trained;
  throw new Error('The data has changed since the last build. Run npm run build.');
}

/** The topics that ship and help, each with its phrases. */
export const shippedPhrases = (): readonly MatcherTopic[] => listAllPhrases(languageIn(), []);
