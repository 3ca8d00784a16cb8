// Checks that the bot never says “The documents don't mention …” about a name or subject that a sentence of a document has.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyData } from '../helpers/data-copy.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const read = (name: string) => parse(readFileSync(`data/language/${name}.yml`, 'utf8'));
const technologies: { names: unknown[][]; words: unknown[][] } = read('technologies');
const NAMES = [...technologies.names.map(([name]) => String(name)), ...technologies.words.flat().map(String)];
const SUBJECTS: readonly { name: string; words: readonly unknown[] }[] = read('missing');
/** As a document writes them. */
const PLACES = ['Canada', 'Berlin', 'the US', 'America', 'the UK', 'Dubai', 'Bangalore', 'Bengaluru', 'Europe'];

const section = (heading: string, text: string): string => `## ${heading}\n\n${text}\n`;
const document = [
  '# Working with us',
  ...NAMES.map((name, index) => section(`Note ${index}`, `Your team needs ${name} from the first week.`)),
  ...PLACES.map((name, index) => section(`Team ${index}`, `We have a team in ${name} that is open to newcomers.`)),
  ...SUBJECTS.map(({ name }, index) => section(`Point ${index}`, `There is a rule about ${name}.`)),
].join('\n\n');

const bot = await loadShippedBot(copyData([{ file: 'documents/us.md', to: document }]));

function isDenied(text: string): boolean {
  const { outcome, parts } = bot.answer({ text });
  const told = parts.flatMap(({ headline, details }) => [headline, ...details]).join('\n');
  return outcome === 'not-in-documents' || /documents don’t (?:mention|name)/.test(told);
}

describe('no answer denies what a sentence of a document mentions', () => {
  it('for all technologies, asked in ten ways', () => {
    const asked = NAMES.flatMap((name) => [
      `do I need ${name}?`,
      `is ${name} required`,
      name,
      `what about ${name}`,
      `should I learn ${name}`,
      `do the documents mention ${name}`,
      `how important is ${name} for a backend developer`,
      `is ${name} used`,
      `tell me about ${name}`,
      `can I become a backend developer without ${name}?`,
    ]);
    expect(asked.length).toBeGreaterThan(1000);
    expect(asked.filter(isDenied)).toEqual([]);
  });

  it('for places, by whichever of their names', () => {
    const asked = PLACES.flatMap((name) => [
      `are there jobs in ${name}?`,
      `is back end in demand in ${name}`,
      `do I need a degree in ${name}?`,
      `which skills are asked for in ${name}`,
      `can I work in ${name} as a backend developer`,
    ]);
    expect(asked.filter(isDenied)).toEqual([]);
  });

  it('for all subjects that may be missing, asked in ten ways', () => {
    const asked = SUBJECTS.flatMap(({ name, words }) => {
      const phrases = [name, ...words.map(String).filter((word) => !/\b0\b/.test(word))].slice(0, 4);
      return phrases
        .flatMap((phrase) => [
          `what about ${phrase}?`,
          `is there ${phrase} as a backend developer`,
          `do backend developers get ${phrase}`,
        ])
        .slice(0, 10);
    });
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter(isDenied)).toEqual([]);
  });

  it('a technology that no fact names is answered with the sentence that does', () => {
    const { outcome, parts } = bot.answer({ text: 'do I need Docker?' });
    expect(outcome).toBe('passage');
    expect(parts[0]?.quotes[0]?.text).toContain('Your team needs Docker from the first week.');
  });
});
