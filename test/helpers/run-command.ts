// Runs a command of the terminal with arguments, environment and input of the test's own: in this process, or in its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { answersCommand } from '../../src/commands/answers-command.js';
import { askCommand } from '../../src/commands/ask-command.js';
import { checkCommand } from '../../src/commands/check-command.js';
import { runCommand, type Status, type Terminal } from '../../src/commands/command-line.js';
import { manifestCommand } from '../../src/commands/manifest-command.js';
import { reportCommand } from '../../src/commands/report-command.js';
import { storeCommand } from '../../src/commands/store-command.js';

/** Each command by its name in package.json. */
const COMMANDS = {
  answers: (terminal: Terminal) => runCommand(answersCommand, terminal),
  ask: (terminal: Terminal) => runCommand(askCommand, terminal),
  check: (terminal: Terminal) => runCommand(checkCommand, terminal),
  manifest: (terminal: Terminal) => runCommand(manifestCommand, terminal),
  report: (terminal: Terminal) => runCommand(reportCommand, terminal),
  store: (terminal: Terminal) => runCommand(storeCommand, terminal),
} satisfies Record<string, (terminal: Terminal) => Promise<Status>>;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** What it came to. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Resolves once it has ended. commands/command-line.test.ts starts each as a process. */
export async function runInProcess(
  name: CommandName,
  args: readonly string[],
  { env = {}, input = '' }: Surroundings = {},
): Promise<Ran> {
  const [stdout, stderr] = [collect(), collect()];
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
  const argv = ['node', name, ...args];
  const status = await COMMANDS[name]({ argv, env, stdin, stdout: stdout.stream, stderr: stderr.stream });
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

/** Where the build puts a command. */
export const fileOf = (name: CommandName): string => resolve(`dist/src/commands/${name}.js`);

/** The same in a process of its own, in an empty folder unless another is given. */
export async function runAsProcess(
  name: CommandName,
  args: readonly string[],
  {
    env = {},
    input = '',
    cwd = mkdtempSync(join(tmpdir(), 'advisor-commands-')),
  }: Surroundings & { cwd?: string } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [fileOf(name), ...args], { cwd, env: { PATH: process.env.PATH, ...env } });
  const [stdout, stderr] = [collect(), collect()];
  child.stdout.pipe(stdout.stream);
  child.stderr.pipe(stderr.stream);
  child.stdin.end(input);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout: stdout.text(), stderr: stderr.text() };
}

function collect() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
