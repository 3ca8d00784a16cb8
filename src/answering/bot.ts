// Question in, answer out. Knows nothing of Slack, the environment or the time.
import { type Context, makeContext, mergeSlots, readContext } from '../conversation/context.js';
import { createTurnReader, type TurnParts } from '../conversation/follow-up.js';
import type { OwnQuestion, PassageFollowUp, Turn } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import { listHeadings, type SourceDocument } from '../knowledge/documents.js';
import { createOverlap, findFocus } from '../knowledge/fact-mentions.js';
import { documentOf } from '../knowledge/mentors-document.js';
import { openPassages, type Passage, type Passages } from '../knowledge/passages.js';
import { findMissing } from '../knowledge/undocumented-subjects.js';
import { type Matcher, openMatcher } from '../understanding/matcher/matcher.js';
import { findSlots, type Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import { stripMarkup } from '../understanding/text/tokenizer.js';
import { createUnderstanding, type Understander, type Understanding } from '../understanding/understand.js';
import { addDocuments } from './added-documents.js';
import { type Answer, isAnswered, type MentorAnswer, type PassageSuggestion, type Suggestion } from './answer.js';
import { createDocumentAnswers } from './document-answers.js';
import { createFallbackAnswers, type FallbackAnswers, openPassageTopic } from './fallback-answers.js';
import { findFigure } from './figure-reference.js';
import { answerAbout, answerCourtesy, answerFollowUp, type FollowUpParts } from './follow-up-answers.js';
import { createGlossary } from './glossary-answers.js';
import type { Intent, Intents } from './intent.js';
import { answerAboutPassage } from './passage-answers.js';
import { type ChoosePassage, createPassageChoice, type OwnedQuote } from './passage-choice.js';
import type { Question } from './question.js';
import { addTechnologies, findTeller } from './technology-note.js';
import { createTopicAnswers, NO_SLOTS } from './topic-answers.js';
import { createTopicReplies, MOST_NEXT } from './topic-replies.js';
import type { TrainedBot } from './trained-bot.js';
import { addWritten, listSearched } from './written-answers.js';

/** A topic as help and Home list it, with a question to try. */
export interface Topic extends Suggestion {
  readonly example: string;
}

/** A section of a document, by what people know it by. */
export type SourceSection = Pick<PassageSuggestion, 'document' | 'title' | 'section'>;

/** Answers every text there is, throws for none, and gives the same answer to the same question. */
export interface Bot {
  answer(question: Question): Answer;
  /** Whether a button that asks for this topic, or for this passage, still leads to an answer. */
  knows(topic: string): boolean;
  /** The topics it knows, in the order of help. */
  readonly topics: readonly Topic[];
  /** The documents it answers from; `updated` is the date as the document words it. */
  readonly documents: readonly Pick<SourceDocument, 'id' | 'title' | 'updated'>[];
  /** What it answers questions about, as a phrase; undefined where only its documents say it. */
  readonly subject?: string | undefined;
  /** Questions to try: the topics' own, or without topics a heading of each document. */
  readonly examples: readonly string[];
  /** All sections with a text, those that come closest to a question first. */
  sectionsFor(question: string): readonly SourceSection[];
  /** A bot that answers from what mentors wrote as well, as `withDocuments` does. */
  withAnswers(answers: readonly MentorAnswer[]): Bot;
}

/** How a question was read; `context` is what it could lean on. */
export interface Explanation extends Understanding {
  readonly slots: Slots;
  readonly turn: Turn;
  readonly context: Context | undefined;
  /** The passages that were found for it, best first. */
  readonly passages: readonly Passage[];
}

/** A bot that can also say what an answer is based on, for editors. */
export interface ExplainingBot extends Bot {
  explain(question: Question): Explanation;
  /**
   * A bot that answers from these documents as well; nothing is trained, it takes milliseconds. To replace or remove what
   * was added, call it again on the bot that it was first called on.
   */
  withDocuments(added: readonly SourceDocument[]): ExplainingBot;
}

/** From this confidence on, a passage answers what sounds like a question about the bot. */
const CLEAR_PASSAGE = 0.7;
/** From this focus on, a fact is asked for by name. */
const NAMED = 0.4;

/** A question taken apart, and what it may build on. */
interface AskedTurn {
  readonly utterance: Utterance;
  readonly context: Context | undefined;
}

/** What every kind of turn is answered with. */
interface BotParts extends FollowUpParts {
  readonly intents: Intents;
  readonly understander: Understander;
  readonly choosePassage: ChoosePassage;
  readonly passages: Passages;
  readonly fallbacks: FallbackAnswers;
}

type Turns = { [T in Turn as T['kind']]: T };

/** How each kind of turn is answered. */
type TurnAnswers = { [K in keyof Turns]: (parts: BotParts, turn: Turns[K], asked: AskedTurn) => Answer };

const TURN_ANSWERS: TurnAnswers = {
  question: answerQuestion,
  courtesy: (parts, { courtesy }, { context }) => answerCourtesy(parts, courtesy, context),
  'follow-up': (parts, turn, asked) =>
    showBetterPassage(parts, turn.parse?.content.length ? turn.parse.tokens : [], turn.topics, asked) ??
    answerFollowUp(parts, turn, asked.utterance.text, asked.context),
  about: (parts, { about, before }) => answerAbout(parts, about, before),
  passage: answerPassageFollowUp,
  unclear: (parts, { nearest, slots }, asked) =>
    showBetterPassage(parts, asked.utterance.tokens, [], asked) ?? {
      ...parts.fallbacks.fallBack('clarify', { outOfScope: undefined, nearest }),
      context: makeContext({ topics: [], ...asked.context, offered: nearest, slots, asked: true }),
    },
};

/** The passage that answers the words of a follow-up better than these topics do, if one does. */
function showBetterPassage(
  { replies, fallbacks, choosePassage }: BotParts,
  tokens: readonly Token[],
  topics: readonly string[],
  { utterance, context }: AskedTurn,
): Answer | undefined {
  if (tokens.length === 0) return undefined;
  const { shown, isBetter } = choosePassage([tokens], replies.pick(topics), utterance.slots);
  return shown && isBetter ? fallbacks.showPassage(shown, topics, context?.slots) : undefined;
}

const answerTurn = <K extends keyof Turns>(kind: K, parts: BotParts, turn: Turns[K], asked: AskedTurn): Answer =>
  TURN_ANSWERS[kind](parts, turn, asked);

/** Whether a text that sounds like a question about the bot asks for a passage: it doesn't when it's a known phrase of help. */
function isOfDocuments({ candidate, confidence }: Passage, { readings }: Understanding, help: string): boolean {
  if (candidate.isExact) return true;
  const isPhrase = readings.some(({ match }) => match.ranked.some(({ id, score }) => id === help && score === 1));
  return confidence >= CLEAR_PASSAGE && !isPhrase;
}

/** Whether a text that no topic is sure of has nothing that speaks for another subject. */
const isFamiliar = ({ outcome, outOfScope, readings: [whole] }: Understanding): boolean =>
  outcome === 'clarify' || (outOfScope === undefined && whole?.subject.unfamiliarity === 0);

function answerQuestion(parts: BotParts, { understood }: OwnQuestion, { utterance, context }: AskedTurn): Answer {
  const { intents, replies, answers, understander, fallbacks } = parts;
  const { outcome, topics, nearest } = understood;
  // No one can follow up on another job. Whatever else wasn't answered, the conversation continues where it was.
  const isForeign = understander.asksAboutAnother(utterance.tokens);
  const kept = isForeign ? undefined : context;
  const figure = outcome === 'answer' || isForeign ? undefined : findFigure(utterance, replies.facts.all);
  const ofFigure = figure && intents.topics.find(({ kinds }) => kinds.includes(figure.kind));
  if (ofFigure) return answers.answerWith([ofFigure], utterance.slots, (intent) => replies.reply(intent, utterance));
  const ids = topics.map(({ id }) => id);
  const asked = replies.pick(ids);
  const readings = understood.readings.map(({ tokens }) => tokens);
  const { shown, isBetter, offered, owner } = parts.choosePassage(readings, asked, utterance.slots);
  if (outcome === 'about-bot' && !(shown && isOfDocuments(shown, understood, intents.help.id))) {
    const part = replies.toPart(intents.help.id, replies.replyOfHelp(utterance));
    return { outcome, parts: [part], suggestions: [], ...(context && { context }) };
  }
  const showPassage = (passage: Passage): Answer =>
    fallbacks.showPassage(passage, [...ids, ...nearest].slice(0, MOST_NEXT), kept?.slots);
  if (shown && isBetter) return showPassage(shown);
  if (outcome === 'answer') {
    const teller = findTeller(intents.topics, asked, utterance);
    const answer = answers.answerWith(asked, utterance.slots, (intent) => {
      const asks = ids.length > 1 ? understood.readings.slice(1).find(({ topic }) => topic === intent.id) : undefined;
      const reply = replies.reply(intent, asks ? { ...utterance, asks: asks.text } : utterance);
      return teller && intent === asked[0] ? addTechnologies(reply, teller, utterance, replies) : reply;
    });
    // What no document has, a mentor may have answered.
    if (shown?.signed && answer.outcome === 'not-in-documents') return showPassage(shown);
    return shown ? fallbacks.addPassage(answer, shown) : answer;
  }
  const [telling] = replies.pick(owner !== undefined && isFamiliar(understood) ? [owner] : []);
  const told = telling && answers.answerWith([telling], utterance.slots, (intent) => replies.reply(intent, utterance));
  if (told?.outcome === 'answer') return told;
  const slots = mergeSlots(kept?.slots ?? NO_SLOTS, outcome === 'clarify' ? utterance.slots : NO_SLOTS);
  const next = { topics: [], ...kept, slots, offered: nearest };
  const answer = fallbacks.fallBack(outcome === 'clarify' ? outcome : 'out-of-scope', understood, offered);
  return { ...answer, context: makeContext(answer.outcome === 'clarify' ? { ...next, asked: true } : next) };
}

/** A question about the passage before, or one that its document answers; otherwise a question of its own. */
function answerPassageFollowUp(parts: BotParts, turn: PassageFollowUp, asked: AskedTurn): Answer {
  const { passages, fallbacks } = parts;
  const { text, tokens } = asked.utterance;
  const told = turn.about && passages.open(turn.passage) && answerAboutPassage(parts, turn, turn.about, text);
  if (told !== undefined) return told;
  const words = tokens.flatMap((token) => token.words);
  const follow = (): Answer | undefined => {
    const followed = passages.follow(turn.passage, words, text);
    return followed && fallbacks.showPassage(followed, [], asked.context?.slots);
  };
  const followed = turn.isLed ? follow() : undefined;
  if (followed !== undefined) return followed;
  const own = answerQuestion(parts, { kind: 'question', understood: turn.understood }, asked);
  if (own.outcome === 'passage' || isAnswered(own)) return own;
  if (!turn.isLed) return follow() ?? own;
  // “How much?” asks for no other subject: the passage doesn't say.
  const before = own.outcome === 'clarify' ? undefined : passages.open(turn.passage);
  const closest = before && fallbacks.fallBack('out-of-scope', turn.understood, [before]);
  return closest ? { ...closest, ...(asked.context && { context: asked.context }) } : own;
}

/** Gives slots by text and tokens, only when they are needed: most refusals need none. */
function toUtterance(raw: string, matcher: Matcher, trained: TrainedBot): Utterance {
  const text = stripMarkup(raw).trim();
  const tokens = matcher.read(text);
  let slots: Slots | undefined;
  return {
    text,
    tokens,
    get slots() {
      slots ??= findSlots(text, tokens, trained.slots);
      return slots;
    },
  };
}

function turnParts(trained: TrainedBot, { topics }: Intents, matcher: Matcher, understander: Understander): TurnParts {
  const kindsOf = new Map(topics.map(({ id, kinds }) => [id, kinds]));
  return {
    words: trained.followUps,
    topics,
    understander,
    read: (text) => matcher.read(text),
    findSlots: (text, tokens) => findSlots(text, tokens, trained.slots),
    isNamedIn(topic, tokens) {
      const words = tokens.flatMap((token) => token.words);
      if (findMissing(trained.missing, words, topic).length > 0) return true;
      const focus = findFocus(trained.focus, words);
      const kinds = kindsOf.get(topic) ?? [];
      return trained.facts.some(({ id, kind }) => kinds.includes(kind) && (focus.get(id) ?? 0) >= NAMED);
    },
  };
}

/** The heading of a document that shows best what can be asked: one that asks, else the first. */
function pickExample(document: SourceDocument): string[] {
  const headings = listHeadings(document);
  return [headings.find((heading) => heading.endsWith('?')) ?? headings[0] ?? ''].filter((heading) => heading !== '');
}

/** All sections with a text, these first. */
function listSections(documents: readonly SourceDocument[], first: readonly Passage[]): SourceSection[] {
  const all = documents.flatMap((document) =>
    listHeadings(document).map((section) => ({ document: document.id, title: document.title, section })),
  );
  const sections = [...first.map(({ document, title, section }) => ({ document, title, section })), ...all];
  return [...new Map(sections.map((one) => [`${one.document}\n${one.section}`, one])).values()];
}

const listExamples = ({ topics }: Intents, documents: readonly SourceDocument[]): string[] =>
  topics.length > 0 ? topics.map(({ example }) => example) : documents.flatMap(pickExample);

/** The topics in code that data has phrases for, and those of written answers. */
const listIntents = (coded: Intents, { matcher, answers }: TrainedBot): Intents =>
  addWritten({ ...coded, topics: coded.topics.filter(({ id }) => matcher.ids.includes(id)) }, answers);

/** The sentences that facts and written answers quote, and whose they are to tell. */
const listQuotes = ({ facts, answers }: TrainedBot, topics: readonly Intent[]): OwnedQuote[] => [
  ...facts.flatMap(({ id, kind, document, quote }) => {
    const topic = topics.find(({ kinds }) => kinds.includes(kind));
    return topic ? [{ document, text: quote, topic: topic.id, fact: id }] : [];
  }),
  ...answers.flatMap(({ id, quotes }) => quotes.map(({ document, text }) => ({ document, text, topic: id }))),
];

const openPassageChoice = (
  trained: TrainedBot,
  { topics }: Intents,
  matcher: Matcher,
  passages: Passages,
): ChoosePassage =>
  createPassageChoice({
    passages,
    matcher,
    facts: trained.facts,
    topics,
    quotes: listQuotes(trained, topics),
    focus: trained.focus,
    missing: trained.missing,
  });

const isExact = (passages: Passages, { tokens }: Utterance): boolean =>
  passages.find(tokens.flatMap(({ words }) => words))[0]?.candidate.isExact === true;

/** What reads a text with this matcher, and what it must know of the topics to do so. */
function openUnderstander(matcher: Matcher, { topics, help }: Intents): Understander {
  const withSlot = (isWanted: (slot: string) => boolean): ReadonlySet<string> =>
    new Set(topics.filter(({ slots = [] }) => slots.some(isWanted)).map(({ id }) => id));
  return createUnderstanding(matcher, {
    helpId: help.id,
    comparing: new Set(topics.filter(({ mayCompare }) => mayCompare).map(({ id }) => id)),
    onTechnologies: withSlot((slot) => slot === 'technologies'),
    onOtherSlots: withSlot((slot) => slot !== 'technologies'),
  });
}

/** Builds the bot from checked, trained data, and from what mentors have signed among it. */
export function createBot(trained: TrainedBot, coded: Intents): ExplainingBot {
  const { signed } = trained;
  const withSigned = (answers: readonly MentorAnswer[]): ExplainingBot =>
    openBot(answers.length === 0 ? trained : addDocuments(trained, [documentOf(answers)]), coded);
  return {
    ...withSigned(signed),
    // What mentors have changed since is theirs.
    withAnswers(answers) {
      const changed = new Set(answers.map(({ id }) => id));
      return withSigned([...signed.filter(({ id }) => !changed.has(id)), ...answers]);
    },
  };
}

/** The answer to a button that asks for a topic, or for all of it; undefined for any other question. */
function answerTopic(
  { replies, answers }: Pick<BotParts, 'replies' | 'answers'>,
  { topic = '', full }: Question,
  utterance: Utterance,
): Answer | undefined {
  const wanted = replies.pick([topic]);
  if (wanted.length === 0) return undefined;
  if (full) return answers.answerInFull(wanted, utterance.slots);
  return answers.answerWith(wanted, utterance.slots, (intent) => replies.reply(intent, utterance));
}

/** The same without what mentors have signed. */
function openBot(trained: TrainedBot, coded: Intents): ExplainingBot {
  const { documents } = trained;
  const intents = listIntents(coded, trained);
  const { conversation, fallback } = intents;
  const passages = openPassages(trained.sections, listSearched(trained.answers, documents));
  const matcher = openMatcher(trained.matcher);
  const understander = openUnderstander(matcher, intents);
  const replies = createTopicReplies(trained, matcher, intents);
  const answers = createTopicAnswers(replies, conversation);
  const fallbacks = createFallbackAnswers(fallback, replies, trained);
  const explain = createGlossary(trained.glossary, replies);
  const read = (text: string): Utterance => toUtterance(text, matcher, trained);
  const ofDocuments = { trained, intent: intents.documents, replies, answers, understander, read };
  const answerOnDocuments = createDocumentAnswers({ ...ofDocuments, overlap: createOverlap(trained.facts) });
  const choosePassage = openPassageChoice(trained, intents, matcher, passages);
  const made = { conversation, documents, replies, answers, understander, passages, fallbacks };
  const parts = { ...made, intents, choosePassage };
  const readTurn = createTurnReader(turnParts(trained, intents, matcher, understander));
  const findPassages = (tokens: readonly Token[]) => passages.find(tokens.flatMap(({ words }) => words));
  const open = ({ text, context }: Question): AskedTurn => ({
    utterance: read(text),
    context: context && readContext(context, (id) => replies.pick([id]).length > 0),
  });
  /** An emoji is mark-up to the matcher, but after an answer it says something. */
  const readAsTurn = ({ utterance, context }: AskedTurn, raw: string): Turn =>
    readTurn(utterance.tokens.length > 0 ? utterance : { ...utterance, text: raw }, context);

  return {
    topics: intents.topics.map(({ id, title, example }) => ({ topic: id, title, example })),
    documents,
    subject: trained.purpose.subject,
    examples: listExamples(intents, documents),
    withDocuments: (added) => openBot(addDocuments(trained, added), coded),
    sectionsFor: (question) => listSections(documents, findPassages(matcher.read(question))),
    withAnswers: (answers) => openBot(addDocuments(trained, [documentOf(answers)]), coded),
    knows: (topic) => replies.pick([topic]).length > 0 || openPassageTopic(passages, topic) !== undefined,
    explain(question) {
      const asked = open(question);
      const { text, tokens, slots } = asked.utterance;
      const turn = readAsTurn(asked, question.text);
      const understood = turn.kind === 'question' ? turn.understood : understander.understand(text, tokens);
      return { ...understood, slots, turn, context: asked.context, passages: findPassages(tokens) };
    },
    answer(question) {
      const passage = openPassageTopic(passages, question.topic ?? '');
      if (passage !== undefined) return fallbacks.showPassage(passage, []);
      const asked = open(question);
      const { utterance } = asked;
      const pressed = answerTopic(parts, question, utterance);
      if (pressed !== undefined) return pressed;
      // A heading, and what a written answer is asked by, is not about the documents.
      const described = answerOnDocuments(utterance, asked.context);
      const isHeading = described !== undefined && isExact(passages, utterance);
      const special = explain(utterance.text, asked.context) ?? (isHeading ? undefined : described);
      if (special !== undefined) return special;
      const turn = readAsTurn(asked, question.text);
      return answerTurn(turn.kind, parts, turn, asked);
    },
  };
}
