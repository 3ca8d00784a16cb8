// Runs `check` on data without errors: it says what the data would do in use.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyData } from '../helpers/data-copy.js';
import { runInProcess } from '../helpers/run-command.js';

/** Runs the command of a project, of this one unless another is given. */
const run = (args: readonly string[], root = process.cwd()) =>
  spawnSync(process.execPath, [join(root, 'dist/src/commands/check.js'), ...args], { encoding: 'utf8' });

/** A copy of the project, so that accepted results stay there: without written answers, trained, and little specified. */
let root: string;
const file = (path: string): string => join(root, path);
const specify = (name: string, text: string): void => writeFileSync(file(`test/specification/${name}.txt`), text);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'advisor-project-'));
  for (const path of ['dist', 'data', 'package.json']) cpSync(path, file(path), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), file('node_modules'));
  for (const name of readdirSync(file('data/answers'))) rmSync(file(`data/answers/${name}`));
  mkdirSync(file('test/specification'), { recursive: true });
  specify('questions', '[responsibilities]\njob description\n\n[salary]\nwhat does a fresher earn in India\n');
  specify('out-of-scope', '[other professions]\nnurse salary\n');
  specify('about-the-bot', 'who are you\n');
  specify('dialogues', '[a place that follows]\nwhat does a fresher earn in India\n  = salary\n');
  spawnSync(process.execPath, [file('dist/src/commands/train.js')]);
});

const DAYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** A file in data/answers with these phrases before its own. */
const answer = (id: string, ...says: string[]): string =>
  `---
id: ${id}
title: About ${id}
says:
${[...says, ...DAYS.map((day) => `what are the ${id} like on day ${day}`)].map((said) => `  - ${said}`).join('\n')}
quotes:
  - document: career
    quote: Great Pay
---

Great pay.
`;

