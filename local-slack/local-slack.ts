// Opens the local Slack, runs the real bot in it, and ends both without leaving anything behind.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intents } from '../intents/index.js';
import type { Environment } from '../src/config/environment.js';
import { findProjectRoot } from '../src/config/project-root.js';
import { BotSupervisor } from './bot-supervisor.js';
import { PERSON } from './emulator/fake-ids.js';
import { type LocalSlackServer, startLocalSlackServer } from './emulator/server.js';

/** The port of the page, 0 for a free one, and the environment the bot is given. */
export interface LocalSlackOptions {
  readonly port: number;
  readonly env: Environment;
}

const QUESTIONS = 5;
const LONGEST_EXPLANATION_MS = 15_000;

/** Opens all of it, and prints its address once the bot can be asked. Ends the process at a signal. */
export async function openLocalSlack({ port, env }: LocalSlackOptions): Promise<void> {
  const root = findProjectRoot();
  const folder = mkdtempSync(join(tmpdir(), 'backend-career-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let bot: BotSupervisor | undefined;
  let server: LocalSlackServer | undefined;
  endAtSignal(async () => {
    await bot?.stop();
    await server?.stop();
  });
  server = await startLocalSlackServer({
    port,
    isAgent: env.AGENT?.toLowerCase() === 'on',
    pageFolder: join(root, 'dist/page'),
    questions: intents.topics.slice(0, QUESTIONS).map(({ example }) => example),
    health: () => bot?.health() ?? { botState: 'starting', faults: [], edits: 0, isReading: false },
    explain: (questions) => explain(root, folder, questions),
  });
  const { environment, slack, notify } = server;
  bot = new BotSupervisor({
    root,
    folder,
    env: botEnvironment(env, environment, folder),
    promote: () => slack.useNewestConnection(),
    changed: notify,
    say: (line) => console.error(line),
  });
  await bot.started;
  console.log(`Local workspace: http://localhost:${server.port} (no Slack, no network; Ctrl-C ends it)`);
}

/** A terminal and npm both pass on one Ctrl-C, so a second signal that soon is the same one. */
const SAME_SIGNAL_MS = 1_000;

/** Ends the process in order at the first signal, and at once at a later one; exiting ends the bot in any case. */
function endAtSignal(stop: () => Promise<void>): void {
  let firstAt: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (firstAt !== undefined && performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(0);
      if (firstAt !== undefined) return;
      firstAt = performance.now();
      void stop().finally(() => process.exit(0));
    });
}

/** The bot's environment as in production, except for where Slack is and where data is stored. */
function botEnvironment(env: Environment, slack: Environment, folder: string): Environment {
  // People trying it see what administrators see; a line for each event would hide errors in the data.
  const usual = { ADMINS: PERSON, LOG_LEVEL: 'warn' };
  // This Slack is on this machine, which no proxy reaches.
  const direct = { NO_PROXY: '*', no_proxy: '*' };
  const own = { PORT: '', LOG_FORMAT: 'text', MIGRATE: 'on', DATABASE_URL: `file:${join(folder, 'advisor.sqlite')}` };
  return { ...usual, ...env, ...slack, ...direct, ...own };
}

/** What `npm run ask -- --explain` prints below its answer to the last of these questions. */
function explain(root: string, folder: string, questions: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: LONGEST_EXPLANATION_MS, maxBuffer: 1_000_000 };
    const ask = execFile(
      process.execPath,
      [join(root, 'dist/src/commands/ask.js'), '--explain'],
      options,
      (_, stdout, stderr) => resolve(stdout.slice(stdout.lastIndexOf('\nWhy: ') + 1) || stderr),
    );
    // If it ends before it has read everything, what it printed says why.
    ask.stdin
      ?.on('error', () => undefined)
      .end(questions.map((question) => question.replaceAll(/\s+/g, ' ')).join('\n'));
  });
}
