// Lets a trained bot answer from further documents, without training: what was trained stays as it is.
import type { SourceDocument } from '../knowledge/documents.js';
import { joinIndexes } from '../knowledge/joined-index.js';
import { textsOfDocuments } from '../knowledge/mentions.js';
import { indexSections } from '../knowledge/section-index.js';
import { speakOf } from '../knowledge/undocumented-subjects.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { TrainedBot } from './trained-bot.js';

/** The same bot with these documents after its own; takes some milliseconds, however many documents it had. */
export function addDocuments(trained: TrainedBot, added: readonly SourceDocument[]): TrainedBot {
  const { documents, answers, sections, missing, facts, matcher } = trained;
  const known = new Set(matcher.vocabulary);
  const words = new Set(textsOfDocuments(added).flatMap(splitWords));
  return {
    ...trained,
    documents: [...documents, ...added],
    sections: joinIndexes(sections, answers.length + documents.length, indexSections(added)),
    missing: speakOf(missing, added, facts),
    // A slip in a question is corrected towards the words of these, too.
    matcher: { ...matcher, vocabulary: [...matcher.vocabulary, ...[...words].filter((word) => !known.has(word))] },
  };
}
