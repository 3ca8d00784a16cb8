// One run of the real bot as a process of its own, as in production: when it is ready, what it said, how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** How a run came out of its start: ready, or ended with these lines. */
export type StartResult = { readonly isReady: true } | { readonly isReady: false; readonly lines: readonly string[] };

export interface BotProcess {
  readonly outcome: Promise<StartResult>;
  /** Resolves to the last lines of what it said when it has ended, for whatever reason. */
  readonly ended: Promise<readonly string[]>;
  /** Lets it finish what is under way, and ends it by force when that takes too long. */
  stop(): Promise<void>;
}

const GRACE_MS = 3_000;
const KEPT_LINES = 30;
const children = new Set<ChildProcess>();
// However this process ends, none of its own stays behind.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts the built product in `folder`; `say` hears its lines on standard error. */
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
    // A Ctrl-C in the terminal is for the workspace, which then stops its bot in order.
    detached: true,
  });
  children.add(child);
  let lines: readonly string[] = [];
  let isReady = false;
  let becomeReady: () => void = () => undefined;
  const ready = new Promise<StartResult>((resolve) => (becomeReady = () => resolve({ isReady: true })));
  eachLine(child.stdout, (line) => {
    if (!line.startsWith('Ready:')) return;
    isReady = true;
    becomeReady();
  });
  eachLine(child.stderr, (line) => {
    lines = [...lines, line].slice(-KEPT_LINES);
    if (isReady) say(line);
  });
  const ended = new Promise<readonly string[]>((resolve) => {
    child.once('error', ({ message }) => resolve([message]));
    child.once('close', (code, signal) => resolve(lines.length > 0 ? lines : [`It ended with ${signal ?? code}.`]));
  }).finally(() => children.delete(child));
  return {
    outcome: Promise.race([ready, ended.then((last): StartResult => ({ isReady: false, lines: last }))]),
    ended,
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = '';
  stream.on('data', (data) => {
    const lines = `${rest}${data}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream.on('end', () => rest !== '' && take(rest));
}
