// Traces every number in an answer to a cited quote, the question, or a formula that is right.

import { describe, expect, it } from 'vitest';
import type { Answer, AnswerPart, Chart } from '../../src/answering/answer.js';
import type { Context } from '../../src/conversation/context.js';
import { SHIPPED } from '../helpers/data-copy.js';
import { findUnfounded, listNumbers, workOut } from '../helpers/number-sources.js';
import { coverPairs } from '../helpers/pairwise.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';
import { ALL_TEXTS, DIALOGUES, TOPICS } from '../helpers/specification.js';

const bot = await loadShippedBot();
const { documents } = knowledgeIn(SHIPPED);

/** Every question whose answer has a number without a source, with that number. */
const findFaults = (questions: readonly string[]): string[] =>
  questions.flatMap((text) =>
    findUnfounded(text, bot.answer({ text }), documents).map((fault) => `${text}  ⇒  ${fault}`),
  );

/** Numbers from 0 to 1 that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LISTS = {
  level: ['fresher', 'freshers', 'junior dev', 'senior', 'experienced developer', '5+ years', 'no experience', ''],
  place: ['in India', 'abroad', 'in Germany', 'in the US', 'in Bangalore', 'outside India', 'in India and abroad', ''],
  sum: [
    '4 LPA',
    '5 LPA',
    '19.5 LPA',
    '6 lakhs',
    '1 crore',
    '₹40,000',
    'Rs. 3,16,204',
    '$80k',
    '$135,586',
    '90k',
    '€70k',
  ],
  rate: ['$25', '$61', '$70', '$100', '80 dollars', '₹500'],
  hours: ['1 hour', '10 hours', '30 hours', '37.5 hours', '40 hrs', '60 hours', '4 h', '168 hours'],
  period: ['per hour', 'a day', 'per week', 'a month', 'per year', 'monthly', 'weekly', 'hourly', 'a year', ''],
  span: ['for 4 weeks', 'for 6 months', 'over 2 years', 'for 10 days', ''],
  tech: ['Python', 'Docker', 'C#', 'Go', 'Node.js', 'HTML5', 'k8s', 'MySQL', 'Neo4j', 'E2E testing', 'SQL Server 2019'],
  job: ['backend developer', 'back-end dev', 'BE engineer', 'SDE', 'programmer', 'web developer'],
} as const;

const TEMPLATES = [
  'what does a {level} {job} earn {place} {period}',
  'salary of a {job} {level} {place} {period}?',
  'is {sum} {period} good for a {level} {place}',
  'I was offered {sum} {period} as a {level} {job} {place}, is that fair?',
  'which is better for a {level}, {sum} or {sum}, {place}?',
  'how much more does a senior earn than a fresher {place} {period}',
  'difference between fresher and experienced {job} salary {place}',
  'how much is {sum} {period}',
  'what is {sum} in dollars',
  'convert {sum} to rupees {period}',
  'what can a freelance {job} earn with {hours} {period} {span}',
  'freelance {hours} a week {span}, how much {period}',
  'freelancing at {rate} an hour for {hours} {period}',
  'is {rate} per hour too low for a freelance {job}',
  'freelance income {period} {place}',
  'how many hours {period} does a {job} work {place}',
  'do I have to work {hours} {period} as a {job}',
  'is it true that a {job} works {hours} every day and earns {sum}',
  'do I need {tech} as a {job}',
  'is {tech} or {tech} better for a {level} {job}',
  'does {tech} pay more than {sum} {place}',
  'how do I become a {job} in 3 months {place}',
  'can I be a {job} at 45 with a 3 year degree and {tech}',
  'is the job of a {job} dead in 2030',
  'do I need a degree, and what does a {level} earn {place} {period}?',
  'what are the pros and cons of a {job}? Is {sum} ok? {hours} a week?',
  '{sum} {hours} {rate} {level} {place} {period}',
  'top 10 skills of a {job} for {sum}',
] as const;

/** Leaves out, doubles or swaps a letter; never touches a digit. */
function slip(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length - 1));
  const pair = text.slice(at, at + 2);
  if (!/^[a-z]{2}$/.test(pair)) return text;
  const slips = [pair.slice(1), pair + pair.slice(1), `${pair.slice(1)}${pair.slice(0, 1)}`];
  return text.slice(0, at) + (slips[Math.floor(random() * slips.length)] ?? pair) + text.slice(at + 2);
}

