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

/** Names of places as broad as those in the documents. */
export const GENERAL =
  /^(?:indian?|indias|abroad|overseas|outside (?:of )?india|worldwide|globally|international(?:ly)?|foreign country|other countries)$/;

/** A place as people write it: “the US”, “Berlin”. */
export const spellPlace = (name: string): string =>
  name === 'the states'
    ? 'the States'
    : /^(?:in |the |in the )?(?:us|usa|uk|uae|eu|nyc|sf|ncr|blr)$/.test(name)
      ? `the ${name.replace(/^(?:in )?(?:the )?/, '').toUpperCase()}`
      : name.replace(/^in (?:the )?|^the /, '').replace(/\b\w/g, (letter) => letter.toUpperCase());
