// Checks that a fact's quote has every figure and name of the fact, and that its sentence begins with its subject.
import * as v from 'valibot';
import { SMALL_NUMBERS } from '../../understanding/text/number-words.js';
import { type Fact, isOfKind } from '../facts.js';
import type { ReportKey } from './citation-check.js';

const saysSchema = v.looseObject({ says: v.string(), quote: v.string() });
// “one” is left out on purpose: usually it isn't a number (“one of the best”).
const NUMBER_WORDS = SMALL_NUMBERS.slice(2, 13);
const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'gi');
const CURRENCY_OF_UNIT = { LPA: 'INR', INR: 'INR', USD: 'USD' } as const;

/** Reports every number in the text for people that the quote doesn't have. */
export function checkSays(entry: unknown, report: ReportKey): void {
  if (!v.is(saysSchema, entry)) return;
  const held = new Set(listNumbers(entry.quote));
  for (const number of new Set(listNumbers(entry.says))) {
    if (held.has(number)) continue;
    const problem = `says ${number}, but its quote doesn’t`;
    report('says', { problem, remedy: 'remove the number or quote a sentence that has it' });
  }
}

/** Reports every typed value that its quote doesn't have, and values that don't fit together. */
export function checkFigures(fact: Fact, report: ReportKey): void {
  if (isOfKind(fact, 'salary')) {
    checkNumbers(fact, { amount: fact.amount }, report);
    const currency = CURRENCY_OF_UNIT[fact.unit];
    if (fact.currency !== currency) {
      const problem = `has the currency ${fact.currency} with the unit ${fact.unit}`;
      report('currency', { problem, remedy: `write “currency: ${currency}” or a different unit` });
    }
  } else if (isOfKind(fact, 'rate')) {
    checkNumbers(fact, { from: fact.from, to: fact.to }, report);
    if (fact.from > fact.to) {
      report('from', { problem: 'has a “from” greater than its “to”', remedy: 'swap them' });
    }
  } else if (isOfKind(fact, 'hours')) {
    checkNumbers(fact, { daysPerWeek: fact.daysPerWeek, hoursPerDay: fact.hoursPerDay }, report);
  } else if (isOfKind(fact, 'skill')) {
    checkNames('technologies', 'technology', fact.technologies, fact.quote, report);
  }
  checkNames('names', 'name', fact.names, fact.quote, report);
  if (fact.subject !== undefined && !fact.says.startsWith(`${fact.subject} `)) {
    const problem = `has the subject “${fact.subject}”, with which “says” doesn’t begin`;
    report('subject', { problem, remedy: 'copy the beginning of “says”, or remove the subject' });
  }
}

function checkNumbers(fact: Fact, values: Readonly<Record<string, number>>, report: ReportKey): void {
  const held = listNumbers(fact.quote);
  for (const [key, value] of Object.entries(values)) {
    if (held.includes(value)) continue;
    const problem = `has ${value} as “${key}”, which its quote doesn’t have`;
    report(key, { problem, remedy: 'correct the number or quote a sentence that has it' });
  }
}

/** Each word of a name must be in the quote, in any case; an article in front is no part of a name. */
function checkNames(key: string, what: string, names: readonly string[], quote: string, report: ReportKey): void {
  const held = quote.toLowerCase();
  const isHeld = (name: string): boolean => {
    const words = name.toLowerCase().replace(/^the /, '').split(/\s+/);
    return words.every((word) => held.includes(word) || held.includes(word.replaceAll('-', ' ')));
  };
  for (const name of names.filter((one) => !isHeld(one))) {
    const problem = `lists the ${what} “${name}”, which its quote doesn’t mention`;
    report(key, { problem, remedy: 'remove it or quote a sentence that mentions it' });
  }
}

/** All numbers of a text, “3,16,204” as 316204 and “five” as 5. */
export function listNumbers(text: string): number[] {
  const figures = text
    .replace(NUMBER_WORD, (word) => String(NUMBER_WORDS.indexOf(word.toLowerCase()) + 2))
    .replace(/(?<=\d),(?=\d)/g, '');
  return (figures.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}
