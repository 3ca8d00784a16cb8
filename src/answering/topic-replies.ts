// Makes replies of topics and turns them into parts of an answer, with quotes, titles and related topics.
import type { Utterance } from '../conversation/utterance.js';
import { dropRepeated, listHeadings, spellDate } from '../knowledge/documents.js';
import { createPhraseReader, type PhraseReader } from '../knowledge/fact-mentions.js';
import { createFacts, createQuoter, type Facts } from '../knowledge/facts.js';
import type { Purpose } from '../knowledge/files/purpose-file.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import { type AnswerPart, listPoints, type Suggestion } from './answer.js';
import { answerFromElsewhere } from './elsewhere.js';
import { sayAbsent } from './headline.js';
import type { Arrangement, Intent, Intents, Query, Reply } from './intent.js';
import { orderByLines } from './quote-order.js';
import { answerFromSource } from './source-asked.js';
import { createQueryMaker } from './topic-query.js';
import type { TrainedBot } from './trained-bot.js';

/** So many topics are offered to go on with: with the other buttons, no more fit into a row. */
export const MOST_NEXT = 2;
/** The number of headings of each document that are listed as examples. */
const MOST_HEADINGS = 4;

/** What every answer is built from. */
export interface TopicReplies {
  readonly facts: Facts;
  readonly readPhrase: PhraseReader;
  readonly purpose: Purpose;
  /** The topics with these ids, those that are gone left out. */
  pick(ids: readonly string[]): Intent[];
  suggest(ids: readonly string[]): Suggestion[];
  /** The related topics of an answer's parts, without those already answered. */
  relate(ids: readonly string[]): Suggestion[];
  /** What a topic says to an utterance; with `only`, from those documents alone. */
  reply(intent: Intent, utterance: Utterance, only?: readonly string[]): Reply;
  /** What help says to an utterance. */
  replyOfHelp(utterance: Utterance): Reply;
  /** How a topic shows all its facts together; undefined where each has a line. */
  arrange(intent: Intent, utterance: Utterance): Arrangement | undefined;
  toPart(topic: string, reply: Reply & Arrangement): AnswerPart;
}

/** Below a headline with more lines there's no room for what was only told. */
const MOST_DETAILS = 6;

/** The reply, and below its headline what the question names or tells besides and no document mentions. */
function noteAside({ aside, told }: Query, reply: Reply): Reply {
  const { details = [], lacks = [] } = reply;
  const noted = details.length > MOST_DETAILS ? aside : [...aside, ...told];
  if (noted.length === 0 || reply.isAbsent) return reply;
  return { ...reply, details: [sayAbsent(noted), ...details], lacks: [...lacks, ...noted] };
}

/** Builds them for the topics there are. */
export function createTopicReplies(
  trained: TrainedBot,
  matcher: Pick<Matcher, 'wordUse'>,
  { topics, help }: Intents,
): TopicReplies {
  const byId = new Map(topics.map((intent) => [intent.id, intent]));
  const facts = createFacts(trained.facts);
  const readPhrase = createPhraseReader();
  const makeQuery = createQueryMaker(trained, matcher, readPhrase);
  const quoteFacts = createQuoter(trained.facts, trained.documents);
  const pick = (ids: readonly string[]): Intent[] => ids.flatMap((id) => byId.get(id) ?? []);
  const suggest = (ids: readonly string[]): Suggestion[] => pick(ids).map(({ id, title }) => ({ topic: id, title }));
  return {
    facts,
    readPhrase,
    purpose: trained.purpose,
    pick,
    suggest,
    relate(ids) {
      const related = new Set(pick(ids).flatMap((intent) => intent.related));
      return suggest([...related].filter((id) => !ids.includes(id)).slice(0, MOST_NEXT));
    },
    reply: (intent, utterance, only) => {
      const own = only && createFacts(trained.facts.filter(({ document }) => only.includes(document)));
      const query = makeQuery(utterance, intent);
      const known = own ?? facts;
      const answered = answerFromElsewhere(query, intent.answer(query, known), known.all);
      return noteAside(query, answerFromSource(query, answered));
    },
    arrange: (intent, utterance) => intent.arrange?.(makeQuery(utterance, intent), facts),
    replyOfHelp(utterance) {
      const sources = trained.documents.map(
        ({ title, updated }) => `“${title}” (${updated === undefined ? 'no date' : spellDate(updated)})`,
      );
      const headings = trained.documents.map((document) => ({
        title: document.title,
        headings: listHeadings(document).slice(0, MOST_HEADINGS),
      }));
      const about = { purpose: trained.purpose, topics, sources, headings };
      return help.answer(makeQuery(utterance, help), facts, about);
    },
    toPart(topic, reply) {
      const { headline, details = [], lists, formulas = [], table, chart, isOpen, isQuotation } = reply;
      const lines = [headline, ...listPoints({ details, ...(lists && { lists }) })];
      const quotes = dropRepeated([...quoteFacts(orderByLines(lines, reply.facts)), ...(reply.quotes ?? [])]);
      const extras = {
        ...(lists && { lists }),
        ...(table && { table }),
        ...(chart && { chart }),
        ...(reply.quotes && { full: true as const }),
        ...(isOpen && { isOpen }),
        ...(isQuotation && { isQuotation }),
      };
      return { topic, title: byId.get(topic)?.title ?? '', headline, details, formulas, quotes, ...extras };
    },
  };
}
