// Says what the documents’ figures make no difference by: “not by level or technology”.
import { joinNames } from '../../src/answering/headline.js';
import type { Query } from '../../src/answering/intent.js';

const NAMES = { levels: 'level', places: 'place', technologies: 'technology' } as const;

/** One line about the slots that a question names and figures of this kind don't distinguish; none if it names no such slot. */
export function noteUnused({ slots }: Query, given: string, unused: readonly (keyof typeof NAMES)[]): string[] {
  const named = unused.filter((slot) => slots[slot].length > 0).map((slot) => NAMES[slot]);
  return named.length === 0 ? [] : [`The documents give ${given}, not by ${joinNames(named, 'or')}.`];
}
