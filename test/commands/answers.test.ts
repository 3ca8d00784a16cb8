// The command that writes mentors' answers as files, and brings files into the store.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyData } from '../helpers/data-copy.js';
import { freshFile, freshStore } from '../helpers/fresh-store.js';
import { type Ran, runInProcess } from '../helpers/run-command.js';
import { knowledgeIn } from '../helpers/shipped-bot.js';

const DRAFT = {
  workspace: 'T00ONE',
  id: 'where-do-helmets-go',
  after: 0,
  person: 'U1',
  questions: ['Where do helmets go?', 'who has: a padlock'],
  text: 'Into the *lockers*.\n\n- Bring a padlock.\n- Read [the rules](https://example.com/rules).',
  source: { kind: 'section', document: 'career', title: 'Career as a Back End Developer', section: 'Work Hours' },
  author: 'Ana “Lima”',
  writtenAt: Date.parse('2026-11-29T10:00:00Z'),
} as const;
const FILE = `---
id: where-do-helmets-go
questions:
  - Where do helmets go?
  - "who has: a padlock"
author: Ana “Lima”
written: 2026-11-29
source:
  document: career
  section: Work Hours
---

Into the *lockers*.

- Bring a padlock.
- Read [the rules](https://example.com/rules).
`;

let file: string;
let data: string;
beforeEach(() => {
  file = freshFile();
  data = copyData([]);
});

const run = (...args: readonly string[]): Promise<Ran> =>
  runInProcess('answers', [...args, '--data', data], { env: { DATABASE_URL: `file:${file}` } });

async function seed(...drafts: readonly (typeof DRAFT | Record<string, unknown>)[]): Promise<void> {
  const store = await freshStore({ file });
  for (const draft of drafts)
    expect(await store.mentors([]).save({ ...DRAFT, ...draft } as typeof DRAFT)).toBe('saved');
  await store.close();
}

describe('export', () => {
  it('writes each answer as a file that the data takes, and nothing the second time', async () => {
    await seed(DRAFT);
    const written = join(data, 'answers', 'where-do-helmets-go.md');
    expect(await run('export')).toEqual({ status: 0, stderr: '', stdout: `${written}\nWritten: 1. Unchanged: 0.\n` });
    expect(readFileSync(written, 'utf8')).toBe(FILE);
    expect((await run('export')).stdout).toBe('Written: 0. Unchanged: 1.\n');
    const { questions, text, author } = DRAFT;
    expect(knowledgeIn(data).signed).toMatchObject([{ questions, text, author }]);
  });

  it('leaves out what is withdrawn, and other workspaces', async () => {
    await seed(DRAFT, { workspace: 'T00TWO', id: 'other' });
    const store = await freshStore({ file });
    await store
      .mentors([])
      .restore({ workspace: 'T00ONE', id: DRAFT.id, after: 1, version: 1, isLive: false, person: 'U1' });
    await store.close();
    expect((await run('export', '--workspace', 'T00ONE')).stdout).toBe('Written: 0. Unchanged: 0.\n');
    expect(await run('export')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('T00ONE, T00TWO. Name one with --workspace'),
    });
  });

  it('overwrites no answer of another kind', async () => {
    await seed({ id: 'reading-on' });
    const before = readFileSync(join(data, 'answers', 'reading-on.md'), 'utf8');
    expect(await run('export')).toMatchObject({ status: 1, stderr: expect.stringContaining('names no author') });
    expect(readFileSync(join(data, 'answers', 'reading-on.md'), 'utf8')).toBe(before);
  });
});

describe('import', () => {
  beforeEach(() => {
    mkdirSync(join(data, 'answers'), { recursive: true });
    writeFileSync(join(data, 'answers', 'where-do-helmets-go.md'), FILE);
  });

  it('brings files into a workspace, as new versions, and nothing the second time', async () => {
    await seed({ text: 'Something else.' });
    expect(await run('import')).toEqual({
      status: 0,
      stderr: '',
      stdout: 'Brought into the store: 1. Unchanged: 0.\n',
    });
    expect((await run('import')).stdout).toBe('Brought into the store: 0. Unchanged: 1.\n');
    const store = await freshStore({ file });
    expect(await store.mentors([]).answers('T00ONE')).toMatchObject([
      { version: 2, text: DRAFT.text, source: DRAFT.source },
    ]);
    await store.close();
  });

  it('into a store without answers needs the workspace’s name', async () => {
    await (await freshStore({ file })).close();
    expect(await run('import')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('No workspace has answers yet'),
    });
    expect((await run('import', '--workspace', 'T00ONE')).stdout).toBe('Brought into the store: 1. Unchanged: 0.\n');
  });

  it.each([
    ['source: experience', 'source:\n  document: career\n  section: Nowhere', 'names the section “Nowhere”'],
    ['source: experience', 'source: hearsay', 'must be “experience”, a link'],
    ['written: 2026-11-29', 'written: last week', 'must be a date such as 2026-11-29'],
  ])('refuses a file with %s turned into %s', (_, wrong, words) => {
    const kind = wrong.split(':')[0] ?? '';
    const text = FILE.replace(/source:\n {2}document: career\n {2}section: Work Hours/, 'source: experience');
    writeFileSync(
      join(data, 'answers', 'where-do-helmets-go.md'),
      text.replace(new RegExp(`^${kind}: .*$`, 'm'), wrong),
    );
    expect(() => knowledgeIn(data)).toThrow(words);
  });
});

it('does nothing without a store', async () => {
  expect(await run('export')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no store') });
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(join(data, 'answers'))).toEqual(['reading-on.md']);
});

it('people’s ids are encrypted again with the first key, and a lost key is reported', async () => {
  const key = (name: string) => ({ name, key: randomBytes(32) });
  const [older, newer] = [key('older'), key('newer')];
  const store = await freshStore({ file });
  await store.mentors([older]).choose('T1', ['U1', 'U2']);
  await store.subscriptions([]).add({ workspace: 'T1', person: 'U1', question: 'Why?' });
  expect(await store.reencryptPeople([newer])).toEqual({ changed: 1, unreadable: 2 });
  expect(await store.reencryptPeople([newer, older])).toEqual({ changed: 2, unreadable: 0 });
  expect(await store.mentors([newer]).list('T1')).toHaveLength(2);
  expect(await store.mentors([older]).list('T1')).toEqual([]);
  expect(await store.subscriptions([newer]).list()).toHaveLength(1);
  await store.close();
});
