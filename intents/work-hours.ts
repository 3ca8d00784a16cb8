// The topic work-hours: how long and when a back-end developer works.
import { defineIntent } from '../src/answering/intent.js';
import { formatSum } from './shared/money.js';
import { denyMissing, isAskedFor, tell } from './shared/replies.js';

/** Answers from the documents. */
export const workHours = defineIntent({
  id: 'work-hours',
  title: 'Work hours',
  example: 'How many hours a week is it?',
  kinds: ['hours', 'late-work'],
  related: ['pros-cons', 'salary', 'responsibilities'],
  slots: ['hours', 'per'],
  answer(query, facts) {
    const late = facts.of('late-work');
    const [normal] = facts.of('hours');
    if (normal === undefined) return tell(query, late);
    const { daysPerWeek, hoursPerDay } = normal;
    const week = daysPerWeek * hoursPerDay;
    const formulas = [`${daysPerWeek} days × ${hoursPerDay} hours = ${week} hours a week`];
    const { hours, per } = query.slots;
    if (per === 'month')
      formulas.push(`${week} hours × 52 weeks ÷ 12 months = ${formatSum((week * 52) / 12)} hours a month`);
    if (per === 'year') formulas.push(`${week} hours × 52 weeks = ${formatSum(week * 52)} hours a year`);
    const asked = hours?.value;
    const says = [normal.says, ...late.map((fact) => fact.says)];
    const denial = denyMissing(query);
    if (denial !== undefined) says.unshift(denial);
    else if (asked !== undefined && asked > 12)
      says.unshift(`The documents’ normal week comes to ${week} hours; you name ${asked}.`);
    else if (isAskedFor(query, late) && !isAskedFor(query, [normal])) says.unshift(...says.splice(1));
    return { headline: says[0] ?? '', details: says.slice(1), formulas, facts: [normal, ...late] };
  },
});
