// Shows figures side by side as bars; leaves out what can't be shown honestly.

import type { Chart } from '../../src/answering/intent.js';
import { toYearly } from '../shared/money.js';
import type { Salary } from './arithmetic.js';

const BARS: Readonly<Record<Salary['level'], string>> = {
  fresher: 'Freshers',
  experienced: 'Experienced',
  all: 'Average',
};
const TITLES: Readonly<Record<Salary['place'], string>> = {
  india: 'Pay in India',
  'outside-india': 'Pay outside India',
};
const UNITS: Readonly<Record<Salary['currency'], string>> = { INR: '₹ a year', USD: '$ a year' };

/**
 * One chart, of the place with the most figures; nothing is converted or averaged. Undefined where there's nothing to
 * compare. `titleOf` names a document.
 */
export function chartSalaries(salaries: readonly Salary[], titleOf: (document: string) => string): Chart | undefined {
  const groupOf = ({ place, currency }: Salary): string => `${place} ${currency}`;
  const groups = [...new Set(salaries.map(groupOf))];
  return groups
    .map((group) => salaries.filter((salary) => groupOf(salary) === group))
    .flatMap((own) => chartGroup(own, titleOf) ?? [])
    .toSorted((one, other) => countBars(other) - countBars(one))
    .at(0);
}

const countBars = ({ categories, series }: Chart): number => categories.length * series.length;

/** The place and the currency are the same in all of them. */
function chartGroup(salaries: readonly Salary[], titleOf: (document: string) => string): Chart | undefined {
  const [first] = salaries;
  const categories = [...new Set(salaries.map(nameBar))];
  if (first === undefined || salaries.length < 2) return undefined;
  const unit = UNITS[first.currency];
  const series =
    categories.length === salaries.length
      ? [{ name: 'Average pay', values: salaries.map(toYearly) }]
      : seriesByDocument(salaries, categories, titleOf);
  return series.length === 0 ? undefined : { title: `${TITLES[first.place]}, ${unit}`, unit, categories, series };
}

/** Documents side by side, if each has exactly one figure for each bar; else none, since a gap would look like zero. */
function seriesByDocument(
  salaries: readonly Salary[],
  categories: readonly string[],
  titleOf: (document: string) => string,
): Chart['series'] {
  const series = [...new Set(salaries.map(({ document }) => document))].map((document) => {
    const own = salaries.filter((salary) => salary.document === document);
    const values = categories.map((name) => own.filter((salary) => nameBar(salary) === name).map(toYearly));
    return { name: titleOf(document), isWhole: values.every(({ length }) => length === 1), values: values.flat() };
  });
  return series.every(({ isWhole }) => isWhole) ? series.map(({ name, values }) => ({ name, values })) : [];
}

/** Each bar names its source if figures from different sources are side by side. */
const nameBar = ({ level, attributed }: Salary): string =>
  attributed === undefined ? BARS[level] : `${BARS[level]} (${attributed})`;
