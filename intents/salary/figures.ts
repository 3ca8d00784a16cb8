// Picks the figures that a question about pay asks for, and names them.

import type { Query } from '../../src/answering/intent.js';
import { formatSalary } from '../shared/money.js';
import { capital } from '../shared/replies.js';
import { type Salary, wantsConversion } from './arithmetic.js';

const LEVELS: Readonly<Record<Salary['level'], string>> = {
  fresher: 'freshers',
  experienced: 'experienced',
  all: 'all levels together',
};
const PLACES: Readonly<Record<Salary['place'], string>> = { india: 'India', 'outside-india': 'Outside India' };

/** The figure of a source that the question names, else those that fit its level, place and currency; an average over all levels only where no level is named. */
export function pickSalaries(query: Query, all: readonly Salary[]): Salary[] {
  const { levels, places } = query.slots;
  const named = all.filter(({ attributed }) => attributed !== undefined && query.has(attributed));
  if (named.length > 0) return named;
  const wanted = new Set<Salary['place']>(places.map(({ id }) => id));
  if (wanted.size === 0 && !wantsConversion(query)) {
    const currencies = new Set(query.slots.amounts.map(({ currency }) => currency));
    if (query.has('dollars', 'usd', 'bucks') || currencies.has('USD')) wanted.add('outside-india');
    if (query.has('lpa', 'rupees', 'ctc', 'lakhs', 'inr') || currencies.has('INR')) wanted.add('india');
  }
  return all.filter(
    ({ level, place }) =>
      (wanted.size === 0 || wanted.has(place)) && (levels.length === 0 || (level !== 'all' && levels.includes(level))),
  );
}

const nameFigure = (salary: Salary): string => {
  const source = salary.attributed ? `, says ${salary.attributed}` : '';
  return salary.level === 'all'
    ? `average of ${LEVELS.all} ${formatSalary(salary)}${source}`
    : `${LEVELS[salary.level]} ${formatSalary(salary)}`;
};

/** One figure in its own sentence, several as "India: freshers 5 LPA, experienced 19 LPA. Outside India: …". */
export function nameFigures(salaries: readonly Salary[]): string {
  const [only, ...others] = salaries;
  if (only && others.length === 0) return only.says;
  const places = [...new Set(salaries.map(({ place }) => place))];
  return places
    .map(
      (place) =>
        `${PLACES[place]}: ${salaries
          .filter((s) => s.place === place)
          .map(nameFigure)
          .join(', ')}.`,
    )
    .join(' ');
}

/** "freshers in India", "experienced developers outside India". */
export const nameGroup = ({ level, place }: Salary): string =>
  `${level === 'experienced' ? 'experienced developers' : LEVELS[level]} ${place === 'india' ? 'in India' : 'outside India'}`;

/** Says that the documents differ, where their figures stand side by side. */
export function noteDisagreement(salaries: readonly Salary[]): string[] {
  const isSplit = new Set(salaries.map(({ document }) => document)).size > 1;
  return isSplit
    ? ['The documents don’t agree on the pay in India: all their figures are shown, none is averaged.']
    : [];
}

/** Levels down, places across. */
export function tabulate(salaries: readonly Salary[]): string[][] {
  const places = [...new Set(salaries.map(({ place }) => place))];
  const levels = [...new Set(salaries.map(({ level }) => level))];
  const cell = (level: Salary['level'], place: Salary['place']): string => {
    const found = salaries.filter((salary) => salary.level === level && salary.place === place);
    const figures = found.map(
      (salary) => `${formatSalary(salary)}${salary.attributed ? ` (${salary.attributed})` : ''}`,
    );
    return figures.join('; ') || '–';
  };
  return [
    ['Level', ...places.map((place) => PLACES[place])],
    ...levels.map((level) => [capital(LEVELS[level]), ...places.map((place) => cell(level, place))]),
  ];
}

/** Says so when a country or city was named that no document names. */
export function noteUnnamedPlaces(query: Query, salaries: readonly Salary[]): string[] {
  return query.slots.places
    .filter(
      ({ id, name }) => !GENERAL.test(name) && !query.told.includes(name) && salaries.some(({ place }) => place === id),
    )
    .map(({ id, name }) => {
      const isOne = salaries.filter(({ place }) => place === id).length === 1;
      const figures = `${isOne ? 'this is their figure' : 'these are their figures'} for ${id === 'india' ? 'India' : 'all places outside India'}`;
      return `The documents don’t name ${spellPlace(name)}: ${figures}.`;
    });
}

/** Names of places as wide as those of the documents. */
export const GENERAL =
  /^(?:indian?|indias|abroad|overseas|outside (?:of )?india|worldwide|globally|international(?:ly)?|foreign country|other countries)$/;

/** A place as people write it: “the US”, “Berlin”. */
export const spellPlace = (name: string): string =>
  name === 'the states'
    ? 'the States'
    : /^(?:in |the |in the )?(?:us|usa|uk|uae|eu|nyc|sf|ncr|blr)$/.test(name)
      ? `the ${name.replace(/^(?:in )?(?:the )?/, '').toUpperCase()}`
      : name.replace(/^in (?:the )?|^the /, '').replace(/\b\w/g, (letter) => letter.toUpperCase());
