// Beside the benchmark: the questions that it asks.
import { intents } from '../intents/index.js';
import { listPhrases } from '../src/intent.js';

/** Every question once. */
export function listQuestions(): string[] {
  const topics = intents.topics.flatMap((intent) => [intent.example, ...listPhrases(intent)]);
  return [...new Set([...topics, ...listPhrases(intents.help)])];
}
