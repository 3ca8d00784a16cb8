// Topics and documents in; questions to try, and the sections that people can choose from, out.
import { listHeadings, type SourceDocument } from '../knowledge/documents.js';
import type { Passage } from '../knowledge/passages.js';
import type { PassageSuggestion } from './answer.js';
import type { Intents } from './intent.js';

/** A section of a document, by what people know it by. */
export type SourceSection = Pick<PassageSuggestion, 'document' | 'title' | 'section'>;

/** The heading of a document that shows best what can be asked: one that asks, else the first. */
function pickExample(document: SourceDocument): string[] {
  const headings = listHeadings(document);
  return [headings.find((heading) => heading.endsWith('?')) ?? headings[0] ?? ''].filter((heading) => heading !== '');
}

/** All sections with a text, these first. */
export function listSections(documents: readonly SourceDocument[], first: readonly Passage[]): SourceSection[] {
  const all = documents.flatMap((document) =>
    listHeadings(document).map((section) => ({ document: document.id, title: document.title, section })),
  );
  const sections = [...first.map(({ document, title, section }) => ({ document, title, section })), ...all];
  return [...new Map(sections.map((one) => [`${one.document}\n${one.section}`, one])).values()];
}

/** Questions to try: the topics’ own, or without topics a heading of each document. */
export const listExamples = ({ topics }: Intents, documents: readonly SourceDocument[]): string[] =>
  topics.length > 0 ? topics.map(({ example }) => example) : documents.flatMap(pickExample);
