// Works out shorter periods, differences and comparisons of pay, each with its formula; currencies never mix.

import type { Amount, Period, Query, Span } from '../../src/answering/intent.js';
import type { Fact, FactOf, Facts } from '../../src/knowledge/facts.js';
import { formatAbout, formatDollars, formatRupees, formatYearly, spellSalary, toYearly } from '../shared/money.js';

/** One figure of the documents for a salary, with its level, place and currency. */
export type Salary = FactOf<'salary'>;

const format = (currency: Salary['currency'], value: number): string =>
  currency === 'USD' ? formatDollars(value) : formatRupees(value);

/** A figure converted to a shorter period, with the facts that the conversion needs. */
export interface Shorter {
  readonly value: string;
  readonly formula: string;
  readonly facts: readonly Fact[];
}

interface Yearly {
  readonly currency: Salary['currency'];
  /** In whole units of the currency a year. */
  readonly value: number;
  /** How the figure becomes `value`, if it's written differently. */
  readonly spelled?: string;
}

/** Undefined for a year, and for an hour or a day if the documents name no working week. */
function divideYearly({ currency, value, spelled }: Yearly, per: Period, facts: Facts): Shorter | undefined {
  const [normal] = facts.of('hours');
  const done = (result: number, by: string, rest: readonly Fact[] = []): Shorter => {
    const unit = `${per === 'hour' ? 'an' : 'a'} ${per}`;
    const shown = `${format(currency, result)} ${unit}`;
    const from = spelled === undefined ? '' : `${spelled}; `;
    const about = `${formatAbout(result, (rounded) => format(currency, rounded))} ${unit}`;
    return { value: about, formula: `${from}${format(currency, value)} ÷ ${by} = ${shown}`, facts: rest };
  };
  if (per === 'month') return done(value / 12, '12 months');
  if (per === 'week') return done(value / 52, '52 weeks');
  if (normal === undefined || per === 'year') return undefined;
  const { daysPerWeek, hoursPerDay } = normal;
  if (per === 'day') return done(value / (52 * daysPerWeek), `(52 weeks × ${daysPerWeek} days)`, [normal]);
  const week = `(52 weeks × ${daysPerWeek} days × ${hoursPerDay} hours)`;
  return done(value / (52 * daysPerWeek * hoursPerDay), week, [normal]);
}

/** What a yearly figure adds up to over several years, months or weeks; undefined for other periods. */
export function multiplySalary(salary: Salary, { value: count, unit }: Span): Omit<Shorter, 'facts'> | undefined {
  const perYear = { year: 1, month: 12, week: 52 }[unit === 'year' || unit === 'month' ? unit : 'week'];
  if (unit === 'day' || unit === 'hour') return undefined;
  const written = `${count} ${unit}${count === 1 ? '' : 's'}`;
  const yearly = toYearly(salary);
  const total = format(salary.currency, (yearly / perYear) * count);
  const spelled = salary.unit === 'LPA' ? `${spellLpa(salary.amount)}; ` : '';
  const divided = perYear === 1 ? '' : ` ÷ ${perYear} ${unit}s`;
  const formula = `${spelled}${format(salary.currency, yearly)}${divided} × ${written} = ${total}`;
  return { value: `${total} in ${written}`, formula };
}

const spellLpa = (amount: number): string => `${amount} LPA × 1,00,000 = ${formatRupees(amount * 100_000)} a year`;

/** What LPA means for these figures: "5 LPA × 1,00,000 = ₹5,00,000 a year". */
export const spellSalaries = (salaries: readonly Salary[]): string[] =>
  salaries.filter(({ unit }) => unit === 'LPA').map(({ amount }) => spellLpa(amount));

/** A figure of the documents in a shorter period. */
export const divideSalary = (salary: Salary, per: Period, facts: Facts): Shorter | undefined =>
  divideYearly(
    {
      currency: salary.currency,
      value: toYearly(salary),
      ...(salary.unit === 'LPA' && { spelled: spellLpa(salary.amount) }),
    },
    per,
    facts,
  );

/** The person's own yearly amount in a shorter period; undefined if it isn't certain that it's yearly. */
export function divideAmount(
  amount: Amount,
  per: Period,
  salaries: readonly Salary[],
  facts: Facts,
): Shorter | undefined {
  const { unit, value, currency } = amount;
  if (unit === 'LPA')
    return divideYearly({ currency: 'INR', value: value * 100_000, spelled: spellLpa(value) }, per, facts);
  const figure = salaries.find(
    (salary) => toYearly(salary) === value && (currency ?? salary.currency) === salary.currency,
  );
  return figure && divideSalary(figure, per, facts);
}

