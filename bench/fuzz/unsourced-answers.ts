// Finds what an answer says without a quote, or with a quote that is in no document.
import type { Answer } from '../../src/answering/answer.js';
import { findQuote, type SourceDocument } from '../../src/knowledge/documents.js';

/** What has no source, one line each; nothing for what answers from no document. */
export function unsourcedIn({ outcome, parts }: Answer, documents: readonly SourceDocument[]): string[] {
  if (outcome !== 'answer' && outcome !== 'passage') return [];
  return parts.flatMap(({ topic, quotes }) => {
    if (quotes.length === 0) return [`an answer without a source (${topic || outcome})`];
    return quotes
      .filter(({ document: id, section, text }) => {
        const document = documents.find((one) => one.id === id);
        return document === undefined || findQuote(document, section, text) === undefined;
      })
      .map(({ document, section }) => `a quote that ${document} doesn’t have in “${section}”`);
  });
}
