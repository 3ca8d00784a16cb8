// Checks the shipped data: no errors, complete, and each fact backed by words of its document.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/knowledge/documents.js';
import { checkFiles, SHIPPED } from '../helpers/data-copy.js';
import { knowledgeIn } from '../helpers/shipped-bot.js';

const { documents, facts, answers } = knowledgeIn(SHIPPED);
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the shipped data', () => {
  it('passes `npm run check`', () => {
    const { status, stdout, stderr } = checkFiles(SHIPPED);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(
      `${documents.length} documents, ${facts.all.length} facts, ${answers.length} answer without code: all good\n`,
    );
  });

  it('says when the job description was last updated, and that the other document is undated', () => {
    expect(documents.map(({ id, title, updated }) => [id, title, updated])).toEqual([
      ['career', 'Career as a Back End Developer', undefined],
      ['job-description', 'BackEnd Developer Job Description', '02 Feb, 2023'],
    ]);
  });

  it.each(facts.all.map((fact) => [fact.id, fact] as const))('backs %s with words in its file', (_, fact) => {
    const file = readFileSync(join(SHIPPED, 'documents', `${fact.document}.md`), 'utf8');
    expect(fold(file)).toContain(fold(fact.quote));
  });

  it('quotes every sentence of the documents that says something', () => {
    const silent = [
      'A website can consist of',
      'A back-end developer should have:',
      '< Cons',
      'This article is purely for those who want to become a backend developer.',
      'You’ll get all the technical details from the basics required to become one.',
      'Now with all details, let’s start and dig deep into each section.',
      'Also, go through these roles and responsibilities you have to perform once a backend developer:',
      'Average Salary In India Outside India',
    ];
    const unquoted = documents.flatMap(({ id, sections }) =>
      sections.flatMap(({ text }) =>
        text
          .split(/\n+|(?<=[.?!])\s+/)
          .map((sentence) => fold(sentence.replace(/^- /, '')))
          .filter((sentence) => {
            return !facts.all.some((fact) => {
              const quote = fold(fact.quote);
              return fact.document === id && (quote.includes(sentence) || sentence.includes(quote));
            });
          }),
      ),
    );
    expect(unquoted.sort()).toEqual(silent.sort());
  });

  it('has pay with its unit, by level and place', () => {
    const figures = facts.of('salary').map(({ level, place, amount, unit }) => `${level} ${place} ${amount} ${unit}`);
    expect(figures).toEqual([
      'fresher india 5 LPA',
      'fresher outside-india 80451 USD',
      'experienced india 19 LPA',
      'experienced outside-india 135586 USD',
      'all india 316204 INR',
    ]);
  });

  it('has both sides on the degree', () => {
    const stances = facts.of('degree').map(({ document, stance }) => `${document} ${stance}`);
    expect(stances).toContain('job-description not-required');
    expect(stances).toContain('career required');
  });

  it('has the steps in order, and phrases that ask for every fact', () => {
    expect(facts.of('step').map(({ order }) => order)).toEqual([1, 2, 3, 4, 5]);
    expect(facts.all.filter(({ about }) => about.length < 4).map(({ id }) => id)).toEqual([]);
  });
});

describe('a quote', () => {
  const career = documents.find(({ id }) => id === 'career');
  if (!career) throw new Error('The document “career” is gone.');

  it.each([
    ['to the letter', 'Pros and Cons', 'Great Pay', true],
    ['with other white space', 'Pros and Cons', ' Great\n  Pay ', true],
    ['with a capital changed', 'Pros and Cons', 'Great pay', false],
    ['that ends inside a word', 'Pros and Cons', 'Great Pa', false],
    ['that begins inside a word', 'Pros and Cons', 'reat Pay', false],
    ['of another section', 'Work Hours', 'Great Pay', false],
    ['of a section that is not there', 'Nowhere', 'Great Pay', false],
    ['of nothing', 'Pros and Cons', ' ', false],
    ['of a heading with a colon, named without', 'Top Courses', 'BCA, MCA', true],
    ['of a heading with a colon, named with it', 'Top Courses:', 'BCA, MCA', true],
  ])('%s in %s: “%s” is there: %s', (_, section, quote, stands) => {
    expect(findQuote(career, section, quote) !== undefined).toBe(stands);
  });
});
