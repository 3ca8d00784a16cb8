// Reads one Markdown file of data/answers and checks everything it says against the documents.
import * as v from 'valibot';
import { listPhrases } from '../../understanding/text/phrase-patterns.js';
import { splitWords } from '../../understanding/text/tokenizer.js';
import type { Fault } from '../data-error.js';
import { foldSpace, type Quote, type SourceDocument } from '../documents.js';
import { readCitation } from './citation-check.js';
import { listNumbers } from './figure-check.js';
import {
  checkFileName,
  claimId,
  type FrontMatter,
  readFrontMatter,
  type SeenIds,
  splitMarkdown,
  text,
} from './front-matter.js';
import type { TextFile } from './text-files.js';
import type { Report } from './yaml-file.js';

/** A checked file of `data/answers`: the phrases that ask for it, its text, and its quotes. */
export interface WrittenAnswer {
  readonly id: string;
  readonly title: string;
  readonly example: string;
  readonly says: readonly string[];
  readonly related: readonly string[];
  readonly headline: string;
  readonly details: readonly string[];
  readonly quotes: readonly Quote[];
}

/** What an answer is checked against: the documents, the topics in code, and all ids. */
export interface AnswerContext {
  readonly documents: readonly SourceDocument[];
  /** Titles by id; ids that no button shows have an empty one. */
  readonly coded: ReadonlyMap<string, string>;
  /** The ids that may be named as related. */
  readonly topics: readonly string[];
}

/** A file needs at least this many phrases: fewer teach too little for it to be found. */
const LEAST_SAYS = 8;
/** The words on a button; Slack takes no more. */
const LONGEST_TITLE = 75;

const label = v.pipe(text, v.maxLength(LONGEST_TITLE, `must have ${LONGEST_TITLE} characters at most: it is a button`));

/** One sentence an answer rests on; the section may be left out where only one holds the words. */
const citedSchema = v.strictObject({ document: text, section: v.optional(text), quote: text });

const answerSchema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, 'must be lower-case words joined by hyphens')),
  title: label,
  example: v.optional(label),
  says: v.array(text),
  quotes: v.pipe(v.array(citedSchema), v.minLength(1, 'must have one entry or more: “- document: …”, “quote: …”')),
  related: v.optional(v.array(text), []),
});

const quotesSchema = v.looseObject({ quotes: v.array(v.unknown()) });
const quotedSchema = v.looseObject({ quotes: v.array(v.looseObject({ quote: v.string() })) });

/** The answer in a file; undefined when it has faults, which are added to `faults`. */
export function readAnswer(
  source: TextFile,
  context: AnswerContext,
  seen: SeenIds,
  faults: Fault[],
): WrittenAnswer | undefined {
  const before = faults.length;
  const markdown = splitMarkdown(source, faults);
  const report: Report = (fault) => markdown.report({ key: source.name, ...fault });
  const body = readAnswerBody(markdown.body, markdown.bodyLine, report);
  let quotes: Quote[] = [];
  // Quotes and figures don't wait for the schema, so that one run shows every error.
  const front = readFrontMatter({ ...markdown, report }, answerSchema, (value, lineOf) => {
    quotes = readQuotes(value, context.documents, lineOf, report);
    checkBody(value, body.lines, report);
  });
  if (!front) return undefined;
  const { id, title, says, related } = front.value;
  claimId(seen, id, source.file, () => front.lineOf(['id']), report);
  checkFileName(id, source.name, () => front.lineOf(['id']), report);
  checkTaken(front, context.coded, report);
  checkSaid(front, report);
  for (const [index, topic] of related.entries()) {
    if (topic !== id && context.topics.includes(topic)) continue;
    const remedy = `name one of: ${context.topics.filter((other) => other !== id).join(', ')}`;
    const problem = topic === id ? 'names itself as related' : `names the topic “${topic}”, which doesn’t exist`;
    report({ line: front.lineOf(['related', index]), problem, remedy });
  }
  if (faults.length > before) return undefined;
  const example = front.value.example ?? makeExample(says[0] ?? title);
  return { id, title, example, says, related, headline: body.headline, details: body.details, quotes };
}

