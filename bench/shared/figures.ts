// Medians, percentiles, and the table that shows every figure beside its target.

/** One line of the table; `wanted` is the limit and the side of it that is good, absent for figures that only inform. */
export interface Figure {
  readonly name: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly wanted?: { readonly most: number } | { readonly least: number };
}

/** The value below which that share (0 to 1) of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How long `work` takes, in milliseconds. */
export function time(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The table as text. */
export function writeTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.name, writeValue(figure), writeWanted(figure), judge(figure)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const write = ([name = '', value = '', wanted = '', verdict = '']: string[]) =>
    [name.padEnd(widths[0] ?? 0), value.padStart(widths[1] ?? 0), wanted.padEnd(widths[2] ?? 0), verdict].join('  ');
  return rows.map((row) => write(row).trimEnd()).join('\n');
}

const round = (value: number): string =>
  Number.isInteger(value) ? String(value) : value < 10 ? value.toFixed(value < 1 ? 3 : 2) : value.toFixed(0);

function writeValue({ value, unit }: Figure): string {
  return value === undefined ? 'not measured' : `${round(value)} ${unit}`;
}

function writeWanted({ wanted }: Figure): string {
  if (wanted === undefined) return '';
  return 'most' in wanted ? `wanted at most ${wanted.most}` : `wanted at least ${wanted.least}`;
}

function judge({ value, wanted }: Figure): string {
  if (wanted === undefined || value === undefined) return '';
  const isMet = 'most' in wanted ? value <= wanted.most : value >= wanted.least;
  return isMet ? 'met' : 'NOT MET';
}
