// Checks what every command does first: it shows help, and refuses unknown arguments.
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFile } from '../helpers/fresh-store.js';
import { COMMAND_NAMES, type CommandName, runAsProcess, runInProcess } from '../helpers/run-command.js';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The commands that npm runs, each from the file of its name. */
const NPM_COMMANDS = Object.entries(scripts)
  .filter(([name, script]) => script.endsWith(`node dist/src/commands/${name}.js`))
  .map(([name]) => name);

/** Runs one as a process in an empty folder, which must stay empty. */
async function run(name: CommandName, args: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-commands-'));
  return { ...(await runAsProcess(name, args, { cwd })), left: readdirSync(cwd) };
}

it('npm runs each command', () => {
  expect(NPM_COMMANDS.toSorted()).toEqual(['answers', 'ask', 'check', 'manifest', 'report', 'store']);
  expect(COMMAND_NAMES.toSorted()).toEqual(NPM_COMMANDS.toSorted());
});

describe.each(COMMAND_NAMES)('npm run %s', (name) => {
  it('shows its usage with --help and does nothing', async () => {
    expect(await run(name, ['--help'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^Usage:\n  npm run (-s )?${name}\\b`)),
      stderr: '',
      left: [],
    });
  });

  it('names an unknown argument, shows the usage, ends with status 2 and does nothing', async () => {
    const { stderr, ...rest } = await run(name, ['--dry-run']);
    expect(rest).toEqual({ status: 2, stdout: '', left: [] });
    expect(stderr).toMatch(/^Unknown argument: --dry-run\nUsage:\n/);
  });
});

it.each(COMMAND_NAMES)('npm run %s shows the same with -h', async (name) => {
  expect(await runInProcess(name, ['-h'])).toEqual(await runInProcess(name, ['--help']));
});

describe.each<[string, CommandName, string[], string]>([
  ['one word too many', 'report', ['now'], 'Unknown argument: now'],
  ['a second folder', 'check', ['data', 'more'], 'Unknown argument: more'],
  ['an option without its value', 'report', ['--days'], '--days needs a value.'],
  ['an option whose value is the next option', 'store', ['move', '--from', '--to', 'file:a'], '--from needs a value.'],
  ['a value for an option that takes none', 'ask', ['--json=yes'], '--json takes no value.'],
  ['an unknown task', 'store', ['copy'], 'Unknown argument: copy'],
  ['options of a different task', 'store', ['migrate', '--to', 'file:a'], '--from and --to are only for move.'],
  ['no task', 'store', [], 'Usage:'],
])('%s', (_, name, args, problem) => {
  it(`is refused by npm run ${name} before anything happens`, async () => {
    const file = freshFile();
    const { stderr, ...rest } = await runInProcess(name, args, { env: { DATABASE_URL: `file:${file}` } });
    expect(rest).toEqual({ status: 2, stdout: '' });
    expect(existsSync(file)).toBe(false);
    expect(stderr.startsWith(`${problem}\n`)).toBe(true);
    expect(stderr).toContain('Usage:\n');
  });
});
