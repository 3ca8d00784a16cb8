// The core as everybody else sees it: a question in, an answer out; no Slack, no environment, no clock.

import { type Context, makeContext, readContext } from '../conversation/context.js';
import { createTurnReader } from '../conversation/follow-up.js';
import type { OwnQuestion, Turn } from '../conversation/turn.js';
import type { Utterance } from '../conversation/utterance.js';
import type { SourceDocument } from '../knowledge/documents.js';
import { findFocus } from '../knowledge/fact-mentions.js';
import { createFacts, createQuoter } from '../knowledge/facts.js';
import { openPassages, PASSAGE, type Passage } from '../knowledge/passages.js';
import { findMissing } from '../knowledge/undocumented-subjects.js';
import { openMatcher } from '../understanding/matcher/matcher.js';
import { findSlots, type Slots } from '../understanding/slots.js';
import type { Token } from '../understanding/text/synonyms.js';
import { stripMarkup } from '../understanding/text/tokenizer.js';
import { createUnderstanding, type Understanding } from '../understanding/understand.js';
import type { Answer, AnswerPart, Suggestion } from './answer.js';
import { createTalk } from './follow-up-answers.js';
import type { Intent, Intents, Reply } from './intent.js';
import { createPassageChoice } from './passage-choice.js';
import type { Question } from './question.js';
import { createQueryMaker } from './topic-query.js';
import type { TrainedBot } from './trained-bot.js';
import { addWritten } from './written-answers.js';

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
}

const MOST_RELATED = 3;
/** From this focus on, a fact is asked for by name. */
const NAMED = 0.4;
/** What a button asks for that shows a passage; its place follows. */
const PASSAGE_TOPIC = `${PASSAGE}:`;
const NO_SLOTS: Slots = { levels: [], places: [], amounts: [], technologies: [] };

