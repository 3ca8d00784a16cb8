// The bot, the knowledge and the training of the shipped topics, shared with the measurements.

import { loadShippedBot as loadBot } from '../../bench/shared/shipped-bot.js';
import type { ExplainingBot } from '../../src/answering/bot.js';

export { knowledgeIn, languageIn, shippedPhrases, shippedTraining } from '../../bench/shared/shipped-bot.js';

let shipped: Promise<ExplainingBot> | undefined;

/** The bot on a copy of the data, or on the shipped data: then one for all test files of a worker, since no answer depends on another. */
export function loadShippedBot(dir?: string): Promise<ExplainingBot> {
  if (dir !== undefined) return loadBot(dir);
  shipped ??= loadBot();
  return shipped;
}
