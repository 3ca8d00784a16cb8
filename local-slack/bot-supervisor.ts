// Beside the local workspace: keeps a bot running, and takes up what is edited only once it has proved good.
import { join } from 'node:path';
import { dataFolder } from '../src/config/data-folder.js';
import { type BotProcess, startBot } from './bot-process.js';
import { compile } from './compile-intents.js';
import type { BotHealth } from './emulator/user-view.js';
import { fingerprint, watchFolders } from './file-watcher.js';

export interface BotSupervisorOptions {
  /** The project's folder. */
  readonly root: string;
  /** The bot's own folder. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Hears that the health is another one. */
  readonly changed: () => void;
  /** Writes a line for whoever sits at the terminal. */
  readonly say: (line: string) => void;
}

export interface BotSupervisor {
  /** Resolves when the first start has come to its end, be it good or bad. */
  readonly started: Promise<void>;
  health(): BotHealth;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Starts the bot and keeps it running until it is told to stop. */
export function superviseBot({ root, folder, env, changed, say }: BotSupervisorOptions): BotSupervisor {
  const [data, topics] = [dataFolder(env), join(root, 'intents')];
  let health: BotHealth = { botState: 'starting', faults: [], edits: 0 };
  let bot: BotProcess | undefined;
  let starting: BotProcess | undefined;
  /** Of what the running bot, the built topics and the last attempt were made. */
  let [running, tried] = ['', ''];
  let built = fingerprint(topics);
  let pause = FIRST_PAUSE_MS;
  let [isBusy, isDue] = [false, false];
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let timer: NodeJS.Timeout | undefined;

  const setHealth = (next: Partial<BotHealth>): void => {
    health = { ...health, ...next };
    changed();
  };
  const fail = (faults: readonly string[]): void => {
    setHealth({ faults, botState: bot === undefined ? 'stopped' : 'ready' });
    for (const fault of faults) say(fault);
    say(bot === undefined ? 'The bot does not run until this is mended.' : 'The last good state goes on answering.');
  };

  async function applyEdits(): Promise<void> {
    const now = { topics: fingerprint(topics), data: fingerprint(data) };
    const all = `${now.topics} ${now.data}`;
    if (bot !== undefined && all === running && now.topics === built) {
      if (health.faults.length > 0) say('Mended.');
      tried = all;
      return setHealth({ faults: [] });
    }
    if (bot !== undefined && all === tried) return;
    tried = all;
    const before = performance.now();
    if (now.topics !== built) {
      const faults = await compile(root, stopping.signal);
      if (isStopping()) return;
      if (faults.length > 0) return fail(faults);
      built = now.topics;
    }
    const fresh = startBot(root, folder, env, say);
    starting = fresh;
    const outcome = await fresh.outcome;
    starting = undefined;
    if (isStopping()) return;
    if (!outcome.isReady) return fail(outcome.lines);
    const old = bot;
    bot = fresh;
    const isFirst = running === '';
    running = all;
    void fresh.ended.then((lines) => restartLater(fresh, lines));
    void old?.stop();
    setHealth({ botState: 'ready', faults: [], edits: health.edits + Number(!isFirst) });
    if (!isFirst) say(`Taken up after ${((performance.now() - before) / 1000).toFixed(1)} s.`);
  }

  /** The bot has ended by itself: it is started again after a moment, and after an edit at once. */
  function restartLater(dead: BotProcess, lines: readonly string[]): void {
    if (bot !== dead || isStopping()) return;
    bot = undefined;
    setHealth({ botState: 'stopped', faults: [`The bot has ended: ${lines.at(-1)}`] });
    say(`The bot has ended: ${lines.at(-1)} It is started again in ${pause / 1000} s.`);
    timer = setTimeout(checkForEdits, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }

  async function checkForEdits(): Promise<void> {
    isDue = true;
    if (isBusy) return;
    isBusy = true;
    clearTimeout(timer);
    while (isDue && !isStopping()) {
      isDue = false;
      await applyEdits().catch((error: unknown) => fail([String(error)]));
    }
    isBusy = false;
  }

  const unwatch = watchFolders([data, topics], () => {
    pause = FIRST_PAUSE_MS;
    void checkForEdits();
  });
  return {
    started: checkForEdits(),
    health: () => health,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      unwatch();
      await Promise.all([bot?.stop(), starting?.stop()]);
    },
  };
}
