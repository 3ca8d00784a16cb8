// Puts the facts of an answer, and so its quotes, into the order of the lines they back.
import { type Fact, listItem } from '../knowledge/facts.js';

const bare = (sentence: string): string => sentence.toLowerCase().replace(/[.!?]+$/, '');

/** The place of the line that tells the fact in its own words, and least besides; -1 if none does. */
function findLine(lines: readonly string[], bared: readonly string[], fact: Fact): number {
  const wordings = [bare(fact.says), bare(listItem(fact))];
  const telling = lines.filter((_, at) => wordings.some((wording) => bared[at]?.includes(wording)));
  return lines.indexOf(telling.toSorted((one, other) => one.length - other.length)[0] ?? '');
}

/** The facts in the order of the lines that tell them; one without a line of its own stays behind the one before it. */
export function orderByLines(lines: readonly string[], facts: readonly Fact[]): Fact[] {
  let at = 0;
  const bared = lines.map(bare);
  const placed = facts.map((fact) => {
    const found = findLine(lines, bared, fact);
    at = found < 0 ? at : found;
    return { fact, at };
  });
  return placed.toSorted((one, other) => one.at - other.at).map(({ fact }) => fact);
}
