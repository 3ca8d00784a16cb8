// Fits a logistic regression by gradient descent.

/** What is known of one row, and whether it is to be answered. */
export interface Sample<Sign extends string> {
  readonly signs: Readonly<Record<Sign, number>>;
  readonly good: boolean;
}

const STEPS = 20_000;
const RATE = 0.1;
/** Keeps weights small that the rows say little about; the bias is free. */
const SHRINK = 1e-3;

/** How surely a row is good, 0 to 1. */
export function rate<Sign extends string>(
  weights: Readonly<Record<Sign, number>>,
  signs: Readonly<Record<Sign, number>>,
  names: readonly Sign[],
): number {
  const sum = names.reduce((total, name) => total + weights[name] * signs[name], 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The weights under which the rows are likeliest. */
export function fitWeights<Sign extends string>(
  rows: readonly Sample<Sign>[],
  start: Readonly<Record<Sign, number>>,
  names: readonly Sign[],
): Record<Sign, number> {
  const weights: Record<Sign, number> = { ...start };
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = names.map((name) => (name === 'bias' ? 0 : SHRINK * weights[name]));
    for (const { signs, good } of rows) {
      const error = (rate(weights, signs, names) - (good ? 1 : 0)) / rows.length;
      for (const [i, name] of names.entries()) slopes[i] = (slopes[i] ?? 0) + error * signs[name];
    }
    for (const [i, name] of names.entries()) weights[name] -= RATE * (slopes[i] ?? 0);
  }
  return weights;
}
