// Loads the bot with all its data, as every entrance takes it.
import { createBot, type ExplainingBot } from '../answering/bot.js';
import type { Intents } from '../answering/intent.js';
import { fingerprintData, modelFile, readModel } from './model-file.js';

/** The bot for a data folder, trained anew if the data isn't that of the build. Throws a DataError on faulty data. */
export async function loadBot(intents: Intents, dir: string): Promise<ExplainingBot> {
  const data = fingerprintData(dir, intents);
  const stored = readModel(modelFile());
  if (data !== undefined && stored?.data === data) return createBot(stored.trained, intents);
  // Loaded only here: checking needs more program than answering does.
  const { trainFromFolder } = await import('./train-bot.js');
  return createBot(trainFromFolder(dir, intents), intents);
}
