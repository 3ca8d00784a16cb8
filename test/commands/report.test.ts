// Runs `report` on a real store: for people, spreadsheets and scripts, and while an app is running.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WHAT_TREND_COUNTS } from '../../src/reporting/trend.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { HASH_KEY, POSTGRESQL } from '../helpers/databases.js';
import { freshFile, freshStore, openFreshStore } from '../helpers/fresh-store.js';
import { type Ran, runAsProcess, runInProcess } from '../helpers/run-command.js';
import { ask, seed } from '../helpers/seeded-store.js';
import { TEAM } from '../helpers/slack-emulator.js';

let file: string;
let store: Store;
beforeEach(async () => {
  file = freshFile();
  store = await openFreshStore(file);
});
afterEach(() => store.close());

/** The store stays open meanwhile, as in a running app. */
const report = (
  args: readonly string[] = [],
  env: Record<string, string> = { DATABASE_URL: `file:${file}` },
): Promise<Ran> => runInProcess('report', args, { env });

it('prints the figures in columns, in a process of its own too', async () => {
  await seed(store);
  const { stdout, ...rest } = await report();
  expect(await runAsProcess('report', [], { env: { DATABASE_URL: `file:${file}` } })).toEqual({ stdout, ...rest });
  expect({ ...rest, stdout: stdout.replace(/By week\n[\s\S]*?\n\n/, '') }).toEqual({
    status: 0,
    stderr: '',
    stdout: `Questions in the last 30 days: 10

How people asked
  command         7
  mention         2
  direct message  1

By outcome
  answered          5
  not answered      3
  about the bot     1
  asked to clarify  1

By topic
  salary  4
  degree  1

Helpful: 2 of 4 votes (50%)
  salary          2 of 3  67%
  (not answered)  0 of 1   0%

Votes with a reason or a comment
  salary          out of date  “The year [31m is missing, "please" add it”
  (not answered)  –            “+1 for Docker”

Gaps, from questions that weren’t answered in full: 4
  do I have to know Docker?   3  not answered
    “is docker needed”
  =HYPERLINK("a link";"pay")  1  no topic picked; answered since
`,
  });
});

it('asks each question again of its own workspace, with what its mentors have written', async () => {
  const question = 'Where do cyclists leave their helmets?';
  for (const workspace of ['T00ONE', 'T00ONE', 'T00TWO'])
    await ask(store, 'command', 'out-of-scope', question, workspace);
  const mentors = store.mentors([]);
  const answer = { workspace: 'T00ONE', id: 'helmets', person: 'U1', questions: [question], author: 'Ana' } as const;
  await mentors.save({ ...answer, after: 0, text: 'In the lockers.', source: { kind: 'experience' } });
  const gapOf = async (...args: string[]) => /^ {2}Where do cyclists.*$/m.exec((await report(args)).stdout)?.[0];
  expect(await gapOf()).toBe(`  ${question}  3  not answered; 2 of 3 answered since`);
  expect(await gapOf('--workspace', 'T00ONE')).toBe(`  ${question}  2  not answered; answered since`);
  await mentors.restore({ workspace: 'T00ONE', id: 'helmets', after: 1, version: 1, isLive: false, person: 'U1' });
  expect(await gapOf()).toBe(`  ${question}  3  not answered`);
});

it('says so if the store is empty', async () => {
  const { status, stdout } = await report(['--days', '1']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Questions in the last 1 day: 0\n/);
  expect(stdout).toContain('Helpful: no votes');
});

it('prints no control characters, whatever people wrote', async () => {
  await ask(store, 'command', 'out-of-scope', 'a\u001B]0;title\u0007b\u009B31m\u202Ec\nsecond line');
  for (const args of [[], ['--csv'], ['--json']]) {
    const { stdout } = await report(args);
    expect(stdout.replaceAll(/\r\n|\n/g, '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(stdout).toContain('second line');
  }
});

describe('--csv', () => {
  /** The cells of each row, by the rules of RFC 4180. */
  const read = (csv: string): string[][] =>
    csv
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
          quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
        ),
      );

  it('is one table: counts of questions, votes, gaps', async () => {
    await seed(store);
    const [header, ...rows] = read((await report(['--csv'])).stdout);
    expect(header?.join()).toBe('kind,surface,outcome,topic,count,helpful,reason,text,last,answered_now,week');
    expect(rows.filter(([kind = '']) => !['note', 'week'].includes(kind))).toHaveLength(6 + 4 + 2);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['questions', 'command', 'answer', 'salary', '3', '', '', '', '', '', ''],
        ['questions', 'direct message', 'about-bot', '', '1', '', '', '', '', '', ''],
        ['vote', '', 'answer', 'salary', '1', 'yes', '', '', '', '', ''],
        [
          'vote',
          '',
          'answer',
          'salary',
          '1',
          'no',
          'out of date',
          'The year [31m is missing, "please" add it',
          '',
          '',
          '',
        ],
        ['gap', '', '', '', '3', '', 'not answered', 'do I have to know Docker?', expect.stringMatching(/Z$/), '0', ''],
      ]),
    );
  });

  it.each(['=1+1', '+1 for this', '-2', '@SUM(A1)', '＝1', '\t=1', ' \r=1'])(
    '%j isn’t run by any spreadsheet',
    async (text) => {
      await ask(store, 'command', 'out-of-scope', text);
      const rows = read((await report(['--csv'])).stdout);
      expect(rows.find(([kind]) => kind === 'gap')?.[7]).toBe(`'${text.trim()}`);
    },
  );

  it('starts with the mark by which Excel recognises the encoding', async () => {
    expect((await report(['--csv'])).stdout).toMatch(/^\uFEFFkind,/);
  });
});

