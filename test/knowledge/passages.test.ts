// Answers from documents without facts: which passages are shown, word for word, and which aren't.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { copyData } from '../helpers/data-copy.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { ALL_TEXTS, HELD, NOT_HELD, OUT_OF_SCOPE } from '../helpers/specification.js';

const HANDBOOK = 'test/handbook';
const dir = copyData(
  readdirSync(HANDBOOK).map((name) => ({ file: `documents/${name}`, to: readFileSync(`${HANDBOOK}/${name}`, 'utf8') })),
);
const bot = await loadShippedBot(dir);
const shipped = await loadShippedBot();

/** The text of the passage shown, or undefined if there is none. */
function find(text: string): string | undefined {
  const { outcome, parts } = bot.answer({ text });
  return outcome === 'passage' ? parts.flatMap(({ quotes }) => quotes.map((quote) => quote.text)).join(' ') : undefined;
}

const count = (texts: readonly string[], holds: (text: string) => boolean): string[] => texts.filter(holds);

describe('a passage of a document without facts', () => {
  it('is shown word for word, with its source and the closest topics', () => {
    const { outcome, parts, suggestions } = bot.answer({ text: 'How long is parental leave?' });
    const nearest = bot.explain({ text: 'How long is parental leave?' }).nearest;
    expect(outcome).toBe('passage');
    expect(parts).toEqual([
      {
        topic: 'passage',
        title: '',
        headline: '“Holidays and time off” says:',
        details: [],
        formulas: [],
        full: true,
        isQuotation: true,
        quotes: [
          {
            document: 'holidays',
            title: 'Holidays and time off',
            section: 'Family',
            text:
              'Parental leave is sixteen weeks on full pay for each parent, whoever gave birth. You can take it in one ' +
              'piece or in two blocks within the first year. Two days of leave are given for moving house, and five days ' +
              'after a death in the family.',
          },
        ],
      },
    ]);
    expect(suggestions.map(({ topic }) => topic)).toEqual(nearest.slice(0, suggestions.length));
    expect(suggestions.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'a list item on its own',
      'is there a book budget for former mentees',
      'A book budget of 150 pounds a year is open to former mentees.',
    ],
    [
      'a short paragraph is shown whole',
      'are dogs welcome on wednesdays',
      'Desks are not assigned; book one in the app called Perch by eight in the evening of the day before. Standing desks are on the third floor. Dogs are welcome on the second floor on Wednesdays.',
    ],
    [
      'a slip is mended towards words of the document',
      'must the hard disk be encripted',
      'The hard disk has to be encrypted.',
    ],
    ['a word of the heading helps', 'is training given to a mentor in listening', 'day of training in listening'],
    [
      'of several sentences the one that asks is read',
      'I started here on Monday. Are dogs welcome on Wednesdays?',
      'Dogs are welcome',
    ],
  ])('%s', (_, question, words) => {
    expect(find(question)).toContain(words);
  });

  it('is found for most questions that have one', () => {
    const missed = HELD.filter(({ question, words }) => !find(question)?.toLowerCase().includes(words.toLowerCase()));
    expect(HELD.length).toBeGreaterThanOrEqual(60);
    expect(missed.length / HELD.length, missed.map(({ question }) => question).join('\n')).toBeLessThanOrEqual(0.2);
  });

  it('is hardly ever shown for a question that only shares its words', () => {
    expect(NOT_HELD.length).toBeGreaterThanOrEqual(60);
    const shown = count(NOT_HELD, (text) => find(text) !== undefined);
    expect(shown.length / NOT_HELD.length, shown.join('\n')).toBeLessThanOrEqual(0.1);
  });
});

describe('no passage is shown', () => {
  it.each([
    ['words of two documents make no passage', 'is a mentor allowed at the whiteboard exercise in a sabbatical'],
    ['filling words find nothing', 'what about the other thing that you said before'],
    ['a technology beside another is a matter of topics', 'is docker better than git'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(find(text)).toBeUndefined();
  });

  it('if a topic answers', () => {
    expect(bot.answer({ text: 'what does a fresher earn in India?' }).outcome).toBe('answer');
  });

  it('from the shipped documents, for nearly all texts of the specification', () => {
    const shown = (text: string) => shipped.answer({ text }).outcome === 'passage';
    expect(
      count(
        OUT_OF_SCOPE.map(({ question }) => question),
        shown,
      ),
    ).toEqual([]);
    expect(count(ALL_TEXTS, shown).length).toBeLessThanOrEqual(3);
  });
});
