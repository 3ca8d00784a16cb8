// Beside the benchmark, a process of its own: posts signed slash commands and tells how many were answered in a second.
import { Pool } from 'undici';
import { signCommand } from './slack-stand-in.js';

/** What the client is told to do. */
export interface Order {
  readonly port: number;
  readonly connections: number;
  readonly commands: number;
  readonly texts: readonly string[];
  /** Put behind every text, with a number of its own; without it the texts come again and again. */
  readonly suffix?: string;
}

/** Signing is done before the clock runs: it is no work of the app. */
async function post({ port, connections, commands, texts, suffix }: Order): Promise<number> {
  const textOf = (i: number) => `${texts[i % texts.length] ?? ''}${suffix === undefined ? '' : `${suffix}${i}`}`;
  const signed = Array.from({ length: commands }, (_, i) => signCommand(textOf(i), i));
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1, bodyTimeout: 10_000 });
  const next = signed.values();
  const work = async (): Promise<void> => {
    for (const { body, headers } of next) {
      const response = await pool.request({ path: '/slack/events', method: 'POST', headers, body });
      const text = await response.body.text();
      if (response.statusCode !== 200 || text === '') throw new Error(`A command got ${response.statusCode}: ${text}`);
    }
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - before) / 1000;
  await pool.close();
  return commands / seconds;
}

process.on('message', async (order: Order) => process.send?.(await post(order)));
process.on('disconnect', () => process.exit());
