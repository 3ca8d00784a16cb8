// Gives the questions that are asked: those of the specification.
import { readSpecification, type Specification } from '../../src/commands/specification.js';

/** The whole specification; throws where it is missing from the checkout. */
export function specification(): Specification {
  const read = readSpecification();
  if (read === undefined) throw new Error('test/specification is missing; restore it from git');
  return read;
}

/** Every question once. */
export function listQuestions(): string[] {
  const { inScope, outOfScope, aboutTheBot } = specification();
  return [...new Set([...[...inScope, ...outOfScope].map(({ question }) => question), ...aboutTheBot])];
}
