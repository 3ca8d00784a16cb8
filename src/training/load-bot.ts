// Before the road: the bot with all its data, as every entrance (Slack, terminal) takes it.
import { join } from 'node:path';
import { intents } from '../../intents/index.js';
import { createBot, type ExplainingBot } from '../answering/bot.js';
import { findProjectRoot } from '../config/project-root.js';
import { fingerprintData, preparedFile, readStored } from './model-file.js';

/** Builds the bot; checks and trains anew when the data is another than at the build. Throws a DataError on faulty data. */
export async function loadBot(dir: string = join(findProjectRoot(), 'data')): Promise<ExplainingBot> {
  const data = fingerprintData(dir);
  const stored = readStored(preparedFile());
  if (data !== undefined && stored?.data === data) return createBot(stored.prepared, intents);
  // Loaded only here: checking needs more program than answering does.
  const { prepare } = await import('./train-bot.js');
  return createBot(prepare(dir), intents);
}
