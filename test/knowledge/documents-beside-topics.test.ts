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
