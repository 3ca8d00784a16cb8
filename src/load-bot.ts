// Before the road: the bot with all its data, as every entrance (Slack, terminal) takes it.
import type { Bot } from './bot.js';

/** Builds the bot; throws when data is at fault. */
export function loadBot(): Bot {
  const part = { topic: 'help', headline: 'The data is not wired up yet.', details: [], formulas: [], quotes: [] };
  return { topics: [], answer: () => ({ outcome: 'help', parts: [part], suggestions: [] }) };
}
