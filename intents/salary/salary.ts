// The topic salary: what a back-end developer earns, by level and place.

import { defineIntent, type Query } from '../../src/answering/intent.js';
import type { Fact } from '../../src/knowledge/facts.js';
import { NO_CONVERSION } from '../shared/money.js';
import { denyMissing, isAskedFor, sortByFocus } from '../shared/replies.js';
import { spellSalaries, wantsConversion } from './arithmetic.js';
import { chartSalaries } from './charts.js';
import { computeSums } from './comparisons.js';
import { nameFigures, noteDisagreement, noteUnnamedPlaces, pickSalaries, tabulate } from './figures.js';
import { referToFigures } from './references.js';

const ABOUT_PAY =
  'depend affect factor why decide influence determine matter change well good great high highest best six digit figures impact lucrative raise';
const asksForNote = (query: Query, notes: readonly Fact[]): boolean =>
  query.has(...ABOUT_PAY.split(' ')) && isAskedFor(query, notes);

/** Answers from the documents. */
export const salary = defineIntent({
  id: 'salary',
  title: 'Salary',
  example: 'What does a fresher earn in India?',
  kinds: ['salary', 'pay-note'],
  roles: ['pay-depends-on'],
  related: ['freelance', 'pros-cons', 'outlook'],
  slots: ['levels', 'places', 'amounts', 'span', 'per'],
  answer(query, facts) {
    const notes = facts.of('pay-note');
    const all = facts.of('salary');
    const referred = referToFigures(query, all);
    if (referred) return referred;
    const picked = pickSalaries(query, all);
    const salaries = picked.length > 0 ? picked : all;
    const isConversion = wantsConversion(query);
    const sums = computeSums(query, salaries, all, facts);
    const asked = asksForNote(query, notes) ? sortByFocus(query, notes).slice(0, 1) : [];
    const besides = [facts.inRole('pay-depends-on') ?? []]
      .flat()
      .filter((fact) => !asked.some(({ id }) => id === fact.id));
    const spelled = sums.formulas.length > 0 ? sums.formulas : spellSalaries(salaries);
    const formulas = isConversion ? [] : spelled;
    const lines = [
      ...[denyMissing(query) ?? []].flat(),
      ...(isConversion ? [NO_CONVERSION] : sums.lines),
      ...asked.map(({ says }) => says),
      nameFigures(salaries),
      ...noteDisagreement(salaries),
      ...noteUnnamedPlaces(query, salaries),
      ...besides.map(({ says }) => says),
    ];
    return {
      headline: lines[0] ?? '',
      details: lines.slice(1),
      formulas,
      ...(salaries.length > 2 && {
        table: { caption: 'Pay by level and place', rows: tabulate(salaries) },
        charts: chartSalaries(salaries, formulas, query.titleOf),
      }),
      ...(query.missing.length > 0 && { isAbsent: true }),
      facts: [...asked, ...salaries, ...(isConversion ? [] : sums.facts), ...besides],
    };
  },
});
