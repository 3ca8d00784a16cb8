// Builds the trend on the Home tab: a chart of outcomes, a chart of topics, and the same figures as a table.
import type { Chart } from '../../answering/answer.js';
import { nameOutcome } from '../../reporting/summary.js';
import { nameWeek, type Trend, type TrendLine, WHAT_TREND_COUNTS } from '../../reporting/trend.js';
import { tableBlocks } from '../message/answer-blocks.js';
import { header, note } from '../message/blocks.js';
import { chartBlock, type MessageBlock } from '../message/chart.js';
import { MAX_BLOCK_CHARACTERS, MAX_CHART_SERIES } from '../message/limits.js';
import { createTextBudget } from '../message/text-budget.js';

const MOST_TOPICS = 10;

/** The blocks; none before the first question. `titles` are those of topics, by their ids. */
export function trendBlocks(trend: Trend, titles: ReadonlyMap<string, string>): MessageBlock[] {
  if (trend.each.length === 0) return [];
  const weeks = trend.weeks.map(nameWeek);
  const outcomes = trend.byOutcome.map(({ name, counts }) => ({ name: nameOutcome(name), counts }));
  const topics = trend.byTopic.map(({ name, counts }) => ({ name: titles.get(name) ?? name, counts }));
  const chartOf = (title: string, lines: readonly TrendLine[]): Chart[] =>
    lines.length === 0 ? [] : [{ title, unit: 'Questions', categories: weeks, series: toSeries(lines) }];
  const charts = [...chartOf('Questions by outcome', outcomes), ...chartOf('Answers by topic', topics)];
  const rows = [{ name: 'All questions', counts: trend.all }, ...outcomes, ...topics.slice(0, MOST_TOPICS)];
  const budget = createTextBudget(MAX_BLOCK_CHARACTERS);
  return [
    header('Trend by week'),
    ...charts.flatMap((chart) => chartBlock(chart, budget) ?? []),
    ...tableBlocks(
      { caption: '', rows: [['Week of', ...weeks], ...rows.map(({ name, counts }) => [name, ...counts.map(String)])] },
      budget,
      true,
    ),
    note(WHAT_TREND_COUNTS),
  ];
}

/** As many lines as a chart can hold, the rest as one. */
function toSeries(lines: readonly TrendLine[]): Chart['series'] {
  const shown = lines.length > MAX_CHART_SERIES ? lines.slice(0, MAX_CHART_SERIES - 1) : lines;
  const rest = lines.slice(shown.length);
  const [first] = rest;
  const other = first?.counts.map((_, week) => rest.reduce((all, { counts }) => all + (counts[week] ?? 0), 0));
  return [
    ...shown.map(({ name, counts }) => ({ name, values: counts })),
    ...(other === undefined ? [] : [{ name: 'Other', values: other }]),
  ];
}
