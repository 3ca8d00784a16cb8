// Starts the local Slack as a process, as npm start does, and follows it as its page would.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { ActionResult, ShownMessage, State, UserAction } from '../../local-slack/shared/state.js';

export const ANA = 'U00FAKEUSER1';
export const BEN = 'U00FAKEUSER2';

const launched = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of launched) child.kill('SIGKILL');
});

/** How to start it. */
export interface Start {
  /** The project's folder. */
  readonly root?: string;
  /** The built launcher by default; `npm` runs npm start itself. */
  readonly entrance?: string;
  /** What is written behind the command. */
  readonly args?: readonly string[];
  /** Prepares the folder in which it's started. */
  readonly before?: (folder: string) => void;
}

/** Starts the launcher with only this environment, in an empty folder. */
export function launch(env: NodeJS.ProcessEnv = {}, start: Start = {}) {
  const { root = resolve('.'), entrance = 'dist/local-slack/start.js', args = [], before } = start;
  const folder = mkdtempSync(join(tmpdir(), 'advisor-start-'));
  before?.(folder);
  const own = { PATH: process.env.PATH, PORT: '0', TMPDIR: folder, LOG_FORMAT: 'text', ...env };
  const child =
    entrance === 'npm'
      ? spawn('npm', ['start', '--silent', '--prefix', root], {
          cwd: root,
          env: { ...process.env, ...own, HOME: folder },
        })
      : spawn(process.execPath, [join(root, entrance), ...args], { cwd: folder, env: own });
  launched.add(child);
  const text = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    text.out += data;
  });
  child.stderr.on('data', (data) => {
    text.err += data;
  });
  const ended = once(child, 'close').then(([code]) => {
    launched.delete(child);
    return code as number | null;
  });
  async function waitFor(stream: Readable, read: () => string, pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(read());
      if (found !== null) return found;
      const isOver = await Promise.race([once(stream, 'data').then(() => false), ended.then(() => true)]);
      if (isOver && !pattern.test(read())) throw new Error(`It ended without printing ${pattern}: ${text.err}`);
    }
  }
  return {
    process: child,
    output: () => ({ ...text }),
    ended,
    /** Temporary files it has left behind. */
    leftovers: () => readdirSync(folder),
    /** The processes it has started that still run. */
    children: (): number[] => childrenOf(child.pid ?? 0),
    /** Those, and the processes they have started. */
    descendants: (): number[] => descendantsOf(child.pid ?? 0),
    /** Resolves when standard output has the pattern. */
    says: (pattern: RegExp) => waitFor(child.stdout, () => text.out, pattern),
    /** Resolves when standard error has the pattern. */
    complains: (pattern: RegExp) => waitFor(child.stderr, () => text.err, pattern),
    /** Resolves to the address once it answers. */
    async ready(): Promise<string> {
      const [, port] = await waitFor(child.stdout, () => text.out, /^Local workspace: http:\/\/localhost:(\d+) .*\n/m);
      return `http://127.0.0.1:${port}`;
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Launched = ReturnType<typeof launch>;

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = 0]) => pid)
    .filter(isRunning);
}

const descendantsOf = (parent: number): number[] =>
  childrenOf(parent).flatMap((child) => [child, ...descendantsOf(child)]);

/** False as well for a process that has ended but is still in the process table. */
export function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z\s]/.test(stdout);
}

/** A copy of the built project to edit, using this one's packages. */
export function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'advisor-project-'));
  const parts = [
    'data',
    'dist',
    'src',
    'intents',
    'bench',
    'test',
    'local-slack',
    'scripts',
    'manifest.yml',
    'package.json',
  ];
  for (const part of [...parts, 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(part, join(root, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  // The build tells by their paths that packages haven't changed; with other paths, everything would be compiled again.
  const compile = join(root, 'tsconfig.build.json');
  const { compilerOptions, ...rest } = JSON.parse(readFileSync(compile, 'utf8'));
  writeFileSync(compile, JSON.stringify({ ...rest, compilerOptions: { ...compilerOptions, preserveSymlinks: true } }));
  return root;
}

/** Follows what one person sees of the local Slack, and acts as that person. `tab` is a browser tab. */
export async function enter(address: string, person: string, tab?: string) {
  const own = tab === undefined ? {} : { tab };
  const leave = new AbortController();
  const response = await fetch(`${address}/local/events?${new URLSearchParams({ person, ...own })}`, {
    signal: leave.signal,
  });
  let state: State | undefined;
  const watchers = new Set<() => void>();
  const follow = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const events = `${rest}${Buffer.from(chunk).toString()}`.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) state = JSON.parse(event.slice(event.indexOf('data: ') + 6));
      for (const watcher of watchers) watcher();
    }
  };
  follow().catch(() => undefined);
  /** Resolves to what `find` returns, once that is something. */
  const sees = <T>(find: (state: State) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = state && find(state);
        if (found === undefined) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      look();
    });
  const act = async (what: Record<string, unknown>): Promise<ActionResult> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ person, ...own, ...what });
    return (await (await fetch(`${address}/local/action`, { method: 'POST', headers, body })).json()) as ActionResult;
  };
  return {
    act: (what: WithoutPerson<UserAction>) => act(what),
    sees,
    say: (channel: string, text: string, threadTs?: string) =>
      act({ type: 'say', channel, text, ...(threadTs !== undefined && { threadTs }) }),
    /** Resolves to the first message for which this is true. */
    message: (isIt: (message: ShownMessage) => boolean): Promise<ShownMessage> =>
      sees(({ messages }) => Object.values(messages).flat().find(isIt)),
    leave: () => leave.abort(),
  };
}

type WithoutPerson<T> = T extends unknown ? Omit<T, 'person' | 'tab'> : never;
export type Visitor = Awaited<ReturnType<typeof enter>>;
