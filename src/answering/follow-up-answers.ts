// Answers follow-ups, questions about the answer before, and courtesies.
import type { Context } from '../conversation/context.js';
import type { AskedFor } from '../conversation/parse-follow-up.js';
import type { About, Courtesy } from '../conversation/phrase-roles.js';
import type { FollowUp } from '../conversation/turn.js';
import { type SourceDocument, spellDate } from '../knowledge/documents.js';
import type { Focus } from '../knowledge/fact-mentions.js';
import type { Fact } from '../knowledge/facts.js';
import { readQuestionForm } from '../understanding/question-kind.js';
import type { Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import type { Answer } from './answer.js';
import type { ConversationIntent, Intent, Reply } from './intent.js';
import { ownFacts, silent, type TopicAnswers } from './topic-answers.js';
import type { TopicReplies } from './topic-replies.js';

/** An answer based on more of its topic's facts than this hasn't chosen any. */
const MOST_CHOSEN = 0.5;

/** What answers in a conversation are built from. */
export interface FollowUpParts {
  readonly conversation: ConversationIntent;
  readonly documents: readonly Pick<SourceDocument, 'id' | 'title' | 'updated'>[];
  readonly replies: TopicReplies;
  readonly answers: TopicAnswers;
}

/** The meaning of a question without a topic: “how much?” asks for pay, “by how much?” for a difference. */
const IMPLIED: Readonly<Record<AskedFor, readonly string[]>> = {
  amount: ['pay'],
  pay: ['pay'],
  difference: ['difference'],
  cases: [],
  duration: [],
  thing: [],
  other: [],
};

/** “In which cases?” asks for the reasons that a topic gives. */
const focusOnReasons = ({ replies }: FollowUpParts, intent: Intent): { focus: Focus } => ({
  focus: new Map(ownFacts(replies.facts.all, intent).flatMap(({ id, reason }) => (reason ? [[id, 1] as const] : []))),
});

/** “With whom?”, “where?” ask for the facts that name someone or a place; undefined if the question or the topic is of no such kind. */
function focusOnNames({ replies }: FollowUpParts, intent: Intent, text: string): { focus: Focus } | undefined {
  const { kind } = readQuestionForm(text);
  if (kind !== 'who' && kind !== 'where') return undefined;
  const telling = ownFacts(replies.facts.all, intent).filter(({ answers }) => answers.includes(kind));
  const naming = telling.filter(({ names }) => names.length > 0);
  const chosen = naming.length > 0 ? naming : telling;
  return chosen.length > 0 ? { focus: new Map(chosen.map(({ id }) => [id, 1] as const)) } : undefined;
}

/** If a follow-up only names slots, it's still about the facts of the last answer. */
function keepFocus({ replies }: FollowUpParts, intent: Intent, last: readonly string[] = []): { focus: Focus } {
  const isChosen = last.length <= ownFacts(replies.facts.all, intent).length * MOST_CHOSEN;
  return { focus: new Map(isChosen ? last.map((id, index) => [id, 1 - index / (2 * last.length)]) : []) };
}

/** The answer to a follow-up whose words are `text`, after what was said `before`. */
export function answerFollowUp(
  parts: FollowUpParts,
  { topics, slots, parse, isFormless }: FollowUp,
  said: string,
  before: Context | undefined,
): Answer {
  const { replies, answers, conversation } = parts;
  const isBare = parse === undefined || parse.content.length === 0;
  const asked = parse?.asked;
  const text = isFormless ? '' : said;
  const implied: Token[] = IMPLIED[asked ?? 'thing'].map((word) => ({ key: word, words: [word] }));
  return answers.answerWith(replies.pick(topics), slots, (intent) => {
    const utterance = parse
      ? { text, tokens: [...(isFormless ? parse.content : parse.tokens), ...implied], slots }
      : silent(slots);
    const focus =
      asked === 'cases'
        ? focusOnReasons(parts, intent)
        : (focusOnNames(parts, intent, text) ?? keepFocus(parts, intent, before?.facts));
    const reply = replies.reply(intent, { ...utterance, ...(isBare && focus) });
    return parse && isBare ? noteNoDifference(reply, parse.slots, intent, conversation) : reply;
  });
}

/** The answer to a question about the last answer: why, from where, how sure, or what else there is. */
export function answerAbout(parts: FollowUpParts, about: About, before: Context): Answer {
  const { replies, answers, conversation } = parts;
  const topics = replies.pick(before.topics);
  const slots: Slots = { ...before.slots, amounts: [] };
  const suggestions = replies.relate(before.topics);
  // The next question builds on the answer itself.
  const context = { ...before, offered: suggestions.map(({ topic }) => topic) };
  if (about === 'more' && before.full) {
    const headline = conversation.nothingMore(topics.map(({ title }) => title));
    return {
      outcome: 'about-bot',
      parts: [replies.toPart(conversation.id, { headline, facts: [] })],
      suggestions,
      context,
    };
  }
  if (about === 'more') return answers.answerInFull(topics, slots);
  const answer = answers.answerWith(topics.slice(0, 1), slots, (intent) => replyAbout(parts, about, before, intent));
  return { ...answer, suggestions, context };
}

function replyAbout(
  { replies, conversation, documents }: FollowUpParts,
  about: Exclude<About, 'more'>,
  before: Context,
  intent: Intent,
): Reply {
  const { all } = replies.facts;
  const { formulas, lists, ...plain } = replies.reply(intent, silent({ ...before.slots, amounts: [] }));
  const last = (before.facts ?? []).flatMap((one) => all.find(({ id }) => id === one) ?? []);
  const reasons = about === 'why' ? listReasons(ownFacts(all, intent), last) : [];
  const rests = last.length > 0 ? last : plain.facts;
  const shown = reasons.length > 0 ? reasons : rests;
  const cited = [...shown, ...(plain.quotes ?? [])].map(({ document }) => document);
  const said = about === 'why' ? conversation.why(reasons) : conversation[about](nameSources(documents, cited));
  const isQuotation = about === 'source' || (about === 'why' && reasons.length === 0);
  return { ...plain, ...said, facts: shown, ...(isQuotation && { isQuotation }) };
}

/** The reasons that the last answer gave, else those of its topic. */
function listReasons(own: readonly Fact[], last: readonly Fact[]): Fact[] {
  const isReason = ({ reason, kind }: Fact): boolean => reason === true && own.some((fact) => fact.kind === kind);
  const given = last.filter(isReason);
  return given.length > 0 ? given : own.filter(isReason);
}

/** The titles of the documents cited, with their dates. */
export const nameSources = (documents: FollowUpParts['documents'], cited: readonly string[]): string[] =>
  documents
    .filter(({ id }) => cited.includes(id))
    .map(({ title, updated }) =>
      updated === undefined ? `“${title}” (undated)` : `“${title}” (last updated ${spellDate(updated)})`,
    );

/** The short reply to a courtesy; the conversation stays where it was. */
export function answerCourtesy(
  { replies, conversation }: FollowUpParts,
  courtesy: Courtesy | 'declined',
  before: Context | undefined,
): Answer {
  return {
    outcome: 'small-talk',
    parts: [replies.toPart(conversation.id, conversation.answer(courtesy, replies.purpose))],
    suggestions: [],
    ...(before && { context: before }),
  };
}

/** Says so if a follow-up names a place, level or technology that makes no difference to the documents. */
function noteNoDifference(reply: Reply, named: Slots, { slots = [] }: Intent, conversation: ConversationIntent): Reply {
  const without = {
    levels: slots.includes('levels') ? [] : named.levels,
    places: slots.includes('places') ? [] : named.places,
    technologies: slots.includes('technologies') ? [] : named.technologies,
  };
  if (Object.values(without).every((list) => list.length === 0)) return reply;
  const { headline, details = [] } = reply;
  return { ...reply, headline: conversation.noDifference(without), details: [headline, ...details] };
}
