// The specification, as tests and measurements use it.
import {
  type Dialogue,
  type InScope,
  type OutOfScope,
  readGroups,
  readSpecification,
  readSpecificationLines,
  splitArrow,
} from '../../src/commands/specification.js';

export type { DialogueLine } from '../../src/commands/specification.js';

const specification = readSpecification();
if (specification === undefined) throw new Error('test/specification is missing; restore it from git');

/** Questions of this career. */
export const IN_SCOPE: readonly InScope[] = specification.inScope;

/** Everything else that people write. */
export const OUT_OF_SCOPE: readonly OutOfScope[] = specification.outOfScope;

/** Answered by help. */
export const ABOUT_THE_BOT: readonly string[] = specification.aboutTheBot;

export const DIALOGUES: readonly Dialogue[] = specification.dialogues;

/** All topics that questions are listed under, in their order. */
export const TOPICS: readonly string[] = [...new Set(IN_SCOPE.map(({ topic }) => topic))];

/** Every text of the specification. */
export const ALL_TEXTS: readonly string[] = [...IN_SCOPE, ...OUT_OF_SCOPE]
  .map(({ question }) => question)
  .concat(ABOUT_THE_BOT);

/** Follow-ups with nothing before them, and how they must be understood. */
export const HALF_QUESTIONS = readSpecificationLines('half-questions').map(splitArrow);

/** What is said after an answer and still isn't a question about this career. */
export const REFUSED = readSpecificationLines('refused-follow-ups');

/** Courtesies, and what the short reply must contain. */
export const COURTESIES = readSpecificationLines('courtesies').map(splitArrow);

const passages = new Map(readGroups('passages'));

/** Questions on test/handbook, and words that the passage found for each must contain. */
export const HELD = (passages.get('found') ?? []).map((line) => {
  const [question, words] = splitArrow(line);
  return { question, words };
});

/** Near misses that no sentence of test/handbook answers. */
export const NOT_HELD = passages.get('not found') ?? [];
