// Names levels and places in a sentence, the same in all topics.
import type { Slots } from '../../src/answering/intent.js';

/** People of a level. */
export const PEOPLE: Readonly<Record<Slots['levels'][number], string>> = {
  fresher: 'freshers',
  experienced: 'experienced developers',
};

/** Where a place is. */
export const WHERE: Readonly<Record<Slots['places'][number]['id'], string>> = {
  india: 'in India',
  'outside-india': 'outside India',
};

/** “Why is it so high?” asks for more than what pay depends on. */
export const SO_MUCH =
  /\bso (?:much|high|well|good|great|low|little|bad)|\b(?:pays?|paid|earns?) (?:well|good|great|a lot|badly|little)\b/i;
