// A process of its own that plays Slack: sends what people do, takes the answers and times them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { percentile } from '../shared/figures.js';
import { countOf, isRepeated, payload } from './load-payloads.js';

/** Either as fast as it goes, with so many under way, or at a rate whatever becomes of it. */
export interface LoadOrder {
  readonly port: number;
  readonly seconds: number;
  readonly texts: readonly string[];
  readonly underWay?: number;
  /** Payloads a second. */
  readonly rate?: number;
  /** Writes each text as no one has yet. */
  readonly isNew?: boolean;
}

/** Times are from when Slack sends (or should have) until the answer is there, in milliseconds. */
export interface LoadResult {
  readonly sent: number;
  readonly answered: number;
  /** Answers beyond the first to the same payload. */
  readonly twice: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly slowest: number;
  /** Payloads that waited longer than Slack does. */
  readonly late: number;
}

const PATIENCE_MS = 3000;
/** What has no answer so long after the last was sent counts as lost. */
const LAST_WAIT_MS = 60_000;
const TICK_MS = 5;
const LOST_EVERY = 20;

let next = 0;
let running: Run | undefined;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => takeCall(request, response, Buffer.concat(chunks).toString()));
});

/** A call of the app: an answer to what it names, and anything else goes well. */
function takeCall({ url = '' }: IncomingMessage, response: ServerResponse, body: string): void {
  const posted = url.includes('chat.postMessage') ? new URLSearchParams(body).get('channel') : undefined;
  if (posted) running?.answered(countOf(posted));
  if (url.startsWith('/response/')) running?.answered(Number(url.slice('/response/'.length)));
  const self = { user_id: 'U00FAKEBOT', bot_id: 'B00FAKEBOT', user: 'backend-career', team: 'Fake Team' };
  const said = posted ? { ok: true, channel: posted, ts: '1.000001' } : { ok: true, ...self, team_id: 'T00FAKETEAM' };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

class Run {
  readonly #order: LoadOrder;
  readonly #pool: Pool;
  readonly #sentAt = new Map<number, number>();
  readonly #done = new Set<number>();
  readonly #times: number[] = [];
  readonly #waiting = new Map<number, () => void>();
  /** Nobody waits for them, until the end. */
  readonly #repeats: Promise<boolean>[] = [];
  #twice = 0;
  #refused = 0;
  #sent = 0;

  constructor(order: LoadOrder) {
    this.#order = order;
    // At a given rate no one waits for a free connection: Slack has as many as it needs.
    const connections = order.underWay ?? 1024;
    this.#pool = new Pool(`http://127.0.0.1:${order.port}`, {
      connections,
      pipelining: 1,
      bodyTimeout: 0,
      headersTimeout: 0,
      connect: { timeout: LAST_WAIT_MS },
    });
  }

  answered(count: number): void {
    const at = this.#sentAt.get(count);
    if (at === undefined) {
      if (this.#done.has(count)) this.#twice += 1;
      return;
    }
    this.#sentAt.delete(count);
    this.#done.add(count);
    this.#times.push(performance.now() - at);
    this.#waiting.get(count)?.();
    this.#waiting.delete(count);
  }

  /** Sends one payload, at the time it is due; resolves when the app has taken it. */
  async #send(count: number, dueAt: number): Promise<void> {
    this.#sent += 1;
    this.#sentAt.set(count, dueAt);
    const known = this.#order.texts[count % this.#order.texts.length] ?? '';
    const text = this.#order.isNew ? asNobodyYet(known, count) : known;
    // Slack sends at once again what it got no answer to; a second time it would be after a minute.
    const repeat = () => this.#repeats.push(this.#post(count, text, 1));
    const again = isRepeated(count) ? setTimeout(repeat, PATIENCE_MS) : undefined;
    const isTaken = await this.#post(count, text, 0);
    clearTimeout(again);
    // Slack also repeats what was taken, where the acknowledgement got lost.
    if (isTaken && isRepeated(count) && count % LOST_EVERY === 0) repeat();
    if (isTaken || (isRepeated(count) && (await this.#post(count, text, 1)))) return;
    // No one waits for its answer now.
    this.#sentAt.delete(count);
    this.#waiting.get(count)?.();
  }

  async #post(count: number, text: string, retry: number): Promise<boolean> {
    const { body, headers } = payload(count, text, `${own}/response/${count}`, retry);
    try {
      const response = await this.#pool.request({ path: '/slack/events', method: 'POST', headers, body });
      const said = await response.body.text();
      if (response.statusCode === 200) {
        if (said !== '') this.answered(count);
        return true;
      }
    } catch {
      // The connection broke: not taken either.
    }
    this.#refused += 1;
    return false;
  }

  async #oneAfterTheOther(until: number): Promise<void> {
    while (performance.now() < until) {
      const count = next++;
      const isAnswered = new Promise<void>((resolve) => this.#waiting.set(count, resolve));
      await this.#send(count, performance.now());
      await isAnswered;
    }
  }

  async #atRate(rate: number, until: number): Promise<void> {
    const began = performance.now();
    const sending: Promise<void>[] = [];
    for (let sent = 0; performance.now() < until; await pause(TICK_MS)) {
      for (const due = ((performance.now() - began) * rate) / 1000; sent < due; sent += 1)
        sending.push(this.#send(next++, began + (sent * 1000) / rate));
    }
    await Promise.race([Promise.all(sending), pause(LAST_WAIT_MS, undefined, { ref: false })]);
  }

  async work(): Promise<LoadResult> {
    const { seconds, underWay = 0, rate } = this.#order;
    const began = performance.now();
    const until = began + seconds * 1000;
    if (rate === undefined) await Promise.all(Array.from({ length: underWay }, () => this.#oneAfterTheOther(until)));
    else await this.#atRate(rate, until);
    for (const end = performance.now() + LAST_WAIT_MS; this.#sentAt.size > 0 && performance.now() < end; )
      await pause(TICK_MS);
    const took = (performance.now() - began) / 1000;
    await Promise.all(this.#repeats);
    await this.#pool.destroy();
    const at = (share: number): number => percentile(this.#times, share);
    return {
      sent: this.#sent,
      answered: this.#done.size,
      twice: this.#twice,
      refused: this.#refused,
      seconds: took,
      p50: at(0.5),
      p99: at(0.99),
      p999: at(0.999),
      slowest: at(1),
      late: this.#times.filter((ms) => ms > PATIENCE_MS).length,
    };
  }
}

/** The same question in capital and small letters of its own. */
function asNobodyYet(text: string, count: number): string {
  const letters = [...text].map((letter, index) => ((count >> (index % 31)) & 1 ? letter.toUpperCase() : letter));
  return letters.join('');
}

process.on('message', async (order: LoadOrder) => {
  running = new Run(order);
  process.send?.(await running.work());
});
process.on('disconnect', () => process.exit());
process.send?.(`${own}/api/`);
