// Words the replies to courtesies, to questions about the last answer, and to follow-ups that change nothing.
import { defineTalk, type Slots } from '../src/answering/intent.js';
import { GENERAL, spellPlace } from './salary/figures.js';
import { joinNames } from './shared/replies.js';

const LEVELS: Readonly<Record<Slots['levels'][number], string>> = {
  fresher: 'freshers',
  experienced: 'experienced developers',
};

const namePlace = ({ id, name }: Slots['places'][number]): string =>
  GENERAL.test(name) ? (id === 'india' ? 'India' : 'places outside India') : spellPlace(name);

/** Short, and never a question back. */
export const talk = defineTalk({
  id: 'courtesy',
  greet: ({ subject }) => `Hello! I answer questions ${subject === undefined ? 'from documents' : `about ${subject}`}.`,
  courtesies: {
    thanks: 'You’re welcome.',
    farewell: 'Goodbye, and good luck.',
    fine: 'All right.',
    declined: 'All right. Say it in other words, or ask for help to see all topics.',
  },
  why(reasons) {
    const [first, ...others] = reasons;
    if (first) return { headline: first.says, details: others.map(({ says }) => says) };
    return { headline: 'The documents give no reason. This is all they say:', details: [] };
  },
  source: (sources) => ({ headline: `It stands in ${joinNames(sources)}.`, details: [] }),
  sure: (sources) => ({
    headline: 'It is what the documents say, to the letter. I can’t tell whether they are right.',
    details: [`It stands in ${joinNames(sources)}.`],
  }),
  full: (title) => `All that the documents hold on “${title}”:`,
  allTold: (titles) => `That is all that the documents hold on ${joinNames(titles.map((title) => `“${title}”`))}.`,
  noDifference({ levels, places, technologies }) {
    const names = [...levels.map((level) => LEVELS[level]), ...places.map(namePlace), ...technologies];
    return `The documents don’t tell ${joinNames(names, 'or')} apart here.`;
  },
});
