// The core as everybody else sees it: a question in, an answer out; no Slack, no environment, no clock.
import type { Answer, AnswerPart, Quote, Suggestion } from './answer.js';
import { findAllPhrases, indexPhrases, stemOf } from './concepts.js';
import { findQuote, type SourceDocument } from './documents.js';
import type { Fact } from './facts.js';
import { createFocusFinder } from './focus.js';
import type { Intent, Intents, PlainReply, Query } from './intent.js';
import type { Language } from './language.js';
import type { Data } from './load-data.js';
import type { Matcher } from './matcher.js';
import type { Question } from './question.js';
import { findSlots, type SlotIndexes } from './slots.js';
import { createUnderstanding, type Understanding } from './understand.js';
import { splitWords } from './words.js';

/** Answers every text there is, throws for none, and gives the same answer to the same question. */
export interface Bot {
  answer(question: Question): Answer;
  /** The topics it knows, in the order of help. */
  readonly topics: readonly Suggestion[];
}

/** A bot that can also say what an answer is based on, for editors. */
export interface ExplainingBot extends Bot {
  explain(question: Question): Understanding;
}

/** What a bot is made of. */
export interface BotParts {
  readonly data: Data;
  readonly intents: Intents;
  readonly language: Language;
  readonly matcher: Matcher;
}

/** Builds the bot from checked data and a matcher trained on the topics. */
export function createBot({ data, intents, language, matcher }: BotParts): ExplainingBot {
  const understand = createUnderstanding(matcher, intents.help.id);
  const byId = new Map(intents.topics.map((intent) => [intent.id, intent]));
  const makeQuery = createQueryMaker(data, language, matcher);
  const toSuggestions = (ids: readonly string[]): Suggestion[] =>
    ids.flatMap((id) => {
      const intent = byId.get(id);
      return intent ? [{ topic: id, title: intent.title }] : [];
    });
  const answerTopic = (intent: Intent, text: string): AnswerPart => {
    const reply = intent.answer(makeQuery(text, intent.id), data.facts);
    const { headline, details = [], formulas = [], table, facts } = reply;
    const quotes = quoteFacts(facts, data.documents);
    return { topic: intent.id, headline, details, formulas, quotes, ...(table && { table }) };
  };
  const plain = (topic: string, reply: PlainReply): AnswerPart => ({ topic, ...reply, formulas: [], quotes: [] });
  const helpWith = (words: readonly string[]): Answer => ({
    outcome: 'help',
    parts: [
      plain(
        intents.help.id,
        intents.help.answer({ words, topics: intents.topics, sources: data.documents.map(({ title }) => title) }),
      ),
    ],
    suggestions: [],
  });
  const fallBack = (outcome: 'suggest' | 'decline', { outside, nearest }: Understanding): Answer => {
    const offered = nearest.flatMap((id) => byId.get(id) ?? []);
    const reply = intents.fallback.answer({ outcome, outside, nearest: offered });
    return { outcome, parts: [plain(intents.fallback.id, reply)], suggestions: toSuggestions(nearest) };
  };

  return {
    topics: toSuggestions([...byId.keys()]),
    explain: ({ text }) => understand(text),
    answer({ text, topic }) {
      const asked = byId.get(topic ?? '');
      if (asked) return { outcome: 'answer', parts: [answerTopic(asked, text)], suggestions: [] };
      const understood = understand(text);
      const { outcome, topics, nearest } = understood;
      if (outcome === 'help') return helpWith(splitWords(text));
      if (outcome !== 'answer') return fallBack(outcome, understood);
      const parts = topics.flatMap(({ id }) => {
        const intent = byId.get(id);
        return intent ? [answerTopic(intent, understood.text)] : [];
      });
      return { outcome, parts, suggestions: toSuggestions(nearest.slice(0, 2)) };
    },
  };
}

/** The quotes of facts, each sentence once, in the order of the facts. */
function quoteFacts(facts: readonly Fact[], documents: readonly SourceDocument[]): Quote[] {
  const quotes = new Map<string, Quote>();
  for (const { document, section, quote } of facts) {
    const source = documents.find(({ id }) => id === document);
    const found = source && findQuote(source, section, quote);
    if (found) quotes.set(`${document} ${quote}`, found);
  }
  return [...quotes.values()];
}

function createQueryMaker(data: Data, language: Language, matcher: Matcher): (text: string, topic: string) => Query {
  const indexes: SlotIndexes = {
    levels: indexPhrases(language.levels, splitWords, 'number'),
    places: indexPhrases(language.places, splitWords, 'number'),
    technologies: indexPhrases(
      Object.fromEntries(language.technologies.map((names) => [names[0] ?? '', names])),
      splitWords,
    ),
    everyday: language.everyday,
  };
  const findFocus = createFocusFinder(data.facts.all);
  const absent = language.missing.filter(({ words }) => !isInDocuments(words, data.documents));
  const absentIndex = indexPhrases(Object.fromEntries(absent.map(({ name, words }) => [name, words])), splitWords);
  const titles = new Map(data.documents.map(({ id, title }) => [id, title]));
  return (text, topic) => {
    const tokens = matcher.read(text);
    const words = tokens.flatMap((token) => token.words);
    const stems = new Set(words.map(stemOf));
    const missing = findAllPhrases(absentIndex, words).filter((name) =>
      absent.some((subject) => subject.name === name && subject.topics.includes(topic)),
    );
    return {
      text,
      slots: findSlots(text, tokens, indexes),
      focus: findFocus(words),
      missing,
      titleOf: (document) => titles.get(document) ?? document,
      has: (...wanted) => wanted.some((word) => stems.has(stemOf(word))),
    };
  };
}

/** Whether any of the words is used in any document: then it is not missing. */
function isInDocuments(words: readonly string[], documents: readonly SourceDocument[]): boolean {
  const index = indexPhrases({ found: words }, splitWords);
  return documents.some(({ sections }) =>
    sections.some(({ text }) => findAllPhrases(index, splitWords(text)).length > 0),
  );
}
