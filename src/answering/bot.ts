// Question in, answer out. Knows nothing of Slack, the environment or the time.
import { type Context, readContext } from '../conversation/context.js';
import type { Turn } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import type { SourceDocument } from '../knowledge/documents.js';
import { createOverlap } from '../knowledge/fact-mentions.js';
import { documentOf } from '../knowledge/mentors-document.js';
import { openPassages, type Passage, type Passages } from '../knowledge/passages.js';
import { type Matcher, openMatcher } from '../understanding/matcher/matcher.js';
import type { Slots } from '../understanding/slots.js';
import type { Understanding } from '../understanding/understand.js';
import { addDocuments } from './added-documents.js';
import type { Answer, MentorAnswer, Suggestion } from './answer.js';
import { createDocumentAnswers } from './document-answers.js';
import { listExamples, listSections, type SourceSection } from './examples.js';
import { createFallbackAnswers, openPassageTopic } from './fallback-answers.js';
import { createGlossary } from './glossary-answers.js';
import type { Intent, Intents } from './intent.js';
import { type ChoosePassage, createPassageChoice, type OwnedQuote } from './passage-choice.js';
import type { AskedText, Question, TopicRequest } from './question.js';
import { createTextReader } from './text-reader.js';
import { createTopicAnswers, NO_SLOTS, silent } from './topic-answers.js';
import { createTopicReplies } from './topic-replies.js';
import type { TrainedBot } from './trained-bot.js';
import { type AskedTurn, answerTurn, type TurnAnswerParts } from './turn-answers.js';
import { addWritten, listSearched } from './written-answers.js';

/** A topic as help and Home list it, with a question to try. */
export interface Topic extends Suggestion {
  readonly example: string;
}

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

/** How a question was read; `context` is what it could build on. */
export interface Explanation extends Understanding {
  readonly slots: Slots;
  readonly turn: Turn;
  readonly context: Context | undefined;
  /** The passages that were found for it, best first. */
  readonly passages: readonly Passage[];
}

/** A bot that can also say what an answer is based on, for editors. */
export interface ExplainingBot extends Bot {
  explain(question: AskedText): Explanation;
  /**
   * A bot that answers from these documents as well; nothing is trained, it takes milliseconds. To replace or remove what
   * was added, call it again on the bot that it was first called on.
   */
  withDocuments(added: readonly SourceDocument[]): ExplainingBot;
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

/** The answer to a button: a passage, or a topic as it answers when nothing more is asked, or in full; to an unknown id, none. */
function answerRequest({ passages, fallbacks, replies, answers }: TurnAnswerParts, request: TopicRequest): Answer {
  const passage = openPassageTopic(passages, request.topic);
  if (passage !== undefined) return fallbacks.showPassage(passage, []);
  const wanted = replies.pick([request.topic]);
  if (wanted.length === 0) return fallbacks.fallBack('out-of-scope', { outOfScope: undefined, nearest: [] });
  if (request.full) return answers.answerInFull(wanted, NO_SLOTS);
  return answers.answerWith(wanted, NO_SLOTS, (intent) => replies.reply(intent, silent(NO_SLOTS)));
}

/** What the bot explains by itself, and what a document says of it. */
function addOwnPassage(
  { choosePassage, fallbacks, replies }: TurnAnswerParts,
  explained: Answer,
  utterance: Utterance,
): Answer {
  const { shown } = choosePassage(
    [utterance],
    replies.pick(explained.parts.map(({ topic }) => topic)),
    utterance.slots,
  );
  return shown === undefined ? explained : fallbacks.addPassage(explained, shown);
}

/** The same without what mentors have signed. */
function openBot(trained: TrainedBot, coded: Intents): ExplainingBot {
  const { documents } = trained;
  const intents = listIntents(coded, trained);
  const { conversation, fallback } = intents;
  const passages = openPassages(trained.sections, listSearched(trained.answers, documents));
  const matcher = openMatcher(trained.matcher);
  const { understander, read, readAfter, readTurn } = createTextReader(trained, intents, matcher);
  const replies = createTopicReplies(trained, matcher, intents);
  const answers = createTopicAnswers(replies, conversation);
  const fallbacks = createFallbackAnswers(fallback, replies, trained);
  const explainWord = createGlossary(trained.glossary, replies);
  const ofDocuments = { trained, intent: intents.documents, replies, answers, understander, read };
  const answerOnDocuments = createDocumentAnswers({ ...ofDocuments, overlap: createOverlap(trained.factStems) });
  const choosePassage = openPassageChoice(trained, intents, matcher, passages);
  const made = { conversation, documents, replies, answers, understander, passages, fallbacks };
  const parts = { ...made, intents, choosePassage, missing: trained.missing };
  const open = ({ text, context: stored }: AskedText): AskedTurn => {
    const context = readContext(stored, (id) => replies.pick([id]).length > 0);
    return { utterance: context ? readAfter(text) : read(text), context };
  };

  return {
    topics: intents.topics.map(({ id, title, example }) => ({ topic: id, title, example })),
    documents,
    subject: trained.purpose.subject,
    examples: listExamples(intents, documents),
    withDocuments: (added) => openBot(addDocuments(trained, added), coded),
    sectionsFor: (question) =>
      listSections(documents, passages.find({ text: question, tokens: matcher.read(question) })),
    withAnswers: (answers) => openBot(addDocuments(trained, [documentOf(answers)]), coded),
    knows: (topic) => replies.pick([topic]).length > 0 || openPassageTopic(passages, topic) !== undefined,
    explain(question) {
      const asked = open(question);
      const { text, tokens, slots } = asked.utterance;
      const turn = readTurn(asked, question.text);
      const understood = turn.kind === 'question' ? turn.understood : understander.understand(text, tokens);
      return { ...understood, slots, turn, context: asked.context, passages: passages.find({ text, tokens }) };
    },
    answer(question) {
      if (question.topic !== undefined) return answerRequest(parts, question);
      const asked = open(question);
      const { utterance, context } = asked;
      // A heading, and what a written answer is asked by, is not about the documents.
      const described = answerOnDocuments(utterance, context);
      const isHeading = described !== undefined && isExact(passages, utterance);
      const explained = explainWord(utterance.text, context);
      if (explained !== undefined) return addOwnPassage(parts, explained, utterance);
      if (described !== undefined && !isHeading) return described;
      const turn = readTurn(asked, question.text);
      const answer = answerTurn(turn.kind, parts, turn, asked);
      const isByItself = context !== undefined && turn.kind === 'question' && utterance.denied === undefined;
      return isByItself ? { ...answer, isByItself } : answer;
    },
  };
}

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
    factStems: trained.factStems,
    topics,
    quotes: listQuotes(trained, topics),
    focus: trained.focus,
    missing: trained.missing,
  });

const isExact = (passages: Passages, utterance: Utterance): boolean =>
  passages.find(utterance)[0]?.candidate.isExact === true;
