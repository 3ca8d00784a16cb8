// Starts an app as a process and reads when it's ready, its memory and its processor time.
import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/config/project-root.js';
import { BOT_TOKEN, SIGNING_SECRET } from './minimal-slack.js';

/** The two apps that are compared, by their built files. */
export const OURS = 'dist/src/main.js';
export const BARE = 'dist/bench/shared/bare-app.js';

/** A process that listens. */
export interface Running {
  readonly port: number;
  /** From the start of the process until it said that it is ready, in milliseconds. */
  readonly startMs: number;
  /** Resident memory in MB; undefined where the system does not tell. */
  memory(): number | undefined;
  /** The most that it was so far. */
  peakMemory(): number | undefined;
  /** Processor time used so far, in microseconds; undefined where the system does not tell. */
  processorTime(): number | undefined;
  /** The end of what it wrote for the operator. */
  lastWords(): string;
  stop(): Promise<void>;
}

/** On a busy machine as well. */
const LONGEST_START = 60_000;
const LAST_WORDS = 2_000;
const children = new Set<ChildProcess>();
// Whatever happens to the benchmark, nothing that it started stays behind.
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});

/** Ends the process with the benchmark, by a signal that lets it end its own. */
export function endWithUs(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** Starts a built file of the project with fake tokens, a folder of its own, and of the environment only what is given. */
export async function startApp(file: string, apiUrl: string, settings: NodeJS.ProcessEnv = {}): Promise<Running> {
  // In another folder than the project's, so that no .env is read; and a new one, so that no store is older.
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = {
    PATH: process.env.PATH ?? '',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: apiUrl,
    PORT: '0',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'text',
    ...settings,
  };
  const before = performance.now();
  const child = spawn(process.execPath, [join(findProjectRoot(), file)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithUs(child);
  const ended = once(child, 'close');
  let words = '';
  child.stderr.on('data', (data) => {
    words = `${words}${data}`.slice(-LAST_WORDS);
  });
  const port = await readyPort(child, file);
  const startMs = performance.now() - before;
  const pid = child.pid ?? 0;
  return {
    port,
    startMs,
    memory: () => readMemory(pid, 'VmRSS'),
    peakMemory: () => readMemory(pid, 'VmHWM'),
    processorTime: () => readProcessorTime(pid),
    lastWords: () => words,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A process that is told things and says things; `next` is what it says next. */
export async function startHelper<Said, Told extends object | number>(file: string) {
  const child = fork(join(findProjectRoot(), file));
  endWithUs(child);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended`)));
  ended.catch(() => undefined);
  return {
    send: (what: Told) => child.send(what),
    async next(): Promise<Said> {
      const [said] = await Promise.race([once(child, 'message'), ended]);
      return said;
    },
    end: () => child.disconnect(),
  };
}

/** The port in the line with which an app says that it is ready. */
function readyPort(child: ChildProcess, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (): void => {
      child.kill('SIGKILL');
      reject(new Error(`${file} did not get ready: ${said}`));
    };
    const timer = setTimeout(fail, LONGEST_START);
    const listen = (data: unknown): void => {
      said += String(data);
      const port = /^Ready: .*\bport (\d+)/m.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', fail).once('exit', fail);
  });
}

function readMemory(pid: number, field: 'VmRSS' | 'VmHWM'): number | undefined {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readIfThere(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

let tickMicroseconds: number | undefined;
function readProcessorTime(pid: number): number | undefined {
  // Behind the name in brackets, which may hold blanks, the 12th and 13th fields count the ticks.
  const [, fields = ''] = /\)\s(.*)/.exec(readIfThere(`/proc/${pid}/stat`)) ?? [];
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  if (user === undefined || system === undefined) return undefined;
  tickMicroseconds ??= 1e6 / Number(execFileSync('getconf', ['CLK_TCK']));
  return (user + system) * tickMicroseconds;
}

/** Only Linux has these files. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