it('with --json is one object, with times in ISO format', async () => {
  await seed(store);
  const summary = JSON.parse((await report(['--json'])).stdout);
  expect(summary).toMatchObject({
    from: expect.stringMatching(/^\d{4}-.*Z$/),
    questions: { total: 10, bySurface: [{ name: 'command', count: 7 }, {}, {}] },
    votes: { total: 4, helpful: 2, byTopic: [{ topic: 'salary', outcome: 'answer', votes: 3, helpful: 2 }, {}] },
    gaps: {
      questions: 4,
      each: [
        {
          name: 'do I have to know Docker?',
          count: 3,
          last: expect.stringMatching(/Z$/),
          wordings: [{ count: 2 }, {}],
        },
        { name: '=HYPERLINK("a link";"pay")', count: 1 },
      ],
    },
  });
});

describe('the trend by week', () => {
  const WEEK = 7 * 24 * 60 * 60_000;
  /** Midday of the Wednesday of the week in which the report ends. */
  const WEDNESDAY = Date.UTC(2026, 4, 27, 12);
  let shown: string;
  beforeEach(async () => {
    for (const [weeksAgo, outcome] of [
      [0, 'answer'],
      [0, 'out-of-scope'],
      [2, 'answer'],
      [2, 'answer'],
    ] as const) {
      const earlier = await freshStore({ file, now: () => WEDNESDAY - weeksAgo * WEEK });
      await ask(earlier, 'command', outcome, 'salary');
      await earlier.close();
    }
    shown = (await report(['--days', '21', '--until', '2026-05-31'])).stdout;
  });

  it('has a column for each week, also for one without questions, and says what it counts', () => {
    const rows = shown
      .slice(shown.indexOf('By week'))
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['11 May', '18 May', '25 May'],
        ['all questions', '2', '0', '2'],
        ['answered', '2', '0', '1'],
        ['not answered', '0', '0', '1'],
        ['topic salary', '2', '0', '1'],
      ]),
    );
    expect(shown.replaceAll(/\s+/g, ' ')).toContain(WHAT_TREND_COUNTS);
  });

  it('is in CSV a row for each week, outcome and topic, with what it counts', async () => {
    const { stdout } = await report(['--days', '21', '--until', '2026-05-31', '--csv']);
    expect(stdout).toContain('week,,answer,salary,2,,,,,,"2026-05-11"');
    expect(stdout).toContain('week,,answer,salary,1,,,,,,"2026-05-25"');
    expect(stdout).toContain(WHAT_TREND_COUNTS);
  });

  it('leaves out what came after the day that the report ends on', async () => {
    expect((await report(['--days', '7', '--until', '2026-05-17'])).stdout).toMatch(
      /^Questions in the 7 days up to 2026-05-17: 2\n/,
    );
  });
});

it('with --workspace covers one of several workspaces in the store', async () => {
  await ask(store, 'command', 'answer', 'salary');
  await ask(store, 'command', 'out-of-scope', 'a secret of others', 'T00OTHERTEAM');
  expect((await report()).stdout).toContain('last 30 days: 2');
  const { stdout } = await report(['--workspace', TEAM.id]);
  expect(stdout).toContain('last 30 days: 1');
  expect(stdout).not.toContain('secret');
  expect((await report(['--workspace', 'T00OTHERTEAM'])).stdout).toContain('a secret of others');
});

it('names no one: neither ids nor their hashes', async () => {
  await seed(store);
  for (const args of [[], ['--csv'], ['--json']]) expect((await report(args)).stdout).not.toMatch(/U00FAKE|[\w-]{24}/);
});

it('says so if question texts aren’t stored', async () => {
  const { stdout } = await report([], { DATABASE_URL: `file:${file}`, UNANSWERED: 'off' });
  expect(stdout).toContain('Question text isn’t stored (UNANSWERED=off).');
});

