// A process of its own that posts signed slash commands and reports how many were answered in a second.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { signCommand } from '../shared/minimal-slack.js';

/** What the client is told to do. */
export interface Order {
  readonly port: number;
  readonly connections: number;
  readonly commands: number;
  readonly texts: readonly string[];
  /** Put behind every text, with a number of its own; without it the texts come again and again. */
  readonly suffix?: string;
}

/** Takes the answers that come by response_url: those that the acknowledgement does not hold. */
async function openInbox() {
  const waiting = new Map<string, () => void>();
  const arrived = new Set<string>();
  const server = createServer((request, response) => {
    request.resume();
    response.end('ok');
    const path = request.url ?? '';
    arrived.add(path);
    waiting.get(path)?.();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (count: number) => `http://127.0.0.1:${port}/${count}`,
    /** Resolves once this command is answered. */
    async answerTo(count: number): Promise<void> {
      if (!arrived.has(`/${count}`)) await new Promise<void>((resolve) => waiting.set(`/${count}`, resolve));
    },
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Signing is done before the clock runs: it is no work of the app. */
async function post({ port, connections, commands, texts, suffix }: Order): Promise<number> {
  const textOf = (i: number) => `${texts[i % texts.length] ?? ''}${suffix === undefined ? '' : `${suffix}${i}`}`;
  const inbox = await openInbox();
  const signed = Array.from({ length: commands }, (_, i) => signCommand(textOf(i), i, inbox.urlOf(i)));
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1, bodyTimeout: 10_000 });
  const next = signed.entries();
  const work = async (): Promise<void> => {
    for (const [count, { body, headers }] of next) {
      const response = await pool.request({ path: '/slack/events', method: 'POST', headers, body });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`A command got ${response.statusCode}: ${text}`);
      if (text === '') await inbox.answerTo(count);
    }
  };
  const before = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const seconds = (performance.now() - before) / 1000;
  await pool.close();
  inbox.close();
  return commands / seconds;
}

process.on('message', async (order: Order) => process.send?.(await post(order)));
process.on('disconnect', () => process.exit());
