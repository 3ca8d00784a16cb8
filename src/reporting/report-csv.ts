// Writes a summary as a table for spreadsheets; nothing that people wrote can run in it.
import { nameGapKind, type Summary } from './summary.js';
import { WHAT_TREND_COUNTS } from './trend.js';

const COLUMNS = [
  'kind',
  'surface',
  'outcome',
  'topic',
  'count',
  'helpful',
  'reason',
  'text',
  'last',
  'answered_now',
  'week',
] as const;
type Row = Partial<Readonly<Record<(typeof COLUMNS)[number], string>>>;

/** Without this mark Excel misreads non-English characters. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A row for each count of questions, each vote, each gap, and each week's count of an outcome and a topic; `kind` says which it is. */
export function writeCsv({ questions, votes, gaps, trend }: Summary): string {
  const rows: Row[] = [
    ...questions.each.map(({ count, ...question }) => ({ kind: 'questions', ...question, count: `${count}` })),
    ...votes.each.map(({ isHelpful, comment, ...vote }) => ({
      kind: 'vote',
      ...vote,
      count: '1',
      helpful: isHelpful ? 'yes' : 'no',
      ...(comment !== undefined && { text: comment }),
    })),
    ...gaps.each.map(({ kind, name, count, last, answeredNow }) => ({
      kind: 'gap',
      count: `${count}`,
      reason: nameGapKind(kind),
      text: name,
      last: new Date(last).toISOString(),
      answered_now: `${answeredNow}`,
    })),
    { kind: 'note', text: WHAT_TREND_COUNTS },
    ...trend.each.map(({ week, outcome, topic, count }) => ({
      kind: 'week',
      outcome,
      topic,
      count: `${count}`,
      week: new Date(week).toISOString().slice(0, 10),
    })),
  ];
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? '')).join(','));
  return BYTE_ORDER_MARK + [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

/** What a spreadsheet would take for a formula; some accept the full-width signs of East Asian scripts as well. */
const FORMULA = /^[=+\-@＝＋－＠]/u;
const PLAIN = /^[\w ]*$/;

/** In quotes, so that no country's separator ends it. What looks like a formula gets a prefix that makes it text. */
function cell(text: string): string {
  if (PLAIN.test(text)) return text;
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
