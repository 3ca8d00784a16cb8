// Sums the figures of a period up for a terminal, a spreadsheet and the Home tab.
import type { GapKind, Outcome } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import type { Figures } from '../store/store.js';
import { askAgain, type BotOf, isClosed, listGaps, type ReportedGap } from './gaps.js';
import { printable } from './printable.js';
import { summariseTrend, type Trend } from './trend.js';

/** How often something came up. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Votes on one topic, or on one outcome if no topic answered (`topic` is then empty). */
export interface Votes {
  readonly topic: string;
  readonly outcome: Outcome;
  readonly votes: number;
  readonly helpful: number;
}

/** The summary of a period. People's words in it are single lines that can be printed anywhere. */
export interface Summary {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly questions: {
    readonly total: number;
    readonly bySurface: readonly Count[];
    readonly byOutcome: readonly Count[];
    readonly byTopic: readonly Count[];
    readonly each: Figures['questions'];
  };
  readonly votes: {
    readonly total: number;
    readonly helpful: number;
    readonly byTopic: readonly Votes[];
    readonly each: Figures['votes'];
  };
  readonly trend: Trend;
  readonly gaps: {
    /** How many questions the documents left something open of. */
    readonly questions: number;
    readonly total: number;
    readonly each: readonly ReportedGap[];
  };
}

/** Sums figures up; each gap is asked again. */
export function summarise(figures: Figures, content: Pick<Bot, 'documents'>, botOf: BotOf): Summary {
  const gaps = listGaps(figures.unanswered, content).map((gap) => askAgain(gap, botOf));
  return { ...countUp(figures), gaps: { questions: figures.unanswered.length, total: gaps.length, each: gaps } };
}

/** The same without the gaps. */
export function countUp({ from, to, questions, days, votes }: Figures): Omit<Summary, 'gaps'> {
  const answered = questions.filter(({ topic }) => topic !== '');
  return {
    from,
    to,
    questions: {
      total: sum(questions),
      bySurface: countBy(questions, ({ surface }) => surface),
      byOutcome: countBy(questions, ({ outcome }) => outcome),
      byTopic: countBy(answered, ({ topic }) => topic),
      each: questions,
    },
    votes: {
      total: votes.length,
      helpful: votes.filter(({ isHelpful }) => isHelpful).length,
      byTopic: countVotes(votes),
      each: votes.map(({ comment, ...vote }) => {
        const words = printable(comment ?? '');
        return { ...vote, ...(words !== '' && { comment: words }) };
      }),
    },
    trend: summariseTrend({ from, to, days }),
  };
}

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);

const byName = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function countBy<T extends { readonly count: number }>(rows: readonly T[], nameOf: (row: T) => string): Count[] {
  return [...groupBy(rows, nameOf)]
    .map(([name, own]) => ({ name, count: sum(own) }))
    .toSorted((a, b) => b.count - a.count || byName(a.name, b.name));
}

function countVotes(votes: Figures['votes']): Votes[] {
  const nameOf = ({ topic, outcome }: Figures['votes'][number]): string => (topic === '' ? outcome : `topic ${topic}`);
  return [...groupBy(votes, nameOf).values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const { topic, outcome } = first;
      return [{ topic, outcome, votes: own.length, helpful: own.filter(({ isHelpful }) => isHelpful).length }];
    })
    .toSorted((a, b) => b.votes - a.votes || byName(a.topic, b.topic) || byName(a.outcome, b.outcome));
}

function groupBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  answer: 'answered',
  passage: 'shown a passage',
  'not-in-documents': 'not in the documents',
  clarify: 'asked to clarify',
  'out-of-scope': 'not answered',
  'about-bot': 'about the bot',
  'small-talk': 'small talk',
};

const GAP_KINDS: Readonly<Record<GapKind, string>> = {
  missing: 'not in the documents',
  closest: 'closest section',
  offered: 'no topic picked',
  refused: 'not answered',
};

/** Why a gap is open, in words. */
export const nameGapKind = (kind: GapKind): string => GAP_KINDS[kind];

/** Why a gap is open, and how many of its questions are answered by now, from documents or by mentors. */
export function describeGap(gap: ReportedGap): string {
  const { kind, answeredNow, count } = gap;
  if (answeredNow === 0) return nameGapKind(kind);
  const part = isClosed(gap) ? '' : `${answeredNow} of ${count} `;
  return `${nameGapKind(kind)}; ${part}answered since`;
}

/** An outcome in words; one of a different version stays as it is. */
export function nameOutcome(outcome: string): string {
  return Object.entries(OUTCOMES).find(([known]) => known === outcome)?.[1] ?? outcome;
}

/** "80%". */
export const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

/** "12 of 15 votes (80%)". */
export function helpfulRate(helpful: number, total: number): string {
  if (total === 0) return 'no votes';
  return `${helpful} of ${total} ${total === 1 ? 'vote' : 'votes'} (${percent(helpful, total)})`;
}
