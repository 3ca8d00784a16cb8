// Writes a summary as text for a terminal.
import type { Outcome } from '../answering/answer.js';
import { shorten } from './printable.js';
import { type Count, describeGap, helpfulRate, nameOutcome, percent, type Summary } from './summary.js';
import { nameWeek, type Trend, WHAT_TREND_COUNTS } from './trend.js';

/** In place of a list that is empty. */
const NONE = '  none';
const WIDEST = 100;
/** So many wordings of a gap are shown. */
const MOST_WORDINGS = 3;

/** The period of a report as it was asked for: `until` is its last day, if that isn't today. */
export interface WrittenPeriod {
  readonly days: number;
  readonly until?: string | undefined;
}

const namePeriod = ({ days, until }: WrittenPeriod): string => {
  const length = `${days} ${days === 1 ? 'day' : 'days'}`;
  return until === undefined ? `the last ${length}` : `the ${length} up to ${until}`;
};

/** The report. `keepsTexts` is whether the words of unanswered questions are kept at all. */
export function writeReport(summary: Summary, period: WrittenPeriod, keepsTexts: boolean): string {
  const { questions, votes, gaps } = summary;
  const outcomes = questions.byOutcome.map(({ name, count }) => ({ name: nameOutcome(name), count }));
  return [
    [`Questions in ${namePeriod(period)}: ${questions.total}`],
    ['How people asked', ...counts(questions.bySurface)],
    ['By outcome', ...counts(outcomes)],
    ['By topic', ...counts(questions.byTopic)],
    ['By week', ...trendRows(summary.trend)],
    [`Helpful: ${helpfulRate(votes.helpful, votes.total)}`, ...voteRows(summary)],
    ['Votes with a reason or a comment', ...reasonRows(summary)],
    [
      `Gaps, from questions that weren’t answered in full: ${gaps.questions}`,
      ...(keepsTexts ? gapRows(summary) : ['  Question text isn’t stored (UNANSWERED=off).']),
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const counts = (rows: readonly Count[]): string[] => table(rows.map(({ name, count }) => [name, `${count}`]));

/** So many weeks fit beside each other. */
const MOST_WEEKS = 9;

/** A column a week, the latest ones, and what it counts. */
function trendRows({ weeks, all, byOutcome, byTopic }: Trend): string[] {
  const row = (name: string, cells: readonly (number | string)[]): string[] => [
    name,
    ...cells.slice(-MOST_WEEKS).map(String),
  ];
  const rows = [
    row('', weeks.map(nameWeek)),
    row('all questions', all),
    ...byOutcome.map(({ name, counts }) => row(nameOutcome(name), counts)),
    ...byTopic.map(({ name, counts }) => row(`topic ${name}`, counts)),
  ];
  return [...table(rows), ...wrap(WHAT_TREND_COUNTS).map((line) => `  ${line}`)];
}

/** Lines of at most that many characters. */
function wrap(text: string): string[] {
  return text.match(new RegExp(`.{1,${WIDEST}}(?= |$)`, 'g'))?.map((line) => line.trim()) ?? [];
}

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

/** A line a gap, and below it what people wrote, if its name isn't that already. */
function gapRows({ gaps }: Summary): string[] {
  const names = table(gaps.each.map(({ name, count }) => [shorten(name, WIDEST), `${count}`]));
  return names.flatMap((line, index) => {
    const gap = gaps.each[index];
    if (gap === undefined) return [line];
    const written = gap.wordings.slice(0, MOST_WORDINGS).filter(({ text }) => text !== gap.name);
    return [`${line}  ${describeGap(gap)}`, ...written.map(({ text }) => `    “${shorten(text, WIDEST)}”`)];
  });
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
