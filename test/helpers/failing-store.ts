// Runs the app on a store that fails: people ask, Slack sends each message twice, and all of them again after a restart.
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { DatabaseLocation } from '../../src/config/store-config.js';
import { createLog } from '../../src/operations/log.js';
import { openStore } from '../../src/store/open-store.js';
import type { AppProcess } from './app-process.js';
import type { Body } from './connect-to-app.js';
import { operatorLines } from './fault-page.js';
import { DIRECT, directMessage } from './payloads.js';
import { type RunningApp, startApp } from './running-app.js';
import type { Slack } from './slack-emulator.js';

export const ALL = 'every answer, once';
/** The beginning of every log line about a fault of the store. */
export const LOST = 'The app still answers, but new data is in memory only.';

/** The log line about a fault of a server. */
const SERVER = 'The store postgres://HOST/DATABASE';
export const SERVER_WORKS = `warn ${SERVER} is working again. The data in memory has been saved to it.`;
export const serverFault = (problem: string, remedy: string): string => `warn ${SERVER} ${problem}. ${LOST} ${remedy}`;

/** How fast this machine writes the backlog doesn't matter, nor which of two limits ends a query first. */
export const serverLogLines = (lines: readonly string[]): string[] =>
  operatorLines(lines)
    .filter((told) => !told.includes('is back, but data is still being saved to it'))
    .map((told) => told.replace('(57014)', '(QUERY_TIMEOUT)'));

/** What was asked, by whom and where, and secrets: must be in no line of any level. */
const LEAK = /what do they earn|[UD]00FAKE|xox|xapp|a-secret/;

const RETRY = { number: 1, reason: 'http_timeout' };

/** Asks questions in this Slack and records what came of them. */
export function createQuestions(slack: Slack) {
  const asked: Body[] = [];
  return {
    count: () => asked.length,
    /** Asks a question that Slack then sends a second time. */
    async ask(app: RunningApp | AppProcess): Promise<void> {
      const body = directMessage();
      asked.push(body);
      for (const retry of [undefined, RETRY])
        expect(await app.deliver(body, retry)).toMatchObject({ isAcknowledged: true });
    },
    /** Slack sends everything again. */
    async repeat(app: RunningApp | AppProcess): Promise<void> {
      for (const body of asked) expect(await app.deliver(body, RETRY)).toMatchObject({ isAcknowledged: true });
    },
    person(): string {
      const answers = slack.messagesIn(DIRECT).length;
      return answers === asked.length ? ALL : `${answers} answers to ${asked.length} messages`;
    },
  };
}

/** Where the store is, and whether a start may create its tables. */
export type StorePlace = DatabaseLocation & { readonly migrates?: boolean };

/** Starts the app with the store at this place. */
export async function startOnStore(slack: Slack, place: StorePlace) {
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  const questions = createQuestions(slack);
  const start = async (at: StorePlace) => {
    const store = await openStore({ ...at, keepsTexts: true, warn: log.warn });
    return { store, app: await startApp('socket', { slack, store }) };
  };
  let running = await start(place);
  const stop = async (): Promise<void> => {
    await running.app.stop();
    await running.store.close();
    lines.push(...running.app.lines);
    expect(lines.join('\n')).not.toMatch(LEAK);
  };
  const ask = () => questions.ask(running.app);
  return {
    /** What the app has logged about the store so far; everything, once it has stopped. */
    lines,
    ask,
    asked: questions.count,
    person: questions.person,
    /** Keeps asking until the app logs that the store works again. */
    async askUntilBack(): Promise<void> {
      while (!lines.join().includes('is working again')) {
        await ask();
        // Nothing says when a store works again but a question that it takes; people don't ask without a break.
        await pause(200);
      }
    },
    /** Stops the app and starts it again, there or elsewhere; then Slack sends everything again. */
    async restart(at = place): Promise<void> {
      await stop();
      running = await start(at);
      await questions.repeat(running.app);
    },
    stop,
  };
}

export type Scene = Awaited<ReturnType<typeof startOnStore>>;
