// Answers from a folder with documents only: a bot for any subject, here for old texts in the public domain.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectTexts } from '../../local-slack/emulator/rules/message-rules.js';
import { viewFaults } from '../../local-slack/emulator/rules/view-rules.js';
import { homeView } from '../../src/slack/surfaces/home.js';
import { runCheck } from '../helpers/data-copy.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

const dir = mkdtempSync(join(tmpdir(), 'advisor-documents-'));
cpSync('test/fixtures/old-texts', join(dir, 'documents'), { recursive: true });
const bot = await loadShippedBot(dir);
const answerTo = (text: string) => bot.answer({ text });
const shownFor = (text: string) =>
  answerTo(text).parts.flatMap(({ quotes }) => quotes.map((quote) => `${quote.section}: ${quote.text}`));

describe('with documents alone', () => {
  it.each([
    ['why did the fox say the grapes were sour', 'The fox and the grapes', 'could not reach them'],
    ['how did the crow get the water', 'The crow and the pitcher', 'collected as many stones'],
    ['what happened to the dog on the bridge', 'The dog and the shadow', 'He thus lost both'],
    ['what did the grasshopper do in the summer', 'The ants and the grasshopper', 'passed the days in singing'],
    ['freedom of speech', 'Amendment I', 'abridging the freedom of speech'],
    ['can soldiers be quartered in my house', 'Amendment III', 'without the consent of the Owner'],
    ['are cruel punishments allowed', 'Amendment VIII', 'cruel and unusual punishments'],
    ['are all men created equal', 'Abraham Lincoln, 19 November 1863', 'all men are created equal'],
  ])('answers “%s” from the text', (question, section, words) => {
    expect(answerTo(question).outcome).toBe('passage');
    expect(shownFor(question).join('\n')).toContain(`${section}: `);
    expect(shownFor(question).join('\n')).toContain(words);
  });

  it('finds the section of every heading', () => {
    const headings = knowledgeIn(dir).documents.flatMap(({ id, sections }) =>
      sections.filter(({ blocks }) => blocks.length > 0).map(({ heading }) => ({ id, heading })),
    );
    const missed = headings.filter(
      ({ id, heading }) =>
        !answerTo(heading).parts.some(({ quotes }) =>
          quotes.some(({ document, section }) => document === id && section === heading),
        ),
    );
    expect(headings.length).toBeGreaterThan(8);
    expect(missed).toEqual([]);
  });

  it.each([
    'how do I reset my password',
    'what is the price of a train ticket to Leeds',
    'what does a fresher earn in India?',
    'do I need to know Python?',
  ])('refuses “%s” and mentions no other subject', (question) => {
    const { outcome, parts } = answerTo(question);
    expect(['out-of-scope', 'clarify']).toContain(outcome);
    expect(parts.flatMap(({ headline, details }) => [headline, ...details]).join('\n')).not.toMatch(/back-end|career/);
  });

  it('lists the documents with their headings in help', () => {
    const { outcome, parts } = answerTo('help');
    expect(outcome).toBe('about-bot');
    const told = parts.flatMap(({ headline, details }) => [headline, ...details]).join('\n');
    expect(told).toContain("Aesop's fables: “The fox and the grapes”");
    expect(told).toContain('Amendments: “Amendment I”');
    expect(told).not.toMatch(/back-end|career/);
  });

  it('lists them on the Home tab, with headings to try', () => {
    const view = homeView({ ...bot, keepsTexts: true });
    const texts = collectTexts(view.blocks).join('\n');
    expect(viewFaults({ ...view })).toEqual([]);
    expect(texts).toContain('Ask a question');
    expect(texts).toContain('Amendment I');
    expect(texts).toContain('THE GETTYSBURG ADDRESS');
  });

  it('passes the check as it is', () => {
    const { status, stdout, stderr } = runCheck(dir);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('3 documents');
  });
});
