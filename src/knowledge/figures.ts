// Decides whether an amount in a question is a figure of the documents, and so a reference to it.
import type { Amount } from '../understanding/amounts.js';
import { type Fact, isOfKind } from './facts.js';

const LAKH = 100_000;
/** A figure with this many digits before its zeros isn't a coincidence. */
const TELLING_DIGITS = 4;

/** So many digits of a figure still tell it: “3.16 lakh” is ₹3,16,204, and “135k” $135,586. */
const ROUNDED_DIGITS = 3;

/** The digits of a number before its zeros. */
const countDigits = (value: number): number => String(value).replace(/\.|0+$/g, '').length;

/** Whether an amount that equals a figure of the documents can only be that figure. */
export const isTelling = ({ value }: Amount): boolean => countDigits(value) >= TELLING_DIGITS;

/** The amounts of money that a fact states, in whole units of its currency; none for most facts. */
function amountsOf(fact: Fact): { readonly currency: string; readonly values: readonly number[] } | undefined {
  if (isOfKind(fact, 'salary'))
    return { currency: fact.currency, values: [fact.amount * (fact.unit === 'LPA' ? LAKH : 1)] };
  return isOfKind(fact, 'rate') ? { currency: fact.currency, values: [fact.from, fact.to] } : undefined;
}

/** Whether a number is a figure with only its first digits, rounded or cut off. */
function isShortFor(figure: number, asked: number, digits: number): boolean {
  const step = 10 ** (Math.floor(Math.log10(figure)) + 1 - digits);
  return Number(figure.toPrecision(digits)) === asked || Math.floor(figure / step) * step === asked;
}

const THOUSANDS = /\dk\b/i;

/** Whether the amount is a figure of the fact in whole thousands: “80k” for $80,451. */
export const isThousandsOf = ({ value, written }: Amount, fact: Fact): boolean =>
  THOUSANDS.test(written) &&
  (amountsOf(fact)?.values.some((one) => [Math.floor, Math.round].some((cut) => cut(one / 1000) * 1000 === value)) ??
    false);

/** Whether the amount is a figure of the fact; a distinctive one may have the wrong currency, a shortened one none. */
export function isFigureOf(amount: Amount, fact: Fact): boolean {
  const stated = amountsOf(fact);
  if (stated === undefined) return false;
  const { value, unit, currency } = amount;
  const asked = unit === 'LPA' ? value * LAKH : value;
  const digits = countDigits(asked);
  const isRounded = digits >= ROUNDED_DIGITS && stated.values.some((one) => isShortFor(one, asked, digits));
  const isSame = stated.values.includes(asked) || isRounded;
  return isSame && (isTelling(amount) || currency === stated.currency || (isRounded && currency === undefined));
}
