// A company's handbook beside the shipped documents: it answers what it says outright, also where a topic knows the words.
import { describe, expect, it } from 'vitest';
import { copyData } from '../helpers/data-copy.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const HANDBOOK = `# Engineers at Fjord Freight

## P1: Apprentice

Apprentices are paired with a mentor for the first half-year.

## Working from home

Our back-end engineers can work from home on four days of the week.

## Working abroad

You may work from anywhere in Europe for thirty days a year.

## Pager duty

Freshers aren't on pager duty; from the second year on it's one week in nine.

## Joining without university

Nobody needs a degree for our bootcamp; bring an hour for the entrance test.

## Time off

There are 31 days of holiday, and a sabbatical after five years.

## What we write in

Services are in Go and Kotlin.

## The first talk

Name the salary range that you expect early.
`;

const bot = await loadShippedBot(copyData([{ file: 'documents/fjord.md', to: HANDBOOK }]));
const shownFor = (text: string) => {
  const { outcome, parts } = bot.answer({ text });
  return { outcome, section: parts[0]?.quotes[0]?.section };
};

describe('a section that says so outright comes before a topic that', () => {
  it.each([
    ['only knows the rest of the words', 'can I work from home as a back-end developer?', 'Working from home'],
    ['has no fact on the place', 'can backend devs work abroad?', 'Working abroad'],
    ['has no fact on the level', 'do freshers have pager duty?', 'Pager duty'],
    ['has no fact on the concept', 'do I need a degree for the bootcamp?', 'Joining without university'],
    [
      'would deny what is asked for without the section',
      'how many vacation days do back-end engineers get?',
      'Time off',
    ],
    ['is asked how often, and has no fact on the subject', 'how often am I on pager duty?', 'Pager duty'],
  ])('%s', (_, question, section) => {
    expect(shownFor(question)).toEqual({ outcome: 'passage', section });
  });
});

it.each(['what is a P1?', 'P1', 'P1: Apprentice'])('“%s” finds the heading that explains the name', (question) => {
  expect(shownFor(question)).toEqual({ outcome: 'passage', section: 'P1: Apprentice' });
});

it.each([
  ['what does a fresher earn in India?', 'Salary of BackEnd Developer'],
  ['do I need a degree?', 'Job and responsibilities of a Back-end Developer'],
  ['how many hours a day do back-end developers work?', 'Work Hours'],
])('“%s” is answered by its topic all the same', (question, section) => {
  expect(shownFor(question)).toEqual({ outcome: 'answer', section });
});

it('offers the section with what no fact tells before the topics, where it doesn’t say outright what is asked', () => {
  const { outcome, passages = [] } = bot.answer({ text: 'how much paid leave is there?' });
  expect([outcome, passages[0]?.section]).toEqual(['clarify', 'Time off']);
});

it('offers the section with a word of the question that no fact has before a topic that only knows the rest', () => {
  const { outcome, passages = [] } = bot.answer({ text: 'how much do apprentices earn?' });
  expect([outcome, passages[0]?.section]).toEqual(['clarify', 'P1: Apprentice']);
});

it('offers the sections of a document that a question names before the topics', () => {
  const { outcome, passages = [] } = bot.answer({ text: 'which back-end databases do engineers at Fjord use?' });
  expect([outcome, passages[0]?.document]).toEqual(['clarify', 'fjord']);
});

it('offers the section that comes closest below a denial', () => {
  const { outcome, suggestions } = bot.answer({ text: 'is the salary range negotiable?' });
  expect([outcome, suggestions[0]?.title]).toEqual(['not-in-documents', 'The first talk']);
});
