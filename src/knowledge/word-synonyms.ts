// Gives words with the same meaning, by their stems, from data/english/synonyms.txt.
import { groupsOf } from '../understanding/text/english-lists.js';
import { stemOf } from '../understanding/text/synonyms.js';

const groups = groupsOf('synonyms');
const NONE: ReadonlySet<string> = new Set();
let byStem: Map<string, Set<string>> | undefined;

/** The stems with the same meaning as a stem, including itself; none for a word that no group has. */
export function synonymsOf(stem: string): ReadonlySet<string> {
  if (byStem === undefined) {
    byStem = new Map();
    for (const group of groups()) {
      const stems = group.map(stemOf);
      for (const one of stems) byStem.set(one, new Set([...(byStem.get(one) ?? []), ...stems]));
    }
  }
  return byStem.get(stem) ?? NONE;
}
