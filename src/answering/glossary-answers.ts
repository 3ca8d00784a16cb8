// Answers what a word means, from the glossary, and says that the explanation is the advisor's own.
import { type Context, makeContext } from '../conversation/context.js';
import type { Fact } from '../knowledge/facts.js';
import type { GlossaryEntry } from '../knowledge/glossary.js';
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Answer } from './answer.js';
import { NO_SLOTS } from './topic-answers.js';
import { MOST_NEXT, type TopicReplies } from './topic-replies.js';

const FRAMES: readonly RegExp[] = [
  /^(?:and |so |but |ok |hi |hey |please )*(?:who(?:'s| is| are)(?= an? )|what(?:'s| is| are|s)(?: meant by| the (?:meaning|full form|definition) of)?|what do (?:you|they) mean by|define|explain|(?:the )?meaning of|(?:the )?full form of|what does) (?:an? |the )?(?:word |term |abbreviation )?(.+?)(?: (?:in|on) (?:the |a |this |your )?(?:back ?end|job|list|documents?|description)\b.*)?(?: (?:(?:used |good )?for|mean|means|stand for|stands for|in full|exactly|here|anyway|though|please|meaning|full form))*$/,
  /^(.+?),? (?:meaning|full form|definition|means what|stands for what|means|in full)$/,
];

/** The text without quotation marks, final punctuation and extra spaces. */
const tidy = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[“”"?!]|(?<!\w)'|'(?!\w)|\.\s*$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** “E2E tests” is explained as “E2E testing” is. */
const stemsIn = (text: string): string => splitWords(text).map(stemOf).join(' ');

/**
 * Returns a function that explains the word a text asks for; undefined for any other text. What was said `before` stays
 * what the next question builds on.
 */
export function createGlossary(
  entries: readonly GlossaryEntry[],
  replies: TopicReplies,
): (text: string, before?: Context) => Answer | undefined {
  const byWord = new Map(entries.flatMap((entry) => entry.words.map((word) => [word, entry] as const)));
  const byStem = new Map(entries.flatMap((entry) => entry.words.map((word) => [stemsIn(word), entry] as const)));
  const findEntry = (text: string): GlossaryEntry | undefined => {
    const tidied = tidy(text);
    return FRAMES.flatMap((frame) => frame.exec(tidied)?.[1] ?? [])
      .flatMap((word) => byWord.get(word) ?? byStem.get(stemsIn(word)) ?? [])
      .at(0);
  };
  return (text, before) => {
    // A longer text asks for more than a word.
    const entry = text.length > MOST_CHARACTERS ? undefined : findEntry(text);
    if (entry === undefined || replies.pick([entry.topic]).length === 0) return undefined;
    const [use] = replies.facts.all.filter((fact) => isUsedIn(entry, fact));
    const details = [
      use
        ? 'That’s my own explanation. The documents use the word without explaining it.'
        : 'That’s my own explanation, not the documents’.',
    ];
    const part = replies.toPart(entry.topic, { headline: entry.says, details, facts: use ? [use] : [] });
    const suggestions = [...replies.suggest([entry.topic]), ...replies.relate([entry.topic])].slice(0, MOST_NEXT);
    const offered = suggestions.map(({ topic }) => topic);
    const own = { topics: [entry.topic], slots: NO_SLOTS, facts: use ? [use.id] : [] };
    const context = makeContext({ ...(before ?? own), offered });
    return { outcome: 'answer', parts: [part], suggestions, context };
  };
}

const MOST_CHARACTERS = 80;

const isUsedIn = ({ term }: GlossaryEntry, { quote }: Fact): boolean =>
  ` ${quote.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${term.toLowerCase()}`);