describe('on the shipped data', () => {
  const { status, stdout, stderr } = run([]);

  it('finds no error', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('finds that every phrase has one topic and that every written answer is reached by its phrases', () => {
    expect(stdout).not.toContain('Phrases in two topics');
    expect(stdout).not.toContain('don’t get their answer');
    expect(stdout).not.toContain('Specification questions that changed');
  });

  it('finds that headings and sentences find their section, or a topic that answers in its place, and warns of nothing', () => {
    expect(stdout).toMatch(/\nHeadings that find their section when asked as they are: 10 of 13; a topic answers 3 /);
    const [, found, all, topics] =
      /\nSentences that find their section .*: (\d+) of (\d+); a topic answers (\d) /.exec(stdout)?.map(Number) ?? [];
    expect([Number(found) + Number(topics), all]).toEqual([92, 92]);
    expect(stdout).not.toContain('don’t find their section');
    expect(stdout).not.toContain('Phrases of a written answer');
  });
});

/** More than half of what asks for an answer, so that the topics of code would have it all. */
const FEES = [
  'what does a fresher earn here',
  'which degree do i need',
  'what would a fresher earn in india this year',
  'is the degree really required of me',
  'what is the average pay for seniors in india',
  'what do experienced developers earn outside india',
  'does a backend developer need a degree at all',
  'how much do freshers earn outside india',
  'what does a senior backend developer earn',
];

const CHANGES = 'Specification questions that changed, compared with test/specification/understood.txt';

describe('after edits', () => {
  const lunch = `The canteen serves soup on Tuesdays.\n\n## And so on\n\n${'Ok.\n\n'.repeat(20)}`;
  const edits = {
    'answers/canteen.md': answer('canteen', 'Where can I apply?!', 'thank you', 'tell me more'),
    'answers/fees.md': answer('fees', ...FEES),
    'answers/far.md': answer('far', 'elixir or haskell first', 'jobs for freshers in lisbon'),
    'answers/briefing.md': answer(
      'briefing',
      ...['job description', 'the job description', 'a job description', 'job description please', 'job description?'],
    ),
    'documents/lunch.md': `---\nid: lunch\ntitle: Lunch\n---\n# Canteen\n\n${lunch}`,
  };
  let told: string;
  // One run for all of them, since every run trains.
  beforeAll(() => {
    for (const [path, text] of Object.entries(edits)) writeFileSync(file(`data/${path}`), text);
    const { status, stdout, stderr } = run(['--accept'], root);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    told = stdout;
  });
  afterAll(() => {
    for (const path of Object.keys(edits)) rmSync(file(`data/${path}`));
  });

  it('lists a phrase that two topics have, with both topics, however it’s written', () => {
    expect(told).toMatch(/Phrases in two topics: \d+\nRemove each from one of them.\n/);
    expect(told).toContain('  “where can i apply” jobs = “Where can I apply?!” canteen\n');
  });

  it('doesn’t confuse phrases about different places or technologies', () => {
    expect(told).not.toMatch(/ = .*(elixir|lisbon)/);
  });

  it('lists the questions that a new written answer takes from topics in code, with their confidence', () => {
    expect(told).toMatch(/Phrases of a written answer that a topic in code answers already: \d+\nIt’s/);
    expect(told).toMatch(/ {2}fees \(\d+ of 17\): “what does a fresher earn here” → salary (0\.[5-9]\d|1\.00)\n/);
    expect(told).toMatch(/ {2}fees \(\d+ of 17\): “which degree do i need” → degree (0\.[5-9]\d|1\.00)\n/);
  });

  it('lists a phrase that never gets its answer, with what it gets', () => {
    expect(told).toMatch(/Phrases that don’t get their answer: \d+\nWord them differently.\n/);
    expect(told).toContain('  canteen: “thank you” → small-talk\n');
    expect(told).toContain('  canteen: “tell me more” → no answer\n');
  });

  it('lists the sentences that find another section or nothing, with where they go, and no heading', () => {
    expect(told).toMatch(/Sentences that don’t find their section: 20\nIf another section is found, /);
    expect(told).toContain('  lunch, And so on: “Ok.” finds nothing\n');
    expect(told).not.toContain('Headings that don’t find');
  });

  it('lists no change that was accepted in the same run, and saves what each question counts as', () => {
    expect(told).not.toContain(CHANGES);
    expect(readFileSync(file('test/specification/understood.txt'), 'utf8')).toContain('\njob description ⇒ briefing\n');
  });

  it('cuts long lists', () => {
    expect(told).toMatch(/\n {2}… and \d+ more\n$/);
  });
});

describe('after edits that were accepted and undone', () => {
  beforeAll(() => {
    specify('understood', 'job description ⇒ briefing\n');
    specify('questions', '[responsibilities]\njob description\n\n[salary]\nis a degree required\n');
    specify('dialogues', '[a wrong expectation]\nwhat does a fresher earn in India\n  = degree\n');
  });

  it('lists until they’re accepted: questions whose answer changed, and what is specified otherwise', () => {
    const { stdout } = run([], root);
    expect(stdout).toContain(`${CHANGES}: 2\n`);
    expect(stdout).toContain('  “job description”: briefing → responsibilities\n');
    expect(stdout).toContain('  “is a degree required”: salary → degree\n');
    expect(stdout).toContain('  “what does a fresher earn in India”: degree → salary\n');
    expect(run(['--accept'], root).stdout).not.toContain(CHANGES);
    expect(readFileSync(file('test/specification/understood.txt'), 'utf8').match(/.* ⇒ .*/g)).toEqual([
      'is a degree required ⇒ degree',
    ]);
  });
});

describe('on the specification', () => {
  it('leaves it out in production, and says so', () => {
    rmSync(file('test'), { recursive: true });
    const word = 'test/specification isn’t installed here, so its questions weren’t checked.\n';
    expect(run(['--accept'], root)).toMatchObject({ status: 0, stdout: expect.stringContaining(word) });
  });

  it('ends with status 1 if a checkout lacks it, and says so', () => {
    rmSync(file('test'), { recursive: true, force: true });
    mkdirSync(file('src'));
    const { status, stdout } = run([], root);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringContaining('test/specification is missing, so its questions weren’t checked: restore it'),
    });
  });

  it('ends with status 1 if the given folder has errors, and prints only those', async () => {
    const dir = copyData([{ file: 'facts/work.yml', from: 'daysPerWeek: 5', to: 'daysPerWeek: 6' }]);
    for (const named of [[dir], ['--data', dir]]) {
      const { status, stdout, stderr } = await runInProcess('check', named);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^data\/facts\/work\.yml:\d+ \(hours-normal\) has 6 as “daysPerWeek”/);
    }
  });
});
