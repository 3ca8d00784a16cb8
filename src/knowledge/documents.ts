// Where every answer comes from: the Markdown documents, their sections, and whether a quote stands in them.
import type { Quote } from '../answering/answer.js';

/** One heading of a document and the text below it, up to the next heading. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** A source document. `updated` is the date as the document words it; undefined when it says none. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  readonly updated?: string;
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

/** The section under a heading, or undefined. */
export function findSection(document: SourceDocument, heading: string): Section | undefined {
  const name = nameHeading(heading);
  return document.sections.find((section) => section.heading === name);
}

/** The quote, if it stands to the letter in that section; white space may differ, words may not be cut. */
export function findQuote(document: SourceDocument, heading: string, quote: string): Quote | undefined {
  const section = findSection(document, heading);
  const text = foldSpace(quote);
  if (!section || !holdsWords(foldSection(section), text)) return undefined;
  return { document: document.id, title: document.title, section: section.heading, text };
}

/** Whether `words` stands in `text` without beginning or ending inside a word. */
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
