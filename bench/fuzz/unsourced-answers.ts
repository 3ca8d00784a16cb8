// Finds what an answer says without a quote, or with a quote that is in no document.
import { type Answer, type AnswerPart, listPoints } from '../../src/answering/answer.js';
import { findQuote, type SourceDocument } from '../../src/knowledge/documents.js';

/** What has no source, one line each; nothing for what answers from no document. */
export function unsourcedIn({ outcome, parts }: Answer, documents: readonly SourceDocument[]): string[] {
  if (outcome !== 'answer' && outcome !== 'passage') return [];
  // That the documents lack something rests on no sentence of theirs; beside it, another part has to answer.
  const isDenial = (part: AnswerPart): boolean =>
    parts.length > 1 && part.headline.startsWith('The documents don’t mention') && listPoints(part).length === 0;
  const answering = parts.filter((part) => part.quotes.length > 0 || !isDenial(part));
  if (answering.length === 0) return [`an answer without a source (${outcome})`];
  return answering.flatMap(({ topic, quotes }) => {
    if (quotes.length === 0) return [`an answer without a source (${topic || outcome})`];
    return quotes
      .filter(({ document: id, section, text }) => {
        const document = documents.find((one) => one.id === id);
        return document === undefined || findQuote(document, section, text) === undefined;
      })
      .map(({ document, section }) => `a quote that ${document} doesn’t have in “${section}”`);
  });
}
