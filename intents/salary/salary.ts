// The topic salary: what a back-end developer earns, by level and place.

import {
  beginWith,
  continueWith,
  deny,
  fit,
  isAsked,
  joinNames,
  leaveOpen,
  OPEN,
  phraseFact,
  phraseVerdict,
  rankFacts,
} from '../../src/answering/headline.js';
import { defineIntent, type Lead, type Query, type Reply } from '../../src/answering/intent.js';
import { findKindAsked } from '../../src/answering/lacking.js';
import type { Fact, Facts } from '../../src/knowledge/facts.js';
import { NO_CONVERSION } from '../shared/money.js';
import { answerOnPlaces } from '../shared/paid-places.js';
import { comparePay } from '../shared/pay-comparison.js';
import { noteUnused } from '../shared/unused-slots.js';
import { SO_MUCH } from '../shared/wording.js';
import { spellSalaries, wantsConversion } from './arithmetic.js';
import { chartSalaries } from './charts.js';
import { computeSums } from './comparisons.js';
import {
  asksHowToRaise,
  describeFigures,
  explainUnits,
  findUnnamedPlaces,
  noteDisagreement,
  noteUnnamedPlaces,
  pickSalaries,
  tabulate,
} from './figures.js';
import { referToFigures } from './references.js';

/** The note on pay that the question asks for instead of a figure. */
function findNote(query: Query, notes: readonly Fact[]): Fact | undefined {
  const [top] = rankFacts(query, notes);
  const { levels, places, amounts, per } = query.slots;
  const { kind } = query.form;
  const isOfGroups = levels.length > 0 || places.length > 1;
  const isFigure = amounts.length > 0 || per !== undefined || (isOfGroups && kind !== 'why');
  const isNamed = kind === 'yes-no' && levels.length + places.length === 0 && query.focus.has(top?.id ?? '');
  const isOnNote = query.asksFor('pay-factors') || kind === 'why' || isNamed;
  return top && !isFigure && isOnNote && isAsked(query, top) ? top : undefined;
}

/** What pay depends on, for a question that no figure answers: why it's so much, who decides it, how to earn more. */
function findReason(query: Query, depends: readonly Fact[]): Fact | undefined {
  const { form, slots } = query;
  if (asksHowToRaise(query)) return depends[0];
  const isOnAmount = slots.amounts.length > 0 || slots.per !== undefined || slots.levels.length > 1;
  const isOnGroup = slots.levels.length + slots.places.length > 0;
  const isOnDoer = form.kind === 'who' && form.isOnDoer && !isOnGroup && form.comparative === undefined;
  return !isOnAmount && (form.kind === 'why' || isOnDoer) ? depends[0] : undefined;
}

/** The note that answers; which technology pays best, no document says: only that it counts. */
function chooseNote(query: Query, notes: readonly Fact[], depends: readonly Fact[]): Fact | undefined {
  const isOnBest = query.form.isOnBestPaid && !query.asksFor('place-asked') && depends.some(query.overlap);
  const isWhich = ['which', 'best', 'or'].includes(query.form.kind) && (query.aside.length > 0 || isOnBest);
  const isOnCauses = query.asksFor('pay-causes') && !['yes-no', 'who'].includes(query.form.kind);
  return isWhich || isOnCauses ? depends[0] : (findNote(query, notes) ?? findReason(query, depends));
}

/** What a note answers: who decides on pay, it doesn't say, nor why it's so high. */
function phraseNote(query: Query, note: Fact): Lead {
  if (query.form.kind === 'who') return leaveOpen('who', note.says);
  if (query.form.isOnBestPaid && note.role === 'pay-depends-on') return leaveOpen('which pays best', note.says);
  if (query.form.kind === 'why' && SO_MUCH.test(query.text)) return leaveOpen('why', note.says);
  return query.form.kind === 'yes-no' ? phraseVerdict(query, note) : phraseFact(query, note);
}

/** That there's no figure for a technology, and what they do say; undefined where a figure is asked for. */
function phraseByTechnology({ slots, form }: Query, [depends]: readonly Fact[]): Lead | undefined {
  const isWhether = form.kind === 'yes-no' && slots.places.length > 0;
  const isMore = slots.levels.length > 0 || slots.amounts.length > 0 || isWhether;
  if (depends === undefined || isMore || slots.technologies.length === 0) return undefined;
  const names = joinNames(slots.technologies, 'or');
  return { headline: fit(`The documents give no pay for ${names}: ${continueWith(depends.says)}`, depends.says) };
}

/** That the documents don't say which company or skill pays best; undefined where a level or a figure is asked for. */
function phraseUntoldKind(query: Query, [depends]: readonly Fact[]): Lead | undefined {
  const { levels, technologies } = query.slots;
  const isFigure = levels.length + technologies.length > 0;
  const isOfFigures = ['place-asked', 'by-level'].some(query.asksFor);
  if (query.form.kind !== 'best' || isFigure || isOfFigures || depends === undefined) return undefined;
  const kind = findKindAsked(query);
  if (kind !== undefined) return leaveOpen(`which ${kind}`, depends.says);
  return query.form.isOnBestPaid ? leaveOpen('which pays best', depends.says) : undefined;
}

