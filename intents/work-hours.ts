// The topic work-hours: how long and when a back-end developer works.
import { defineIntent, type Span } from '../src/answering/intent.js';
import type { FactOf } from '../src/knowledge/facts.js';
import { formatSum } from './shared/money.js';
import { denyMissing, isAskedFor, tell } from './shared/replies.js';

/** The normal hours of several days, weeks, months or years. */
function addUpHours({ daysPerWeek, hoursPerDay }: FactOf<'hours'>, { value, unit }: Span) {
  if (unit === 'hour') return undefined;
  const week = daysPerWeek * hoursPerDay;
  const written = `${value} ${unit}${value === 1 ? '' : 's'}`;
  const [one, way] = {
    day: [hoursPerDay, `${hoursPerDay} hours`],
    week: [week, `${week} hours`],
    month: [(week * 52) / 12, `${week} hours × 52 weeks ÷ 12 months`],
    year: [week * 52, `${week} hours × 52 weeks`],
  }[unit] as [number, string];
  const total = formatSum(one * value);
  return {
    says: `${total} hours in ${written}, at the documents’ normal hours.`,
    formula: `${way} × ${written} = ${total} hours`,
  };
}

/** Answers from the documents. */
export const workHours = defineIntent({
  id: 'work-hours',
  title: 'Work hours',
  example: 'How many hours a week is it?',
  kinds: ['hours', 'late-work'],
  related: ['pros-cons', 'salary', 'responsibilities'],
  slots: ['hours', 'span', 'per'],
  answer(query, facts) {
    const late = facts.of('late-work');
    const [normal] = facts.of('hours');
    if (normal === undefined) return tell(query, late);
    const { daysPerWeek, hoursPerDay } = normal;
    const week = daysPerWeek * hoursPerDay;
    const formulas = [`${daysPerWeek} days × ${hoursPerDay} hours = ${week} hours a week`];
    const { hours, per, span } = query.slots;
    const total = span && addUpHours(normal, span);
    if (total) formulas.push(total.formula);
    if (per === 'month')
      formulas.push(`${week} hours × 52 weeks ÷ 12 months = ${formatSum((week * 52) / 12)} hours a month`);
    if (per === 'year') formulas.push(`${week} hours × 52 weeks = ${formatSum(week * 52)} hours a year`);
    const asked = hours?.value;
    const says = [normal.says, ...late.map((fact) => fact.says)];
    const denial = denyMissing(query);
    if (total) says.unshift(total.says);
    if (denial !== undefined) says.unshift(denial);
    else if (asked !== undefined && asked > 12)
      says.unshift(`The documents’ normal week comes to ${week} hours; you name ${asked}.`);
    else if (isAskedFor(query, late) && !isAskedFor(query, [normal])) says.unshift(...says.splice(1));
    return {
      headline: says[0] ?? '',
      details: says.slice(1),
      formulas,
      facts: [normal, ...late],
      ...(denial !== undefined && { isAbsent: true }),
    };
  },
});
