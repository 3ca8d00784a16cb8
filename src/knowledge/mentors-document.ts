// Makes one document of what mentors have written, which is searched like any other.
import type { SourceDocument } from './documents.js';
import { readWrittenText, toSectionText } from './files/written-text.js';
import type { MentorAnswer } from './mentor-answers.js';

/** The document that all answers of mentors are sections of. */
const MENTORS_DOCUMENT = { id: 'mentors', title: 'Answers by mentors' } as const;

/** The answers as a document, each a section with its questions as headings. */
export function documentOf(answers: readonly MentorAnswer[]): SourceDocument {
  return {
    ...MENTORS_DOCUMENT,
    sections: answers.map((answer) => {
      const [heading, ...questions] = answer.questions;
      const { blocks, links } = toSectionText(readWrittenText(answer.text));
      const text = blocks.map(({ units }) => units.join('\n')).join('\n\n');
      return { id: answer.id, heading, questions, above: [], blocks, text, links, signed: answer };
    }),
  };
}
