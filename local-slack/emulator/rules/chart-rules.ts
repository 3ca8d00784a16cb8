// Checks tables and charts by Slack's rules.
import {
  type BlockKitNode,
  countFaults,
  fault,
  fieldFaults,
  node,
  nodes,
  repeated,
  stringFaults,
  words,
} from './block-kit-node.js';
import { richTextFaults } from './rich-text-rules.js';

/** The faults of a table by itself; tables of one message are counted together elsewhere. */
export function tableFaults(table: BlockKitNode): string[] {
  const rows = Array.isArray(table.rows) ? table.rows.map(nodes) : [];
  const width = rows[0]?.length ?? 0;
  return [
    ...fieldFaults(table, ['block_id', 'rows', 'column_settings']),
    ...countFaults(rows.length, 'rows', 1, 100),
    ...countFaults(width, 'cells in a row', 1, 20),
    ...fault(
      rows.some((row) => row.length !== width),
      'rows of unlike length',
    ),
    ...countFaults(nodes(table.column_settings).length, 'column settings', 0, 20),
    ...rows.flat().flatMap(cellFaults),
  ];
}

function cellFaults(cell: BlockKitNode): string[] {
  if (cell.type === 'rich_text') return richTextFaults(cell);
  if (cell.type === 'raw_number') return fault(!Number.isFinite(cell.value), 'a cell without a number');
  if (cell.type !== 'raw_text') return [`a cell of the type ${cell.type}`];
  return fault(words(cell) === '', 'an empty cell');
}

/** The faults of a chart (data_visualization). */
export function chartFaults(block: BlockKitNode): string[] {
  const chart = node(block.chart);
  return [
    ...fieldFaults(block, ['block_id', 'title', 'chart']),
    ...label(block.title, 'the title of a chart', 50),
    ...(chart.type === 'pie' ? pieFaults(chart) : axisFaults(chart)),
  ];
}

function pieFaults(chart: BlockKitNode): string[] {
  const segments = nodes(chart.segments);
  return [
    ...fieldFaults(chart, ['segments']),
    ...countFaults(segments.length, 'segments', 1, 6),
    ...segments.flatMap(({ label: name, value }) => [
      ...label(name, 'the label of a segment', 20),
      ...fault(!(typeof value === 'number' && value > 0), `the segment ${name} is ${value}, more than 0 is taken`),
    ]),
    ...repeated(segments.map(({ label: name }) => name)).map((name) => `two segments with the label ${name}`),
  ];
}

function axisFaults(chart: BlockKitNode): string[] {
  if (!['bar', 'line', 'area'].includes(chart.type)) return [`a chart of the type ${chart.type}`];
  const { categories, x_label, y_label } = node(chart.axis_config);
  const places: unknown[] = Array.isArray(categories) ? categories : [];
  const series = nodes(chart.series);
  return [
    ...fieldFaults(chart, ['series', 'axis_config']),
    ...countFaults(places.length, 'categories', 1, 20),
    ...places.flatMap((place) => label(place, 'a category', 20)),
    ...repeated(places).map((place) => `two categories ${place}`),
    ...stringFaults(x_label, 'x_label', 50),
    ...stringFaults(y_label, 'y_label', 50),
    ...countFaults(series.length, 'series', 1, 6),
    ...repeated(series.map(({ name }) => name)).map((name) => `two series with the name ${name}`),
    ...series.flatMap((one) => seriesFaults(one, places)),
  ];
}

function seriesFaults({ name, data }: BlockKitNode, places: readonly unknown[]): string[] {
  const points = nodes(data);
  const labels = points.map((point) => point.label);
  const isMatch = labels.length === places.length && places.every((place) => labels.includes(place));
  return [
    ...label(name, 'the name of a series', 20),
    ...countFaults(points.length, 'points in a series', 1, 20),
    ...points.flatMap((point) => label(point.label, 'the label of a point', 20)),
    ...fault(!isMatch, `the series ${name} has not exactly one point for each category`),
    ...fault(!points.every(({ value }) => Number.isFinite(value)), `the series ${name} has a point without a number`),
  ];
}

function label(value: unknown, name: string, longest: number): string[] {
  return value === undefined ? [`${name} is missing`] : stringFaults(value, name, longest);
}
