// Writes an answer as plain text for a terminal, or as a record for scripts.
import {
  type Answer,
  type AnswerPart,
  answeredTopics,
  listPoints,
  type PassageSuggestion,
  type Quote,
} from '../answering/answer.js';
import { signedLines } from '../answering/signed-text.js';

const bullet = (line: string): string => `• ${line}`;
const cite = ({ text, title, section, links = [] }: Quote): string =>
  [
    `  “${text.replaceAll('\n', '\n   ')}”`,
    `    — ${title}, ${section}`,
    ...links.filter(({ label, url }) => label !== url).map(({ label, url }) => `    ${label}: ${url}`),
  ].join('\n');
const describePassage = ({ title, section }: PassageSuggestion): string => bullet(`${section} (${title})`);

function writePart(part: AnswerPart): string {
  if (part.signed !== undefined) return signedLines(part.signed).join('\n');
  const { headline, formulas, quotes } = part;
  const lines = [headline, ...listPoints(part).map(bullet), ...formulas.map((formula) => `= ${formula}`)];
  if (quotes.length > 0) lines.push('From the documents:', ...quotes.map(cite));
  return lines.join('\n');
}

/** The whole answer as plain text, several lines, no colours. */
export function writeAnswer({ outcome, parts, suggestions, passages = [] }: Answer): string {
  const blocks = parts.map(writePart);
  if (passages.length > 0) blocks.push(`${blocks.pop()}\n${passages.map(describePassage).join('\n')}`);
  if (suggestions.length > 0)
    blocks.push(
      `${outcome === 'clarify' ? 'Closest topics' : 'You can also ask about'}: ${suggestions.map(({ title }) => title).join(' · ')}`,
    );
  return blocks.join('\n\n');
}

/** One answer as a script reads it; `ms` is the time answering took. */
export function toRecord(question: string, answer: Answer, ms: number): Record<string, unknown> {
  const [main, ...others] = answer.parts;
  return {
    question,
    outcome: answer.outcome,
    topics:
      answer.outcome === 'passage' ? answer.suggestions.slice(0, 1).map(({ topic }) => topic) : answeredTopics(answer),
    headline: main?.headline ?? '',
    details: [
      ...(main ? listPoints(main) : []),
      ...(main?.formulas ?? []),
      ...others.flatMap((part) => [part.headline, ...listPoints(part), ...part.formulas]),
    ],
    quotes: answer.parts
      .flatMap(({ quotes }) => quotes)
      .map(({ document, section, text }) => ({ document, section, text })),
    suggestions: answer.suggestions.map(({ topic }) => topic),
    ...(answer.passages && { passages: answer.passages.map(({ document, section }) => ({ document, section })) }),
    text: writeAnswer(answer),
    ms: Math.round(ms * 1000) / 1000,
  };
}
