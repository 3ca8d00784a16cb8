// Behind the topic freelance: the hourly rate times hours, with every step and assumption in sight.
import type { Fact, FactOf, Facts } from '../src/facts.js';
import type { Query } from '../src/intent.js';
import type { Period } from '../src/slots.js';
import { formatDollars } from './money.js';

/** What so many hours come to; `note` says what was assumed, `facts` what that rests on. */
export interface Income {
  readonly headline: string;
  readonly formulas: readonly string[];
  readonly note?: string;
  readonly facts: readonly Fact[];
}

interface Stretch {
  readonly hours: number;
  readonly written: string;
  /** Undefined for all of the time that the question names. */
  readonly per: Period | undefined;
}

/** The hours that the question names, brought to the stretch of time it asks for. */
function findStretch(query: Query): Stretch | undefined {
  const { hours, per, span } = query.slots;
  if (hours === undefined) return undefined;
  if (span !== undefined && (hours.per ?? per ?? 'week') === span.unit)
    return {
      hours: hours.value * span.value,
      written: `${hours.value} hours × ${span.value} ${span.unit}s`,
      per: undefined,
    };
  const worked = hours.per ?? per ?? 'week';
  const wanted = per ?? worked;
  const plain = { hours: hours.value, written: `${hours.value} hours`, per: worked };
  if (worked === wanted || worked === 'hour') return plain;
  if (worked === 'week' && wanted === 'year')
    return { hours: hours.value * 52, written: `${hours.value} hours × 52 weeks`, per: wanted };
  if (worked === 'week' && wanted === 'month')
    return { hours: (hours.value * 52) / 12, written: `${hours.value} hours × 52 weeks ÷ 12 months`, per: wanted };
  if (worked === 'month' && wanted === 'year')
    return { hours: hours.value * 12, written: `${hours.value} hours × 12 months`, per: wanted };
  return plain;
}

/** Where no hours are named, those of the documents' normal week are taken, and said so. */
function assumeStretch(query: Query, normal: FactOf<'hours'> | undefined): Stretch | undefined {
  const { per } = query.slots;
  if (normal === undefined || per === undefined || per === 'hour') return undefined;
  const day = `${normal.hoursPerDay} hours`;
  const week = `${day} × ${normal.daysPerWeek} days`;
  const hours = normal.hoursPerDay * normal.daysPerWeek;
  if (per === 'day') return { hours: normal.hoursPerDay, written: day, per };
  if (per === 'week') return { hours, written: week, per };
  if (per === 'month') return { hours: (hours * 52) / 12, written: `${week} × 52 weeks ÷ 12 months`, per };
  return { hours: hours * 52, written: `${week} × 52 weeks`, per };
}

/** Undefined when the question asks for no sum. */
export function computeIncome(query: Query, rate: FactOf<'rate'>, facts: Facts): Income | undefined {
  const [normal] = facts.of('hours');
  const named = findStretch(query);
  const stretch = named ?? assumeStretch(query, normal);
  if (stretch === undefined) return undefined;
  const when = stretch.per === undefined ? 'in all' : `a ${stretch.per}`;
  const from = formatDollars(rate.from * stretch.hours);
  const to = formatDollars(rate.to * stretch.hours);
  return {
    headline: `${from} to ${to} ${when}, at the documents' rate.`,
    formulas: [
      `${stretch.written} × ${formatDollars(rate.from)} = ${from} ${when}`,
      `${stretch.written} × ${formatDollars(rate.to)} = ${to} ${when}`,
    ],
    ...(named ? {} : { note: 'Assumed: every hour of the documents’ normal week is paid.' }),
    facts: named || normal === undefined ? [] : [normal],
  };
}
