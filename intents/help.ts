// The topic help: questions about the bot itself, and help asked for with a greeting; it answers from the list of topics.
import { defineHelp } from '../src/answering/intent.js';
import { isAskedFor, joinSays } from './shared/replies.js';

const GREETING = ['hi', 'hello', 'hey', 'hiya', 'greetings', 'morning', 'afternoon', 'evening'];
/** By these, questions about the bot ask what it does with what people write: some by themselves, some beside whose it is. */
const PRIVACY = ['private', 'privacy', 'save', 'store', 'record', 'log', 'collect'];
const SEEING = ['see', 'read', 'remember', 'keep', 'share'];
const OURS = ['my', 'our', 'type', 'write', 'said', 'who', 'data'];
const KEPT = 'What is kept of it, and how to delete it, stands in my Home: open the app in Slack.';
/** What can be done with an answer, or with what is stored: known by its verbs, and where they say too little by what is beside. */
const DOING = [
  {
    verbs: ['delete', 'erase', 'remove', 'forget'],
    says: 'Write “forget me” to me in a direct message: I delete what is stored about you, and say what it was.',
  },
  {
    verbs: ['vote', 'rate', 'feedback'],
    says: 'Below an answer there are two buttons, Helpful and Not helpful. After Not helpful you can say why.',
  },
  {
    verbs: ['share', 'show', 'post'],
    beside: ['this', 'answer', 'channel', 'team'],
    says: 'Ask by my command: below the answer, which only you see, there is a button that shares it with all.',
  },
];

const quoted = (heading: string): string => `“${heading}”`;

/** Says what the bot is and what can be asked. */
export const help = defineHelp({
  id: 'help',
  kinds: ['source'],
  answer(query, facts, { topics, sources, headings, purpose: { subject } }) {
    const dates = facts.of('source');
    const list = `My sources: ${sources.join(' · ')}`;
    if (isAskedFor(query, dates)) return { headline: joinSays(dates), details: [list], facts: dates };
    const words = query.text.split(/\s+/).length;
    const doing = DOING.find(({ verbs, beside }) => query.has(...verbs) && (!beside || query.has(...beside)));
    if (doing) return { headline: doing.says, details: [], facts: [] };
    if (query.has(...PRIVACY) || (query.has(...SEEING) && query.has(...OURS)))
      return {
        headline: 'I read only what is meant for me: commands, direct messages, mentions, and messages picked for me.',
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
});
