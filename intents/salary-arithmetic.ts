// Behind the topic salary: shorter periods, differences and comparisons, each with its formula; currencies never mix.
import type { Fact, FactOf, Facts } from '../src/facts.js';
import type { Query } from '../src/intent.js';
import type { Amount, Period } from '../src/slots.js';
import { formatDollars, formatRupees, formatSalary, toYearly } from './money.js';

type Salary = FactOf<'salary'>;

const format = ({ currency }: Salary, value: number): string =>
  currency === 'USD' ? formatDollars(value) : formatRupees(value);

const spell = (salary: Salary): string =>
  salary.unit === 'LPA'
    ? `${salary.amount} LPA × 1,00,000 = ${formatRupees(toYearly(salary))} a year`
    : `${formatSalary(salary)}`;

/** What a figure comes to in a shorter period, and the facts that the way there needs. */
export interface Shorter {
  readonly value: string;
  readonly formula: string;
  readonly facts: readonly Fact[];
}

/** Undefined for a year, and for an hour or a day when the documents name no working week. */
export function divideSalary(salary: Salary, per: Period, facts: Facts): Shorter | undefined {
  const year = toYearly(salary);
  const [normal] = facts.of('hours');
  const done = (value: number, by: string, rest: readonly Fact[] = []): Shorter => {
    const shown = `${format(salary, value)} a ${per}`;
    const from = salary.unit === 'LPA' ? `${spell(salary)}; ` : '';
    return { value: shown, formula: `${from}${format(salary, year)} ÷ ${by} = ${shown}`, facts: rest };
  };
  if (per === 'month') return done(year / 12, '12 months');
  if (per === 'week') return done(year / 52, '52 weeks');
  if (normal === undefined || per === 'year') return undefined;
  const { daysPerWeek, hoursPerDay } = normal;
  if (per === 'day') return done(year / (52 * daysPerWeek), `(52 weeks × ${daysPerWeek} days)`, [normal]);
  const week = `(52 weeks × ${daysPerWeek} days × ${hoursPerDay} hours)`;
  return done(year / (52 * daysPerWeek * hoursPerDay), week, [normal]);
}

/** How much more the higher of two figures is; undefined when their currencies or units differ. */
export function subtractSalaries(a: Salary, b: Salary): string | undefined {
  if (a.unit !== b.unit) return undefined;
  const [low, high] = a.amount < b.amount ? [a, b] : [b, a];
  const difference = { ...high, amount: high.amount - low.amount };
  return `${formatSalary(high)} − ${formatSalary(low)} = ${formatSalary(difference)}`;
}

/** The person's own sum beside a figure of the documents: "4 LPA is less than 5 LPA"; undefined when they can't be compared. */
export function compareAmount(amount: Amount, salary: Salary, per: Period | undefined): string | undefined {
  const months = per === 'month' ? 12 : 1;
  if (amount.currency !== salary.currency || (per !== undefined && per !== 'year' && per !== 'month')) return undefined;
  const own = (amount.unit === 'LPA' ? amount.value * 100_000 : amount.value) * months;
  const figure = toYearly(salary);
  const word = own === figure ? 'the same as' : own < figure ? 'less than' : 'more than';
  const written = amount.unit === 'LPA' ? `${amount.value} LPA` : format(salary, amount.value);
  const yearly = months === 1 ? written : `${written} × 12 months = ${format(salary, own)} a year, which`;
  return `${yearly} is ${word} ${formatSalary(salary)}`;
}

/** Whether the question wants one currency turned into another, which no document gives a rate for. */
export function wantsConversion(query: Query): boolean {
  const toDollars = query.has('dollars', 'dollar', 'usd', 'euro', 'euros', 'pounds');
  const toRupees = query.has('rupees', 'rupee', 'inr', 'lpa', 'lakh', 'lakhs');
  return query.has('convert', 'conversion', 'exchange') || (toDollars && toRupees);
}
