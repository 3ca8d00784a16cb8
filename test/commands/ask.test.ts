// Runs `ask`: what it prints for people and for scripts, and how it ends.
import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { answeredTopics, listPoints, OUTCOMES } from '../../src/answering/answer.js';
import { writeAnswer } from '../../src/commands/ask-output.js';
import type { Context } from '../../src/conversation/context.js';
import { fileOf, type Ran, runAsProcess, runInProcess } from '../helpers/run-command.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { ALL_TEXTS, TOPICS } from '../helpers/specification.js';

const bot = await loadShippedBot();

const ask = (args: readonly string[], input = ''): Promise<Ran> => runInProcess('ask', args, { input });

/** The records of a run with `--json`; every line must be one. */
async function askJson(lines: readonly string[], end = '\n'): Promise<Record<string, unknown>[]> {
  const { status, stdout, stderr } = await ask(['--json'], lines.map((line) => line + end).join(''));
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readRecords(stdout);
}

const readRecords = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const withoutTime = ({ ms, ...rest }: Record<string, unknown>) => rest;

describe('a question on the command line', () => {
  it('is answered as plain text, in a process of its own too', async () => {
    const text = 'what does a fresher earn in India?';
    expect(await runAsProcess('ask', [text])).toEqual(await ask([text]));
    const { status, stdout, stderr } = await ask([text]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${writeAnswer(bot.answer({ text }))}\n`);
    expect(stdout.split('\n')[0]).toContain('5 LPA');
    expect(stdout).toContain('“For Freshers 5 LPA $80,451”');
  });

  it('can be several words without quotes', async () => {
    expect(await ask(['do', 'I', 'need', 'a', 'degree'])).toEqual(await ask(['do I need a degree']));
  });

  it('has no colours or control characters in its answer', async () => {
    const controls = [...(await ask(['backend salary'])).stdout].filter((sign) => sign < ' ' && sign !== '\n');
    expect(controls).toEqual([]);
  });

  it.each([
    ['a question about a different career', 'nurse salary'],
    ['a question about the bot', 'who are you'],
    ['only punctuation', '?!'],
    ['a question with quotation marks', 'what does "backend" mean'],
  ])('can be %s', async (_, text) => {
    expect(await ask([text])).toEqual({ status: 0, stdout: `${writeAnswer(bot.answer({ text }))}\n`, stderr: '' });
  });
});

describe('--explain', () => {
  const text = 'what does a fresher earn in Indai?';

  it.each([[['--explain', text]], [[text, '--explain']]])(
    'prints the answer and then the explanation: %j',
    async (args) => {
      const { status, stdout, stderr } = await ask(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const answer = writeAnswer(bot.answer({ text }));
      expect(stdout.startsWith(`${answer}\n`)).toBe(true);
      const reasons = stdout.slice(answer.length);
      expect(reasons).toContain('salary');
      expect(reasons).toContain('fresher');
      expect(reasons).toMatch(/0\.\d\d/);
    },
  );

  it('explains a refusal too', async () => {
    const { status, stdout } = await ask(['--explain', 'nurse salary']);
    expect(status).toBe(0);
    expect(stdout).toContain('out-of-scope');
  });
});

describe('--json', () => {
  const KEYS = ['question', 'outcome', 'topics', 'headline', 'details', 'quotes', 'suggestions', 'text', 'ms'];

  // One run for all that needs many lines: hundreds, so that each text comes more than once.
  const texts = ALL_TEXTS.filter((_, index) => index % 2 === 0);
  const lines = Array.from({ length: 2.5 * texts.length }, (_, index) => texts[index % texts.length] ?? '');
  let records: Record<string, unknown>[];
  beforeAll(async () => {
    records = await askJson(lines);
  });

  it('writes one object for each of many lines, in order, with these keys', () => {
    expect(lines.length).toBeGreaterThan(800);
    expect(records.map(({ question }) => question)).toEqual(lines);
    for (const record of records) expect(Object.keys(record)).toEqual(KEYS);
  });

  it('has the bot’s answer in each object', () => {
    for (const record of records.slice(0, texts.length)) {
      const question = String(record.question);
      const { outcome, parts, suggestions } = bot.answer({ text: question });
      const [main] = parts;
      expect(record).toMatchObject({
        outcome,
        topics: answeredTopics({ outcome, parts }),
        headline: main?.headline,
        suggestions: suggestions.map(({ topic }) => topic),
        text: writeAnswer({ outcome, parts, suggestions }),
      });
      const said = parts.flatMap((part) => [part.headline, ...listPoints(part), ...part.formulas]);
      expect([record.headline, ...(record.details as string[])]).toEqual(said);
    }
  });

  it('has values of the types that scripts rely on', () => {
    const known = new Set<unknown>(TOPICS);
    for (const { outcome, topics, headline, details, quotes, suggestions, text, ms } of records) {
      expect(OUTCOMES).toContain(outcome);
      expect([typeof headline, typeof text, typeof ms]).toEqual(['string', 'string', 'number']);
      expect(ms).toBeGreaterThanOrEqual(0);
      expect([...(topics as unknown[]), ...(suggestions as unknown[])].filter((id) => !known.has(id))).toEqual([]);
      expect((details as unknown[]).filter((line) => typeof line !== 'string')).toEqual([]);
      for (const quote of quotes as object[]) expect(Object.keys(quote)).toEqual(['document', 'section', 'text']);
    }
  });

  it('answers each of many lines independently', () => {
    const firsts = new Map(records.slice(0, texts.length).map((record) => [record.question, record]));
    for (const record of records) expect(withoutTime(record)).toEqual(withoutTime(firsts.get(record.question) ?? {}));
  });

  it('answers an empty line too, so that lines and objects match up', async () => {
    const records = await askJson(['', 'do I need a degree?', '   ', '']);
    expect(records.map(({ question }) => question)).toEqual(['', 'do I need a degree?', '   ', '']);
    expect(records[0]?.outcome).toBe('about-bot');
  });

  it('accepts Windows line ends', async () => {
    expect((await askJson(['do I need a degree?', 'salary'], '\r\n')).map(({ question }) => question)).toEqual([
      'do I need a degree?',
      'salary',
    ]);
  });

  it('accepts a last line without a line end', async () => {
    expect(readRecords((await ask(['--json'], 'salary\ndegree')).stdout).map(({ question }) => question)).toEqual([
      'salary',
      'degree',
    ]);
  });

  it('writes nothing for no input', async () => {
    expect(await ask(['--json'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('accepts odd lines: quotes, backslashes, other scripts, 40,000 characters', async () => {
    const lines = ['say "salary" \\ now', 'बैकएंड वेतन', '😀', '{"question":"x"}', 'salary '.repeat(5714), '--explain'];
    expect((await askJson(lines)).map(({ question }) => question)).toEqual(lines);
  });

  it('answers a question from the command line as one object', async () => {
    const records = readRecords((await ask(['--json', 'do I need a degree?'])).stdout);
    expect(records.map(withoutTime)).toEqual((await askJson(['do I need a degree?'])).map(withoutTime));
  });

  it('ends silently when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [fileOf('ask'), '--json'], { stdio: 'pipe' });
    const ended = new Promise<{ code: number | null; signal: string | null; stderr: string }>((done) => {
      let stderr = '';
      child.stderr.on('data', (data: Buffer) => {
        stderr += data.toString();
      });
      child.on('close', (code, signal) => done({ code, signal, stderr }));
    });
    // The pipe may close while there is still output.
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('backend salary\n'.repeat(20_000));
    expect(await ended).toEqual({ code: 0, signal: null, stderr: '' });
  });
});

/** What a conversation prints: one text for each answered line. */
function answerTalk(lines: readonly string[]): string[] {
  let context: Context | undefined;
  return lines.map((text) => {
    const answer = bot.answer({ text, ...(context && { context }) });
    context = answer.context;
    return writeAnswer(answer);
  });
}

describe('without a question, a conversation', () => {
  const lines = ['what does a fresher earn in India?', 'and outside India?', 'why?', 'thanks'];

  it('builds each answer on the line before, read from the standard input of a process', async () => {
    const { status, stdout, stderr } = await runAsProcess('ask', [], { input: `${lines.join('\n')}\n` });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(`${answerTalk(lines).join('\n\n')}\n`);
    expect(stdout).toContain('$80,451');
  });

  it('ignores an empty line', async () => {
    expect(await ask([], `${lines.join('\n\n')}\n`)).toEqual(await ask([], `${lines.join('\n')}\n`));
  });

  it.each(['exit', 'quit', 'bye', 'Bye!', 'goodbye'])('ends at “%s”', async (word) => {
    const { status, stdout } = await ask([], `salary\n${word}\nwhat does a fresher earn in India?\n`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${answerTalk(['salary']).join()}\n` });
  });

  it('can end before it begins', async () => {
    expect(await ask([])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('shows what was carried over, with --explain', async () => {
    const { status, stdout } = await ask(['--explain'], `${lines.join('\n')}\n`);
    expect(status).toBe(0);
    expect(stdout).toContain('read as a follow-up on: salary');
    expect(stdout).toContain('answered with: fresher, outside india (outside-india)');
    expect(stdout).toContain('question about the previous answer: why');
    expect(stdout).toContain('read as a courtesy: thanks');
  });
});

describe('--json --dialogue', () => {
  const conversation = ['what does a fresher earn in India?', 'and outside India?', 'source?'];

  it('takes consecutive lines as one conversation', async () => {
    const records = readRecords((await ask(['--json', '--dialogue'], `${conversation.join('\n')}\n`)).stdout);
    expect(records.map(({ question, text }) => [question, text])).toEqual(
      answerTalk(conversation).map((text, index) => [conversation[index], text]),
    );
    expect(records.map(({ topics }) => topics)).toEqual([['salary'], ['salary'], ['salary']]);
  });

  it('starts a new one at an empty line, which gets no object', async () => {
    const input = `\n${conversation.join('\n')}\n\n  \n${conversation[1]}\nwhy?`;
    const records = readRecords((await ask(['--json', '--dialogue'], input)).stdout);
    expect(records.map(({ question }) => question)).toEqual([...conversation, conversation[1], 'why?']);
    expect(records.map(({ outcome }) => outcome)).toEqual(['answer', 'answer', 'answer', 'clarify', 'clarify']);
  });

  it('is needed for that: --json alone answers every line by itself', async () => {
    expect((await askJson(conversation)).map(({ outcome }) => outcome)).toEqual(['answer', 'clarify', 'about-bot']);
  });
});

describe('an error is printed to standard error, with status 2', () => {
  it.each([
    ['an empty question', [''], 'Usage:'],
    ['--dialogue for people, who always have one', ['--dialogue'], 'Usage:'],
    ['--dialogue with a single question', ['--json', '--dialogue', 'salary'], 'Usage:'],
    ['an unknown flag', ['--jsno', 'salary'], '--jsno'],
    ['an unknown flag, after the question', ['salary', '--verbose'], '--verbose'],
  ])('%s', async (_, args, word) => {
    const { status, stdout, stderr } = await ask(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr).toContain('npm run ask');
  });
});