/** How much more the higher of two figures is. */
interface Difference {
  readonly more: string;
  /** The same as a single figure, for readers everywhere. */
  readonly spelled: string;
  readonly formula: string;
  readonly high: Salary;
}

/** The difference of two figures a year; undefined if their currencies differ. */
export function subtractSalaries(a: Salary, b: Salary): Difference | undefined {
  if (a.currency !== b.currency) return undefined;
  const [low, high] = toYearly(a) < toYearly(b) ? [a, b] : [b, a];
  const value = toYearly(high) - toYearly(low);
  const more = format(high.currency, value);
  const spelled = spellSalary({ ...high, amount: high.unit === 'LPA' ? value / 100_000 : value });
  return { more, spelled, formula: `${formatYearly(high)} − ${formatYearly(low)} = ${more} a year`, high };
}

/** How many times as much the higher of two figures is, and by how many percent it’s more. */
interface Ratio {
  readonly times: number;
  readonly percent: number;
  readonly formula: string;
  readonly percentFormula: string;
  readonly high: Salary;
}

/** How many times as much the higher of two figures is; undefined if their currencies differ. */
export function divideSalaries(a: Salary, b: Salary): Ratio | undefined {
  if (a.currency !== b.currency) return undefined;
  const [low, high] = toYearly(a) < toYearly(b) ? [a, b] : [b, a];
  const times = Number((toYearly(high) / toYearly(low)).toPrecision(3));
  const isExact = times * toYearly(low) === toYearly(high);
  const divided = `${formatYearly(high)} ÷ ${formatYearly(low)}`;
  const percent = Math.round((toYearly(high) / toYearly(low) - 1) * 1e4) / 100;
  return {
    times,
    percent: Number(percent.toPrecision(3)),
    high,
    formula: `${divided} = ${isExact ? '' : 'about '}${times}`,
    percentFormula: `(${divided} − 1) × 100 = ${percent}%`,
  };
}

/** The person's own amount next to a figure of the documents. */
export interface Compared {
  readonly word: 'less than' | 'the same as' | 'more than';
  /** “₹4,00,000 (4 LPA)”. */
  readonly own: string;
  readonly formula?: string;
}

/** Undefined when they can't be compared. */
export function compareAmount(amount: Amount, salary: Salary, per: Period | undefined): Compared | undefined {
  if (amount.currency !== salary.currency) return undefined;
  if (per !== undefined && per !== 'year' && per !== 'month') return undefined;
  const months = per === 'month' && amount.unit !== 'LPA' ? 12 : 1;
  const own = (amount.unit === 'LPA' ? amount.value * 100_000 : amount.value) * months;
  const figure = toYearly(salary);
  const word = own === figure ? 'the same as' : own < figure ? 'less than' : 'more than';
  const plain = format(salary.currency, own);
  const written = amount.unit === 'LPA' ? `${amount.value} LPA` : plain;
  const month = format(salary.currency, amount.value);
  return months === 1
    ? { word, own: written, ...(amount.unit === 'LPA' && { formula: spellLpa(amount.value) }) }
    : { word, own: `${month} a month`, formula: `${month} × 12 months = ${plain} a year` };
}

/** Whether the question asks to convert a currency, for which no document gives a rate. */
export function wantsConversion(query: Query): boolean {
  const named = new Set(query.slots.amounts.map(({ currency }) => currency));
  const isElsewhere = query.asksFor('in-other-currency');
  const isForeign = isElsewhere || named.has('other') || query.asksFor('in-dollars') || named.has('USD');
  const toRupees = query.asksFor('in-rupees') || named.has('INR');
  const { places, amounts } = query.slots;
  const isAll = (id: 'india' | 'outside-india') => places.length > 0 && places.every((place) => place.id === id);
  const isCrossed = amounts.length === 0 && ((isForeign && isAll('india')) || (toRupees && isAll('outside-india')));
  const isAsked = (isElsewhere && amounts.length === 0) || query.asksFor('conversion');
  return isAsked || (isForeign && toRupees) || isCrossed;
}
