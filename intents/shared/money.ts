// Writes amounts of money.
import type { FactOf } from '../../src/knowledge/facts.js';

/** The reply when someone asks for another currency. */
export const NO_CONVERSION = 'I don’t convert currencies: the documents give no exchange rate.';

const formats = new Map<string, Intl.NumberFormat>();

/** Groups digits as a country does. Formatters are slow to create, so each is created once, when first needed. */
function group(locale: 'en-US' | 'en-IN', value: number): string {
  const format =
    formats.get(locale) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  formats.set(locale, format);
  return trim(format.format(value));
}

const trim = (text: string): string => text.replace(/\.00$/, '');

/** "1,830": an amount without a currency. */
export const formatSum = (value: number): string => group('en-US', value);

/** "$1,830" or "$6,704.25". */
export const formatDollars = (value: number): string => `$${group('en-US', value)}`;

/** "₹5,00,000" or "₹41,666.67", grouped as in India. */
export const formatRupees = (value: number): string => `₹${group('en-IN', value)}`;

/** A salary of the documents in whole units of its currency: "₹5,00,000 a year", "$80,451 a year". */
export const formatSalary = (salary: FactOf<'salary'>): string => `${formatYearly(salary)} a year`;

/** The same without “a year”. */
export const formatYearly = (salary: FactOf<'salary'>): string =>
  salary.currency === 'USD' ? formatDollars(toYearly(salary)) : formatRupees(toYearly(salary));

/** A single figure for readers everywhere: "₹5,00,000 a year (5 LPA; 500,000 rupees)". */
export function spellSalary(salary: FactOf<'salary'>): string {
  if (salary.currency !== 'INR') return formatSalary(salary);
  const plain = `${formatSum(toYearly(salary))} rupees`;
  return `${formatSalary(salary)} (${salary.unit === 'LPA' ? `${salary.amount} LPA; ` : ''}${plain})`;
}

/** A salary in whole units of its currency a year, in figures. */
export const toYearly = ({ amount, unit }: FactOf<'salary'>): number => (unit === 'LPA' ? amount * 100_000 : amount);

/** A quotient to three digits, since the source isn't more precise: 158333.33 becomes "about ₹1,58,000". */
export function formatAbout(value: number, format: (value: number) => string): string {
  const rounded = Number(value.toPrecision(3));
  return rounded === value ? format(value) : `about ${format(rounded)}`;
}
