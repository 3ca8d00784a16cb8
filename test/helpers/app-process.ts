// Starts the real process as in production, with fake tokens; a test can inject faults into it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { connectToApp, type Mode, SIGNING_SECRET } from './connect-to-app.js';
import { nodeForOthers } from './node-for-others.js';
import { APP_TOKEN, BOT, type Slack } from './slack-emulator.js';

const MAIN = resolve('dist/src/main.js');
const FAULT_INJECTION = resolve('test/helpers/fault-injection.mjs');

/** How a process is started. */
export interface Surroundings {
  readonly file: string;
  /** How much faster it waits: for other processes and for its end, and in Socket Mode for its connection. */
  readonly speed?: number;
  readonly connectionSpeed?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that starts it in a different environment, with `"$@"` for what it starts. */
  readonly through?: string;
  readonly user?: number;
}

/** What test/helpers/fault-injection.mjs can do. */
type Order = 'killInStage' | 'rejectUnheard' | 'setClock' | 'fillDisk' | 'emptyDisk' | 'live';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the app with this Slack and waits until it's ready. */
export async function startProcess(
  mode: Mode,
  slack: Slack,
  { file, speed = 1, connectionSpeed = 1, env, through, user }: Surroundings,
) {
  const keys = mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: '0' } : { SLACK_APP_TOKEN: APP_TOKEN };
  const own = {
    SLACK_BOT_TOKEN: BOT.token,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: `file:${file}`,
    LOG_FORMAT: 'text',
    ...keys,
  };
  const command = [user === undefined ? process.execPath : nodeForOthers(), '--import', FAULT_INJECTION, MAIN];
  const folder = mkdtempSync(join(tmpdir(), 'advisor-'));
  // For a different user the folder has to be readable, since the app looks for an .env there.
  chmodSync(folder, 0o755);
  const [program = '', ...args] = through === undefined ? command : ['sh', '-c', through, 'sh', ...command];
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, SPEED: `${speed}`, CONNECTION_SPEED: `${connectionSpeed}`, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  running.add(child);
  const text = { out: '', err: '' };
  child.stdout?.on('data', (data) => {
    text.out += data;
  });
  child.stderr?.on('data', (data) => {
    text.err += data;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      const heard = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'data').then(() => false));
      const isOver = await Promise.race([...heard, ended.then(() => true)]);
      if (isOver && !isSo()) throw new Error(`It ended too early: ${text.err}`);
    }
  };
  await until(() => /Ready: .*\n/.test(text.out));
  /** Injects a fault into the process; false if it has ended. */
  const order = async (order: Order, value?: unknown): Promise<boolean> => {
    if (child.connected) child.send({ order, value }, () => undefined);
    return Promise.race([once(child, 'message').then(() => true), ended.then(() => false)]);
  };
  const linesSoFar = () => text.err.split('\n').slice(0, -1);
  const port = Number(/port (\d+)/.exec(text.out)?.[1] ?? 0);
  return {
    child,
    port,
    ended,
    said: () => text.out,
    /** Standard error so far, line by line. */
    lines: linesSoFar,
    /** The same, once nothing that it wrote before is still on its way. */
    async allLines(): Promise<string[]> {
      if (await order('live')) await nextTurn();
      return linesSoFar();
    },
    /** Resolves once the lines on standard error are as wanted. */
    untilLines: (isSo: (lines: readonly string[]) => boolean) => until(() => isSo(linesSoFar())),
    /** Resolves once it has begun to stop: over HTTP, its port is closed then. */
    async isStopping(): Promise<void> {
      const isOpen = () => fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false);
      while (mode === 'http' && (await isOpen()));
      // A signal is handled before what is sent after it.
      await order('live');
    },
    order,
    ...connectToApp(mode, slack, port),
  };
}

export type AppProcess = Awaited<ReturnType<typeof startProcess>>;
