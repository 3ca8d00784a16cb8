// Shared by the topics that speak of money: how sums are written.
import type { FactOf } from '../src/facts.js';

// Made once: making a formatter takes longer than answering.
const FORMATS = {
  dollars: new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  rupees: new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};
const trim = (text: string): string => text.replace(/\.00$/, '');

/** "$1,830" or "$6,704.25". */
export const formatDollars = (value: number): string => `$${trim(FORMATS.dollars.format(value))}`;

/** "₹5,00,000" or "₹41,666.67", grouped as in India. */
export const formatRupees = (value: number): string => `₹${trim(FORMATS.rupees.format(value))}`;

/** A salary as its document words it: "5 LPA", "$80,451 a year", "Rs. 3,16,204 a year". */
export function formatSalary({ amount, unit }: FactOf<'salary'>): string {
  if (unit === 'LPA') return `${amount} LPA`;
  return unit === 'USD' ? `${formatDollars(amount)} a year` : `Rs. ${trim(FORMATS.rupees.format(amount))} a year`;
}

/** A salary in whole units of its currency a year, in figures. */
export const toYearly = ({ amount, unit }: FactOf<'salary'>): number => (unit === 'LPA' ? amount * 100_000 : amount);
