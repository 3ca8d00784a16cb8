// Makes a part of an answer of what a mentor wrote, and writes it as lines of plain text.
import { readWrittenText } from '../knowledge/files/written-text.js';
import type { AnswerContent, AnswerPart, AnswerSource, SignedText } from './answer.js';

/** What figures call the topic of what mentors wrote. */
const MENTORS = 'mentors';

/** The part that shows it; there is no more to tell. `at` is in milliseconds since 1970. */
export function signedPart({ text, author, at, source }: AnswerContent & { readonly at: number }): AnswerPart {
  const pieces = readWrittenText(text);
  const headline = pieces[0]?.lines[0]?.text ?? '';
  const signed = { pieces, author, at, source };
  return { topic: MENTORS, title: '', headline, details: [], formulas: [], quotes: [], full: true, signed };
}

/** Who wrote it, when, and what it rests on. */
export const signatureOf = ({ author, at, source }: Omit<SignedText, 'pieces'>): string =>
  `— ${author}, ${dateOf(at)}, ${nameSource(source)}`;

/** A source as people read it. */
export function nameSource(source: AnswerSource): string {
  if (source.kind === 'section') return `from “${source.title}”, ${source.section}`;
  return source.kind === 'link' ? `from ${source.url}` : 'from experience';
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "29 Nov 2026", in UTC. */
export function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The text, the addresses of its links, and the signature. */
export function signedLines(signed: SignedText): string[] {
  const lines = signed.pieces.flatMap(({ kind, lines: own }) =>
    own.flatMap(({ text, links }, index) => [
      kind === 'list' ? `• ${text}` : kind === 'numbered list' ? `${index + 1}. ${text}` : text,
      ...links.filter(({ label, url }) => label !== url).map(({ label, url }) => `${label}: ${url}`),
    ]),
  );
  return [...lines, signatureOf(signed)];
}
