// Describes documents and their sections, and finds a quote in them word for word.
import type { MentorAnswer } from './mentor-answers.js';

/** A link of a text: the words that carry it, and where it goes. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What belongs together: the sentences of a paragraph, the items of a list, the rows of a table, or one piece of code. */
export interface Block {
  readonly kind: 'paragraph' | 'list' | 'table' | 'code';
  /** Plain text, without any sign of Markdown. */
  readonly units: readonly string[];
}

/** One heading of a document and the text below it, up to the next heading. */
export interface Section {
  /** Unique in its document, made from the heading. */
  readonly id: string;
  readonly heading: string;
  /** Further questions that the section answers: each finds it as its heading does. */
  readonly questions?: readonly string[];
  /** The headings that this one is below, the outermost first. */
  readonly above: readonly string[];
  readonly blocks: readonly Block[];
  /** All blocks as plain text. */
  readonly text: string;
  readonly links: readonly Link[];
  /** Set if a mentor wrote it: the text as it was written, with its name and source. */
  readonly signed?: MentorAnswer;
}

/** A sentence of a document, word for word. `document` is its id, `title` the name people know. */
export interface Quote {
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly text: string;
  /** The links among its words. */
  readonly links?: readonly Link[];
}

/** “2 Feb 2023” for “02 Feb, 2023”; a date that a document writes in any other way stays. */
export const spellDate = (date: string): string => date.replace(/^0?(\d+ \p{L}+),? (\d+)$/u, '$1 $2');

/** A source document. `updated` is the date as the document words it; undefined when it says none. */
export interface SourceDocument {
  /** The name of its file, without the ending. */
  readonly id: string;
  readonly title: string;
  readonly updated?: string;
  /** Set for a written answer, which is searched like a document: the topic that answers in its place. */
  readonly topic?: string;
  readonly sections: readonly Section[];
}

const folded = new WeakMap<Section, string>();

/** Makes every run of white space one space, so that line breaks in a document do not matter. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name that facts call a heading by: a closing colon is punctuation, not part of it. */
export function nameHeading(heading: string): string {
  return foldSpace(heading).replace(/\s*:$/, '');
}

/** The headings below which there is text, without that of the document itself. */
export const listHeadings = ({ title, sections }: SourceDocument): string[] =>
  sections.filter(({ heading, blocks }) => blocks.length > 0 && heading !== title).map(({ heading }) => heading);

/** The sections under a heading: several when the document has it more than once. */
export function findSections(document: SourceDocument, heading: string): Section[] {
  const name = nameHeading(heading);
  return document.sections.filter((section) => section.heading === name);
}

/** The quote, if it's in that section word for word; white space may differ, words must not be cut. */
export function findQuote(document: SourceDocument, heading: string, quote: string): Quote | undefined {
  const text = foldSpace(quote);
  const section = findSections(document, heading).find((candidate) => holdsWords(foldSection(candidate), text));
  return section && quoteSection(document, section, text);
}

/** Words of a section as a quote, with the links among them. */
export function quoteSection(
  { id, title }: Pick<SourceDocument, 'id' | 'title'>,
  section: Section,
  text: string,
): Quote {
  const links = section.links.filter(({ label }) => text.includes(label));
  return { document: id, title, section: section.heading, text, ...(links.length > 0 && { links }) };
}

/** The quotes without those whose words another one of the same document holds; each once. */
export function dropRepeated(quotes: readonly Quote[]): Quote[] {
  return quotes.filter(({ document, text }, index) =>
    quotes.every((other, at) => {
      if (at === index || other.document !== document || !holdsWords(other.text, text)) return true;
      return other.text === text && at > index;
    }),
  );
}

/** Whether `words` occurs in `text` without beginning or ending inside a word. */
function holdsWords(text: string, words: string): boolean {
  if (words === '') return false;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!cutsWord(text, at) && !cutsWord(text, end)) return true;
  }
  return false;
}

function cutsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(at - 1, 0), at + 1));
}

function foldSection(section: Section): string {
  const known = folded.get(section);
  if (known !== undefined) return known;
  const text = foldSpace(section.text);
  folded.set(section, text);
  return text;
}
