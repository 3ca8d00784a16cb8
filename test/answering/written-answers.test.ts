// Checks that a Markdown file in data/answers is a topic like any other, and that its errors are reported like all others.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles, copyData, type Edit, findLine } from '../helpers/data-copy.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

/** A whole file, on a subject that no topic in code covers. */
const DOCUMENT: Edit = {
  file: 'documents/lunch.md',
  to: '---\nid: lunch\ntitle: The canteen\n---\n# The canteen\n\nThe canteen opens at 11. Soup costs 3 pounds.\n\n## Terrace\n\nThe canteen opens at 11. You may sit outside.\n',
};
const ANSWER = `---
id: canteen
title: The canteen
says:
  - when does the canteen open
  - where can i eat soup
  - what does the canteen cost
  - opening hours of the canteen
  - is there lunch in the house
  - backend developer working hours
  - can i have lunch here
  - does the canteen serve soup today
quotes:
  - document: lunch
    quote: Soup costs 3 pounds.
  - document: lunch
    section: Terrace
    quote: The canteen opens at 11.
related: [salary]
---

The canteen opens at 11,
and soup is 3 pounds.

- You may sit outside.
  That is all.
1. Bring coins.

Another paragraph.
`;
const FILE = 'answers/canteen.md';
const add = (from?: string, to = ''): Edit[] => [
  DOCUMENT,
  { file: FILE, to: from === undefined ? ANSWER : ANSWER.replace(from, to) },
];

const bot = await loadShippedBot(copyData(add()));
const shipped = await loadShippedBot();

describe('a written answer', () => {
  it('wins a phrase that a topic in code has as well', () => {
    const topicOf = ({ answer }: typeof bot) => answer({ text: 'backend developer working hours' }).parts[0]?.topic;
    expect(topicOf(shipped)).toBe('work-hours');
    expect(topicOf(bot)).toBe('canteen');
  });

  it('passes the check and is counted', () => {
    const { status, stdout, stderr } = checkFiles(copyData(add()));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/3 documents, \d+ facts, 2 answers without code: all good/);
  });

  it.each([
    ['in the words of the file', 'When does the canteen open?'],
    ['in other words', 'do they have soup in the canteen'],
    ['with slips', 'wen does teh canten open'],
    ['with a place and a level, which change nothing', 'when does the canteen open for freshers in Pune'],
  ])('is given for %s', (_, text) => {
    const { outcome, parts, suggestions } = bot.answer({ text });
    expect(outcome).toBe('answer');
    expect(parts).toEqual([
      {
        topic: 'canteen',
        title: 'The canteen',
        headline: 'The canteen opens at 11, and soup is 3 pounds.',
        details: ['You may sit outside. That is all.', 'Bring coins.', 'Another paragraph.'],
        formulas: [],
        full: true,
        quotes: [
          { document: 'lunch', title: 'The canteen', section: 'The canteen', text: 'Soup costs 3 pounds.' },
          { document: 'lunch', title: 'The canteen', section: 'Terrace', text: 'The canteen opens at 11.' },
        ],
      },
    ]);
    expect(suggestions).toEqual([{ topic: 'salary', title: 'Salary' }]);
  });

  it('is given for its button', () => {
    const { parts } = bot.answer({ topic: 'canteen' });
    expect(parts.map(({ topic }) => topic)).toEqual(['canteen']);
  });

  it('is in the list of topics, with its first phrase if it has no example', () => {
    expect(bot.topics.at(-2)).toEqual({
      topic: 'canteen',
      title: 'The canteen',
      example: 'When does the canteen open?',
    });
    expect(bot.answer({ text: 'help' }).parts[0]?.details).toContain('“When does the canteen open?”');
  });

  it('shows that phrase as people would write it', () => {
    const first = add('  - when does', '  - can i have a soup\n  - when does');
    const [answer] = knowledgeIn(copyData(first)).answers;
    expect(answer?.example).toBe('Can I have a soup?');
  });

  it('is one of two in an answer to two questions', () => {
    const { parts } = bot.answer({ text: 'When does the canteen open? And what does a fresher earn in India?' });
    expect(parts.map(({ topic }) => topic)).toEqual(['canteen', 'salary']);
  });

  it('takes no question from the topics in code', () => {
    for (const { topic, example } of shipped.topics)
      expect(bot.answer({ text: example }).parts.map((part) => part.topic)).toEqual([topic]);
  });

  it('isn’t required: the folder may be empty or missing', () => {
    const dir = copyData([]);
    rmSync(join(dir, 'answers'), { recursive: true });
    const stdout = expect.stringContaining('facts, 0 answers without code: all good');
    expect(checkFiles(dir)).toEqual(expect.objectContaining({ status: 0, stderr: '', stdout }));
  });
});

describe('the shipped written answer', () => {
  it('says what else there is to read', () => {
    const { parts } = shipped.answer({ text: 'What should I read next?' });
    expect(parts.map(({ topic }) => topic)).toEqual(['reading-on']);
    expect(parts[0]?.quotes.map(({ text }) => text).join()).toContain('Back-End Developer Roadmap 2022');
  });
});

