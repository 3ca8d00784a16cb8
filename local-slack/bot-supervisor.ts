// Keeps the bot running as a process of its own; an edited version takes over only once it has started.
import { join } from 'node:path';
import { dataFolder, shippedData } from '../src/config/data-folder.js';
import type { Environment } from '../src/config/environment.js';
import { type BotProcess, startBot } from './bot-process.js';
import { compile } from './compile-intents.js';
import type { BotHealth } from './emulator/user-view.js';
import { watchFolders } from './file-watcher.js';
import { fingerprint } from './fingerprint.js';

/** What the supervisor needs, and whom it tells. */
export interface BotSupervisorOptions {
  /** The project's folder. */
  readonly root: string;
  /** The bot's own folder. */
  readonly folder: string;
  readonly env: Environment;
  /** From now on, the process that connected last gets what people ask. */
  readonly promote: () => void;
  /** Hears of each change of the health. */
  readonly changed: () => void;
  /** Writes a line to the terminal. */
  readonly say: (line: string) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Starts the bot and keeps it running until it's told to stop. */
export class BotSupervisor {
  /** Resolves when the first start is over, whether it went well or not. */
  readonly started: Promise<void>;
  readonly #options: BotSupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #unwatch: () => Promise<void>;
  /** The documents may be in another folder, but the product's own lists always come from its own. */
  readonly #dataFolders: readonly string[];
  readonly #intentsFolder: string;
  #health: BotHealth = { botState: 'starting', faults: [], edits: 0, isReading: false };
  #bot: BotProcess | undefined;
  #starting: BotProcess | undefined;
  /** Fingerprints: of what the running bot read, of the last attempt, and of the intents in the build. */
  #running = '';
  #tried = '';
  #compiled: string;
  #pause = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;
  #isBusy = false;
  #isDue = false;

  constructor(options: BotSupervisorOptions) {
    this.#options = options;
    this.#dataFolders = [...new Set([dataFolder(options.env), shippedData()])];
    this.#intentsFolder = join(options.root, 'intents');
    this.#compiled = fingerprint(this.#intentsFolder);
    this.#unwatch = watchFolders([...this.#dataFolders, this.#intentsFolder], {
      changed: () => {
        this.#pause = FIRST_PAUSE_MS;
        void this.#checkForEdits();
      },
      failed: (reason) => options.say(`Can't watch data and intents for edits (${reason}). Restart after an edit.`),
    });
    this.started = this.#checkForEdits();
  }

  health(): BotHealth {
    return this.#health;
  }

  /** Ends the bot in order, and whatever else was started. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await Promise.all([this.#unwatch(), this.#bot?.stop(), this.#starting?.stop()]);
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** One attempt at a time; edits made during one are due after it. */
  async #checkForEdits(): Promise<void> {
    this.#isDue = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    clearTimeout(this.#timer);
    while (this.#isDue && !this.#isStopping) {
      this.#isDue = false;
      await this.#applyEdits().catch((error: unknown) => this.#fail([String(error)]));
    }
    this.#isBusy = false;
  }

  async #applyEdits(): Promise<void> {
    const intents = fingerprint(this.#intentsFolder);
    const version = this.#versionWith(intents);
    if (this.#bot !== undefined && version === this.#running && intents === this.#compiled) return this.#keep(version);
    if (this.#bot !== undefined && version === this.#tried) return;
    this.#tried = version;
    const before = performance.now();
    if (this.#running !== '') this.#setHealth({ isReading: true });
    const faults = await this.#compile(intents);
    if (this.#isStopping) return;
    if (faults.length > 0) return this.#fail(faults);
    const { root, folder, env, say } = this.#options;
    const next = startBot(root, folder, env, say);
    this.#starting = next;
    const result = await next.result;
    this.#starting = undefined;
    if (this.#isStopping) return;
    // Edited while it was being read: what it read may be partly old and partly new.
    if (version !== this.#versionWith(fingerprint(this.#intentsFolder))) {
      this.#isDue = true;
      return next.stop();
    }
    if (!result.isReady) return this.#fail(result.lines);
    this.#replace(next, version, performance.now() - before);
  }

  #versionWith(intents: string): string {
    return [intents, ...this.#dataFolders.map(fingerprint)].join(' ');
  }

  async #compile(intents: string): Promise<readonly string[]> {
    if (intents === this.#compiled) return [];
    const faults = await compile(this.#options.root, this.#stopping.signal);
    if (faults.length === 0 && !this.#isStopping) this.#compiled = intents;
    return faults;
  }

  /** An edit was undone, so the running bot is right as it is. */
  #keep(version: string): void {
    if (this.#health.faults.length > 0) this.#options.say('Fixed.');
    this.#tried = version;
    this.#setHealth({ faults: [], isReading: false });
  }

  #replace(next: BotProcess, version: string, ms: number): void {
    const old = this.#bot;
    const isFirst = this.#running === '';
    const isEdit = !isFirst && this.#running !== version;
    this.#bot = next;
    this.#running = version;
    this.#options.promote();
    void next.ended.then((lines) => this.#restartLater(next, lines));
    void old?.stop();
    this.#setHealth({
      botState: 'ready',
      faults: [],
      isReading: false,
      edits: this.#health.edits + Number(!isFirst),
      ...(isEdit && { changedAt: Date.now() }),
    });
    if (!isFirst) this.#options.say(`Reloaded in ${(ms / 1000).toFixed(1)} s.`);
  }

  /** The bot has ended by itself: starts it again after a pause, or at once after an edit. */
  #restartLater(ended: BotProcess, lines: readonly string[]): void {
    if (this.#bot !== ended || this.#isStopping) return;
    this.#bot = undefined;
    const fault = `The bot has stopped: ${lines.at(-1)}`;
    this.#setHealth({ botState: 'stopped', faults: [fault], isReading: false });
    this.#options.say(`${fault} Starting it again in ${this.#pause / 1000} s.`);
    this.#timer = setTimeout(() => void this.#checkForEdits(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
  }

  #fail(faults: readonly string[]): void {
    const isRunning = this.#bot !== undefined;
    this.#setHealth({ faults, botState: isRunning ? 'ready' : 'stopped', isReading: false });
    for (const fault of faults) this.#options.say(fault);
    this.#options.say(isRunning ? 'The last working version keeps answering.' : 'The bot starts once this is fixed.');
  }

  #setHealth(next: Partial<BotHealth>): void {
    this.#health = { ...this.#health, ...next };
    this.#options.changed();
  }
}