describe('the report only reads', () => {
  it('the file stays the same, even if texts are no longer stored', async () => {
    await seed(store);
    await store.close();
    const before = readFileSync(file);
    expect((await report([], { DATABASE_URL: `file:${file}`, UNANSWERED: 'off' })).status).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('no hash key is created, since only the app needs one', async () => {
    await store.close();
    rmSync(join(dirname(file), 'hash.key'));
    expect((await report()).status).toBe(0);
    expect(existsSync(join(dirname(file), 'hash.key'))).toBe(false);
  });

  it('what was stored so far is read while an app is writing', async () => {
    await seed(store);
    const writing = new Database(file);
    writing.exec(`begin immediate; update counts set count = 1000`);
    const { status, stdout } = await runAsProcess('report', [], { env: { DATABASE_URL: `file:${file}` } });
    writing.exec('rollback');
    writing.close();
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('last 30 days: 10\n') });
  });

  it('a folder name may have characters with a meaning in addresses', async () => {
    const odd = join(mkdtempSync(join(tmpdir(), 'advisor ?#%20&')), 'my store.sqlite');
    const other = await openFreshStore(odd);
    await ask(other, 'command', 'answer', 'salary');
    await other.close();
    expect((await report([], { DATABASE_URL: `file:${odd}` })).stdout).toContain('last 30 days: 1\n');
  });
});

it('a server is read like a file and stays the same', async () => {
  const where = await POSTGRESQL.fresh();
  const env = { DATABASE_URL: 'server' in where ? where.server : '', HASH_KEY };
  const { status, stderr } = await report([], env);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/Run npm run store -- migrate\.\n$/) });
  const server = await openStore({ ...where, keepsTexts: true, warn: (message) => expect.unreachable(message) });
  for (const each of [server, store]) await seed(each);
  expect((await report([], env)).stdout).toBe((await report()).stdout);
  await server.close();
});

it('the .env file is used as the app uses it', async () => {
  await seed(store);
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-'));
  writeFileSync(join(cwd, '.env'), `DATABASE_URL=file:${file}\n`);
  expect((await runAsProcess('report', [], { cwd })).stdout).toContain('last 30 days: 10');
});

it('a line of the .env that isn’t read is a warning: the report may be of a different store than was meant', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-'));
  writeFileSync(join(cwd, '.env'), `LOG_LEVEL=info\nset DATABASE_URL=file:elsewhere.sqlite\n`);
  await seed(store);
  const { status, stdout, stderr } = await runAsProcess('report', [], { cwd, env: { DATABASE_URL: `file:${file}` } });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('last 30 days: 10') });
  expect(stderr).toMatch(/^\.env:2 can’t be read, so it’s ignored\. Write each setting [^\n]*\n$/);
});

describe('an error is printed to standard error', () => {
  it('if there’s no store yet, and none is created', async () => {
    const missing = join(dirname(file), 'nowhere.sqlite');
    const { status, stdout, stderr } = await report([], { DATABASE_URL: `file:${missing}` });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^There is no store at .*nowhere\.sqlite\. .*first starts\..*DATABASE_URL\.\n$/);
    expect(existsSync(missing)).toBe(false);
  });

  it('for a file that isn’t a store', async () => {
    const other = join(mkdtempSync(join(tmpdir(), 'advisor-')), 'other.sqlite');
    writeFileSync(other, 'This is a text of somebody else, and it is long enough to be looked at. '.repeat(20));
    const { status, stdout, stderr } = await report([], { DATABASE_URL: `file:${other}` });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^The store .*other\.sqlite isn’t a database of this app, .*doesn’t touch it/);
  });

  it.each<[string, string, RegExp]>([
    [
      'a file of an older version',
      `delete from kysely_migration where name > '0001~'`,
      /^The store .* hasn’t been migrated to this version\. Run npm run store -- migrate\.\n$/,
    ],
    [
      'a file of a newer version',
      `insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')`,
      /^The store .* was written by a newer version of this app\. The app doesn’t touch it\. Update the app, .*\n$/,
    ],
  ])('for a store that %s, which stays as it is', async (_, change, told) => {
    await seed(store);
    await store.close();
    const database = new Database(file);
    database.exec(change);
    database.close();
    const before = readFileSync(file);
    const { status, stdout, stderr } = await report();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(told);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('for a damaged file, which stays as it is', async () => {
    await seed(store);
    await store.close();
    const damaged = readFileSync(file).fill(0x55, 4096 + 8, 3 * 4096);
    writeFileSync(file, damaged);
    const { status, stderr } = await report();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^The store .* is damaged( \(SQLITE_CORRUPT\))?\. The app doesn’t touch it\. Move it away .*\n$/,
    );
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  it('for an invalid setting', async () => {
    const { status, stderr } = await report([], { DATABASE_URL: 'mysql://db' });
    expect(status).toBe(1);
    expect(stderr).toContain('DATABASE_URL must be a file such as');
  });

  it.each([
    ['an unknown flag', ['--jsno']],
    ['two forms at once', ['--csv', '--json']],
    ['zero days', ['--days', '0']],
    ['days that aren’t a number', ['--days', 'ten']],
    ['more days than are stored', ['--days', '401']],
    ['an end that is no day', ['--until', 'May']],
    ['words', ['yesterday']],
    ['no workspace', ['--workspace', 'general']],
  ])('for %s, with status 2', async (_, args) => {
    const { status, stdout, stderr } = await report(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('npm run report -- --days 7');
  });
});
