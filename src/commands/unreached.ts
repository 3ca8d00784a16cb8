// Beside the road, for editors: the sentences of the documents that no question can bring up.

import { foldSpace } from '../knowledge/documents.js';
import type { Data } from '../knowledge/load-knowledge.js';
import { listKeys, type PassageIndex } from '../knowledge/passage-index.js';
import { cutBlocks } from '../knowledge/passage-units.js';
import { findPassage } from '../knowledge/passages.js';
import type { Matcher } from '../understanding/matcher/matcher.js';
import type { Token } from '../understanding/text/synonyms.js';
import type { Effect } from './check-review.js';

/** A long sentence is asked for in pieces: nobody asks for all of it. */
const PIECE = 6;

/** Sentences that no fact and no answer quotes, and that their own words don't find as a passage. */
export function listUnreached({ documents, facts, answers }: Data, index: PassageIndex, matcher: Matcher): Effect {
  const quoted = [
    ...facts.all.map(({ document, quote }) => ({ document, text: quote })),
    ...answers.flatMap((answer) => answer.quotes),
  ];
  const isQuoted = (id: string, unit: string): boolean =>
    quoted.some(({ document, text }) => {
      const known = foldSpace(text);
      return document === id && (known.includes(unit) || unit.includes(known));
    });
  const isFound = (id: string, unit: string): boolean =>
    cutPieces([...listKeys(matcher.read(unit)).values()]).some((tokens) =>
      findPassage(index, tokens, matcher.information)?.some(
        ({ document, text }) => document === id && text.includes(unit),
      ),
    );
  const lines = documents.flatMap(({ id, sections }) =>
    sections.flatMap(({ heading, text }) =>
      cutBlocks(text)
        .flatMap(({ units }) => units)
        .filter((unit) => !isQuoted(id, unit) && !isFound(id, unit))
        .map((unit) => `${id}, ${heading}: “${unit}”`),
    ),
  );
  return {
    what: 'Sentences that no question reaches',
    advice: 'Nothing quotes them, and their own words are too few or too common to be found by.',
    lines,
  };
}

const cutPieces = (tokens: readonly Token[]): Token[][] =>
  Array.from({ length: Math.ceil(tokens.length / PIECE) }, (_, at) => tokens.slice(at * PIECE, (at + 1) * PIECE));
