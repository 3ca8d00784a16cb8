// Does every calculation that a question about pay asks for, as lines and formulas.

import { capital, joinNames, MAX_HEADLINE } from '../../src/answering/headline.js';
import type { Amount, Query } from '../../src/answering/intent.js';
import type { Fact, Facts } from '../../src/knowledge/facts.js';
import { formatYearly } from '../shared/money.js';
import { WHERE } from '../shared/wording.js';
import {
  compareAmount,
  divideAmount,
  divideSalaries,
  divideSalary,
  multiplySalary,
  type Salary,
  subtractSalaries,
} from './arithmetic.js';
import { asksForMost, asksHowToRaise, GROUPS, nameAverage, nameGroup } from './figures.js';

/** The results; all empty if no calculation was asked for. */
export interface Sums {
  /** Whether the lines name all the figures they are based on. */
  readonly isWhole?: boolean;
  readonly lines: readonly string[];
  readonly formulas: readonly string[];
  readonly facts: readonly Fact[];
}

/** An amount without a currency gets that of the figures asked for, if they share one. */
function assumeCurrency(amount: Amount, salaries: readonly Salary[]): Amount {
  const [currency, ...others] = new Set(salaries.map((salary) => salary.currency));
  return amount.currency !== undefined || currency === undefined || others.length > 0
    ? amount
    : { ...amount, currency };
}

const NOTHING: Sums = { lines: [], formulas: [], facts: [] };

/** A salary, and what it comes to: “about ₹41,700 a month”. */
interface Said {
  readonly salary: Salary;
  readonly value: string;
}

/** “Freshers in India earn about ₹41,700 a month and experienced developers in India about ₹1,58,000 a month on average.” */
const say = (compared: readonly Said[]): string[] => {
  const [first, ...others] = compared;
  if (!first) return [];
  const parts = [first, ...others].map(({ salary, value }) =>
    salary.level === 'all' ? `${nameAverage(salary)} is ${value}` : `${nameGroup(salary)} earn ${value}`,
  );
  const isPlain = compared.length > 2 || compared.every(({ salary }) => salary.level === 'all');
  const whole = `${capital(joinNames(parts))}${isPlain ? '' : ' on average'}.`;
  if (whole.length <= MAX_HEADLINE) return [whole];
  const graded = compared.filter(({ salary }) => salary.level !== 'all');
  const averages = compared.filter(({ salary }) => salary.level === 'all');
  const lines = averages.map(({ salary, value }) => `${capital(nameAverage(salary))} is ${value}.`);
  return [...sayByLevel(graded), ...lines];
};

/** “A month, freshers earn about ₹41,700 in India and $6,700 outside India; experienced developers …”, or a line for each. */
function sayByLevel(graded: readonly Said[]): string[] {
  const [period, ...others] = new Set(graded.map(({ value }) => / an? \w+$/.exec(value)?.[0] ?? ''));
  const levels = [...new Set(graded.map(({ salary }) => salary.level))].map((level, at) => {
    const own = graded.filter(({ salary }) => salary.level === level);
    const figures = own.map(({ salary, value }) => {
      const amount = value.slice(0, -(period ?? '').length);
      // Both levels are told for the same places.
      return at > 0 && own.length * 2 === graded.length ? amount : `${amount} ${WHERE[salary.place]}`;
    });
    return `${GROUPS[level]} earn ${joinNames(figures)}`;
  });
  const whole = `${capital((period ?? '').trim())}, ${levels.join('; ')}.`;
  const isWhole = period !== undefined && period !== '' && others.length === 0 && whole.length <= MAX_HEADLINE;
  return isWhole ? [whole] : graded.map(({ salary, value }) => `${capital(nameGroup(salary))} earn ${value}.`);
}

function divideAll(query: Query, salaries: readonly Salary[], facts: Facts): Sums {
  const { per } = query.slots;
  if (per === undefined || per === 'year') return NOTHING;
  const shorter = salaries.flatMap((salary) => {
    const divided = divideSalary(salary, per, facts);
    return divided ? [{ salary, ...divided }] : [];
  });
  return {
    lines: say(shorter),
    formulas: shorter.map(({ formula }) => formula),
    facts: shorter.flatMap((part) => part.facts),
  };
}

/** What the figures add up to over the period in the question, if the pay stays the same. */
function addUp(query: Query, salaries: readonly Salary[]): Sums {
  const { span } = query.slots;
  const totals = salaries.flatMap((salary) => {
    const total = span && multiplySalary(salary, span);
    return total ? [{ salary, ...total }] : [];
  });
  return { lines: say(totals), formulas: totals.map(({ formula }) => formula), facts: [] };
}

/** "How much is 19 LPA a month": the person's own yearly amount in the period asked for. */
function divideOwn(query: Query, all: readonly Salary[], facts: Facts): Sums {
  const { amounts, per } = query.slots;
  const divided =
    per === undefined || per === 'year' ? [] : amounts.flatMap((amount) => divideAmount(amount, per, all, facts) ?? []);
  return {
    lines: divided.map(({ value }) => `That’s ${value}.`),
    formulas: divided.map(({ formula }) => formula),
    facts: divided.flatMap((part) => part.facts),
  };
}