function readQuotes(
  value: unknown,
  documents: readonly SourceDocument[],
  lineOf: FrontMatter<unknown>['lineOf'],
  report: Report,
): Quote[] {
  if (!v.is(quotesSchema, value)) return [];
  return value.quotes.flatMap((entry, index) => {
    if (!v.is(citedSchema, entry)) return [];
    const found = readCitation(entry, documents, (key, fault) => {
      report({ line: lineOf(['quotes', index, key]), ...fault });
    });
    return found ?? [];
  });
}

/** A figure may come from any of the quotes: an answer is one text based on all of them. */
function checkBody(value: unknown, lines: readonly { line: number; text: string }[], report: Report): void {
  const quotes = v.is(quotedSchema, value) ? value.quotes : [];
  const held = new Set(quotes.flatMap(({ quote }) => listNumbers(quote)));
  for (const { line, text } of lines) {
    for (const number of new Set(listNumbers(text))) {
      if (held.has(number)) continue;
      const problem = `says ${number}, but none of its quotes does`;
      report({ line, problem, remedy: 'remove the number or quote a sentence that has it' });
    }
  }
}

function checkTaken(
  { value, lineOf }: FrontMatter<{ id: string; title: string }>,
  coded: AnswerContext['coded'],
  report: Report,
): void {
  if (coded.has(value.id)) {
    const remedy = 'give the file and its id a different name';
    report({ line: lineOf(['id']), problem: `has the id “${value.id}”, which a topic in code already has`, remedy });
  }
  const same = [...coded].find(([, title]) => title.toLowerCase() === value.title.toLowerCase());
  if (same === undefined) return;
  const problem = `has the title of the topic ${same[0]}`;
  report({ line: lineOf(['title']), problem, remedy: 'give it a different one, so that people can tell them apart' });
}

function checkSaid({ value, lineOf }: FrontMatter<{ says: string[] }>, report: Report): void {
  const distinct = new Set(listPhrases(value.says).map((said) => splitWords(said).join(' ')));
  distinct.delete('');
  if (distinct.size >= LEAST_SAYS) return;
  const problem = `lists ${distinct.size === 1 ? 'one phrase' : `${distinct.size} phrases`} under “says”`;
  const remedy = `write ${LEAST_SAYS} or more different ones, in the words people use`;
  report({ line: lineOf(['says']), problem, remedy });
}

/** "do i need one" as people read it: "Do I need one?" */
function makeExample(said: string): string {
  const written = `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`.replace(/\bi\b/g, 'I');
  return /[.?!]$/.test(said) ? written : `${written}?`;
}

/** The text of an answer; `lines` are those of the file, to find line numbers. */
interface AnswerBody {
  readonly headline: string;
  readonly details: readonly string[];
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?=\S)/;
const HEADING = /^#{1,6}\s/;

/** Reads paragraphs and list items; the first paragraph is the headline. Reports what people could not be shown. */
function readAnswerBody(body: string, firstLine: number, report: Report): AnswerBody {
  const pieces: string[] = [];
  const lines: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [index, content] of body.split('\n').entries()) {
    const line = firstLine + index;
    if (HEADING.test(content)) {
      const remedy = 'remove it: the title of the answer is in its front matter';
      report({ line, problem: `has the heading “${content.replace(/^#+\s+/, '')}”`, remedy });
    }
    const isItem = ITEM.test(content);
    if (isItem && pieces.length === 0)
      report({ line, problem: 'begins with a list', remedy: 'put a paragraph above it that answers in a sentence' });
    const text = foldSpace(content.replace(ITEM, ''));
    if (text !== '') {
      lines.push({ line, text });
      if (isItem || !isOpen) pieces.push(text);
      else pieces.push(`${pieces.pop()} ${text}`);
    }
    isOpen = text !== '';
  }
  const [headline = '', ...details] = pieces;
  if (headline === '')
    report({ line: firstLine, problem: 'has no text', remedy: 'write the answer below the second “---”' });
  return { headline, details, lines };
}
