// Writes the whole answer as plain text, for screen readers and notifications.
import { type Answer, type AnswerPart, listPoints, type Quote, type Table } from '../../answering/answer.js';
import { signatureOf, signedLines } from '../../answering/signed-text.js';
import { listSources, type Source } from '../../answering/sources.js';
import { cleanText, cutText, escapeText } from './escaping.js';
import { MAX_TEXT } from './limits.js';

/** The answer as lines of text, escaped for Slack and at most so many characters long after that. */
export function answerAsText(answer: Answer, most = MAX_TEXT): string {
  const closest = (answer.passages ?? []).map(({ section, title }) => `• ${section} (${title})`).join('\n');
  const titles = answer.suggestions.map(({ title }) => title).join(' · ');
  const lead = answer.outcome === 'clarify' ? 'Closest topics' : 'Ask next';
  const sources = sourcesText(listSources(answer.parts));
  const parts = [...answer.parts.map(partText), closest, sources, titles === '' ? '' : `${lead}: ${titles}`].filter(
    (text) => text !== '',
  );
  const whole = cleanText(parts.join('\n\n')).trim();
  const text = fit(whole, most);
  const signature = answer.parts.flatMap(({ signed }) => (signed ? `\n${signatureOf(signed)}` : [])).join('');
  if (signature === '' || text === escapeText(whole)) return text;
  // Who wrote it must not be what is cut.
  const closing = escapeText(cleanText(signature));
  return `${fit(whole, most - closing.length)}${closing}`;
}

function partText(part: AnswerPart): string {
  if (part.signed !== undefined) return signedLines(part.signed).join('\n');
  const lines = [
    part.headline,
    ...listPoints(part).map((line) => `• ${line}`),
    ...(part.table === undefined ? [] : [part.table.caption, ...tableLines(part.table)]),
    ...part.formulas,
    ...(part.isQuotation
      ? part.quotes.flatMap((quote) => [`“${quote.text}” — ${quote.title}, ${quote.section}`, ...linkLines(quote)])
      : []),
  ];
  const text = lines.filter((line) => line !== '').join('\n');
  // A phone's notification shows the first line: what is quoted begins there.
  return part.isQuotation ? text.replace(/:\n(?=“)/, ': ') : text;
}

/** A line for each section, after a heading. */
function sourcesText(sources: readonly Source[]): string {
  const lines = sources.flatMap(({ name, quotes }) => [
    `${name}: ${quotes.map(({ text }) => `“${text}”`).join(' ')}`,
    ...quotes.flatMap(linkLines),
  ]);
  return lines.length === 0 ? '' : [`Sources (${sources.length}):`, ...lines].join('\n');
}

const linkLines = ({ links = [] }: Quote): string[] =>
  links.filter(({ label, url }) => label !== url).map(({ label, url }) => `${label}: ${url}`);

/** The rows as one would read them aloud: "Fresher: India 5 LPA; outside India …". */
export function tableLines({ rows: [header = [], ...rows] }: Table): string[] {
  return rows.map(([name = '', ...cells]) => {
    const figures = cells.map((cell, index) => `${header[index + 1] ?? ''} ${cell}`.trim());
    return `${name}: ${figures.join('; ')}`;
  });
}

/** Escaping makes text longer, so the cut is tried at shorter and shorter lengths until the result fits. */
function fit(text: string, most: number): string {
  let limit = most;
  let fitted = escapeText(cutText(text, limit));
  while (fitted.length > most) {
    limit -= Math.ceil((fitted.length - most) / 5);
    fitted = escapeText(cutText(text, limit));
  }
  // Slack refuses a message without text.
  return fitted === '' ? '–' : fitted;
}
