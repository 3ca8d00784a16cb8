// Adds what the documents say of a technology that a question names to the answer of topics that know none.
import type { Utterance } from '../conversation/utterance.js';
import { type Fact, namesOf } from '../knowledge/facts.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import { TECHNOLOGY } from '../understanding/text/synonyms.js';
import type { Intent, Reply } from './intent.js';
import { NO_SLOTS, silent } from './topic-answers.js';
import type { TopicReplies } from './topic-replies.js';

/** Words that set names against each other. */
const WEIGHING = ['vs', 'versus', 'or', 'and', 'better', 'best', 'compare', 'compared', 'with', 'to', 'which', 'is'];

const isOnTechnologies = ({ slots = [] }: Intent): boolean => slots.includes('technologies');

/** The topic that says whether a technology is asked for; undefined where a topic answered already does, or none is named. */
export function findTeller(
  topics: readonly Intent[],
  answered: readonly Intent[],
  { tokens, slots }: Utterance,
): Intent | undefined {
  // In “Java developer” it only says whose job is meant.
  const isNamed = slots.technologies.length > 0 && tokens.some(({ concept }) => concept === TECHNOLOGY);
  return isNamed && !answered.some(isOnTechnologies) ? topics.find(isOnTechnologies) : undefined;
}

/** Whether a text asks to choose between technologies that the facts of its topics name: “C# or PHP to start with”. */
export function isChoiceOfNames(
  topics: readonly Intent[],
  { text, slots }: Utterance,
  facts: readonly Fact[],
): boolean {
  if (slots.technologies.length < 2) return false;
  const own = facts.filter(({ kind }) => topics.some(({ kinds }) => kinds.includes(kind)));
  const isHeld = (name: string): boolean => own.some(({ quote }) => quote.toLowerCase().includes(name.toLowerCase()));
  return readQuestionForm(text).kind === 'or' && slots.technologies.every(isHeld);
}

/** The topic that a text asks which has only technologies and no other telling word: “MySQL vs Oracle”. */
export function findTellerOfNames(
  topics: readonly Intent[],
  { tokens, slots }: Utterance,
  facts: readonly Fact[],
): Intent | undefined {
  const isBare = tokens.every(
    ({ concept, words }) => concept === TECHNOLOGY || words.every((word) => WEIGHING.includes(word)),
  );
  const isNamed = slots.technologies.some((name) => facts.some((fact) => namesOf(fact).includes(name)));
  return isBare && isNamed ? topics.find(isOnTechnologies) : undefined;
}

/** The reply with one line more: “Java is on the list: …”, or “The documents don’t mention Ruby.”. */
export function addTechnologies(reply: Reply, teller: Intent, { slots }: Utterance, replies: TopicReplies): Reply {
  const { technologies } = slots;
  if (technologies.every((name) => reply.headline.includes(name))) return reply;
  const { headline, facts, lacks = [] } = replies.reply(teller, silent({ ...NO_SLOTS, technologies }));
  return {
    ...reply,
    details: [...(reply.details ?? []), headline],
    facts: [...new Set([...reply.facts, ...facts])],
    lacks: [...new Set([...(reply.lacks ?? []), ...lacks])],
  };
}
