// Takes a fact of each of two documents that disagree; gives the sentence that sets them side by side.
import type { Fact } from '../../src/knowledge/facts.js';

/** “One document says that …, the other that …”; undefined where the data sums up only one of them. */
export const phraseTwoSides = ({ summary: one }: Fact, { summary: other }: Fact): string | undefined =>
  one !== undefined && other !== undefined ? `One document says that ${one}, the other that ${other}.` : undefined;
