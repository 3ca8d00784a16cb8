// Turns a chart of an answer into Slack's own chart, or into nothing if Slack would refuse it.
import type { types } from '@slack/bolt';
import type { Chart } from '../../answering/answer.js';
import { cutText } from './escaping.js';
import * as limits from './limits.js';
import type { TextBudget } from './text-budget.js';

/** Slack's chart, which its library has no type for (docs.slack.dev/reference/block-kit/blocks/data-visualization-block). */
export interface ChartBlock extends types.Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label?: string };
  };
}

/** All that a message can hold. */
export type MessageBlock = types.KnownBlock | ChartBlock;

/** The type of the block. */
export const CHART = 'data_visualization';

/** Whether it's a chart, which windows and some workspaces refuse. */
export const isChart = (block: MessageBlock): block is ChartBlock => block.type === CHART;

/** The chart as Slack takes it, undefined if it would refuse it. */
export function chartBlock({ title, unit, categories, series }: Chart, budget: TextBudget): ChartBlock | undefined {
  const fit = (text: string, limit: number): string => cutText(budget.take(text), limit);
  const heading = fit(title, limits.MAX_CHART_TITLE);
  const yLabel = fit(unit, limits.MAX_CHART_TITLE);
  const names = series.map(({ name }) => fit(name, limits.MAX_CHART_LABEL));
  const labels = categories.map((category) => fit(category, limits.MAX_CHART_LABEL));
  // Names can become equal once they're cut; with a missing bar or a repeated name, Slack refuses the whole message.
  const isTaken =
    heading !== '' &&
    areDistinct(names, limits.MAX_CHART_SERIES) &&
    areDistinct(labels, limits.MAX_CHART_POINTS) &&
    series.every(({ values }) => values.length === labels.length && values.every(Number.isFinite));
  if (!isTaken) return undefined;
  const data = series.map(({ values }, index) => ({
    name: names[index] ?? '',
    data: values.map((value, at) => ({ label: labels[at] ?? '', value })),
  }));
  const axes = { categories: labels, ...(yLabel !== '' && { y_label: yLabel }) };
  return { type: 'data_visualization', title: heading, chart: { type: 'bar', series: data, axis_config: axes } };
}

/** At least one, at most so many, none empty, no two the same. */
function areDistinct(names: readonly string[], most: number): boolean {
  return names.length > 0 && names.length <= most && !names.includes('') && new Set(names).size === names.length;
}
