// Runs the real bot once as a process of its own, as in production: whether it got ready, its lines, and its end.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a start went: ready, or ended with these lines. */
export type StartResult = { readonly isReady: true } | { readonly isReady: false; readonly lines: readonly string[] };

/** A bot that was started. */
export interface BotProcess {
  readonly result: Promise<StartResult>;
  /** Resolves to its last lines when it has ended, for whatever reason. */
  readonly ended: Promise<readonly string[]>;
  /** Lets it finish what is under way, and kills it when that takes too long. */
  stop(): Promise<void>;
}

const GRACE_MS = 3_000;
const KEPT_LINES = 30;
const children = new Set<ChildProcess>();
// However this process ends, its children end too.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the built product in `folder`; `say` hears its lines on standard error once it's ready. */
export function startBot(
  root: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): BotProcess {
  const child = spawn(process.execPath, [join(root, 'dist/src/main.js')], {
    // Not in the project's folder, so that it reads no .env a second time.
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in the terminal is for the local Slack, which then stops its bot in order.
    detached: true,
  });
  children.add(child);
  let lines: readonly string[] = [];
  let isReady = false;
  const ready = new Promise<StartResult>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('Ready:')) return;
      isReady = true;
      resolve({ isReady: true });
    });
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines = [...lines, line].slice(-KEPT_LINES);
    if (isReady) say(line);
  });
  const ended = new Promise<readonly string[]>((resolve) => {
    child.once('error', ({ message }) => resolve([message]));
    child.once('close', (code, signal) => resolve(lines.length > 0 ? lines : [`It ended with ${signal ?? code}.`]));
  }).finally(() => children.delete(child));
  return {
    result: Promise.race([ready, ended.then((last): StartResult => ({ isReady: false, lines: last }))]),
    ended,
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}
