// Multiplies an hourly rate by hours, and shows every step and assumption.

import type { Amount, Hours, Period, Query, Reply, Span } from '../../src/answering/intent.js';
import type { Fact, FactOf, Facts } from '../../src/knowledge/facts.js';
import { isFigureOf } from '../../src/knowledge/figures.js';
import { formatAbout, formatDollars, formatRupees, formatSum, NO_CONVERSION } from '../shared/money.js';

/** The income for so many hours; `notes` are assumptions, `facts` what they're based on. */
export interface Income {
  readonly headline: string;
  readonly formulas: readonly string[];
  readonly notes: readonly string[];
  readonly facts: readonly Fact[];
}

interface Stretch {
  readonly hours: number;
  readonly written: string;
  /** Undefined for the whole period in the question. */
  readonly per: Period | undefined;
  /** Whether the documents' working week was needed to get there. */
  readonly isAssumed: boolean;
}

const LONGER: readonly Period[] = ['day', 'week', 'month', 'year'];

/** Hours a day, week or month, converted to a longer period if there is one. */
function lengthen(hours: number, from: Period, to: Period, normal: FactOf<'hours'> | undefined): Stretch {
  const plain = { hours, written: `${hours} hours`, per: from, isAssumed: false };
  if (LONGER.indexOf(to) <= LONGER.indexOf(from) || (from === 'day' && normal === undefined)) return plain;
  const days = from === 'day' ? (normal?.daysPerWeek ?? 1) : 1;
  const week = from === 'day' ? `${hours} hours × ${days} days` : `${hours} hours`;
  const isAssumed = from === 'day';
  if (from === 'month') return { hours: hours * 12, written: `${hours} hours × 12 months`, per: to, isAssumed };
  if (to === 'week') return { hours: hours * days, written: week, per: to, isAssumed };
  if (to === 'year') return { hours: hours * days * 52, written: `${week} × 52 weeks`, per: to, isAssumed };
  return { hours: (hours * days * 52) / 12, written: `${week} × 52 weeks ÷ 12 months`, per: to, isAssumed };
}

/** Hours a day, week or month over several longer periods: “15 hours a week for 6 months”. */
function extend(hours: Hours, worked: Period, span: Span, normal: FactOf<'hours'> | undefined): Stretch | undefined {
  const stretch = lengthen(hours.value, worked, span.unit, normal);
  if (stretch.per !== span.unit) return undefined;
  const count = `${formatSum(span.value)} ${span.unit}${span.value === 1 ? '' : 's'}`;
  return { ...stretch, hours: stretch.hours * span.value, written: `${stretch.written} × ${count}`, per: undefined };
}

/** The hours the question is about; if it only names a period, those of the documents' normal week. */
function findStretch({ slots }: Query, normal: FactOf<'hours'> | undefined): Stretch | undefined {
  const { hours, span } = slots;
  const per = slots.per === 'hour' ? undefined : slots.per;
  if (hours === undefined) {
    if (normal === undefined) return undefined;
    const usual = { value: normal.hoursPerDay };
    if (span) {
      const stretch = extend(usual, 'day', span, normal);
      return stretch && { ...stretch, isAssumed: true };
    }
    return per && { ...lengthen(usual.value, 'day', per, normal), isAssumed: true };
  }
  // "A month with 30 hours" means 30 a week; 100 hours without a period are the total.
  const ofDays = span?.unit === 'day' ? 'day' : undefined;
  const worked = hours.per ?? ofDays ?? (per === 'day' ? per : per || span ? 'week' : undefined);
  if (worked === undefined)
    return { hours: hours.value, written: `${hours.value} hours`, per: undefined, isAssumed: false };
  return (span && extend(hours, worked, span, normal)) ?? lengthen(hours.value, worked, per ?? worked, normal);
}

const format = ({ currency }: Pick<Amount, 'currency'>, value: number): string =>
  currency === 'INR' ? formatRupees(value) : currency === 'USD' ? formatDollars(value) : formatSum(value);

/** The person's own hourly rate, if the question names one. */
const findOwnRate = ({ slots }: Query): Amount | undefined =>
  slots.amounts.find(({ per }) => (per ?? slots.per) === 'hour');

/** Whether the question names both ends of the documents' rate: “$61 to $80 an hour”. */
const namesRate = ({ slots: { amounts } }: Query, rate: FactOf<'rate'>): boolean =>
  [rate.from, rate.to].every((end) => amounts.some(({ value }) => value === end));

/** A sum as a rate an hour, with the calculation. */
interface Offer {
  readonly rate: Amount;
  readonly formulas: readonly string[];
}

/** A sum for hours altogether, “$3,000 for 40 hours”, or for those of a period, “$1,800 a week for 30 hours”; undefined if none is named. */
function findOffer(query: Query, normal: FactOf<'hours'> | undefined): Offer | undefined {
  const { amounts, hours, per: asked } = query.slots;
  const [sum, ...others] = amounts;
  if (sum === undefined || others.length > 0 || hours === undefined || asked === 'hour') return undefined;
  if (sum.currency === undefined || sum.unit !== undefined || sum.per !== undefined) return undefined;
  const stretch = findStretch(query, normal);
  // A sum a month isn’t one for the hours of a week.
  if (stretch === undefined || stretch.hours <= 0 || (asked !== undefined && stretch.per !== asked)) return undefined;
  const value = Math.round((sum.value / stretch.hours) * 100) / 100;
  const worked = `${formatSum(stretch.hours)} hours`;
  return {
    rate: { ...sum, value, per: 'hour' },
    formulas: [
      ...(stretch.written === worked ? [] : [`${stretch.written} = ${worked}`]),
      `${format(sum, sum.value)} ÷ ${worked} = ${format(sum, value)} an hour`,
    ],
  };
}

