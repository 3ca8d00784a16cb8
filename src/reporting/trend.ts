// Sums questions up by week: how many there were of each outcome and each topic.
import type { Outcome } from '../answering/answer.js';
import type { Figures } from '../store/store.js';

/** How many questions there were in each week. */
export interface TrendLine<Name extends string = string> {
  readonly name: Name;
  /** One for each week of the trend, in its order. */
  readonly counts: readonly number[];
}

/** Questions by week, outcome and main topic; the most frequent first. */
export interface Trend {
  /** The Mondays that the weeks begin with, in milliseconds since 1970, the oldest first. */
  readonly weeks: readonly number[];
  readonly all: readonly number[];
  readonly byOutcome: readonly TrendLine<Outcome>[];
  readonly byTopic: readonly TrendLine[];
  /** One row for each week, outcome and topic of which there were any. */
  readonly each: readonly {
    readonly week: number;
    readonly outcome: Outcome;
    readonly topic: string;
    readonly count: number;
  }[];
}

/** What the trend counts; shown wherever the trend is. */
export const WHAT_TREND_COUNTS =
  'Each question counts once, in the week it was asked (Monday to Sunday, UTC), on whichever surface. Topics that people choose ' +
  'count too; votes don’t. A topic is the main one of an answer. The first and the last week may be incomplete.';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday. */
const FIRST_MONDAY_MS = -3 * DAY_MS;

const mondayOf = (at: number): number => at - ((((at - FIRST_MONDAY_MS) % WEEK_MS) + WEEK_MS) % WEEK_MS);

/** Sums up; weeks without a question are there as well. */
export function summariseTrend({ from, to, days }: Pick<Figures, 'from' | 'to' | 'days'>): Trend {
  // A store that has kept everything since 1970 has nothing to show before its first question.
  const first = mondayOf(Math.max(from, Math.min(to, ...days.map(({ day }) => day))));
  const weeks = Array.from(
    { length: Math.floor((mondayOf(to) - first) / WEEK_MS) + 1 },
    (_, at) => first + at * WEEK_MS,
  );
  const count = (rows: Figures['days']): number[] =>
    weeks.map((week) => rows.reduce((all, row) => all + (mondayOf(row.day) === week ? row.count : 0), 0));
  const lines = <Name extends string>(rows: Figures['days'], nameOf: (row: Figures['days'][number]) => Name) =>
    [...new Set(rows.map(nameOf))]
      .map((name) => ({ name, counts: count(rows.filter((row) => nameOf(row) === name)) }))
      .toSorted((a, b) => sum(b.counts) - sum(a.counts) || (a.name < b.name ? -1 : 1));
  return {
    weeks,
    all: count(days),
    byOutcome: lines(days, ({ outcome }) => outcome),
    byTopic: lines(
      days.filter(({ topic }) => topic !== ''),
      ({ topic }) => topic,
    ),
    each: joinDays(days),
  };
}

function joinDays(days: Figures['days']): Trend['each'] {
  const rows = new Map<string, Trend['each'][number]>();
  for (const { day, outcome, topic, count } of days) {
    const week = mondayOf(day);
    const key = JSON.stringify([week, outcome, topic]);
    rows.set(key, { week, outcome, topic, count: (rows.get(key)?.count ?? 0) + count });
  }
  return [...rows.values()];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** A week as people name it, by its Monday: “2 Nov”. */
export const nameWeek = (monday: number): string =>
  new Date(monday).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
