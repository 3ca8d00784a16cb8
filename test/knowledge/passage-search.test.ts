// Measures how well passages are found in six documents by different authors: paraphrases, and questions that are only close or far.
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findQuote } from '../../src/knowledge/documents.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

const FOLDER = 'test/specification/passages';

interface Asked {
  readonly question: string;
  /** "document: heading" of each section that answers. */
  readonly wanted: readonly string[];
}

/** The questions in a file, by the kind in the heading above them. */
function readQuestions(file: string): ReadonlyMap<string, readonly Asked[]> {
  const kinds = new Map<string, Asked[]>();
  let kind = '';
  for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, named] = /^\[(.+)\]$/.exec(line) ?? [];
    if (named !== undefined) {
      kind = named;
      continue;
    }
    const [question = '', wanted = ''] = line.split(' → ');
    kinds.set(kind, [
      ...(kinds.get(kind) ?? []),
      { question, wanted: wanted.split(' | ').filter((one) => one !== '') },
    ]);
  }
  return kinds;
}

const dir = mkdtempSync(join(tmpdir(), 'advisor-passages-'));
cpSync(join(FOLDER, 'documents'), join(dir, 'documents'), { recursive: true });
const bot = await loadShippedBot(dir);
const { documents } = knowledgeIn(dir);

/** Whether a question is answered, and whether what is shown or offered is right. */
function tryOut({ question, wanted }: Asked): { readonly isShown: boolean; readonly isRight: boolean } {
  const { outcome, parts, passages = [] } = bot.answer({ text: question });
  const isShown = outcome === 'passage';
  const seen = isShown ? parts.flatMap(({ quotes }) => quotes) : passages;
  return { isShown, isRight: seen.some(({ document, section }) => wanted.includes(`${document}: ${section}`)) };
}

const share = (list: readonly Asked[], holds: (tried: ReturnType<typeof tryOut>) => boolean): number =>
  list.filter((asked) => holds(tryOut(asked))).length / list.length;

describe.each(['questions.txt', 'questions-kept-back.txt'])('in %s', (file) => {
  const kinds = readQuestions(file);
  const of = (kind: string): readonly Asked[] => kinds.get(kind) ?? [];

  it('paraphrases are answered or offered from the right section', () => {
    expect(share(of('paraphrased'), ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.7);
  });

  it('so are questions that only the text of a section answers', () => {
    expect(share(of('in the body'), ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.8);
  });

  it('many of both are answered directly, and few of them wrongly', () => {
    const both = [...of('paraphrased'), ...of('in the body')];
    expect(both.length).toBeGreaterThan(30);
    expect(share(both, ({ isShown, isRight }) => isShown && isRight)).toBeGreaterThanOrEqual(0.4);
    expect(share(both, ({ isShown, isRight }) => isShown && !isRight)).toBeLessThanOrEqual(0.12);
  });

  it('few of the questions that are only close are answered', () => {
    expect(share(of('near'), ({ isShown }) => isShown)).toBeLessThanOrEqual(0.2);
  });
});

it('questions about something else are hardly ever answered', () => {
  const far = readQuestions('questions.txt').get('far') ?? [];
  expect(far.length).toBeGreaterThanOrEqual(50);
  expect(share(far, ({ isShown }) => isShown)).toBeLessThanOrEqual(0.02);
});

describe('a heading as a question', () => {
  const headings = documents.flatMap(({ id, sections }) =>
    sections
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ heading }) => ({ question: heading, wanted: [`${id}: ${heading}`] })),
  );

  it('brings up its section', () => {
    expect(headings.length).toBeGreaterThan(70);
    expect(share(headings, ({ isShown, isRight }) => isShown && isRight)).toBeGreaterThanOrEqual(0.97);
  });

  it('shows text from that section, word for word', () => {
    const shown = headings.flatMap(({ question }) =>
      bot.answer({ text: question }).parts.flatMap(({ quotes }) => quotes),
    );
    const astray = shown.filter(({ document, section, text }) => {
      const source = documents.find(({ id }) => id === document);
      return source === undefined || findQuote(source, section, text) === undefined;
    });
    expect(shown.length).toBeGreaterThanOrEqual(headings.length);
    expect(astray).toEqual([]);
  });

  it('without text of its own leads to the sections below it', () => {
    const { outcome, passages } = bot.answer({ text: 'Time off' });
    expect(outcome).toBe('clarify');
    expect(passages?.map(({ section }) => section)).toEqual(['Annual leave', 'When you are unwell', 'Having a child']);
  });
});

describe('what is shown of a section', () => {
  it.each([
    ['a list with the line that leads to it', 'how can I contribute', 'Translate it on Weblate'],
    [
      'the row of a table that is meant',
      'what time is the ferry to Great Stack',
      'To: Great Stack; Leaves: 9:00, 15:30',
    ],
    ['one to three sentences of a long text', 'why put wool under the roof', 'sheet of wool under the roof'],
    ['code with the line above it', 'how do I install it with a container', 'podman run'],
  ])('is %s', (_, question, words) => {
    const text = bot
      .answer({ text: question })
      .parts.flatMap(({ quotes }) => quotes.map((quote) => quote.text))
      .join('\n');
    expect(text).toContain(words);
    expect(text.length).toBeLessThan(700);
  });
});