describe('a file with one error is refused', () => {
  it.each<[string, string, string, string | undefined, string]>([
    [
      'another id than its file',
      'id: canteen',
      'id: cantine',
      'id: cantine',
      'has an id that differs from the file name: write “id: canteen” or rename the file to cantine.md',
    ],
    [
      'an id with capitals',
      'id: canteen',
      'id: Canteen',
      'id: Canteen',
      'has "Canteen" as “id”: it must be lower-case words joined by hyphens',
    ],
    ['no title', 'title: The canteen\n', '', 'id: canteen', 'is missing “title”: add the line “title: …”'],
    [
      'a title too long for a button',
      'title: The canteen',
      `title: ${'The canteen '.repeat(7)}`,
      'title: The',
      'it must have 75 characters at most: it is a button',
    ],
    [
      'the title of a topic in code',
      'title: The canteen',
      'title: salary',
      'title: salary',
      'has the title of the topic salary: give it a different one',
    ],
    [
      'no phrases',
      /says:\n(.*\n)+quotes/.exec(ANSWER)?.[0] ?? '',
      'quotes',
      'id: canteen',
      'is missing “says”: add the line “says: …”',
    ],
    [
      'too few phrases',
      '  - can i have lunch here\n',
      '',
      '- when does',
      'lists 7 phrases under “says”: write 8 or more different ones, in the words people use',
    ],
    [
      'the same phrase twice',
      'can i have lunch here',
      'When does the canteen open?!',
      '- when does',
      'lists 7 phrases',
    ],
    [
      'an unknown document',
      'document: lunch\n    section',
      'document: lunhc\n    section',
      'lunhc',
      'names the document “lunhc”, which doesn’t exist: use one of: career, job-description, lunch',
    ],
    [
      'an unknown section',
      'section: Terrace',
      'section: Garden',
      'section: Garden',
      'names the section “Garden”, which lunch doesn’t have: the quote is in “The canteen”: write that',
    ],
    [
      'a quote with a word changed',
      'quote: Soup costs',
      'quote: A soup costs',
      'quote: A soup',
      'has a quote that isn’t word for word in lunch: copy it exactly; the closest sentence is “Soup costs 3 pounds.”',
    ],
    [
      'a quote of another document',
      'quote: Soup costs 3 pounds.',
      'quote: Great Pay',
      'quote: Great',
      'it’s in “Pros and Cons” of career: use that document and section',
    ],
    [
      'a quote that’s in two sections, neither of them named',
      '    section: Terrace\n',
      '',
      'quote: The canteen opens',
      'has a quote that is both in “The canteen” and in “Terrace”: add the right one as “section: …”',
    ],
    [
      'no quotes',
      /quotes:\n(.*\n)+related/.exec(ANSWER)?.[0] ?? '',
      'quotes: []\nrelated',
      'quotes: []',
      'it must have one entry or more',
    ],
    [
      'a figure that no quote holds',
      'Another paragraph.',
      'Open for 45 minutes.',
      'Open for 45',
      'says 45, but none of its quotes does: remove the number or quote a sentence that has it',
    ],
    [
      'a related topic that is not there',
      '[salary]',
      '[salary, soup]',
      'related: [',
      'names the topic “soup”, which doesn’t exist: name one of: salary, skills,',
    ],
    ['itself as related', '[salary]', '[canteen]', 'related: [', 'names itself as related'],
    [
      'an unknown key',
      'related:',
      'topics:',
      'topics:',
      'has the unknown key “topics”: remove it or use one of id, title, example, says, quotes, related',
    ],
    [
      'no text',
      ANSWER.slice(ANSWER.indexOf('The canteen opens at 11,')),
      '',
      undefined,
      'has no text: write the answer below the second “---”',
    ],
    ['a heading in the text', 'Another paragraph.', '# More', '# More', 'has the heading “More”: remove it'],
    [
      'a list and nothing above it',
      'The canteen opens at 11,\nand soup is 3 pounds.\n',
      '',
      '- You may',
      'begins with a list: put a paragraph above it that answers in a sentence',
    ],
    ['no front matter', ANSWER, 'The canteen opens at 11.\n', 'The canteen', 'has no front matter: begin the file'],
  ])('%s', (_, from, to, marker, text) => {
    expect(ANSWER).toContain(from);
    const dir = copyData(add(from, to));
    const { status, stdout, stderr } = checkFiles(dir);
    expect(stderr).toContain(text);
    expect(stderr).toContain(`data/${FILE}${marker === undefined ? '' : `:${findLine(dir, FILE, marker)}`}`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('an id that a topic in code has', () => {
    const dir = copyData([
      DOCUMENT,
      { file: 'answers/salary.md', to: ANSWER.replace('id: canteen', 'id: salary').replace('[salary]', '[skills]') },
    ]);
    expect(checkFiles(dir).stderr).toBe(
      'data/answers/salary.md:2 (salary) has the id “salary”, which a topic in code already has: give the file and its id a different name\n',
    );
  });

  it('all errors are listed at once, with those in other data', () => {
    const bad = ANSWER.replace('id: canteen', 'id: Canteen')
      .replace('Soup costs', 'Soups cost')
      .replace('Another', '77');
    const dir = copyData([
      DOCUMENT,
      { file: FILE, to: bad },
      { file: 'facts/work.yml', from: 'daysPerWeek: 5', to: 'daysPerWeek: 6' },
    ]);
    const { status, stderr } = checkFiles(dir);
    expect(status).toBe(1);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.replace(/ .*/, '')),
    ).toEqual([
      'data/answers/canteen.md:2',
      `data/answers/canteen.md:${findLine(dir, FILE, 'quote: Soups')}`,
      `data/answers/canteen.md:${findLine(dir, FILE, '77 paragraph')}`,
      `data/facts/work.yml:${findLine(dir, 'facts/work.yml', 'daysPerWeek')}`,
    ]);
  });
});