/** The two levels of each place. */
const pairByPlace = (salaries: readonly Salary[]): (readonly [Salary, Salary])[] =>
  (['india', 'outside-india'] as const).flatMap((place) => {
    const [a, b] = salaries.filter((salary) => salary.level !== 'all' && salary.place === place);
    return a && b ? [[a, b] as const] : [];
  });

/** “Yes, and more”, if the question claims a multiple: “do seniors earn double?”. */
function judgeMultiple(query: Query, times: number, high: Salary): string {
  const { form, slots } = query;
  const claimed = form.multiple;
  if (form.kind !== 'yes-no' || claimed === undefined) return '';
  const isHalf = claimed < 1;
  if (slots.levels.length > 1 && (slots.levels[0] === high.level) === isHalf) return 'No – ';
  const wanted = isHalf ? 1 / claimed : claimed;
  if (Math.abs(times - wanted) < wanted * CLOSE) return 'Yes – ';
  return times < wanted ? 'No – ' : isHalf ? 'Not even – ' : 'Yes, and more – ';
}

/** A multiple this close to the claimed one is that. */
const CLOSE = 0.05;

/** How many times as much one level earns as the other, or by how many percent more, in each place. */
function divide(query: Query, salaries: readonly Salary[]): Sums {
  const isPercent = query.asksFor('pay-percent') || /\d\s?%/.test(query.text);
  if (!(query.asksFor('pay-ratio') || isPercent) || query.slots.levels.length === 0) return NOTHING;
  const compared = pairByPlace(salaries).flatMap(([a, b]) => {
    const found = divideSalaries(a, b);
    return found ? [{ ...found, pair: [a, b] }] : [];
  });
  const lines = compared.map(({ times, percent, formula, high }) => {
    const about = formula.includes('about') ? 'about ' : '';
    const other = high.level === 'experienced' ? 'freshers' : 'experienced developers';
    const more = isPercent ? `${percent}% more than` : `${times} times as much as`;
    const text = `${nameGroup(high)} earn ${about}${more} ${other} on average.`;
    const verdict = judgeMultiple(query, times, high);
    return verdict === '' ? capital(text) : `${verdict}${text}`;
  });
  return {
    isWhole: false,
    lines,
    formulas: compared.map(({ formula, percentFormula }) => (isPercent ? percentFormula : formula)),
    facts: compared.flatMap(({ pair }) => pair),
  };
}

const BY_HOW_MUCH = /\bby how much\b/i;

/** How much more one level earns than the other, in each place; begins with a verdict if the question asks for one. */
function subtract(query: Query, salaries: readonly Salary[]): Sums {
  if (asksHowToRaise(query)) return NOTHING;
  const { levels } = query.slots;
  // “Which level earns the most?”
  const isRanked = levels.length === 0 && asksForMost(query);
  const isAboutLevels = levels.length > 0 || query.asksFor('by-level');
  const isSame = query.form.kind === 'yes-no' && query.says('same') && levels.length > 1;
  const isAsked =
    isSame ||
    query.asksFor('pay-difference') ||
    BY_HOW_MUCH.test(query.text) ||
    isRanked ||
    ((query.form.kind === 'or' || query.form.kind === 'compare' || query.form.kind === 'who') && levels.length > 1);
  if (!isAsked || !isAboutLevels) return NOTHING;
  const compared = pairByPlace(salaries).flatMap(([a, b]) => {
    const found = subtractSalaries(a, b);
    return found ? [{ ...found, pair: [a, b] }] : [];
  });
  // Without a level, “does experience raise the pay?” claims it of those who have some.
  const [claimed = 'experienced'] = levels;
  const isLess = query.asksFor('claims-less');
  // “Will a fresher's pay grow?” claims nothing of others.
  const isRanking = isLess || query.form.comparative !== undefined || query.says('more');
  const lines = compared.map(({ more, spelled, high }) => {
    const isTrue = !isSame && (claimed === high.level) !== isLess;
    const isClaim = query.form.kind === 'yes-no' && (levels.length !== 1 || isRanking);
    const verdict = isClaim ? (isTrue ? 'Yes – ' : 'No – ') : '';
    const other = high.level === 'experienced' ? 'freshers' : 'experienced developers';
    const who = nameGroup(high);
    const difference = compared.length === 1 ? spelled : `${more} a year`;
    return `${verdict === '' ? capital(who) : `${verdict}${who}`} earn ${difference} more than ${other} on average.`;
  });
  const [first, second] = compared;
  const where = ({ high }: { readonly high: Salary }): string => WHERE[high.place];
  const isBoth = first && second && first.high.level === second.high.level && query.form.kind !== 'yes-no';
  const both = isBoth
    ? `${first.high.level === 'experienced' ? 'Experienced developers' : 'Freshers'} earn ${first.more} a year more than ${first.high.level === 'experienced' ? 'freshers' : 'experienced developers'} ${where(first)}, and ${second.more} more ${where(second)}, on average.`
    : undefined;
  return {
    lines: both === undefined ? lines : [both],
    formulas: compared.map(({ formula }) => formula),
    facts: compared.flatMap(({ pair }) => pair),
  };
}

