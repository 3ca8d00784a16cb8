// Checks what every command does first: it shows help, and refuses unknown arguments.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The commands, with the file that npm runs for each. */
const COMMANDS = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /node (dist\/src\/[\w/-]+\.js)$/.exec(script)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

/** Runs one in an empty folder, which must stay empty. */
function run(file: string, args: readonly string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'advisor-commands-'));
  const env = { PATH: process.env.PATH };
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(file), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, left: readdirSync(cwd) };
}

it('the commands are these', () => {
  expect(COMMANDS.map(([name]) => name).sort()).toEqual(['answers', 'ask', 'check', 'manifest', 'report', 'store']);
});

describe.each(COMMANDS)('npm run %s', (name, file) => {
  it.each(['--help', '-h'])('shows its usage with %s and does nothing', (flag) => {
    expect(run(file, [flag])).toEqual({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^Usage:\n  npm run (-s )?${name}\\b`)),
      stderr: '',
      left: [],
    });
  });

  it('names an unknown argument, shows the usage, ends with status 2 and does nothing', () => {
    const { stderr, ...rest } = run(file, ['--dry-run']);
    expect(rest).toEqual({ status: 2, stdout: '', left: [] });
    expect(stderr).toMatch(/^Unknown argument: --dry-run\nUsage:\n/);
  });
});

describe.each([
  ['one word too many', 'report', ['now'], 'Unknown argument: now'],
  ['a second folder', 'check', ['data', 'more'], 'Unknown argument: more'],
  ['an option without its value', 'report', ['--days'], '--days needs a value.'],
  ['an option whose value is the next option', 'store', ['move', '--from', '--to', 'file:a'], '--from needs a value.'],
  ['a value for an option that takes none', 'ask', ['--json=yes'], '--json takes no value.'],
  ['an unknown task', 'store', ['copy'], 'Unknown argument: copy'],
  ['options of a different task', 'store', ['migrate', '--to', 'file:a'], '--from and --to are only for move.'],
  ['no task', 'store', [], 'Usage:'],
])('%s', (_, name, args, problem) => {
  it(`is refused by npm run ${name} before anything happens`, () => {
    const { stderr, ...rest } = run(`dist/src/commands/${name}.js`, args);
    expect(rest).toEqual({ status: 2, stdout: '', left: [] });
    expect(stderr.startsWith(`${problem}\n`)).toBe(true);
    expect(stderr).toContain('Usage:\n');
  });
});
