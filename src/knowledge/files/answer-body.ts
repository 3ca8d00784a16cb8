// Before the road: the text of a written answer, taken apart into the sentence that answers and the lines that add to it.
import { foldSpace } from '../documents.js';
import type { Report } from './yaml-file.js';

/** The text of an answer; `lines` are those of the file, to tell where something stands. */
export interface AnswerBody {
  readonly headline: string;
  readonly details: readonly string[];
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?=\S)/;
const HEADING = /^#{1,6}\s/;

/** Reads paragraphs and list items; the first paragraph is the headline. Reports what people could not be shown. */
export function readAnswerBody(body: string, firstLine: number, report: Report): AnswerBody {
  const pieces: string[] = [];
  const lines: { line: number; text: string }[] = [];
  let isOpen = false;
  for (const [index, content] of body.split('\n').entries()) {
    const line = firstLine + index;
    if (HEADING.test(content)) {
      const remedy = 'take it out: the title of the answer is in its front matter';
      report({ line, problem: `has the heading “${content.replace(/^#+\s+/, '')}”`, remedy });
    }
    const isItem = ITEM.test(content);
    if (isItem && pieces.length === 0)
      report({ line, problem: 'begins with a list', remedy: 'put a paragraph above it that answers in a sentence' });
    const text = foldSpace(content.replace(ITEM, ''));
    if (text !== '') {
      lines.push({ line, text });
      if (isItem || !isOpen) pieces.push(text);
      else pieces.push(`${pieces.pop()} ${text}`);
    }
    isOpen = text !== '';
  }
  const [headline = '', ...details] = pieces;
  if (headline === '')
    report({ line: firstLine, problem: 'has no text', remedy: 'write the answer below the second “---”' });
  return { headline, details, lines };
}
