// Lists what an answer rests on: its quotes, by document and section.
import { dropRepeated } from '../knowledge/documents.js';
import type { AnswerPart, Quote } from './answer.js';

/** A section of a document, by name, with the sentences that an answer takes from it. */
export interface Source {
  readonly name: string;
  readonly quotes: readonly Quote[];
}

/** The sources of all parts, in the order of the lines they back; no sentence is in them twice. */
export function listSources(parts: readonly AnswerPart[]): Source[] {
  const cited = parts.filter(({ isQuotation }) => !isQuotation).flatMap((part) => part.quotes);
  const quotes = dropRepeated(cited.filter(({ text }) => text !== ''));
  return [...new Set(quotes.map(nameSource))].map((name) => ({
    name,
    quotes: quotes.filter((quote) => nameSource(quote) === name),
  }));
}

const nameSource = ({ title, section }: Quote): string => (section === title ? title : `${title} › ${section}`);
