// Words the replies to courtesies, to questions about the last answer, and to follow-ups that change nothing.
import { joinNames } from '../src/answering/headline.js';
import type { ConversationIntent, Slots } from '../src/answering/intent.js';
import { PEOPLE } from './shared/wording.js';

const namePlace = ({ id, part }: Slots['places'][number]): string =>
  part ?? (id === 'india' ? 'India' : 'places outside India');

const COURTESIES = {
  thanks: 'You’re welcome.',
  farewell: 'Goodbye, and good luck.',
  fine: 'OK.',
  declined: 'OK. Try asking another way, or ask for help to see all topics.',
} as const;

/** Short, and never a question back. */
export const conversation: ConversationIntent = {
  id: 'courtesy',
  answer: (courtesy, { subject }) => ({
    headline:
      courtesy === 'greeting'
        ? `Hello! I answer questions ${subject === undefined ? 'from documents' : `about ${subject}`}.`
        : COURTESIES[courtesy],
    facts: [],
  }),
  why(reasons) {
    const [first, ...others] = reasons;
    if (first) return { headline: first.says, details: others.map(({ says }) => says) };
    return { headline: 'The documents don’t say why. Here’s what they do say:', details: [] };
  },
  source: (sources) => ({ headline: `It’s from ${joinNames(sources)}.`, details: [] }),
  sure: (sources) => ({
    headline: 'I’m sure that’s what the documents say. I can’t tell you whether they’re right.',
    details: [`It’s from ${joinNames(sources)}.`],
  }),
  besides: 'Also',
  full: (title) => `Everything the documents say about “${title}”:`,
  nothingMore: (titles) =>
    `That’s everything the documents say about ${joinNames(titles.map((title) => `“${title}”`))}.`,
  noDifference({ levels, places, technologies }) {
    const names = [...levels.map((level) => PEOPLE[level]), ...places.map(namePlace), ...technologies];
    return `The documents say nothing specific about ${joinNames(names, 'or')} here.`;
  },
};