/** The person's own amounts next to the figures; an amount in a different currency is left as it is, with a note. */
function compare(query: Query, salaries: readonly Salary[]): Sums {
  const { per } = query.slots;
  const comparisons = query.slots.amounts
    .filter(({ value }) => value > 0)
    .map((written) => {
      const amount = assumeCurrency(written, salaries);
      const compared = salaries.flatMap((salary) => {
        const found = compareAmount(amount, salary, per);
        return found ? [{ ...found, salary }] : [];
      });
      const isForeign = amount.currency !== undefined && salaries.every(({ currency }) => currency !== amount.currency);
      if (isForeign)
        return {
          lines: [
            'Your amount is in a different currency from these figures. I don’t convert, so I can’t compare them.',
          ],
          formulas: [],
        };
      if (isMeasure(query, written))
        return { lines: measure(query, compared), formulas: compared.flatMap(({ formula }) => formula ?? []) };
      const lines = compared.map(({ own, word, salary }, index) => {
        const text = `${own} is ${word} ${salary.level === 'all' ? 'the average salary' : `what ${nameGroup(salary)} earn on average`} (${formatYearly(salary)} a year).`;
        return `${index === 0 ? judgeClaim(query, word) : ''}${text}`;
      });
      return { lines, formulas: compared.flatMap(({ formula }) => formula ?? []) };
    });
  return {
    lines: [...new Set(comparisons.flatMap(({ lines }) => lines))],
    formulas: [...new Set(comparisons.flatMap(({ formulas }) => formulas))],
    facts: [],
  };
}

const MEASURED =
  /\b(?:more|less|higher|lower|better|worse|greater) than|\b(?:over|above|below|under|exceeds?|beyond|at least)$/;

/** Whether the question sets pay against an amount, not an amount against pay: “do freshers earn more than 6 lakh?”. */
function isMeasure({ text, slots }: Query, { written }: Amount): boolean {
  const before = text.toLowerCase().split(written.toLowerCase())[0] ?? '';
  const isOwn = slots.levels.length === 0 && /\b(?:i|my|me)\b/i.test(text);
  return !isOwn && MEASURED.test(before.replace(/\s*(?:about|around|roughly|₹|rs\.?|\$)?\s*$/, ''));
}

const INVERSE = { 'less than': 'more than', 'more than': 'less than', 'the same as': 'the same as' } as const;

/** Pay next to the amount that it's set against, with a verdict if the question asks for one. */
function measure(query: Query, compared: readonly (ReturnType<typeof compareAmount> & { salary: Salary })[]): string[] {
  const judged = compared.map((one) => ({ ...one, verdict: judgeClaim(query, INVERSE[one.word]) }));
  const verdicts = new Set(judged.map(({ verdict }) => verdict));
  return judged.map(({ own, word, salary, verdict }, index) => {
    const who = salary.level === 'all' ? `${nameAverage(salary)} is` : `${nameGroup(salary)} earn`;
    const text = `${who} ${formatYearly(salary)} a year on average, ${INVERSE[word]} ${own}.`;
    const plain = salary.level === 'all' ? text.replace(' on average', '') : text;
    const lead = index > 0 ? '' : verdicts.size > 1 ? 'It depends – ' : verdict;
    return lead === '' ? capital(plain) : `${lead}${plain}`;
  });
}

/** Yes or no, if the question claims that an amount is more, less or normal. */
function judgeClaim(query: Query, word: string): string {
  if (query.form.kind !== 'yes-no') return '';
  if (query.asksFor('claims-less')) return word === 'less than' ? 'Yes – ' : 'No – ';
  if (query.asksFor('claims-more')) return word === 'more than' ? 'Yes – ' : 'No – ';
  if (query.asksFor('claims-enough')) return word === 'less than' ? 'No – ' : 'Yes – ';
  return query.asksFor('claims-same') ? (word === 'the same as' ? 'Yes – ' : 'No – ') : '';
}

/** Calculates shorter periods, differences between levels, and how the person's own amounts compare with the figures. */
export function computeSums(query: Query, salaries: readonly Salary[], all: readonly Salary[], facts: Facts): Sums {
  const own = divideOwn(query, all, facts);
  if (own.lines.length > 0) return own;
  const compared = compare(query, salaries);
  if (compared.lines.length > 0) return { ...compared, isWhole: compared.formulas.length > 0 || salaries.length > 0 };
  const total = addUp(query, salaries);
  if (total.lines.length > 0) return total;
  const divided = divideAll(query, salaries, facts);
  const isOneLevel = new Set(salaries.map(({ level }) => level)).size === 1;
  const pairs = isOneLevel ? all.filter(({ place }) => salaries.some((own) => own.place === place)) : salaries;
  const ratio = divide(query, pairs);
  if (ratio.lines.length > 0) return ratio;
  const difference = subtract(query, pairs);
  return {
    lines: [...divided.lines, ...difference.lines],
    formulas: [...divided.formulas, ...difference.formulas],
    facts: [...divided.facts, ...difference.facts],
  };
}
