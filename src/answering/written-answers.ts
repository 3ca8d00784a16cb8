// Makes topics of the answers that are written as files in data/answers, and texts for the search to find them by.
import type { Block, SourceDocument } from '../knowledge/documents.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import { listPhrases } from '../understanding/text/phrase-patterns.js';
import type { Intent, Intents } from './intent.js';

/** It says the same whatever was asked: levels and places change nothing. */
function toIntent({ id, title, example, related, headline, details, quotes }: WrittenAnswer): Intent {
  return {
    id,
    title,
    example,
    kinds: [],
    places: 'tells',
    related,
    answer: () => ({ headline, details, facts: [], quotes }),
  };
}

/** The coded topics first, then the written ones, in the order of their files. */
export const addWritten = (intents: Intents, written: readonly WrittenAnswer[]): Intents => ({
  ...intents,
  topics: [...intents.topics, ...written.map(toIntent)],
});

/** Whether there are no topics in code: what isn't in a written answer is asked of the documents. */
export const isDocumentsAlone = (topics: readonly Intent[]): boolean => topics.every(({ kinds }) => kinds.length === 0);

function toDocument({ id, title, example, says, headline, details }: WrittenAnswer): SourceDocument {
  const lead: Block = { kind: 'paragraph', units: [headline] };
  const blocks = details.length > 0 ? [lead, { kind: 'list' as const, units: details }] : [lead];
  const questions = [...new Set([example, ...listPhrases(says)])];
  const text = [headline, ...details].join('\n');
  return {
    id,
    title: '',
    topic: id,
    sections: [{ id, heading: title, questions, above: [], blocks, text, links: [] }],
  };
}

/** All that is searched, in the order of the index: the written answers, then the documents. */
export const listSearched = (
  answers: readonly WrittenAnswer[],
  documents: readonly SourceDocument[],
): readonly SourceDocument[] => [...answers.map(toDocument), ...documents];
