// Loads the bot with all its data, for every entrance.
import { createBot, type ExplainingBot } from '../answering/bot.js';
import type { Intents } from '../answering/intent.js';
import type { TrainedBot } from '../answering/trained-bot.js';
import { describeFault } from '../knowledge/data-error.js';
import { fingerprintData, modelFile, readModel } from './model-file.js';

/**
 * The bot for a data folder, trained again if the data isn't the build's; `warn` gets each document that can't
 * be read. Throws a DataError on faulty data.
 */
export async function loadBot(
  intents: Intents,
  dir: string,
  warn: (line: string) => void = () => {},
): Promise<ExplainingBot> {
  const data = fingerprintData(dir, intents);
  const stored = readModel(modelFile());
  const trained =
    data !== undefined && stored?.data === data ? stored.trained : await train(intents, dir, stored?.trained);
  for (const fault of trained.warnings) warn(describeFault(fault));
  return createBot(trained, intents);
}

async function train(intents: Intents, dir: string, earlier: TrainedBot | undefined): Promise<TrainedBot> {
  // Loaded only here: checking needs more of the program than answering does.
  const { trainFromFolder } = await import('./train-bot.js');
  return trainFromFolder(dir, intents, earlier);
}
