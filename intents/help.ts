// The topic help: questions about the bot itself, and help asked for with a greeting; it answers from the list of topics.

import { isAskedFor } from '../src/answering/headline.js';
import type { HelpIntent } from '../src/answering/intent.js';

const KEPT = 'My Home tab in Slack shows what’s stored and how to delete it.';
/** What can be done with an answer, or with what is stored; it's asked for by all its sub-topics. */
const DOING = [
  {
    asks: ['deleting'],
    says: 'Send me “forget me” in a direct message. I’ll delete what’s stored about you and say what it was.',
  },
  {
    asks: ['voting'],
    says: 'Use the buttons below an answer, Helpful and Not helpful. After Not helpful, you can say why.',
  },
  {
    asks: ['sharing', 'shared'],
    says: 'Ask with /backend-career. Only you see the answer, and a button below it shares it with everyone there.',
  },
];

const SORRY =
  'I’m sorry. Please try other words. With the button Not helpful below an answer, you can say what’s wrong with it.';

const quoted = (heading: string): string => `“${heading}”`;

/** Says what the bot is and what can be asked. */
export const help: HelpIntent = {
  id: 'help',
  kinds: ['source'],
  subtopics: [
    ...DOING.flatMap(({ asks }) => asks),
    'privacy',
    'seeing',
    'ours',
    'wrong',
    'denied',
    'understood',
    'greeting',
  ],
  answer(query, facts, { topics, sources, headings, purpose: { subject } }) {
    const dates = facts.of('source');
    const list = `My sources: ${sources.join(' · ')}`;
    if (isAskedFor(query, dates))
      return { headline: dates.map(({ says }) => says).join(' '), details: [list], facts: dates };
    const words = query.text.split(/\s+/).length;
    const doing = DOING.find(({ asks }) => asks.every(query.asksFor));
    if (doing) return { headline: doing.says, details: [], facts: [] };
    if (query.asksFor('privacy') || (query.asksFor('seeing') && query.asksFor('ours')))
      return {
        headline: 'I only read commands, direct messages, mentions, and messages someone asks me to answer.',
        details: [KEPT],
        facts: [],
      };
    // What isn't asked as a question is a complaint: “that’s wrong”, “you didn’t understand me”.
    const isDenied = query.asksFor('denied') && query.asksFor('understood');
    if (query.form.kind === 'open' && (query.asksFor('wrong') || isDenied)) return { headline: SORRY, facts: [] };
    const lead = words <= 4 && query.asksFor('greeting') ? 'Hello! ' : '';
    return {
      headline: `${lead}I’m a bot, not a person. I answer questions${subject === undefined ? '' : ` about ${subject}`} from documents only, and I quote them.`,
      details: [
        ...topics.map(({ example }) => quoted(example)),
        ...(topics.length > 0 ? [] : headings.map((one) => `${one.title}: ${one.headings.map(quoted).join(', ')}`)),
        list,
      ],
      facts: [],
    };
  },
};
