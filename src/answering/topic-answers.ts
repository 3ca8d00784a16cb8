// Answers topics, as asked or with all their facts, so that a follow-up can build on it.
import { makeContext } from '../conversation/context.js';
import type { Utterance } from '../conversation/utterance.js';
import type { Fact } from '../knowledge/facts.js';
import type { Slots } from '../understanding/slots.js';
import { type Answer, type AnswerPart, listPoints } from './answer.js';
import type { ConversationIntent, Intent, Reply } from './intent.js';
import type { TopicReplies } from './topic-replies.js';

/** Slots of a question that names none. */
export const NO_SLOTS: Slots = { levels: [], places: [], amounts: [], technologies: [] };

/** Set for someone who only names slots. */
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

/** A part with the facts that it rests on. */
interface FactualPart {
  readonly part: AnswerPart;
  readonly facts: readonly Fact[];
}

/** Builds the answers of topics; `conversation` has the words above a full answer. */
export function createTopicAnswers(replies: TopicReplies, conversation: ConversationIntent): TopicAnswers {
  /** The same whatever was asked, and needed for nearly every answer. */
  const known = new Map<string, FactualPart>();
  const fullPartOf = (intent: Intent): FactualPart => {
    const full = known.get(intent.id) ?? makeFullPart(replies, conversation, intent);
    known.set(intent.id, full);
    return full;
  };

  const answerOf = (topics: readonly Intent[], slots: Slots, factual: readonly FactualPart[]): Answer => {
    const ids = topics.map(({ id }) => id);
    const suggestions = replies.relate(ids);
    const offered = suggestions.map(({ topic }) => topic);
    const rests = [...new Set(factual.flatMap(({ facts }) => facts.map(({ id }) => id)))];
    const parts = factual.map(({ part }) => part);
    const isFull = parts.every((part) => part.full);
    const unit = slots.amounts.at(-1);
    const context = makeContext({
      topics: ids,
      offered,
      slots,
      ...(unit && { unit }),
      facts: rests,
      ...(isFull && { full: true }),
    });
    return { outcome: 'answer', parts, suggestions, context };
  };

  return {
    answerWith(topics, slots, shape) {
      const answered = topics.map((intent) => ({ intent, reply: shape(intent) }));
      const parts = answered.map(({ intent, reply }) => {
        const part = replies.toPart(intent.id, reply);
        const isFull = part.full || saysAll(part, fullPartOf(intent).part);
        return { part: isFull ? { ...part, full: true as const } : part, facts: reply.facts };
      });
      const isAbsent = answered.every(({ reply }) => reply.isAbsent);
      const lacking = [...new Set(answered.flatMap(({ reply }) => reply.lacks ?? []))];
      return {
        ...answerOf(topics, slots, parts),
        ...(isAbsent && { outcome: 'not-in-documents' as const }),
        ...(lacking.length > 0 && { gap: { kind: 'missing', subjects: lacking } as const }),
      };
    },
    answerInFull: (topics, slots) => answerOf(topics, slots, topics.map(fullPartOf)),
  };
}

/** Everything on a topic: as it arranges its facts itself, else a line for each. */
function makeFullPart(replies: TopicReplies, conversation: ConversationIntent, intent: Intent): FactualPart {
  const utterance = silent(NO_SLOTS);
  const plain = replies.reply(intent, utterance);
  const own = ownFacts(replies.facts.all, intent);
  const full = { full: true as const };
  if (own.length === 0) return { part: { ...replies.toPart(intent.id, plain), ...full }, facts: plain.facts };
  const { details = [], lists, formulas = [], ...arranged } = replies.arrange(intent, utterance) ?? { facts: [] };
  const facts = [...new Set([...arranged.facts, ...own, ...plain.facts])];
  const others = facts.filter((fact) => !arranged.facts.includes(fact));
  const lines = [...new Set(others.map(({ says }) => says))];
  const besides = lists && lines.length > 0 ? [...lists, { heading: conversation.besides, items: lines }] : lists;
  const reply = {
    ...arranged,
    headline: conversation.full(intent.title),
    details: lists ? details : [...details, ...lines],
    ...(besides && { lists: besides }),
    formulas: [...new Set([...(plain.formulas ?? []), ...formulas])],
    facts,
  };
  return { part: { ...replies.toPart(intent.id, reply), ...full }, facts };
}

/** Whether a part says every line that the full one does, and shows all it shows. */
function saysAll(part: AnswerPart, full: AnswerPart): boolean {
  if (full.table !== undefined || full.chart !== undefined) return false;
  const said = [part.headline, ...listPoints(part), ...part.formulas].join('\n').toLowerCase();
  const isSaid = (line: string): boolean => said.includes(line.toLowerCase().replace(/[.!?]+$/, ''));
  return [...listPoints(full), ...full.formulas].every(isSaid);
}
