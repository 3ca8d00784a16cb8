// The topic help: questions about the bot itself, and help asked for with a greeting; it answers from the list of topics.

import { isAskedFor } from '../src/answering/headline.js';
import type { HelpIntent } from '../src/answering/intent.js';

const GREETING = ['hi', 'hello', 'hey', 'hiya', 'greetings', 'morning', 'afternoon', 'evening'];
/** By these, questions about the bot ask what it does with what people write: some by themselves, some beside whose it is. */
const PRIVACY = ['private', 'privacy', 'save', 'store', 'record', 'log', 'collect'];
const SEEING = ['see', 'read', 'remember', 'keep', 'share'];
const OURS = ['my', 'our', 'type', 'write', 'said', 'who', 'data'];
const KEPT = 'My Home tab in Slack shows what’s stored and how to delete it.';
/** What can be done with an answer, or with what is stored: known by its verbs, and where they say too little by what is beside. */
const DOING = [
  {
    verbs: ['delete', 'erase', 'remove', 'forget'],
    says: 'Send me “forget me” in a direct message. I’ll delete what’s stored about you and say what it was.',
  },
  {
    verbs: ['vote', 'rate', 'feedback'],
    says: 'Use the buttons below an answer, Helpful and Not helpful. After Not helpful, you can say why.',
  },
  {
    verbs: ['share', 'show', 'post'],
    beside: ['this', 'answer', 'channel', 'team'],
    says: 'Ask with /backend-career. Only you see the answer, and a button below it shares it with everyone there.',
  },
];

const quoted = (heading: string): string => `“${heading}”`;

/** Says what the bot is and what can be asked. */
export const help: HelpIntent = {
  id: 'help',
  kinds: ['source'],
  answer(query, facts, { topics, sources, headings, purpose: { subject } }) {
    const dates = facts.of('source');
    const list = `My sources: ${sources.join(' · ')}`;
    if (isAskedFor(query, dates))
      return { headline: dates.map(({ says }) => says).join(' '), details: [list], facts: dates };
    const words = query.text.split(/\s+/).length;
    const doing = DOING.find(({ verbs, beside }) => query.has(...verbs) && (!beside || query.has(...beside)));
    if (doing) return { headline: doing.says, details: [], facts: [] };
    if (query.has(...PRIVACY) || (query.has(...SEEING) && query.has(...OURS)))
      return {
        headline: 'I only read commands, direct messages, mentions, and messages someone asks me to answer.',
        details: [KEPT],
        facts: [],
      };
    const lead = words <= 4 && query.has(...GREETING) ? 'Hello! ' : '';
    return {
      headline: `${lead}I’m a bot, not a person. I answer questions${subject === undefined ? '' : ` about ${subject}`} from documents only, and I quote them.`,
      details: [
        ...topics.map(({ title, example }) => `${title}: “${example}”`),
        ...(topics.length > 0 ? [] : headings.map((one) => `${one.title}: ${one.headings.map(quoted).join(', ')}`)),
        list,
      ],
      facts: [],
    };
  },
};
