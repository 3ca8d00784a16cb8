// What is asked after a passage was shown: of the same section, of its document, about the answer itself, or of something else.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/conversation/context.js';
import { readContext } from '../../src/conversation/context.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const dir = mkdtempSync(join(tmpdir(), 'advisor-talk-'));
cpSync('test/specification/passages/documents', join(dir, 'documents'), { recursive: true });
const bot = await loadShippedBot(dir);

/** The last answer of a conversation; what is kept between questions goes through JSON, as it does in the store. */
function ask(...texts: readonly string[]) {
  let context: Context | undefined;
  const answers = texts.map((text) => {
    const answer = bot.answer({ text, ...(context && { context }) });
    context = readContext(JSON.parse(JSON.stringify(answer.context ?? null)));
    return answer;
  });
  const { outcome = '', parts = [], passages = [] } = answers.at(-1) ?? {};
  return {
    outcome,
    said: parts.map(({ headline }) => headline).join('\n'),
    quoted: parts.flatMap(({ quotes }) => quotes.map(({ section, text }) => `${section}: ${text}`)).join('\n'),
    closest: passages.map(({ section }) => section),
  };
}

describe('after a passage', () => {
  it.each([
    [
      'a sentence of the same section, by a word of its own',
      ['how much holiday do i get', 'and bank holidays?'],
      'Annual leave: You have twenty-six days a year, on top of bank holidays.',
    ],
    ['another section of the same document', ['when is the salary paid', 'and overtime?'], 'Overtime: Work beyond'],
    ['a time', ['how do i claim my expenses back', 'until when?'], 'by the end of the month'],
    ['a person', ['how do i claim my expenses back', 'who do I give it to?'], 'hand it to Miriam'],
    ['an amount', ['retirement scheme', 'how much?'], 'Pension: We pay five per cent'],
    ['a row of a table', ['what does a berth cost for a night', 'and for multihulls?'], 'Berth fees: '],
    ['the rest of its section', ['what does a berth cost for a night', 'more'], 'ultihull'],
  ])('a follow-up finds %s', (_, texts, words) => {
    const { outcome, quoted } = ask(...texts);
    expect(outcome).toBe('passage');
    expect(quoted).toContain(words);
  });

  it.each([
    ['where it is from', 'source?', 'It’s from “Fernhill Workshop: staff handbook” (undated).'],
    ['how sure it is', 'are you sure?', 'I’m sure that’s what the documents say.'],
    ['why, though no reason is given', 'why?', 'The documents don’t say why.'],
  ])('a question about it is answered: %s', (_, text, words) => {
    expect(ask('when is the salary paid', text).said).toContain(words);
  });

  it('what the passage does not say is not made up: the section is offered instead', () => {
    const { outcome, closest } = ask('when is the salary paid', 'where?');
    expect(outcome).toBe('clarify');
    expect(closest).toEqual(['Payday']);
  });

  it('a question of its own is answered by itself', () => {
    expect(ask('when is the salary paid', 'may i keep chickens on my plot').quoted).toContain('Hens: ');
    expect(ask('when is the salary paid', 'who are you?').outcome).toBe('about-bot');
    expect(ask('when is the salary paid', 'what is the capital of France').outcome).toBe('out-of-scope');
  });

  it('thanks get a short word back, and the conversation goes on where it was', () => {
    expect(ask('how do i claim my expenses back', 'thanks', 'until when?').quoted).toContain('by the end of the month');
  });
});
