// Picks the figures that a question about pay asks for, and names them.

import { capital, joinNames } from '../../src/answering/headline.js';
import type { Query } from '../../src/answering/intent.js';
import { formatSalary, formatSum, formatYearly, spellSalary, toYearly } from '../shared/money.js';
import { PEOPLE, WHERE } from '../shared/wording.js';
import { type Salary, wantsConversion } from './arithmetic.js';

const LEVELS: Readonly<Record<Salary['level'], string>> = {
  fresher: 'freshers',
  experienced: 'experienced',
  all: 'average salary',
};
/** People of a level, those of all levels too. */
export const GROUPS: Readonly<Record<Salary['level'], string>> = { ...PEOPLE, all: 'developers' };
const PLACES: Readonly<Record<Salary['place'], string>> = {
  india: 'India (₹ a year)',
  'outside-india': 'Outside India ($ a year)',
};

const isOfGroup = (salary: Salary, level: Salary['level'], place: Salary['place']): boolean =>
  salary.level === level && salary.place === place;

/** The figure of a source that the question names, else those that fit its level, place and currency; an average across all levels only if no level is named. */
export function pickSalaries(query: Query, all: readonly Salary[]): Salary[] {
  const { levels, places } = query.slots;
  const named = all.filter(({ attributed }) => attributed !== undefined && query.says(attributed));
  if (named.length > 0) return named;
  const { groups } = query;
  if (groups.length > 0) return all.filter((one) => groups.some(({ level, place }) => isOfGroup(one, level, place)));
  const wanted = new Set<Salary['place']>(places.map(({ id }) => id));
  if (wanted.size === 0 && !wantsConversion(query)) {
    const currencies = new Set(query.slots.amounts.map(({ currency }) => currency));
    if (query.asksFor('in-dollars') || currencies.has('USD')) wanted.add('outside-india');
    if (query.asksFor('in-rupees') || currencies.has('INR')) wanted.add('india');
  }
  return all.filter(
    ({ level, place }) =>
      (wanted.size === 0 || wanted.has(place)) && (levels.length === 0 || (level !== 'all' && levels.includes(level))),
  );
}

/** Figures by level: “freshers earn ₹5,00,000 a year in India and $80,451 elsewhere”. */
const nameLevel = (level: Salary['level'], salaries: readonly Salary[]): string => {
  const figures = salaries
    .filter((salary) => salary.level === level)
    .map((salary) => `${formatYearly(salary)} ${WHERE[salary.place]}`);
  return `${GROUPS[level]} earn ${joinNames(figures)}`;
};

/** “The average salary in India is ₹3,16,204 a year, according to Indeed.” */
const stateAverage = (salary: Salary): string =>
  `The average salary ${WHERE[salary.place]} is ${formatSalary(salary)}${
    salary.attributed === undefined ? '' : `, according to ${salary.attributed}`
  }.`;

/** That amounts in two currencies can’t be compared without a rate. */
function phrasePlaces(levels: readonly Salary['level'][], graded: readonly Salary[]): string {
  if (graded.length === levels.length) {
    const each = graded.map((salary) => `${nameGroup(salary)} earn ${formatYearly(salary)}`);
    return `I can’t compare them without an exchange rate: ${joinNames(each)} a year on average.`;
  }
  const figures = levels.map((level, at) => {
    const own = graded.filter((salary) => salary.level === level);
    const where = ({ place }: Salary): string => (place === 'india' ? ' a year in India' : ' outside it');
    const amounts = own.map((salary) => `${formatYearly(salary)}${at === 0 ? where(salary) : ''}`);
    return `${GROUPS[level]} ${at === 0 ? 'earn ' : ''}${joinNames(amounts)}`;
  });
  return `I can’t compare them without an exchange rate: ${figures.join('; ')}.`;
}

/** Whether it asks who or where pay is highest or lowest. */
export const asksForMost = ({ form, text }: Query): boolean =>
  form.kind !== 'yes-no' &&
  (form.superlative !== undefined || /\b(?:the most|the least|pays? most|earns? most)\b/i.test(text));

const WAYS = /\b(?:ways|tips|steps|tricks|advice|a way to|a tip)\b/i;

/** Whether a question asks for ways to earn more, not for how much more: “how can I earn more?”. */
export const asksHowToRaise = (query: Query): boolean =>
  (query.form.kind === 'how' || WAYS.test(query.text)) &&
  query.slots.amounts.length === 0 &&
  query.slots.levels.length < 2 &&
  query.asksFor('pay-raising');

