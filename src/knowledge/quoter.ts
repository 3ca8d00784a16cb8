// Between facts and an answer: the sentences of the documents that the facts rest on.
import type { Quote } from '../answering/answer.js';
import { findQuote, type SourceDocument } from './documents.js';
import type { Fact } from './facts.js';

/** Returns a function that gives the quotes of facts, each sentence once, in the order of the facts. */
export function createQuoter(
  facts: readonly Fact[],
  documents: readonly SourceDocument[],
): (facts: readonly Fact[]) => Quote[] {
  const quotes = new Map<string, Quote>();
  for (const { id, document, section, quote } of facts) {
    const source = documents.find((candidate) => candidate.id === document);
    const found = source && findQuote(source, section, quote);
    if (found) quotes.set(id, found);
  }
  return (chosen) => {
    const bySentence = new Map<string, Quote>();
    for (const { id, document, quote } of chosen) {
      const found = quotes.get(id);
      if (found) bySentence.set(`${document} ${quote}`, found);
    }
    return [...bySentence.values()];
  };
}
