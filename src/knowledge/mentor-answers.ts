// Describes what mentors write in answer to questions.
import { createHash } from 'node:crypto';

/** What an answer rests on: a section of a document, a page, or nothing but experience. */
export type AnswerSource =
  | { readonly kind: 'section'; readonly document: string; readonly title: string; readonly section: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'experience' };

/** What a mentor writes: the questions it answers, the answer, what it rests on, and the name to sign it with. */
export interface AnswerContent {
  /** The first one is its heading. */
  readonly questions: readonly [string, ...string[]];
  /** Markdown. */
  readonly text: string;
  readonly source: AnswerSource;
  readonly author: string;
}

/** An answer that a mentor wrote. */
export interface MentorAnswer extends AnswerContent {
  /** Lower-case words joined by hyphens; unique in its workspace. */
  readonly id: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

const LONGEST_ID = 60;
const HASH_LENGTH = 8;

/** The id of the answer to a question: the same question has the same one, so that two who answer it meet. */
export function idForQuestion(question: string): string {
  const words = question
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words !== '' && words.length <= LONGEST_ID) return words;
  // What is cut off, or written in other letters, still tells questions apart.
  const hash = createHash('sha256').update(question).digest('hex').slice(0, HASH_LENGTH);
  const kept = words.slice(0, LONGEST_ID - HASH_LENGTH - 1).replace(/-+$/, '');
  return kept === '' ? hash : `${kept}-${hash}`;
}