/** One figure in its own sentence, spelled out for readers everywhere; several by level, with averages on a separate line. */
export function describeFigures(query: Query, salaries: readonly Salary[]): string[] {
  const [only, ...others] = salaries;
  if (only && others.length === 0) {
    const where = WHERE[only.place];
    const source = only.attributed === undefined ? '' : `, according to ${only.attributed}`;
    const earn = `${capital(GROUPS[only.level])} ${where} earn ${spellSalary(only)} on average.`;
    return [only.level === 'all' ? `The average salary ${where} is ${spellSalary(only)}${source}.` : earn];
  }
  const levels = [...new Set(salaries.map(({ level }) => level))].filter((level) => level !== 'all');
  const averages = salaries.filter(({ level }) => level === 'all').map(stateAverage);
  if (levels.length === 0) return averages;
  const places = new Set(salaries.filter(({ level }) => level !== 'all').map(({ place }) => place));
  const [place, ...elsewhere] = places;
  const isOnePlace = elsewhere.length === 0;
  const graded = salaries.filter(({ level }) => level !== 'all');
  const sentence = isOnePlace
    ? `${place === 'india' ? 'In' : 'Outside'} India, ${joinNames(
        graded.map((salary) => `${GROUPS[salary.level]} earn ${formatYearly(salary)}`),
      )} a year on average.`
    : `A year, ${levels.map((level) => nameLevel(level, graded)).join('; ')}, on average.`;
  const [average, ...more] = averages;
  if (isOnePlace && average !== undefined && more.length === 0 && query.asksFor('average-pay')) {
    const byLevel = graded.map((salary) => `${GROUPS[salary.level]} earn ${formatYearly(salary)}`);
    return [`${average.replace(/\.$/, '')}; by level, ${joinNames(byLevel)}.`];
  }
  const isBetweenPlaces =
    !isOnePlace &&
    ((query.form.comparative !== undefined && !asksHowToRaise(query)) ||
      (asksForMost(query) && query.asksFor('place-asked')) ||
      (query.slots.places.length > 1 && (query.asksFor('places-compared') || query.says('same'))));
  return isBetweenPlaces ? [phrasePlaces(levels, graded), sentence, ...averages] : [sentence, ...averages];
}

/** “the average salary in India”. */
export const nameAverage = ({ place }: Salary): string => `the average salary ${WHERE[place]}`;

/** “freshers in India”, “experienced developers outside India”. */
export const nameGroup = ({ level, place }: Salary): string =>
  `${level === 'all' ? 'the average developer' : GROUPS[level]} ${WHERE[place]}`;

/** Says that the documents disagree, and which figures can't all be what they're called. */
export function noteDisagreement(_query: Query, salaries: readonly Salary[]): string[] {
  const documents = new Set(salaries.map(({ document }) => document));
  const average = salaries.find(({ level }) => level === 'all');
  const lowest = salaries.find(({ level, place }) => level === 'fresher' && place === average?.place);
  if (documents.size < 2 || !average) return [];
  if (!lowest || toYearly(lowest) <= toYearly(average))
    return ['the documents disagree on pay in India. Here’s every figure, as given.'].map(capital);
  return [
    `the documents disagree on pay in India: freshers can’t earn more (${formatYearly(lowest)}) than the average of everyone (${formatYearly(average)}).`,
  ].map(capital);
}

/** Explains the notation of rupees once if several figures use it. */
export function explainUnits(salaries: readonly Salary[], said: string): string[] {
  const rupees = salaries.filter(({ unit }) => unit === 'LPA');
  const [first] = rupees;
  if (!first || said.includes('rupees)')) return [];
  return [`${formatYearly(first)} is ${formatSum(toYearly(first))} rupees, or ${first.amount} LPA (lakhs a year).`];
}

/** Levels down, places across. */
export function tabulate(salaries: readonly Salary[]): string[][] {
  const places = [...new Set(salaries.map(({ place }) => place))];
  const levels = [...new Set(salaries.map(({ level }) => level))];
  const cell = (level: Salary['level'], place: Salary['place']): string => {
    const found = salaries.filter((salary) => salary.level === level && salary.place === place);
    const figures = found.map(
      (salary) => `${formatYearly(salary)}${salary.attributed ? ` (${salary.attributed})` : ''}`,
    );
    return figures.join('; ') || '–';
  };
  return [
    ['Level', ...places.map((place) => PLACES[place])],
    ...levels.map((level) => [capital(LEVELS[level]), ...places.map((place) => cell(level, place))]),
  ];
}

/** Countries and cities in the question that no document mentions, of those the figures are for. */
export const findUnnamedPlaces = (query: Query, salaries: readonly Salary[]): Query['slots']['places'] =>
  query.slots.places.filter(
    ({ id, name, part }) =>
      part !== undefined && !query.namesInText.includes(name) && salaries.some(({ place }) => place === id),
  );

/** Says so if the question names a country or city that no document mentions. */
export const noteUnnamedPlaces = (query: Query, salaries: readonly Salary[]): string[] =>
  findUnnamedPlaces(query, salaries).map(({ id, part }) => {
    const isOne = salaries.filter(({ place }) => place === id).length === 1;
    const where = id === 'india' ? 'all of India' : 'everywhere outside India';
    return `The documents don’t mention ${part}. ${isOne ? 'This is their figure' : 'These are their figures'} for ${where}.`;
  });
