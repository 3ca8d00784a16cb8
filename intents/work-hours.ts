// The topic work-hours: how long and when a back-end developer works.
import {
  beginWith,
  capital,
  continueWith,
  deny,
  fit,
  isAskedFor,
  leaveOpen,
  phraseFact,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Hours, type Period, type Query, type Span } from '../src/answering/intent.js';
import type { FactOf } from '../src/knowledge/facts.js';
import { formatSum } from './shared/money.js';
import { noteUnused } from './shared/unused-slots.js';

type Normal = FactOf<'hours'>;

const UNUSED = ['levels', 'places', 'technologies'] as const;

const DAYS_OF_WEEK = 7;

/** A headline, and the formulas behind its number. */
interface Computed {
  readonly headline: string;
  readonly formulas: readonly string[];
}

/** Hours of a longer period, with the calculation. */
function hoursPer({ daysPerWeek, hoursPerDay }: Normal, unit: Period): { hours: number; way: string } | undefined {
  const week = daysPerWeek * hoursPerDay;
  if (unit === 'day') return { hours: hoursPerDay, way: `${hoursPerDay} hours` };
  if (unit === 'week') return { hours: week, way: `${week} hours` };
  if (unit === 'month') return { hours: (week * 52) / 12, way: `${week} hours × 52 weeks ÷ 12 months` };
  return unit === 'year' ? { hours: week * 52, way: `${week} hours × 52 weeks` } : undefined;
}

/** The normal hours of several days, weeks, months or years. */
function addUpHours(normal: Normal, { value, unit }: Span): Computed | undefined {
  const one = hoursPer(normal, unit);
  if (one === undefined) return undefined;
  const written = `${value} ${unit}${value === 1 ? '' : 's'}`;
  const total = formatSum(one.hours * value);
  return {
    headline: `${capital(written)} come${value === 1 ? 's' : ''} to about ${total} hours at the documents’ normal hours.`,
    formulas: [`${one.way} × ${written} = ${total} hours`],
  };
}

/** “About 45 hours a week”. */
function stateHours(normal: Normal, per: Period): Computed | undefined {
  const one = hoursPer(normal, per);
  if (one === undefined) return undefined;
  const total = formatSum(one.hours);
  const usual = `${normal.daysPerWeek} days a week, about ${normal.hoursPerDay} hours a day`;
  return {
    headline: `Most companies work about ${total} hours a ${per}${per === 'day' ? '' : `: ${usual}`}.`,
    formulas: per === 'month' || per === 'year' ? [`${one.way} = ${total} hours a ${per}`] : [],
  };
}

/** The person's own hours next to those of the documents. */
function compareHours(query: Query, normal: Normal, { value, per = 'week' }: Hours): Computed | undefined {
  const one = hoursPer(normal, per);
  if (one === undefined) return undefined;
  const verdict =
    query.form.kind !== 'yes-no'
      ? ''
      : (query.asksFor('claims-more') ? one.hours > value : one.hours === value)
        ? 'Yes – '
        : 'No – ';
  const text = `about ${formatSum(one.hours)} hours a ${per} are normal, according to the documents.`;
  const headline =
    verdict !== '' ? `${verdict}${text}` : one.hours === value ? capital(text) : `No document says that: ${text}`;
  const isLong = per === 'month' || per === 'year';
  return { headline, formulas: isLong ? [`${one.way} = ${formatSum(one.hours)} hours a ${per}`] : [] };
}

/** Whether it asks for a number of something other than hours or days: “how many people work there?”. */
const isUncounted = ({ form, asksFor }: Query): boolean => form.kind === 'how-many' && !asksFor('working-time');

function compute(query: Query, normal: Normal): Computed | undefined {
  const { hours, per, span } = query.slots;
  // “5 days of 10 hours” is a week of one's own.
  const isOwnWeek = span?.unit === 'day' && span.value <= DAYS_OF_WEEK && hours?.per === 'day';
  if (isOwnWeek) return compareHours(query, normal, { value: hours.value * span.value, per: 'week' });
  if (span) return addUpHours(normal, span);
  if (hours !== undefined) {
    const unit = hours.value <= 24 ? (hours.per ?? per ?? 'day') : hours.per;
    return compareHours(query, normal, { value: hours.value, ...(unit && { per: unit }) });
  }
  const period = per === 'hour' ? undefined : per;
  const isCount = ['how-many', 'how-much', 'when', 'which', 'open'].includes(query.form.kind);
  if (isUncounted(query)) return undefined;
  const isOnDays = query.form.kind === 'how-many' && query.asksFor('working-days');
  // “How many hours in a day?” names a day without asking for days.
  if (isOnDays && query.says('hours')) return stateHours(normal, period ?? 'day');
  if (isOnDays)
    return {
      headline: `Most companies work ${normal.daysPerWeek} days a week, about ${normal.hoursPerDay} hours a day.`,
      formulas: [],
    };
  const isOfWeek = query.form.kind === 'open' && period === 'week';
  const isAmount = query.form.kind === 'how-many' || isOfWeek || period === 'month' || period === 'year';
  return isCount && isAmount ? stateHours(normal, period ?? 'week') : undefined;
}

/** Answers from the documents. */
export const workHours = defineIntent({
  id: 'work-hours',
  title: 'Work hours',
  example: 'How many hours a week is it?',
  kinds: ['hours', 'late-work'],
  subtopics: ['claims-more', 'working-days', 'working-time'],
  places: 'tells',
  related: ['pros-cons', 'salary', 'responsibilities'],
  slots: ['hours', 'span', 'per'],
  answer(query, facts) {
    const late = facts.of('late-work');
    const [normal] = facts.of('hours');
    const all = [...(normal ? [normal] : []), ...late];
    const denial = deny(query, all);
    if (denial) return denial;
    if (normal === undefined) return replyFrom(query, late);
    const { daysPerWeek, hoursPerDay } = normal;
    const week = `${daysPerWeek} days × ${hoursPerDay} hours = ${daysPerWeek * hoursPerDay} hours a week`;
    const isLate = isAskedFor(query, late);
    const [prepare] = late;
    if (query.form.kind === 'or' && isLate && prepare) {
      // Which of the two: mostly the one, sometimes the other.
      const usual = `Most companies work ${spellCount(daysPerWeek)} days a week, about ${hoursPerDay} hours a day`;
      const headline = fit(`${usual}, but ${continueWith(prepare.says)}`, prepare.says);
      const others = late.filter((fact) => fact !== prepare);
      return { headline, details: others.map(({ says }) => says), facts: [normal, prepare, ...others] };
    }
    const computed =
      isLate && query.slots.hours === undefined && query.slots.span === undefined ? undefined : compute(query, normal);
    const ranked = rankFacts(query, all);
    const [top = normal] = isLate && !isAskedFor(query, [normal]) ? rankFacts(query, late) : ranked;
    const isSaid = computed?.headline.startsWith('Most companies') ?? false;
    const rest = [...ranked, ...all].filter(
      (fact, at, list) => list.indexOf(fact) === at && (computed ? fact !== normal || !isSaid : fact !== top),
    );
    const uncounted = isUncounted(query) ? leaveOpen('how many', top.says) : undefined;
    return beginWith(computed ? { headline: computed.headline } : (uncounted ?? phraseFact(query, top)), {
      details: [...noteUnused(query, 'one working week', UNUSED), ...rest.map(({ says }) => says)],
      formulas: isLate && !computed ? [] : [week, ...(computed?.formulas ?? [])],
      facts: computed && isSaid ? [normal, ...rest] : [...(computed ? [] : [top]), ...rest],
    });
  },
});
