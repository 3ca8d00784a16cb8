// Decides whether a text mentions something, and lists the text of the documents and of the facts.
import { stemOf } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { SourceDocument } from './documents.js';
import type { Fact } from './facts.js';

/** Looks words up in texts. */
export interface Mentions {
  /** Whether the words occur side by side anywhere, in any form. */
  has(phrase: string): boolean;
  /** Whether a name occurs anywhere, in any case; an everyday word, such as Go, only as written and not first. */
  hasName(name: string, isEveryday?: boolean): boolean;
  /** Whether a single word occurs anywhere, by its stem. */
  hasStem(stem: string): boolean;
}

/** The stems of all words of a text, each between blanks, so that a phrase can be looked for in it. */
export const joinStems = (text: string): string => ` ${splitWords(text).map(stemOf).join(' ')} `;

/** Everything that documents say: titles, headings, questions, sentences. */
export const textsOfDocuments = (documents: readonly SourceDocument[]): string[] =>
  documents.flatMap(({ title, sections }) => [
    title,
    ...sections.flatMap(({ heading, questions = [], blocks }) => [
      heading,
      ...questions,
      ...blocks.flatMap(({ units }) => units),
    ]),
  ]);

/** Everything that facts say. */
export const textsOfFacts = (facts: readonly Fact[]): string[] =>
  facts.flatMap(({ says, quote, section }) => [says, quote, section]);

/** Opens texts for looking words up; they are read at the first lookup. */
export function openMentions(list: () => readonly string[]): Mentions {
  let read:
    | {
        readonly written: string;
        readonly lowered: string;
        readonly phrases: string;
        readonly stems: ReadonlySet<string>;
      }
    | undefined;
  const open = () => {
    if (read !== undefined) return read;
    const texts = list();
    const phrases = texts.map(joinStems);
    const stems = new Set(phrases.flatMap((phrase) => phrase.trim().split(' ')));
    const written = texts.join('\n');
    read = { written, lowered: written.toLowerCase(), phrases: phrases.join('|'), stems };
    return read;
  };
  return {
    has: (phrase) => {
      const stems = joinStems(phrase);
      return stems.trim() !== '' && open().phrases.includes(stems);
    },
    hasName: (name, isEveryday = false) => {
      // Of hundreds of names few stand in a text: this tells without an expression of their own.
      if (!open().lowered.includes(name.toLowerCase())) return false;
      const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const before = isEveryday ? '(?<=[^.?!:\\s]["”’)]?\\s)' : '(?<![\\p{L}\\p{N}])';
      return new RegExp(`${before}${word}(?![\\p{L}\\p{N}+#])`, isEveryday ? 'u' : 'iu').test(open().written);
    },
    hasStem: (stem) => open().stems.has(stem),
  };
}
