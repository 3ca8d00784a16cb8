// Asks every heading and every sentence of the documents as it stands, and tells which of them nobody can find by it.
import { answeredTopics } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import { foldSpace, type SourceDocument } from '../knowledge/documents.js';
import type { Effect } from './check-review.js';

/** Where a question went that should have found its section. */
interface Astray {
  readonly from: string;
  readonly text: string;
  /** The topic, the other section, or undefined where nothing was answered. */
  readonly to: { readonly topic: string } | { readonly section: string } | undefined;
}

const LONGEST_SHOWN = 80;

/** What headings, or sentences, came to: how many there are, and those that didn't find their section. */
export interface Reach {
  readonly count: number;
  readonly astray: readonly Astray[];
}

const isTopic = ({ to }: Astray): boolean => to !== undefined && 'topic' in to;

/** Asks one text; undefined where it finds its section, be it as an answer, in its quotes or among the sections offered. */
function ask(bot: Bot, { id }: SourceDocument, heading: string, text: string): Astray | undefined {
  const answer = bot.answer({ text });
  const quotes = answer.parts.flatMap((part) => part.quotes);
  const shown = [...quotes, ...(answer.passages ?? [])];
  if (shown.some(({ document, section }) => document === id && section === heading)) return undefined;
  const [topic] = answeredTopics(answer);
  const [other] = shown;
  const elsewhere = other && { section: `${other.document}, ${other.section}` };
  return { from: `${id}, ${heading}`, text, to: topic === undefined ? elsewhere : { topic } };
}

function reachOf(bot: Bot, texts: readonly (readonly [SourceDocument, heading: string, text: string])[]): Reach {
  const astray = texts.flatMap(([document, heading, text]) => ask(bot, document, heading, text) ?? []);
  return { count: texts.length, astray };
}

/** Asks all headings that have a text below them. */
export const reachHeadings = (documents: readonly SourceDocument[], bot: Bot): Reach =>
  reachOf(
    bot,
    documents.flatMap((document) =>
      document.sections
        .filter(({ blocks }) => blocks.length > 0)
        .map(({ heading }) => [document, heading, heading] as const),
    ),
  );

/** Asks all sentences, list items and table rows; code is no question, and the line with the document's date says nothing. */
export const reachSentences = (documents: readonly SourceDocument[], bot: Bot): Reach =>
  reachOf(
    bot,
    documents.flatMap((document) =>
      document.sections.flatMap(({ heading, blocks }) =>
        blocks
          .filter(({ kind }) => kind !== 'code')
          .flatMap(({ units }) => units.map(foldSpace))
          .filter((unit) => document.updated === undefined || !unit.includes(document.updated))
          .map((unit) => [document, heading, unit] as const),
      ),
    ),
  );

/** One line: how many are found, and how many a topic answers instead, which is as it should be. */
export function describeReach(what: string, { count, astray }: Reach): string {
  const topics = astray.filter(isTopic).length;
  const rest = topics === 0 ? '' : `; a topic answers ${topics} in ${topics === 1 ? 'its' : 'their'} place`;
  return `${what} that find their section when asked as they are: ${count - astray.length} of ${count}${rest}`;
}

const shorten = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;

/** Those that find another section, or nothing: where they go, and what to do. */
export function listUnreached(what: string, { astray }: Reach): Effect {
  const lines = astray
    .filter((one) => !isTopic(one))
    .map(({ from, text, to }) => {
      const where = to !== undefined && 'section' in to ? `finds ${to.section}` : 'finds nothing';
      return `${from}: “${shorten(text)}” ${where}`;
    });
  return {
    what: `${what} that don’t find their section`,
    advice:
      'If another section is found, name what tells the two apart; if nothing is, use the words that people ask with.',
    lines,
  };
}
