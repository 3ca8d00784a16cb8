// Starts the product if there are tokens or it runs in production, else the local Slack.
import { dataFolder, readDataOption } from '../src/config/data-folder.js';
import { readEnvFile } from '../src/config/env-file.js';
import { trimEnvironment } from '../src/config/environment.js';

/** If one of these is set, Slack itself is meant, and what's missing is an error. */
const TOKENS = [
  ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  ...['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'],
];
const USUAL_PORT = 3000;
const LAST_PORT = 65_535;

const isSet = (name: string): boolean => (process.env[name] ?? '').trim() !== '';

function readPort(): number | undefined {
  const text = trimEnvironment(process.env).PORT ?? String(USUAL_PORT);
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
  const { values, notes } = readEnvFile();
  for (const [name, value] of Object.entries(values)) process.env[name] ??= value;
  // The bot and the commands run in folders of their own.
  process.env.DATA_DIR = dataFolder(process.env, readDataOption(process.argv.slice(2)));
  if (TOKENS.some(isSet) || process.env.NODE_ENV === 'production' || !isDevelopment()) {
    await import('../src/main.js');
    return;
  }
  for (const note of notes) console.error(note);
  const port = readPort();
  if (port === undefined) throw new Error(`PORT must be a whole number up to ${LAST_PORT}. Run: PORT=3001 npm start`);
  const { openLocalSlack } = await import('./local-slack.js');
  await openLocalSlack({ port, env: process.env }).catch((error: NodeJS.ErrnoException) => {
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
