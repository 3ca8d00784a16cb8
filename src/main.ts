// The entrance for Slack: reads the environment, starts the app, stops it when asked, and ends with a clear line.
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { intents } from '../intents/index.js';
import { dataFolder, readDataOption } from './config/data-folder.js';
import { readSettings } from './config/env-file.js';
import { ConfigError, readBoth, serviceLinkLines, trimEnvironment } from './config/environment.js';
import { type Config, readConfig, readLogFormat } from './config/slack-config.js';
import { readStoreConfig } from './config/store-config.js';
import { DataError } from './knowledge/data-error.js';
import { healthPages } from './operations/health.js';
import { createLog, formatLine } from './operations/log.js';
import { openPages } from './operations/pages.js';
import type { Prometheus } from './operations/prometheus.js';
import { createApp, type StartedApp } from './slack/app.js';
import { describeFailure } from './slack/slack-errors.js';
import { openStore } from './store/open-store.js';
import type { Store } from './store/store.js';
import { loadBot } from './training/load-bot.js';

/** Ten seconds are promised, for open answers and for closing the store; the rest is for ending. */
const GRACE_MS = 8_500;
const CLOSING_MS = 1_000;
const SWEEP_MS = 10 * 60_000;

/** How far the heap may grow before garbage is collected. Under load the app takes 193 MB with this, 282 MB with V8's own. */
const HEAP_GROWTH_PERCENT = 40;

let isStopping = false;
/** Until `.env` is read, the environment alone. */
let settings = trimEnvironment(process.env);

async function run(): Promise<void> {
  const { env, notes } = readSettings(process.env);
  settings = env;
  // Packages read variables of their own there, such as PGSSLROOTCERT.
  for (const [name, value] of Object.entries(env)) process.env[name] ??= value;
  for (const line of [...notes, ...serviceLinkLines(process.env)]) say('warn', line);
  const folder = dataFolder(env, readDataOption(process.argv.slice(2)));
  const [config, kept] = readBoth(
    () => readConfig(env),
    () => readStoreConfig(env),
  );
  const log = createLog(config.logLevel, console.error, logFormat());
  const counts = config.monitoringPort === undefined ? undefined : await loadCounts();
  const noteFault = counts?.storeFailed;
  const store = await openStore({ ...kept, warn: log.warn, ...(noteFault && { noteFault }) });
  const app = createApp(config, await loadBot(intents, folder, log.warn), store, log, undefined, counts);
  sweepOnSchedule(store);
  if (counts !== undefined && config.monitoringPort !== undefined) {
    const port = await openPages(config.monitoringPort, [...healthPages(app.health), counts.pageFor(app.health)]);
    say('info', `Monitoring: port ${port}`);
  }
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    const isFinished = await app.stop(GRACE_MS);
    await Promise.race([store.close(), pause(CLOSING_MS)]);
    if (!isFinished) say('error', 'Stopped before some answers were finished. Slack will resend their events.');
    process.exit(0);
  };
  // SIGHUP comes when the terminal closes.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);
  logStart(config, await app.start());
  // Not before: nothing that the start has made is garbage.
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  await app.lost;
}

const logFormat = () => readLogFormat(settings, process.stderr.isTTY === true);

/** Lines at the start and at the end; people read them without a level. */
function say(level: 'info' | 'warn' | 'error', message: string): void {
  const format = logFormat();
  const line = format === 'text' ? message : formatLine(format, level, message);
  if (level === 'info') console.log(line);
  else console.error(line);
}

/** Only loaded if it's used, since that takes a moment. */
async function loadCounts(): Promise<Prometheus> {
  const { createPrometheus } = await import('./operations/prometheus.js');
  return createPrometheus();
}

/** Deletes what has expired: at the start, for the time the process was off, and every ten minutes. */
function sweepOnSchedule(store: Store): void {
  void store.sweep();
  setInterval(() => void store.sweep(), SWEEP_MS).unref();
}

function logStart(config: Config, { who, where }: StartedApp): void {
  const mode = config.mode === 'socket' ? 'Socket Mode' : 'HTTP';
  say('info', `Ready: ${mode}, ${where}, ${who}`);
  if (config.mode === 'socket' && config.ignoresSigningSecret) {
    say('info', 'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set. Using Socket Mode; the secret isn’t used.');
  }
}

/** One clear line, then the end; a supervisor may start the process again. */
function fail(error: unknown): void {
  if (isStopping) return;
  say('error', explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  // These errors say everything themselves, one line for each fault.
  if (error instanceof ConfigError || error instanceof DataError) return error.message;
  const { code, advice } = describeFailure(error);
  return `Stopped: ${code}. ${advice}.`;
}

// A reconnect that fails for good only reaches the process as an unhandled rejection.
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);
run().catch(fail);