/** All questions that a template makes with a choice of words: any two words that it can hold are in one of them. */
function fillIn(template: string, random: () => number): string[] {
  const lists = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => LISTS[name as keyof typeof LISTS]);
  return coverPairs(lists.map(({ length }) => length)).map((row) => {
    let column = 0;
    const fill = (): string => {
      const word = lists[column]?.[row[column] ?? 0] ?? '';
      column += 1;
      return word;
    };
    const text = template
      .replace(/\{\w+\}/g, fill)
      .replace(/\s+/g, ' ')
      .trim();
    return random() < 0.3 ? slip(slip(text, random), random) : text;
  });
}

function generate(templates: readonly string[], seed: number): string[][] {
  const random = createRandom(seed);
  return templates.map((template) => fillIn(template, random));
}

const GENERATED = generate(TEMPLATES, 20_230_202)
  .flat()
  .map((text) => ({ text, answer: bot.answer({ text }) }));

describe('every number in every answer has a source', () => {
  it('for the whole specification', () => {
    expect(findFaults(ALL_TEXTS)).toEqual([]);
  });

  it('for thousands of generated questions', () => {
    const faults = GENERATED.flatMap(({ text, answer }) =>
      findUnfounded(text, answer, documents).map((fault) => `${text}  ⇒  ${fault}`),
    );
    expect(faults).toEqual([]);
    expect(GENERATED.length).toBeGreaterThan(2000);
  });

  it.each(TOPICS)('for the button for %s', (topic) => {
    expect(findUnfounded('', bot.answer({ topic }), documents)).toEqual([]);
  });
});

/** Like `findFaults` for a conversation: a number may come from anything said so far. */
const findTalkFaults = (lines: readonly string[]): string[] => {
  let context: Context | undefined;
  return lines.flatMap((text, index) => {
    const answer = bot.answer({ text, ...(context && { context }) });
    context = answer.context;
    const said = lines.slice(0, index + 1).join('\n');
    return findUnfounded(said, answer, documents).map(
      (fault) => `${lines.slice(0, index + 1).join(' → ')}  ⇒  ${fault}`,
    );
  });
};

const FOLLOW_UPS = [
  'and {place}?',
  'what about {level}',
  'and {period}',
  'and for {hours} {period}?',
  'and {tech}?',
  'is {sum} good then',
  'how much is that {period}',
  'both',
  'why?',
  'source?',
  'are you sure',
  'tell me more',
  'ok and the hours?',
  'and the pay {place}?',
  'and freelancing {span}?',
  'and with {hours} at {rate}?',
  'the second one',
  'thanks',
] as const;

/** The follow-ups after one kind of question are dealt out to so many conversations. */
const TALKS = 3;

describe('every number in a conversation has a source', () => {
  it('in the dialogues of the specification', () => {
    expect(DIALOGUES.flatMap(({ lines }) => findTalkFaults(lines.map(({ says }) => says)))).toEqual([]);
  });

  it('in generated follow-ups: each kind after each kind of question, early and late', () => {
    const [questions, further] = [generate(TEMPLATES, 5), generate(FOLLOW_UPS, 11)];
    const random = createRandom(7);
    const pick = (texts: readonly string[]): string => texts[Math.floor(random() * texts.length)] ?? '';
    const faults = [further, further.toReversed()].flatMap((kinds) =>
      questions.flatMap((texts) =>
        Array.from({ length: TALKS }, (_, talk) =>
          findTalkFaults([pick(texts), ...kinds.filter((__, index) => index % TALKS === talk).map(pick)]),
        ).flat(),
      ),
    );
    expect(faults).toEqual([]);
  });

  it.each(TOPICS)('in the full answer about %s', (topic) => {
    const answer = bot.answer({ topic, full: true });
    expect(findUnfounded('', answer, documents)).toEqual([]);
  });
});

