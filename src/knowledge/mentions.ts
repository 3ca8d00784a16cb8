// Tells whether any document mentions something, anywhere in its text or headings.
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { SourceDocument } from './documents.js';

/** Looks words up in the whole text of the documents. */
export interface Mentions {
  /** Whether the words stand side by side anywhere, in any form. */
  has(phrase: string): boolean;
  /** The same for a name that is an everyday word as well, such as Go: only as it is written. */
  hasName(name: string): boolean;
}

/** The words of a text by their stems, so that phrases can be looked up in it. */
export const joinStems = (text: string): string => ` ${splitWords(text).map(stemOf).join(' ')} `;

/** Opens the texts of these documents; they are read at the first look. */
export function openMentions(documents: readonly SourceDocument[]): Mentions {
  let texts: { readonly written: string; readonly stems: string } | undefined;
  const read = () => {
    if (texts !== undefined) return texts;
    const pieces = documents.flatMap(({ title, sections }) => [
      title,
      ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(({ units }) => units)]),
    ]);
    texts = { written: pieces.join('\n'), stems: pieces.map(joinStems).join('|') };
    return texts;
  };
  return {
    has: (phrase) => {
      const stems = joinStems(phrase);
      return stems.trim() !== '' && read().stems.includes(stems);
    },
    hasName: (name) => {
      const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}+#])`, 'u').test(read().written);
    },
  };
}
