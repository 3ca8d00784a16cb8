// Answers topics: as asked, or with all their facts; what comes next may build on it.
import { makeContext } from '../conversation/context.js';
import type { Utterance } from '../conversation/utterance.js';
import type { Fact } from '../knowledge/facts.js';
import type { Slots } from '../understanding/slots.js';
import type { Answer } from './answer.js';
import type { ConversationIntent, Intent, Reply } from './intent.js';
import type { TopicReplies } from './topic-replies.js';

/** Slots of a question that names none. */
export const NO_SLOTS: Slots = { levels: [], places: [], amounts: [], technologies: [] };

/** What is said by someone who only names slots. */
export const silent = (slots: Slots): Utterance => ({ text: '', tokens: [], slots });

/** The facts that are a topic's own. */
export const ownFacts = (facts: readonly Fact[], { kinds }: Intent): Fact[] =>
  facts.filter(({ kind }) => kinds.includes(kind));

/** Answers topics. */
export interface TopicAnswers {
  /** The answer of topics; `shape` makes the reply of each. */
  answerWith(topics: readonly Intent[], slots: Slots, shape: (intent: Intent) => Reply): Answer;
  /** All facts of the topics with all their quotes. */
  answerInFull(topics: readonly Intent[], slots: Slots): Answer;
}

/** Builds the answers of topics; `conversation` has the words above a full answer. */
export function createTopicAnswers(replies: TopicReplies, conversation: ConversationIntent): TopicAnswers {
  const answerWith = (
    topics: readonly Intent[],
    slots: Slots,
    shape: (intent: Intent) => Reply,
    marks: { readonly full?: true } = {},
  ): Answer => {
    const answered = topics.map((intent) => ({ id: intent.id, reply: shape(intent) }));
    const ids = answered.map(({ id }) => id);
    const suggestions = replies.relate(ids);
    const offered = suggestions.map(({ topic }) => topic);
    const rests = [...new Set(answered.flatMap((one) => one.reply.facts.map(({ id }) => id)))];
    const parts = answered.map((one) => ({ ...replies.toPart(one.id, one.reply), ...marks }));
    const isFull = parts.every((part) => part.full);
    const context = makeContext({ topics: ids, offered, slots, facts: rests, ...(isFull && { full: true }) });
    const outcome = answered.every((one) => one.reply.isAbsent) ? 'not-in-documents' : 'answer';
    const lacking = [...new Set(answered.flatMap((one) => one.reply.lacks ?? []))];
    const gap = lacking.length > 0 && { gap: { kind: 'missing', subjects: lacking } as const };
    return { outcome, parts, suggestions, context, ...gap };
  };

  const replyInFull = (intent: Intent): Reply => {
    const plain = replies.reply(intent, silent(NO_SLOTS));
    const own = ownFacts(replies.facts.all, intent);
    if (own.length === 0) return plain;
    const facts = [...new Set([...own, ...plain.facts])];
    const details = [...new Set(facts.map(({ says }) => says))];
    const { lists, ...rest } = plain;
    return { ...rest, headline: conversation.full(intent.title), details, facts };
  };

  return {
    answerWith: (topics, slots, shape) => answerWith(topics, slots, shape),
    answerInFull: (topics, slots) => answerWith(topics, slots, replyInFull, { full: true }),
  };
}
