// Works out everything that a question about pay asks to be worked out, as lines and formulas.

import type { Amount, Query } from '../../src/answering/intent.js';
import type { Fact, Facts } from '../../src/knowledge/facts.js';
import { capital } from '../shared/replies.js';
import {
  compareAmount,
  divideAmount,
  divideSalary,
  multiplySalary,
  type Salary,
  subtractSalaries,
} from './arithmetic.js';
import { nameGroup } from './figures.js';

/** What was worked out; all empty when nothing was asked to be. */
export interface Sums {
  readonly lines: readonly string[];
  readonly formulas: readonly string[];
  readonly facts: readonly Fact[];
}

const MORE = ['more', 'difference', 'gap', 'jump', 'increase', 'grow', 'versus', 'compare'];

/** A sum without a currency is in that of the figures asked for, where they have one in common. */
function assumeCurrency(amount: Amount, salaries: readonly Salary[]): Amount {
  const [currency, ...others] = new Set(salaries.map((salary) => salary.currency));
  return amount.currency !== undefined || currency === undefined || others.length > 0
    ? amount
    : { ...amount, currency };
}

function divideAll(query: Query, salaries: readonly Salary[], facts: Facts): Sums {
  const { per } = query.slots;
  if (per === undefined || per === 'year') return { lines: [], formulas: [], facts: [] };
  const shorter = salaries.flatMap((salary) => {
    const divided = divideSalary(salary, per, facts);
    return divided ? [{ salary, ...divided }] : [];
  });
  const lines = shorter.map(({ salary, value }) => `${capital(nameGroup(salary))}: ${value}.`);
  return {
    lines: lines.length > 0 ? [lines.join(' ')] : [],
    formulas: shorter.map(({ formula }) => formula),
    facts: shorter.flatMap((part) => part.facts),
  };
}

/** What the figures add up to over the time that the question names, if the pay stays as it is. */
function addUp(query: Query, salaries: readonly Salary[]): Sums {
  const { span } = query.slots;
  const totals = salaries.flatMap((salary) => {
    const total = span && multiplySalary(salary, span);
    return total ? [{ salary, ...total }] : [];
  });
  const lines = totals.map(({ salary, value }) => `${capital(nameGroup(salary))}: ${value}.`);
  return {
    lines: lines.length > 0 ? [lines.join(' ')] : [],
    formulas: totals.map(({ formula }) => formula),
    facts: [],
  };
}

/** "How much is 19 LPA a month": the person's own yearly sum, in the period asked for. */
function divideOwn(query: Query, all: readonly Salary[], facts: Facts): Sums {
  const { amounts, per } = query.slots;
  const divided =
    per === undefined || per === 'year' ? [] : amounts.flatMap((amount) => divideAmount(amount, per, all, facts) ?? []);
  return {
    lines: divided.map(({ value }) => `That is ${value}.`),
    formulas: divided.map(({ formula }) => formula),
    facts: divided.flatMap((part) => part.facts),
  };
}

function subtract(query: Query, salaries: readonly Salary[]): { formula: string; place: string }[] {
  const isAboutLevels = query.slots.levels.length > 0 || query.has('experience', 'level', 'levels');
  if (!query.has(...MORE) || !isAboutLevels) return [];
  const graded = salaries.filter(({ level }) => level !== 'all');
  return ['india', 'outside-india'].flatMap((place) => {
    const [a, b] = graded.filter((salary) => salary.place === place);
    const formula = a && b && subtractSalaries(a, b);
    return a && formula !== undefined ? [{ formula, place: a.place === 'india' ? 'In India' : 'Outside India' }] : [];
  });
}

/** The person's own sums beside the figures; a sum in another currency is left standing, and that is said. */
function compare(query: Query, salaries: readonly Salary[]): string[] {
  const { per } = query.slots;
  return query.slots.amounts.flatMap((written) => {
    const amount = assumeCurrency(written, salaries);
    const compared = salaries.flatMap((salary) => {
      const line = compareAmount(amount, salary, per);
      return line === undefined ? [] : [`${line} (${nameGroup(salary)}).`];
    });
    const isForeign = amount.currency !== undefined && salaries.every(({ currency }) => currency !== amount.currency);
    return isForeign
      ? ['Your sum is in another currency than these figures: I don’t convert, so I can’t compare them.']
      : compared;
  });
}

/** Works out shorter periods, differences between levels, and how the person's own sums stand beside the figures. */
export function computeSums(query: Query, salaries: readonly Salary[], all: readonly Salary[], facts: Facts): Sums {
  const own = divideOwn(query, all, facts);
  if (own.lines.length > 0) return own;
  const compared = compare(query, salaries);
  if (compared.length > 0) return { lines: compared, formulas: [], facts: [] };
  const total = addUp(query, salaries);
  if (total.lines.length > 0) return total;
  const divided = divideAll(query, salaries, facts);
  const pairs = salaries.length > 1 ? salaries : all.filter(({ place }) => place === salaries[0]?.place);
  const differences = subtract(query, pairs);
  const told = differences.map(({ formula, place }) => `${place}, the experienced get more than freshers: ${formula}.`);
  const subtracted = differences.length > 0 ? pairs.filter(({ level }) => level !== 'all') : [];
  return { lines: [...divided.lines, ...told], formulas: divided.formulas, facts: [...divided.facts, ...subtracted] };
}