it('most generated questions are answered, many with a formula', () => {
  const answers = GENERATED.map(({ answer }) => answer);
  const parts = answers.filter(({ outcome }) => outcome === 'answer').flatMap((answer) => answer.parts);
  expect(parts.length).toBeGreaterThan(1000);
  expect(parts.filter(({ formulas }) => formulas.length > 0).length).toBeGreaterThan(200);
  const topics = new Set(parts.map(({ topic }) => topic));
  for (const topic of ['salary', 'freelance', 'work-hours', 'skills', 'degree']) expect(topics).toContain(topic);
});

describe('the search for numbers without a source', () => {
  /** An answer after its first part was changed. */
  const doctor = (text: string, change: (part: AnswerPart) => Partial<AnswerPart>): string[] => {
    const answer = bot.answer(text === '' ? { topic: 'salary', full: true } : { text });
    const [part, ...others] = answer.parts;
    if (!part) throw new Error('There is no answer to doctor.');
    const doctored: Answer = { ...answer, parts: [{ ...part, ...change(part) }, ...others] };
    return findUnfounded(text, doctored, documents);
  };
  const raise = (chart: Chart): Chart => ({
    ...chart,
    series: chart.series.map(({ name, values }) => ({ name, values: values.map((value) => value + 1) })),
  });
  const rename = (chart: Chart): Chart => ({
    ...chart,
    categories: chart.categories.map((name) => `${name}, 7 years`),
  });
  const FRESHER = 'what does a fresher earn in India a month?';
  const FREELANCE = 'what does a freelancer make at 30 hours a week?';

  it.each<[string, string, (part: AnswerPart) => Partial<AnswerPart>]>([
    ['a figure changed in the headline', FRESHER, ({ headline }) => ({ headline: headline.replace(/\d/, '8') })],
    ['a figure added to the headline', FRESHER, ({ headline }) => ({ headline: `${headline} That is 7 % more.` })],
    ['a figure added to the details', FRESHER, ({ details }) => ({ details: [...details, 'In 2024 it was 6 LPA.'] })],
    [
      'a date that only another document bears',
      'how many hours a week?',
      ({ details }) => ({ details: [...details, '2023'] }),
    ],
    ['a quote left out', FRESHER, () => ({ quotes: [] })],
    ['a formula left out', FRESHER, () => ({ formulas: [] })],
    ['a result changed', FREELANCE, ({ formulas }) => ({ formulas: formulas.map((f) => f.replace('1,830', '1,860')) })],
    ['an input changed', FREELANCE, ({ formulas }) => ({ formulas: formulas.map((f) => f.replace('$61', '$62')) })],
    [
      'a formula that is right, of numbers from nowhere',
      FREELANCE,
      ({ formulas }) => ({ formulas: [...formulas, '7 hours × $11 = $77'] }),
    ],
    [
      'a table of other figures',
      'backend salary',
      () => ({
        table: {
          caption: 'Pay',
          rows: [
            ['Level', 'India'],
            ['Freshers', '7 LPA'],
          ],
        },
      }),
    ],
    ['a bar of another height', '', ({ chart }) => (chart ? { chart: raise(chart) } : {})],
    ['a figure in the name of a bar', '', ({ chart }) => (chart ? { chart: rename(chart) } : {})],
    ['a constant outside of a formula', 'pros and cons', ({ details }) => ({ details: [...details, '52 of them'] })],
  ])('finds %s', (_, text, change) => {
    expect(doctor(text, () => ({}))).toEqual([]);
    expect(doctor(text, change)).not.toEqual([]);
  });

  it.each<[string, number[]]>([
    ['5 LPA and ₹3,16,204, or $135,586.50', [5, 316204, 135586.5]],
    ['$61-80 per hour', [61, 80]],
    ['on 02 Feb, 2023.', [2, 2023]],
    ['one, two', []],
  ])('reads the numbers in “%s”', (text, numbers) => {
    expect(listNumbers(text)).toEqual(numbers);
  });

  it.each<[string, number]>([
    ['45×52÷12', 195],
    ['500000÷(52×5×9)', 213.67521367521368],
    ['135586−80451', 55135],
    ['2+3×4', 14],
    ['10−3−2', 5],
  ])('calculates %s', (expression, result) => {
    expect(workOut(expression)).toBeCloseTo(result, 10);
  });
});
