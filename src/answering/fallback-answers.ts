// Answers what no topic is sure of: with passages, with topics to choose from, or with a refusal.
import { type CarriedSlots, makeContext } from '../conversation/context.js';
import { listHeadings } from '../knowledge/documents.js';
import { PASSAGE, type Passage, type Passages } from '../knowledge/passages.js';
import type { Understanding } from '../understanding/understand.js';
import type { Answer } from './answer.js';
import type { FallbackIntent } from './intent.js';
import { signedPart } from './signed-text.js';
import { NO_SLOTS } from './topic-answers.js';
import { MOST_NEXT, type TopicReplies } from './topic-replies.js';
import type { TrainedBot } from './trained-bot.js';

/** The topic of a button that shows a passage; the passage's place follows. */
const PASSAGE_TOPIC = `${PASSAGE}:`;

/** The passage that a button's topic asks for; undefined for any other topic, and if it no longer exists. */
export const openPassageTopic = (passages: Passages, topic: string): Passage | undefined =>
  topic.startsWith(PASSAGE_TOPIC) ? passages.open(topic.slice(PASSAGE_TOPIC.length)) : undefined;

/** Builds answers from passages, offers and refusals; the caller adds the context. */
export interface FallbackAnswers {
  /** A passage as the answer, with the topics near to it; what comes next may build on it, and on `slots`. */
  showPassage(passage: Passage, nearest: readonly string[], slots?: CarriedSlots): Answer;
  /** A topic's answer, and after it what a document says besides. */
  addPassage(answer: Answer, passage: Passage): Answer;
  /** An answer that denies a subject, with the section that comes closest to it before the topics near to it. */
  addClosest(answer: Answer, passage: Passage): Answer;
  /** The answer to a text that is unclear or out of scope; `offered` are the passages that come closest. */
  fallBack(
    outcome: 'clarify' | 'out-of-scope',
    unsure: Pick<Understanding, 'outOfScope' | 'nearest'>,
    offered?: readonly Passage[],
  ): Answer;
}

/** Builds them. */
export function createFallbackAnswers(
  fallback: FallbackIntent,
  replies: TopicReplies,
  { purpose, documents }: Pick<TrainedBot, 'purpose' | 'documents'>,
): FallbackAnswers {
  const headings = documents.flatMap(listHeadings);
  const heading = headings.find((one) => one.endsWith('?')) ?? headings[0];
  return {
    showPassage({ ref, title, quotes, signed }, nearest, slots = NO_SLOTS) {
      const context = makeContext({ topics: [], offered: nearest, slots, passage: ref });
      if (signed !== undefined)
        return { outcome: 'answer', parts: [signedPart(signed)], suggestions: replies.suggest(nearest), context };
      const reply = fallback.answer({ outcome: 'passage', source: title, purpose });
      const part = replies.toPart(PASSAGE, { ...reply, quotes, isQuotation: true });
      return { outcome: 'passage', parts: [part], suggestions: replies.suggest(nearest), context };
    },
    addPassage(answer, { title, sentence, quotes, signed }) {
      if (signed !== undefined) return { ...answer, parts: [...answer.parts, signedPart(signed)] };
      const [last] = answer.parts.slice(-1);
      if (last === undefined) return answer;
      const details = [...last.details, fallback.besides(title, sentence)];
      const more = { ...last, details, quotes: [...last.quotes, ...quotes] };
      return { ...answer, parts: [...answer.parts.slice(0, -1), more] };
    },
    addClosest(answer, { ref, section }) {
      const closest = { topic: `${PASSAGE_TOPIC}${ref}`, title: section };
      return { ...answer, suggestions: [closest, ...answer.suggestions].slice(0, MOST_NEXT) };
    },
    fallBack(outcome, { outOfScope, nearest }, offered = []) {
      const said = offered.length > 0 ? 'closest' : outcome;
      const example = replies.pick(nearest)[0]?.example ?? heading;
      const reply = fallback.answer({ outcome: said, outOfScope, purpose, example });
      const parts = [replies.toPart(fallback.id, reply)];
      const suggestions = replies.suggest(outcome === 'clarify' ? nearest : nearest.slice(0, MOST_NEXT));
      const kind = outcome === 'clarify' ? 'offered' : 'refused';
      if (offered.length === 0) return { outcome, parts, suggestions, gap: { kind, subjects: [] } };
      const closest = offered.map(({ ref, document, title, section }) => {
        return { topic: `${PASSAGE_TOPIC}${ref}`, document, title, section };
      });
      return {
        outcome: 'clarify',
        parts,
        suggestions: outcome === 'clarify' ? suggestions : [],
        passages: closest,
        gap: { kind: 'closest', subjects: [], ...(closest[0] && { nearest: closest[0] }) },
      };
    },
  };
}
