// Starts the product if there are tokens or it runs in production, else the local Slack.
import { dataFolder, readDataOption } from '../src/config/data-folder.js';
import { readSettings } from '../src/config/env-file.js';
import type { Environment } from '../src/config/environment.js';

/** If one of these is set, Slack itself is meant, and what's missing is an error. */
const TOKENS = [
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  ...['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'],
];
const USUAL_PORT = 3000;
const LAST_PORT = 65_535;

function readPort(env: Environment): number | undefined {
  const text = env.PORT ?? String(USUAL_PORT);
  const isPort = /^\d+$/.test(text) && Number(text) <= LAST_PORT;
  return isPort ? Number(text) : undefined;
}

/** Whether the packages of development are installed, judged by the page's bundler. */
function isDevelopment(): boolean {
  try {
    return import.meta.resolve('vite') !== '';
  } catch {
    return false;
  }
}

async function run(): Promise<void> {
  const { env, notes } = readSettings(process.env);
  for (const [name, value] of Object.entries(env)) process.env[name] ??= value;
  // The bot and the commands run in folders of their own.
  const DATA_DIR = dataFolder(env, readDataOption(process.argv.slice(2)));
  process.env.DATA_DIR = DATA_DIR;
  if (TOKENS.some((name) => name in env) || env.NODE_ENV === 'production' || !isDevelopment()) {
    await import('../src/main.js');
    return;
  }
  for (const note of notes) console.error(note);
  const port = readPort(env);
  if (port === undefined) throw new Error(`PORT must be a whole number up to ${LAST_PORT}. Run: PORT=3001 npm start`);
  const { openLocalSlack } = await import('./local-slack.js');
  await openLocalSlack({ port, env: { ...env, DATA_DIR } }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    const next = port < LAST_PORT ? port + 1 : USUAL_PORT;
    const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : "isn't allowed";
    throw new Error(`Port ${port} ${why}. Run: PORT=${next < 1024 ? USUAL_PORT : next} npm start`);
  });
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
