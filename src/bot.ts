// The core as everybody else sees it: a question in, an answer out; no Slack, no environment, no clock.
import type { Answer, AnswerPart, Quote, Suggestion } from './answer.js';
import { stemOf, type Token } from './concepts.js';
import { findQuote, type SourceDocument } from './documents.js';
import { createFacts, type Fact } from './facts.js';
import { findFocus } from './focus.js';
import type { Intent, Intents, Query, Reply } from './intent.js';
import { openMatcher } from './matcher.js';
import { findMissing } from './missing.js';
import type { Prepared } from './prepare.js';
import type { Question } from './question.js';
import { findSlots, type Slots } from './slots.js';
import { createUnderstanding, type Understanding } from './understand.js';
import { stripMarkup } from './words.js';

/** A topic as help and Home list it, with a question to try. */
export interface Topic extends Suggestion {
  readonly example: string;
}

/** Answers every text there is, throws for none, and gives the same answer to the same question. */
export interface Bot {
  answer(question: Question): Answer;
  /** The topics it knows, in the order of help. */
  readonly topics: readonly Topic[];
  /** The documents it answers from; `updated` is the date as the document words it. */
  readonly documents: readonly Pick<SourceDocument, 'id' | 'title' | 'updated'>[];
}

/** A bot that can also say what an answer is based on, for editors. */
export interface ExplainingBot extends Bot {
  explain(question: Question): Understanding & { readonly slots: Slots };
}

const MOST_RELATED = 3;

/** Builds the bot from checked, trained data. */
export function createBot(prepared: Prepared, intents: Intents): ExplainingBot {
  const { documents } = prepared;
  const facts = createFacts(prepared.facts);
  const matcher = openMatcher(prepared.matcher);
  const comparing = intents.topics.filter(({ mayCompare }) => mayCompare).map(({ id }) => id);
  const understand = createUnderstanding(matcher, intents.help.id, new Set(comparing));
  const byId = new Map(intents.topics.map((intent) => [intent.id, intent]));
  const makeQuery = createQueryMaker(prepared);
  const quoteFacts = createQuoter(prepared.facts, documents);
  const toSuggestions = (ids: readonly string[]): Suggestion[] =>
    ids.flatMap((id) => {
      const intent = byId.get(id);
      return intent ? [{ topic: id, title: intent.title }] : [];
    });
  const toPart = (topic: string, reply: Reply): AnswerPart => {
    const { headline, details = [], formulas = [], table, charts } = reply;
    const quotes = quoteFacts(reply.facts);
    const title = byId.get(topic)?.title ?? '';
    return { topic, title, headline, details, formulas, quotes, ...(table && { table }), ...(charts && { charts }) };
  };
  const answerTopic = (intent: Intent, text: string, tokens: readonly Token[]): AnswerPart =>
    toPart(intent.id, intent.answer(makeQuery(text, tokens, intent.id), facts));
  const helpWith = ({ text, tokens }: Understanding): Answer => {
    const { help, topics } = intents;
    const about = { topics, sources: documents.map(({ title }) => title) };
    return {
      outcome: 'help',
      parts: [toPart(help.id, help.answer(makeQuery(text, tokens, help.id), facts, about))],
      suggestions: [],
    };
  };
  /** What leads on from an answer: the related topics of its parts, without those answered already. */
  const relate = (ids: readonly string[]): Suggestion[] => {
    const related = ids.flatMap((id) => byId.get(id)?.related ?? []);
    return toSuggestions([...new Set(related)].filter((id) => !ids.includes(id)).slice(0, MOST_RELATED));
  };
  const fallBack = (outcome: 'suggest' | 'decline', { outside, nearest }: Understanding): Answer => {
    const offered = nearest.flatMap((id) => byId.get(id) ?? []);
    const reply = intents.fallback.answer({ outcome, outside, nearest: offered });
    return {
      outcome,
      parts: [toPart(intents.fallback.id, { ...reply, facts: [] })],
      suggestions: toSuggestions(nearest),
    };
  };

  return {
    topics: intents.topics.map(({ id, title, example }) => ({ topic: id, title, example })),
    documents,
    explain({ text }) {
      const understood = understand(text);
      return { ...understood, slots: findSlots(understood.text, understood.tokens, prepared.slots) };
    },
    answer({ text, topic }) {
      const asked = byId.get(topic ?? '');
      if (asked)
        return {
          outcome: 'answer',
          parts: [answerTopic(asked, stripMarkup(text), matcher.read(text))],
          suggestions: relate([asked.id]),
        };
      const understood = understand(text);
      const { outcome, topics } = understood;
      if (outcome === 'help') return helpWith(understood);
      if (outcome !== 'answer') return fallBack(outcome, understood);
      const parts = topics.flatMap(({ id }) => {
        const intent = byId.get(id);
        return intent ? [answerTopic(intent, understood.text, understood.tokens)] : [];
      });
      return { outcome, parts, suggestions: relate(topics.map(({ id }) => id)) };
    },
  };
}

/** Returns a function that gives the quotes of facts, each sentence once, in the order of the facts. */
function createQuoter(
  facts: readonly Fact[],
  documents: readonly SourceDocument[],
): (facts: readonly Fact[]) => Quote[] {
  const quotes = new Map<string, Quote>();
  for (const { id, document, section, quote } of facts) {
    const source = documents.find((candidate) => candidate.id === document);
    const found = source && findQuote(source, section, quote);
    if (found) quotes.set(id, found);
  }
  return (chosen) => {
    const bySentence = new Map<string, Quote>();
    for (const { id, document, quote } of chosen) {
      const found = quotes.get(id);
      if (found) bySentence.set(`${document} ${quote}`, found);
    }
    return [...bySentence.values()];
  };
}

function createQueryMaker(prepared: Prepared): (text: string, tokens: readonly Token[], topic: string) => Query {
  const titles = new Map(prepared.documents.map(({ id, title }) => [id, title]));
  return (text, tokens, topic) => {
    const words = tokens.flatMap((token) => token.words);
    const stems = new Set(words.map(stemOf));
    return {
      text,
      slots: findSlots(text, tokens, prepared.slots),
      focus: findFocus(prepared.focus, words),
      missing: findMissing(prepared.missing, words, topic),
      titleOf: (document) => titles.get(document) ?? document,
      has: (...wanted) => wanted.some((word) => stems.has(stemOf(word.toLowerCase()))),
    };
  };
}
