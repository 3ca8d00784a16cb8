// Behind the matcher: texts that equal an example phrase, so that nothing else in them can outweigh it.
import type { Sample } from './calibration.js';
import type { Token } from './concepts.js';
import { hashText } from './hash.js';
import { type HashTable, packTable } from './hash-table.js';

/** In place of the topic of a phrase that two of them claim. */
const AMBIGUOUS = -1;

/** One number for a text as matching sees it. */
export const hashTokens = (tokens: readonly Token[]): number =>
  tokens.reduce((hash, { key }) => hashText(key, hashText(' ', hash)), 0);

/** What exactly one topic says: nobody who says the same can mean anything else. */
export function indexSayings(ids: readonly string[], samples: readonly Sample[]): HashTable {
  const owners = new Map<number, number>();
  for (const { id, tokens } of samples) {
    const hash = hashTokens(tokens);
    const own = ids.indexOf(id);
    owners.set(hash, (owners.get(hash) ?? own) === own ? own : AMBIGUOUS);
  }
  return packTable(new Map([...owners].filter(([, own]) => own !== AMBIGUOUS)));
}
