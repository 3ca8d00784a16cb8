// Writes a summary as text for a terminal.
import type { Outcome } from '../answering/answer.js';
import { shorten } from './printable.js';
import { type Count, helpfulRate, nameOutcome, percent, type Summary } from './summary.js';

/** In place of a list that is empty. */
const NONE = '  none';
const WIDEST = 100;

/** The report. `keepsTexts` is whether the words of unanswered questions are kept at all. */
export function writeReport(summary: Summary, days: number, keepsTexts: boolean): string {
  const { questions, votes, unanswered } = summary;
  const noted = unanswered.reduce((all, { count }) => all + count, 0);
  const outcomes = questions.byOutcome.map(({ name, count }) => ({ name: nameOutcome(name), count }));
  return [
    [`Questions in the last ${days} ${days === 1 ? 'day' : 'days'}: ${questions.total}`],
    ['How people asked', ...counts(questions.bySurface)],
    ['By outcome', ...counts(outcomes)],
    ['By topic', ...counts(questions.byTopic)],
    [`Helpful: ${helpfulRate(votes.helpful, votes.total)}`, ...voteRows(summary)],
    ['Votes with a reason or a comment', ...reasonRows(summary)],
    [
      `Unanswered, or no topic picked: ${noted}`,
      ...(keepsTexts ? unansweredRows(summary) : ['  Question text isn’t stored (UNANSWERED=off).']),
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const counts = (rows: readonly Count[]): string[] => table(rows.map(({ name, count }) => [name, `${count}`]));

/** What a vote is on: a topic, or an outcome in brackets. */
const votedOn = ({ topic, outcome }: { readonly topic: string; readonly outcome: Outcome }): string =>
  topic === '' ? `(${nameOutcome(outcome)})` : topic;

function voteRows({ votes }: Summary): string[] {
  if (votes.total === 0) return [];
  return table(
    votes.byTopic.map((row) => [votedOn(row), `${row.helpful} of ${row.votes}`, percent(row.helpful, row.votes)]),
  );
}

function reasonRows({ votes }: Summary): string[] {
  const said = votes.each.filter(({ reason, comment }) => reason !== undefined || comment !== undefined);
  const quoted = (comment: string | undefined): string => (comment === undefined ? '' : `“${comment}”`);
  return table(
    said.map((vote) => [votedOn(vote), vote.reason ?? '–', quoted(vote.comment)]),
    'text',
  );
}

function unansweredRows({ unanswered }: Summary): string[] {
  const rows = unanswered.map(({ count, text }) => [shorten(text, WIDEST), `${count}`]);
  return table(rows);
}

/** Rows in columns: the first and, where they are texts, the others to the left; figures to the right. */
function table(rows: readonly (readonly string[])[], kind: 'figures' | 'text' = 'figures'): string[] {
  if (rows.length === 0) return [NONE];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 || kind === 'text' ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
