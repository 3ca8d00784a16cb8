// Beside the benchmark: the questions that it asks, those of the specification.
import { ALL_TEXTS } from '../test/specification/questions.js';

/** Every question once. */
export function listQuestions(): string[] {
  return [...new Set(ALL_TEXTS)];
}