/** What freelancers are paid, where no one else's pay is asked for; undefined where someone's is. */
function answerForFreelancers(query: Query, facts: Facts): Reply | undefined {
  const { levels, places, amounts, per } = query.slots;
  const isMore = levels.length + places.length + amounts.length > 0 || per !== undefined;
  const great = facts.of('freelance').find(({ answers }) => answers.includes('how-much'));
  const [rate] = facts.of('rate');
  if (isMore || !query.asksFor('freelancing') || great === undefined || rate === undefined) return undefined;
  return query.form.kind === 'yes-no'
    ? beginWith(phraseVerdict(query, great), { details: [rate.says], facts: [great, rate] })
    : { headline: rate.says, details: [great.says], facts: [rate, great] };
}

/** Answers from the documents. */
export const salary = defineIntent({
  id: 'salary',
  title: 'Salary',
  example: 'What does a fresher earn in India?',
  kinds: ['salary', 'pay-note'],
  roles: ['pay-depends-on', 'paid-in-places'],
  subtopics: [
    'pay-factors',
    'pay-causes',
    'pay-difference',
    'pay-ratio',
    'pay-percent',
    'pay-raising',
    'places-compared',
    'place-asked',
    'weighing',
    'by-level',
    'average-pay',
    'agreement',
    'in-dollars',
    'in-rupees',
    'in-other-currency',
    'conversion',
    'claims-less',
    'claims-more',
    'claims-same',
    'claims-enough',
    'everyone',
    'freelancing',
    'pay-named',
    'jobs-named',
  ],
  places: 'tells',
  related: ['freelance', 'pros-cons', 'outlook'],
  slots: ['levels', 'places', 'amounts', 'span', 'per'],
  arrange(query, facts) {
    const salaries = facts.of('salary');
    const figures = describeFigures(query, salaries);
    const chart = chartSalaries(salaries, query.titleOf);
    return {
      details: [...figures, ...noteDisagreement(query, salaries), ...explainUnits(salaries, figures.join(' '))],
      formulas: spellSalaries(salaries),
      table: { caption: 'Average pay by level and place', rows: tabulate(salaries) },
      ...(chart && { chart }),
      facts: salaries,
    };
  },
  answer(query, facts) {
    const notes = facts.of('pay-note');
    const all = facts.of('salary');
    const denial = deny(query, notes);
    if (denial) return denial;
    const picked = pickSalaries(query, all);
    const salaries = picked.length > 0 ? picked : all;
    const both = query.asksFor('freelancing') ? comparePay(query, facts) : undefined;
    if (both) return both;
    const ofOthers = answerOnPlaces(query, facts.inRole('paid-in-places')) ?? answerForFreelancers(query, facts);
    if (ofOthers) return ofOthers;
    const isConversion = wantsConversion(query);
    const referred = referToFigures(query, all);
    if (referred) return referred;
    const sums = computeSums(query, salaries, all, facts);
    const depends = [facts.inRole('pay-depends-on') ?? []].flat();
    const note = chooseNote(query, notes, depends);
    const besides = depends.filter(({ id }) => id !== note?.id);
    const spelled = isConversion ? [] : sums.formulas.length > 0 ? sums.formulas : spellSalaries(salaries);
    const isUnsaid = query.form.kind === 'yes-no' && sums.lines.length === 0 && query.goesBeyond();
    const unsaid = isUnsaid ? OPEN : undefined;
    const noted =
      phraseUntoldKind(query, depends) ??
      (note ? phraseNote(query, note) : (phraseByTechnology(query, depends) ?? unsaid));
    // Figures only come second where what they depend on is asked for: they need no arithmetic.
    const isAside = noted !== undefined && sums.lines.length === 0;
    const isOfGroups = query.slots.levels.length > 1 || query.slots.places.length > 1;
    const isAgreement = query.asksFor('agreement') && !isOfGroups;
    const differing = noteDisagreement(query, all);
    const first = isConversion
      ? [NO_CONVERSION]
      : isAgreement && differing[0]
        ? [query.form.kind === 'yes-no' ? `No – ${continueWith(differing[0])}` : differing[0]]
        : sums.lines.length > 0
          ? sums.lines
          : noted === undefined
            ? []
            : [noted.headline, ...[noted.below ?? []].flat()];
    const figures = describeFigures(query, salaries);
    const isToldLater = first.length > 0 && !(sums.isWhole && !isConversion);
    const lines = [
      ...first,
      ...(first.length === 0 ? figures : isToldLater ? figures.slice(0, 1) : []),
      ...(isAside && !note ? [] : noteUnused(query, 'pay by level and place', ['technologies'])),
      ...(isAgreement || isAside ? [] : noteDisagreement(query, salaries)),
      ...noteUnnamedPlaces(query, salaries),
      ...explainUnits(salaries, [...first, ...figures].join(' ')),
      ...(isAside || query.slots.amounts.length > 0 ? [] : besides.map(({ says }) => says)),
    ];
    const [headline = '', ...details] = lines;
    return {
      headline: fit(headline),
      ...(noted?.isOpen && headline === noted.headline && { isOpen: true as const }),
      details,
      formulas: isAside ? [] : spelled,
      facts: [...(note ? [note] : []), ...salaries, ...(isConversion ? [] : sums.facts), ...besides],
      lacks: findUnnamedPlaces(query, salaries).map(({ part }) => `pay in ${part}`),
    };
  },
});
