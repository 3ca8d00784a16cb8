// Finds where each number in an answer comes from: a cited quote, the question, a document's date, or a printed formula.
import type { Answer, AnswerPart } from '../../src/answering/answer.js';
import type { SourceDocument } from '../../src/knowledge/documents.js';

/** Numbers of every calendar, and those in the meaning of percent and of LPA (lakhs per annum). */
const CONSTANTS = [1, 12, 52, 100, 100_000];
const WORDS = 'zero one two three four five six seven eight nine ten'.split(' ');
const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1000,
  l: 100_000,
  lpa: 100_000,
  lac: 100_000,
  lakh: 100_000,
  cr: 10_000_000,
  crore: 10_000_000,
};

/** “5 hours?”, “and twice that?”: a number that the person gave, so many times. */
const TIMES: Readonly<Record<string, number>> = { twice: 2, double: 2, thrice: 3, triple: 3, half: 0.5 };

const NUMBER = /\d+(?:,\d{2,3})*(?:\.\d+)?/g;
const toNumber = (written: string): number => Number(written.replaceAll(',', ''));

/** All numbers in a text that are written in digits. */
export const listNumbers = (text: string): number[] => (text.match(NUMBER) ?? []).map(toNumber);

/** "14 LPA": 14, and 1,400,000, what it stands for; of a text in lower case. */
const listMultiplied = (plain: string): { written: number; value: number }[] =>
  [...plain.matchAll(/(\d+(?:,\d{2,3})*(?:\.\d+)?)\s?(k|l|lpa|lac|lakh|cr|crore)s?\b/g)].map(
    ([, written = '', unit = '']) => ({
      written: toNumber(written),
      value: toNumber(written) * (MULTIPLES[unit] ?? 1),
    }),
  );

/** The numbers in a question or quote: as written, as words, and with "k", "lakh" and the like multiplied out. */
function listGiven(text: string): number[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const multiplied = listMultiplied(plain).map(({ value }) => value);
  const spelled = (plain.match(/[a-z]+/g) ?? []).map((word) => WORDS.indexOf(word)).filter((value) => value >= 0);
  return [...listNumbers(plain), ...multiplied, ...spelled];
}

/** What a question asks for: the numbers that it gives, and what “twice that” makes of them. */
function listAsked(question: string): number[] {
  const given = listGiven(question);
  const times = (question.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => TIMES[word] ?? []);
  return [...given, ...times.flatMap((factor) => given.map((number) => number * factor))];
}

interface Equation {
  readonly inputs: readonly number[];
  readonly expression: string;
  readonly result: number;
}

/** "5 LPA × 1,00,000 = ₹5,00,000 a year; ₹5,00,000 ÷ 12 months = ₹41,666.67 a month": two equations. */
function readEquations(line: string): Equation[] {
  return line.split(/;|:\s/).flatMap((piece) => {
    const [left, right] = piece.split('=');
    const result = listNumbers(right ?? '')[0];
    if (left === undefined || result === undefined) return [];
    const expression = left.replaceAll(',', '').replace(/[^\d.×÷−+()]|\.(?!\d)/g, '');
    return [{ inputs: listNumbers(left), expression, result }];
  });
}

/** Evaluates "45×52÷12" from left to right, × and ÷ before + and −, brackets first; NaN for anything else. */
export function workOut(expression: string): number {
  const inner = /\(([^()]*)\)/.exec(expression);
  if (inner) return workOut(expression.replace(inner[0], String(workOut(inner[1] ?? ''))));
  const sum = /^(.+)([+−])([^+−]+)$/.exec(expression);
  if (sum) return workOut(sum[1] ?? '') + (sum[2] === '+' ? 1 : -1) * workOut(sum[3] ?? '');
  const product = /^(.+)([×÷])([^×÷]+)$/.exec(expression);
  if (!product) return expression === '' ? Number.NaN : Number(expression);
  const [, left = '', sign, right = ''] = product;
  return sign === '×' ? workOut(left) * workOut(right) : workOut(left) / workOut(right);
}

const isRight = ({ expression, result }: Equation): boolean => Math.abs(workOut(expression) - result) <= 0.00501;

/** Every line of a part that is shown, quotes aside. */
const listLines = ({ headline, details, lists = [], formulas, table, chart }: AnswerPart): string[] => [
  headline,
  ...details,
  ...lists.flatMap(({ items }) => items),
  ...formulas,
  ...(table ? [table.caption, ...table.rows.flat()] : []),
  ...(chart ? [chart.title, chart.unit, ...chart.categories, ...chart.series.map(({ name }) => name)] : []),
];

/** The values of bars that no line of the part shows: what is not read aloud must not be drawn. */
function findUnread({ chart, ...part }: AnswerPart): string[] {
  const shown = new Set(listLines(part).flatMap(listNumbers));
  const values = chart?.series.flatMap((one) => one.values) ?? [];
  return values.filter((value) => !shown.has(value)).map((value) => `${value} in the chart “${chart?.title}”`);
}

function checkPart(question: string, part: AnswerPart, documents: readonly SourceDocument[]): string[] {
  const lines = listLines(part);
  // The meaning of a word is the advisor's own text, and marked as such.
  if (lines.some((line) => line.startsWith('That’s my own explanation'))) return [];
  // Help names the documents with their dates, and quotes none.
  const cited = documents.filter(
    ({ id, title }) =>
      part.quotes.some(({ document }) => document === id) || lines.some((line) => line.includes(title)),
  );
  const founded = new Set([
    ...listAsked(question),
    ...part.quotes.flatMap(({ text }) => listGiven(text)),
    ...cited.flatMap(({ title, updated = '' }) => listNumbers(`${title} ${updated}`)),
  ]);
  const waiting = new Set(lines.flatMap(readEquations));
  // A formula may use the result of another one in the same answer.
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const equation of waiting) {
      const isFounded = equation.inputs.every((input) => founded.has(input) || CONSTANTS.includes(input));
      if (!isFounded || !isRight(equation)) continue;
      founded.add(equation.result);
      waiting.delete(equation);
    }
  }
  // “About” gives three digits of what a formula shows in full.
  const rounded = new Set([...founded].map((value) => Number(value.toPrecision(3))));
  const isAbout = (line: string, value: number): boolean => / about /i.test(` ${line}`) && rounded.has(value);
  const wrong = [...waiting].map(({ expression, result }) => `the formula ${expression} = ${result}`);
  const loose = lines.flatMap((line) => {
    const isFormula = line.includes('=');
    // "14 LPA" beside the ₹14,00,000 of a formula is the same sum in another notation.
    const respelled = listMultiplied(line.toLowerCase())
      .filter(({ value }) => founded.has(value))
      .map(({ written }) => written);
    return listNumbers(line)
      .filter((value) => !respelled.includes(value))
      .filter((value) => !founded.has(value) && !isAbout(line, value) && !(isFormula && CONSTANTS.includes(value)))
      .map((value) => `${value} in “${line}”`);
  });
  return [...wrong, ...loose, ...findUnread(part)];
}

/** The numbers in an answer without a source, and the formulas that are wrong, each with its place. */
export function findUnfounded(question: string, answer: Answer, documents: readonly SourceDocument[]): string[] {
  const offered = answer.suggestions
    .flatMap(({ title }) => listNumbers(title))
    .map((value) => `${value} in a suggestion`);
  return [...answer.parts.flatMap((part) => checkPart(question, part, documents)), ...offered];
}
