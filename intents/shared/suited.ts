// Finds whom the documents say the career is for.
import type { Fact, Facts } from '../../src/knowledge/facts.js';

/** The facts that say so: “who should become one”. */
export const listSuited = (facts: Facts): readonly Fact[] =>
  facts.of('application').filter(({ answers }) => answers.includes('who'));
