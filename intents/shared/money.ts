// Writes amounts of money.
import type { FactOf } from '../../src/knowledge/facts.js';

/** What is said to whoever wants a sum in another currency. */
export const NO_CONVERSION = 'I don’t convert between currencies: the documents hold no exchange rate.';

const formats = new Map<string, Intl.NumberFormat>();

/** Groups digits as a country does. Formatters are slow to make: each is made once, and not before it is needed. */
function group(locale: 'en-US' | 'en-IN', value: number): string {
  const format =
    formats.get(locale) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  formats.set(locale, format);
  return trim(format.format(value));
}

const trim = (text: string): string => text.replace(/\.00$/, '');

/** "1,830": a sum in a currency that nobody has named. */
export const formatSum = (value: number): string => group('en-US', value);

/** "$1,830" or "$6,704.25". */
export const formatDollars = (value: number): string => `$${group('en-US', value)}`;

/** "₹5,00,000" or "₹41,666.67", grouped as in India. */
export const formatRupees = (value: number): string => `₹${group('en-IN', value)}`;

/** A salary as its document words it: "5 LPA", "$80,451 a year", "Rs. 3,16,204 a year". */
export function formatSalary({ amount, unit }: FactOf<'salary'>): string {
  if (unit === 'LPA') return `${amount} LPA`;
  return unit === 'USD' ? `${formatDollars(amount)} a year` : `Rs. ${group('en-IN', amount)} a year`;
}

/** A salary in whole units of its currency a year, in figures. */
export const toYearly = ({ amount, unit }: FactOf<'salary'>): number => (unit === 'LPA' ? amount * 100_000 : amount);
