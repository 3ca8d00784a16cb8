// The launcher's own side: opens the local workspace, runs the real bot in it, and leaves nothing behind.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intents } from '../intents/index.js';
import { findProjectRoot } from '../src/config/project-root.js';
import { type BotSupervisor, superviseBot } from './bot-supervisor.js';
import { PERSON } from './emulator/fake-ids.js';
import { startLocalSlackServer } from './emulator/server.js';

export interface LocalSlackOptions {
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}

const QUESTIONS = 5;
const LONGEST_EXPLANATION_MS = 15_000;

/** Opens all of it, and says in one line where it is once it can be asked. Ends the process when it is told to stop. */
export async function openLocalSlack({ port, env }: LocalSlackOptions): Promise<void> {
  const root = findProjectRoot();
  const folder = mkdtempSync(join(tmpdir(), 'backend-career-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let bot: BotSupervisor | undefined;
  const server = await startLocalSlackServer({
    port,
    isAgent: env.AGENT?.trim().toLowerCase() === 'on',
    pageFolder: join(root, 'dist/page'),
    questions: intents.topics.slice(0, QUESTIONS).map(({ example }) => example),
    health: () => bot?.health() ?? { botState: 'starting', faults: [], edits: 0 },
    explain: (talk) => explain(root, folder, talk),
  });
  const stop = async (): Promise<void> => {
    await bot?.stop();
    await server.stop();
    process.exit(0);
  };
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // Who asks a second time does not want to wait; leaving takes the bot and the folder along in any case.
      if (isStopping) process.exit(0);
      isStopping = true;
      void stop();
    });
  bot = superviseBot({
    root,
    folder,
    env: botEnvironment(env, server.environment, folder),
    changed: server.tell,
    say: (line) => console.error(line),
  });
  await bot.started;
  console.log(`Local workspace: http://localhost:${server.port} (no Slack, no network; Ctrl-C ends it)`);
}

/** The bot's environment as in production; only where Slack is and where things are kept are the workspace's own. */
function botEnvironment(env: NodeJS.ProcessEnv, slack: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  // Who tries it sees what administrators see; a line for each event would drown the faults of the data.
  const usual = { ADMINS: PERSON, LOG_LEVEL: 'warn' };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const own = { PORT: '', LOG_FORMAT: 'text', MIGRATE: 'on', DATABASE_URL: `file:${join(folder, 'advisor.sqlite')}` };
  return { ...usual, ...given, ...slack, ...own };
}

/** What `npm run ask -- --explain` prints below its answer to the last of these questions. */
function explain(root: string, folder: string, talk: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: LONGEST_EXPLANATION_MS, maxBuffer: 1_000_000 };
    const ask = execFile(
      process.execPath,
      [join(root, 'dist/src/commands/ask.js'), '--explain'],
      options,
      (_, stdout, stderr) => resolve(stdout.slice(stdout.lastIndexOf('\nWhy: ') + 1) || stderr),
    );
    // A program that ends before it has read all is told of by what it printed.
    ask.stdin?.on('error', () => undefined).end(talk.map((question) => question.replaceAll(/\s+/g, ' ')).join('\n'));
  });
}