/** Builds the bot from checked, trained data. */
export function createBot(trained: TrainedBot, coded: Intents): ExplainingBot {
  const { documents } = trained;
  const { ids } = trained.matcher;
  const known = { ...coded, topics: coded.topics.filter(({ id }) => ids.includes(id)) };
  const intents = addWritten(known, trained.answers);
  const facts = createFacts(trained.facts);
  const matcher = openMatcher(trained.matcher);
  const comparing = intents.topics.filter(({ mayCompare }) => mayCompare).map(({ id }) => id);
  const understander = createUnderstanding(matcher, intents.help.id, new Set(comparing));
  const byId = new Map(intents.topics.map((intent) => [intent.id, intent]));
  const makeQuery = createQueryMaker(trained);
  const quoteFacts = createQuoter(trained.facts, documents);
  const passages = openPassages(trained.sections, documents);
  const choosePassage = createPassageChoice({
    passages,
    matcher,
    facts: trained.facts,
    titles: intents.topics.map(({ title }) => title),
    quotes: [
      ...trained.facts.map(({ document, quote }) => ({ document, text: quote })),
      ...trained.answers.flatMap(({ quotes }) => quotes),
    ],
  });
  const toSuggestions = (ids: readonly string[]): Suggestion[] =>
    ids.flatMap((id) => {
      const intent = byId.get(id);
      return intent ? [{ topic: id, title: intent.title }] : [];
    });
  const toPart = (topic: string, reply: Reply): AnswerPart => {
    const { headline, details = [], formulas = [], table, charts } = reply;
    const quotes = [...quoteFacts(reply.facts), ...(reply.quotes ?? [])];
    const title = byId.get(topic)?.title ?? '';
    const extras = { ...(table && { table }), ...(charts && { charts }), ...(reply.quotes && { full: true as const }) };
    return { topic, title, headline, details, formulas, quotes, ...extras };
  };
  const helpWith = (said: Utterance, context: Context | undefined): Answer => {
    const { help, topics } = intents;
    const about = { topics, sources: documents.map(({ title, updated }) => `${title} (${updated ?? 'no date'})`) };
    const parts = [toPart(help.id, help.answer(makeQuery(said, help.id), facts, about))];
    return { outcome: 'about-bot', parts, suggestions: [], ...(context && { context }) };
  };
  /** What leads on from an answer: the related topics of its parts, without those answered already. */
  const relate = (ids: readonly string[]): Suggestion[] => {
    const related = ids.flatMap((id) => byId.get(id)?.related ?? []);
    return toSuggestions([...new Set(related)].filter((id) => !ids.includes(id)).slice(0, MOST_RELATED));
  };
  const showPassage = ({ title, quotes }: Passage, nearest: readonly string[]): Answer => {
    const reply = intents.fallback.answer({ outcome: 'passage', outside: undefined, nearest: [], source: title });
    const part = toPart(PASSAGE, { ...reply, facts: [], quotes });
    return { outcome: 'passage', parts: [part], suggestions: toSuggestions(nearest) };
  };
  const fallBack = (
    outcome: 'clarify' | 'out-of-scope',
    { outside, nearest }: Pick<Understanding, 'outside' | 'nearest'>,
    offered: readonly Passage[] = [],
  ): Answer => {
    const topics = nearest.flatMap((id) => byId.get(id) ?? []);
    const said = offered.length > 0 ? 'closest' : outcome;
    const reply = intents.fallback.answer({ outcome: said, outside, nearest: topics, source: '' });
    const parts = [toPart(intents.fallback.id, { ...reply, facts: [] })];
    const suggestions = toSuggestions(nearest);
    if (offered.length === 0) return { outcome, parts, suggestions };
    const closest = offered.map(({ ref, document, title, section }) => {
      return { topic: `${PASSAGE_TOPIC}${ref}`, document, title, section };
    });
    return { outcome: 'clarify', parts, suggestions: outcome === 'clarify' ? suggestions : [], passages: closest };
  };
  /** A topic's answer, and after it what a document says besides. */
  const addPassage = (answer: Answer, { title, sentence, quotes }: Passage): Answer => {
    const [last] = answer.parts.slice(-1);
    if (last === undefined) return answer;
    const details = [...last.details, intents.fallback.besides(title, sentence)];
    const more = { ...last, details, quotes: [...last.quotes, ...quotes] };
    return { ...answer, parts: [...answer.parts.slice(0, -1), more] };
  };

  const pickTopics = (ids: readonly string[]): Intent[] => ids.flatMap((id) => byId.get(id) ?? []);
  const reply = (intent: Intent, said: Utterance): Reply => intent.answer(makeQuery(said, intent.id), facts);
  const talk = createTalk({ intent: intents.talk, facts: facts.all, documents, reply, toPart, relate });
  const answerQuestion = ({ understood, pointsBack }: OwnQuestion, said: Utterance, context?: Context): Answer => {
    const { outcome, topics, nearest } = understood;
    if (outcome === 'about-bot') return helpWith(said, context);
    const asked = pickTopics(topics.map(({ id }) => id));
    const { shown, isBetter, offered } = choosePassage(
      understood.readings.map(({ tokens }) => tokens),
      asked,
    );
    if (shown && isBetter) return showPassage(shown, [...asked.map(({ id }) => id), ...nearest].slice(0, MOST_RELATED));
    if (outcome === 'answer') {
      const answer = talk.answerWith(asked, said.slots, (intent) => reply(intent, said));
      return shown ? addPassage(answer, shown) : answer;
    }
    // Another subject is nothing to lean on; where the documents only lack an answer about ours, the talk goes on.
    const isOurs = outcome === 'out-of-scope' && pointsBack && !understander.isForeign(said.tokens);
    const kept = isOurs ? context : undefined;
    const slots = outcome === 'clarify' ? said.slots : NO_SLOTS;
    const next = makeContext({ topics: [], slots, ...kept, offered: nearest });
    return { ...fallBack(outcome, understood, offered), context: next };
  };
  const openPassage = (topic: string): Passage | undefined =>
    topic.startsWith(PASSAGE_TOPIC) ? passages.open(topic.slice(PASSAGE_TOPIC.length)) : undefined;
  const read = (text: string): readonly Token[] => matcher.read(text);
  const listSlots = (text: string, tokens: readonly Token[]): Slots => findSlots(text, tokens, trained.slots);
  const readTurn = createTurnReader({
    words: trained.followUps,
    topics: intents.topics,
    understander,
    read,
    findSlots: listSlots,
    isNamedIn: (topic, tokens) => {
      const words = tokens.flatMap((token) => token.words);
      const focus = findFocus(trained.focus, words);
      const kinds = byId.get(topic)?.kinds ?? [];
      return (
        findMissing(trained.missing, words, topic).length > 0 ||
        facts.all.some(({ id, kind }) => kinds.includes(kind) && (focus.get(id) ?? 0) >= NAMED)
      );
    },
  });
  const open = ({ text: raw, context }: Question) => {
    const text = stripMarkup(raw).trim();
    const tokens = read(text);
    let slots: Slots | undefined;
    const said: Utterance = {
      text,
      tokens,
      // Most refusals need none.
      get slots() {
        slots ??= listSlots(text, tokens);
        return slots;
      },
    };
    const before = context && readContext(context, (id) => byId.has(id));
    // An emoji is mark-up to a matcher; in talk it says something.
    const readAsTurn = (): Turn => readTurn(tokens.length > 0 ? said : { ...said, text: raw }, before);
    return { said, context: before, readAsTurn };
  };

  return {
    topics: intents.topics.map(({ id, title, example }) => ({ topic: id, title, example })),
    documents,
    knows: (topic) => byId.has(topic) || (topic.startsWith(PASSAGE_TOPIC) && openPassage(topic) !== undefined),
    explain(question) {
      const { said, context, readAsTurn } = open(question);
      const turn = readAsTurn();
      const understood = turn.kind === 'question' ? turn.understood : understander.understand(said.text, said.tokens);
      const found = passages.find(said.tokens.flatMap(({ words }) => words));
      return { ...understood, slots: said.slots, turn, context, passages: found };
    },
    answer(question) {
      const { said, context, readAsTurn } = open(question);
      const wanted = openPassage(question.topic ?? '');
      if (wanted !== undefined) return showPassage(wanted, []);
      const asked = pickTopics([question.topic ?? '']);
      if (asked.length > 0 && question.full) return talk.answerInFull(asked, said.slots);
      if (asked.length > 0) return talk.answerWith(asked, said.slots, (intent) => reply(intent, said));
      const turn = readAsTurn();
      if (turn.kind === 'question') return answerQuestion(turn, said, context);
      if (turn.kind === 'courtesy') return talk.answerCourtesy(turn.courtesy, context);
      if (turn.kind === 'follow-up') return talk.answerFollowUp(turn, pickTopics(turn.topics), said.text, context);
      if (turn.kind === 'about') return talk.answerAbout(turn.about, pickTopics(turn.before.topics), turn.before);
      const { nearest, slots } = turn;
      const offered = makeContext({ topics: context?.topics ?? [], offered: nearest, slots });
      return { ...fallBack('clarify', { outside: undefined, nearest }), context: offered };
    },
  };
}
