// Chooses few combinations of values that still show how any two of them go together.

/** `value` of the column `column`. */
type Cell = readonly [column: number, value: number];

const keyOf = (one: Cell, other: Cell): string => (one[0] < other[0] ? [...one, ...other] : [...other, ...one]).join();

/**
 * Combinations of one value of each column, each value a number from 0 up to the column's size: every pair of values of two
 * columns is in one of them at least. The same sizes give the same combinations.
 */
export function coverPairs(sizes: readonly number[]): number[][] {
  if (sizes.length < 2) return Array.from({ length: sizes[0] ?? 1 }, (_, value) => sizes.map(() => value));
  const cells = sizes.flatMap((size, column) => Array.from({ length: size }, (_, value): Cell => [column, value]));
  const open = new Map(
    cells.flatMap((one) =>
      cells.filter(([column]) => column > one[0]).map((other) => [keyOf(one, other), [one, other] as const]),
    ),
  );
  const rows: number[][] = [];
  for (let [pair] = open.values(); pair !== undefined; [pair] = open.values()) {
    const chosen: Cell[] = [...pair];
    for (const [column, size] of sizes.entries()) {
      if (chosen.some(([taken]) => taken === column)) continue;
      const news = (value: number) => chosen.filter((other) => open.has(keyOf([column, value], other))).length;
      const values = Array.from({ length: size }, (_, value) => value);
      chosen.push([column, values.reduce((best, value) => (news(value) > news(best) ? value : best))]);
    }
    for (const one of chosen) for (const other of chosen) open.delete(keyOf(one, other));
    rows.push(chosen.toSorted(([a], [b]) => a - b).map(([, value]) => value));
  }
  return rows;
}
