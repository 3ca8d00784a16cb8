// Answers questions that refer to a salary by its figure: whose it is, where, and which document says so.

import { fit } from '../../src/answering/headline.js';
import type { Amount, Query, Reply } from '../../src/answering/intent.js';
import { isFigureOf, isThousandsOf } from '../../src/knowledge/figures.js';
import { spellSalary } from '../shared/money.js';
import { PEOPLE, WHERE } from '../shared/wording.js';
import { type Salary, spellSalaries, wantsConversion } from './arithmetic.js';
import { describeFigures, pickSalaries } from './figures.js';

const GROUPS: Readonly<Record<Salary['level'], string>> = { ...PEOPLE, all: 'back-end developers' };
const CURRENCIES: Readonly<Record<Salary['currency'], string>> = { INR: 'rupees', USD: 'dollars' };
const NAMED: Readonly<Record<Salary['currency'], string>> = { INR: 'in-rupees', USD: 'in-dollars' };

/** What the question wrongly takes the figure for: “not in India”. */
function listMistakes({ slots }: Query, { level, place }: Salary): string[] {
  const { levels, places } = slots;
  const isOtherLevel = level !== 'all' && levels.length > 0 && !levels.includes(level);
  const isOtherPlace = places.length > 0 && places.every(({ id }) => id !== place);
  const group = isOtherLevel && levels[0] ? `of ${GROUPS[levels[0]]}` : '';
  const where = isOtherPlace && places[0] ? WHERE[places[0].id] : '';
  return [group, where].filter((mistake) => mistake !== '');
}

function explain(query: Query, salary: Salary): string {
  const { level, place, currency, document, attributed } = salary;
  const other = currency === 'USD' ? 'INR' : 'USD';
  const isOther = query.asksFor(NAMED[other]) || query.slots.amounts.some((amount) => amount.currency === other);
  const unit = isOther ? ` (in ${CURRENCIES[currency]}, not ${CURRENCIES[other]})` : '';
  const mistakes = listMistakes(query, salary);
  const not = mistakes.length > 0 ? `, not ${mistakes.join(' ')}` : '';
  const source = attributed ? `${attributed}, quoted in “${query.titleOf(document)}”` : `“${query.titleOf(document)}”`;
  const isWrong = mistakes.length > 0 || query.asksFor('everyone');
  // Only a question that says whose figure it is, or where, claims something.
  const isClaim =
    query.form.kind === 'yes-no' && (isWrong || query.slots.levels.length + query.slots.places.length > 0);
  const verdict = isClaim ? (isWrong ? 'No – ' : 'Yes – ') : '';
  const says = `${verdict}${spellSalary(salary)}${unit} is the average pay of ${GROUPS[level]} ${WHERE[place]}${not}`;
  return fit(`${says}, according to ${source}.`, `${says}.`);
}

/** A figure in its own currency, with a different one named, is to be converted. */
const isConverted = (query: Query, { currency }: Amount, salary: Salary): boolean =>
  currency === salary.currency && wantsConversion(query);

/** Whether an amount is this figure: in whole thousands only where the question claims it of this level, “do seniors earn 135k?”. */
const isMeant = ({ form, slots }: Query, amount: Amount, salary: Salary): boolean =>
  isFigureOf(amount, salary) ||
  (form.kind === 'yes-no' && slots.levels.some((level) => level === salary.level) && isThousandsOf(amount, salary));

/** The reply to a question that refers to figures of the documents; undefined if it has none, or weighs an offer. */
export function referToFigures(query: Query, all: readonly Salary[]): Reply | undefined {
  const { amounts, per } = query.slots;
  if (amounts.length === 0 || query.asksFor('weighing') || (per !== undefined && per !== 'year')) return undefined;
  const isReferred = (salary: Salary): boolean =>
    amounts.some((amount) => isMeant(query, amount, salary) && !isConverted(query, amount, salary));
  const referred = all.filter(isReferred);
  if (referred.length === 0) return undefined;
  const asked = referred.some((salary) => listMistakes(query, salary).length > 0)
    ? pickSalaries(query, all).filter((salary) => !referred.includes(salary))
    : [];
  const [headline = '', ...others] = referred.map((salary) => explain(query, salary));
  const facts = [...referred, ...asked];
  const details = [...others, ...(asked.length > 0 ? describeFigures(query, asked) : [])];
  return { headline, details, formulas: spellSalaries(facts), facts };
}
