// Starts the load client and the apps, and warms each app up before anything is measured.

import { type Running, startApp, startHelper } from '../shared/processes.js';
import { listQuestions } from '../shared/questions.js';
import type { LoadOrder, LoadResult } from './load-client.js';

/** So many are on their way at once where it goes as fast as it can. */
export const UNDER_WAY = 16;

/** Compiled code is some five times as quick as code that runs for the first time, and it takes a while to get there. */
const WARM = 6000;
const WARM_SECONDS = 4;

/** What sends and counts. */
export interface LoadSetup {
  /** Starts a built file on the store of the environment, a new file by default; `name` chooses among apps in one file. */
  start(file: string, settings?: NodeJS.ProcessEnv): Promise<Running>;
  /** Sends to a port, and tells what became of it. */
  send(order: Omit<LoadOrder, 'texts'>): Promise<LoadResult>;
  warm(port: number): Promise<void>;
  end(): void;
}

/** Starts the client; the texts are those of the specification. */
export async function openSetup(): Promise<LoadSetup> {
  const client = await startHelper<string | LoadResult, LoadOrder>('dist/bench/load/load-client.js');
  const apiUrl = String(await client.next());
  const texts = listQuestions();
  const { DATABASE_URL } = process.env;
  const kept = { HASH_KEY: 'measured with, and never a secret', ...(DATABASE_URL && { DATABASE_URL }) };
  const send: LoadSetup['send'] = async (order) => {
    client.send({ ...order, texts });
    return (await client.next()) as LoadResult;
  };
  return {
    start: (file, settings) => startApp(file, apiUrl, { ...kept, ...settings }),
    send,
    async warm(port) {
      for (let answered = 0; answered < WARM; )
        answered += (await send({ port, seconds: WARM_SECONDS, underWay: UNDER_WAY })).answered;
    },
    end: client.end,
  };
}