/** How a sum for hours altogether compares with the documents’ rate; undefined if none in its currency is named. */
export function compareOffer(query: Query, rate: FactOf<'rate'>, facts: Facts): Reply | undefined {
  const [normal] = facts.of('hours');
  const offer = findOffer(query, normal);
  const headline = offer && compareWith(query, offer.rate, rate);
  if (offer === undefined || headline === undefined) return undefined;
  return { headline, details: [rate.says], formulas: offer.formulas, facts: [rate] };
}

const isKnown = ({ currency }: Amount): boolean => currency === 'INR' || currency === 'USD';
const OTHER_MONEY = ['in-other-currency', 'in-rupees', 'conversion'];

/** Whether the question asks for the documents' rate in, or next to, a currency for which they give none. */
export function wantsOtherCurrency(query: Query, { currency }: FactOf<'rate'>): boolean {
  const own = findOwnRate(query);
  return own ? own.currency !== undefined && own.currency !== currency : OTHER_MONEY.some(query.asksFor);
}

/** Says that a figure in the question is the documents' rate, and what it's for; undefined if it's an offer to weigh. */
export function referToRate(query: Query, rate: FactOf<'rate'>): string | undefined {
  const { amounts, hours, per, span } = query.slots;
  const isReferred = amounts.some((amount) => isFigureOf(amount, rate));
  // “What is $61 an hour a year?” asks for the year's income.
  const isSpread = per !== undefined && per !== 'hour' && amounts.some((amount) => amount.per === 'hour');
  if (!isReferred || isSpread || hours || span || query.asksFor('weighing')) return undefined;
  const range = `${formatDollars(rate.from)} to ${formatDollars(rate.to)}`;
  if (per === undefined || per === 'hour') return rate.says;
  return `${range} is what they charge an hour, not a ${per}.`;
}

/** “about $1,000 to $2,000”. */
const joinRange = (said: readonly string[]): string =>
  said.map((sum, index) => (index === 0 ? sum : sum.replace('about ', ''))).join(' to ');

/** “ for 180 hours”, if that's the total. */
const spellHours = ({ written, per }: Stretch): string =>
  per === undefined && /^[\d,.]+ hours$/.test(written) ? ` for ${written}` : '';

/** Undefined if the question doesn't ask for an income. */
export function computeIncome(query: Query, rate: FactOf<'rate'>, facts: Facts): Income | undefined {
  const [normal] = facts.of('hours');
  const stretch = findStretch(query, normal);
  if (stretch === undefined) return undefined;
  const when = stretch.per === undefined ? 'in all' : `a ${stretch.per}`;
  const own = namesRate(query, rate) ? undefined : findOwnRate(query);
  const rates = own ? [own.value] : [rate.from, rate.to];
  const sums = rates.map((value) => {
    const sum = format(own ?? rate, value * stretch.hours);
    const isDivided = stretch.written.includes('÷');
    const said = isDivided ? formatAbout(value * stretch.hours, (about) => format(own ?? rate, about)) : sum;
    return { said, formula: `${stretch.written} × ${format(own ?? rate, value)} = ${sum} ${when}` };
  });
  return {
    headline: `You’d earn ${joinRange(sums.map(({ said }) => said))}${when === 'in all' ? '' : ` ${when}`}${spellHours(stretch)} at ${own ? 'your' : 'the documents’'} rate.`,
    formulas: sums.map(({ formula }) => formula),
    notes: [
      ...(own && !isKnown(own) ? ['In the currency that you charge in.'] : []),
      ...(!own && wantsOtherCurrency(query, rate) ? [NO_CONVERSION] : []),
      ...(stretch.isAssumed ? ['This assumes you work every day of the documents’ normal week.'] : []),
    ],
    facts: stretch.isAssumed && normal ? [normal] : [],
  };
}

/** How the person's own hourly rate compares with the documents' one; undefined if they have none in its currency. */
export const compareRate = (query: Query, rate: FactOf<'rate'>): string | undefined =>
  compareWith(query, findOwnRate(query), rate);

function compareWith(query: Query, own: Amount | undefined, rate: FactOf<'rate'>): string | undefined {
  const { from, to, currency } = rate;
  if (own?.currency !== currency) return undefined;
  const range = `the documents’ ${formatDollars(from)} to ${formatDollars(to)}`;
  const place = own.value < from ? 'less than' : own.value > to ? 'more than' : 'within';
  const isYes = query.asksFor('claims-less')
    ? place === 'less than'
    : query.asksFor('claims-more')
      ? place === 'more than'
      : place === 'within';
  const verdict = query.form.kind === 'yes-no' ? (isYes ? 'Yes – ' : 'No – ') : '';
  return `${verdict}${formatDollars(own.value)} an hour is ${place} ${range}.`;
}
