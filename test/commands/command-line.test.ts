// What every command of the terminal does before anything else: it tells how it is used, and refuses what it does not know.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
/** The commands that people are to use, by what npm runs. */
const COMMANDS = Object.entries(scripts).flatMap(([name, script]) => {
  const file = /node (dist\/src\/[\w-]+\.js)$/.exec(script)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

/** Runs it in an empty folder, in which nothing may be left. */
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

it('there are the commands of the README', () => {
  expect(COMMANDS.map(([name]) => name).sort()).toEqual(
    ['ask', 'check', 'manifest', 'migrate', 'move-store', 'report', 'rotate-keys'].sort(),
  );
});

describe.each(COMMANDS)('npm run %s', (name, file) => {
  it('with --help tells how it is used, and does nothing', () => {
    expect(run(file, ['--help'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(new RegExp(`^Usage:\n  npm run (-s )?${name}\\b`)),
      stderr: '',
      left: [],
    });
  });

  it('with a flag that there is not tells how it is used, with status 2, and does nothing', () => {
    const { stderr, ...rest } = run(file, ['--dry-run']);
    expect(rest).toEqual({ status: 2, stdout: '', left: [] });
    expect(stderr).toContain('Usage:\n');
  });
});
