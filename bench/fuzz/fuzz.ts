// Sends random and damaged payloads to the real process over HTTP, tries random data beside it, and prints every fault it met.

import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { type Slack, startSlack } from '../../local-slack/emulator/slack-emulator.js';
import type { Bot } from '../../src/answering/bot.js';
import type { SourceDocument } from '../../src/knowledge/documents.js';
import { SIGNING_SECRET } from '../shared/minimal-slack.js';
import { OURS, type Running, startApp, startHelper } from '../shared/processes.js';
import { knowledgeIn, loadShippedBot } from '../shared/shipped-bot.js';
import type { DataRound } from './data-fuzzer.js';
import { anyChange, anyPayload, changed, type Payload } from './random-payloads.js';
import { harmIn } from './unescaped-markup.js';
import { unsourcedIn } from './unsourced-answers.js';

const BATCH = 200;
const TRIES = 5;
const PERSON = 'U00FAKEUSER1';
const ENDED = 'the process ended';
const MINUTE_MS = 60_000;
/** On a busy machine a round takes half a minute. */
const HANGS_MS = 5 * MINUTE_MS;
/** By the second minute everything is compiled and has been used. */
const SETTLED_MINUTES = 2;
const MOST_GROWTH = 1.2;

/** What the command line can set; all are numbers. */
export interface FuzzOptions {
  readonly minutes?: number;
  /** A run with the same seed sends the same payloads. */
  readonly seed?: number;
}

/** What is running, and what the run has met so far. */
interface FuzzRun {
  readonly bot: Bot;
  readonly documents: readonly SourceDocument[];
  readonly slack: Slack;
  readonly app: Running;
  readonly kinds: Map<string, number>;
  readonly statuses: Map<number, number>;
  /** Each fault with the first payload that shows it. */
  readonly faults: Map<string, string>;
  readonly slowest: { answerMs: number; characters: number; requestMs: number };
}

/** Sends for so many minutes and prints a report; gives the exit status, 1 where there was a fault. */
export async function runFuzz({ minutes = 1, seed = Date.now() % 2 ** 31 }: FuzzOptions): Promise<number> {
  const slack = await startSlack();
  const run: FuzzRun = {
    bot: await loadShippedBot(),
    documents: knowledgeIn().documents,
    slack,
    app: await startApp(OURS, slack.apiUrl),
    kinds: new Map(),
    statuses: new Map(),
    faults: new Map(),
    slowest: { answerMs: 0, characters: 0, requestMs: 0 },
  };
  console.log(
    `Seed ${seed}, for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. The same seed sends the same payloads.`,
  );
  const end = Date.now() + minutes * MINUTE_MS;
  const memory = watchMemory(run);
  const data = fuzzData(run, seed, end);
  for (let batch = 0; Date.now() < end && !run.faults.has(ENDED); batch += 1) {
    const any = fc.tuple(anyPayload, fc.array(anyChange, { maxLength: 2 }));
    for (const [payload, changes] of fc.sample(any, { seed: seed + batch, numRuns: BATCH })) {
      const sent = 'response_url' in payload ? { ...payload, response_url: slack.responseUrl } : payload;
      await send(run, changes.reduce<unknown>(changed, sent), payload, changes.length > 0);
      if (Date.now() >= end) break;
    }
  }
  const counts = await data;
  memory.stop();
  report(run, counts);
  await run.app.stop();
  await slack.stop();
  return run.faults.size === 0 ? 0 : 1;
}

/** Tries rounds of random data in a process of their own until the end; one that takes too long is a fault. */
async function fuzzData({ faults }: FuzzRun, seed: number, end: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const helper = await startHelper<'ready' | DataRound, number>('dist/bench/fuzz/data-fuzzer.js');
  await helper.next();
  for (let round = seed; Date.now() < end; round += 1) {
    helper.send(round);
    const done = await Promise.race([helper.next(), pause(HANGS_MS, undefined, { ref: false })]);
    if (done === undefined || done === 'ready') {
      note(faults, 'data on which it hangs', { round });
      break;
    }
    for (const [what, number] of Object.entries(done.counts)) counts.set(what, (counts.get(what) ?? 0) + number);
    for (const [fault, shownBy] of done.faults) note(faults, fault, shownBy);
  }
  helper.end();
  return counts;
}

/** Prints the memory every minute; from the second minute on it may grow no more than a little. */
function watchMemory({ app, faults }: FuzzRun): { stop(): void } {
  let minute = 0;
  let settled: number | undefined;
  const timer = setInterval(() => {
    minute += 1;
    const now = app.memory();
    if (now === undefined) return;
    console.log(`minute ${minute}: ${now.toFixed(0)} MB`);
    if (minute === SETTLED_MINUTES) settled = now;
    if (settled !== undefined && now > MOST_GROWTH * settled)
      note(faults, 'memory grows', `${now.toFixed(0)} MB in minute ${minute}, ${settled.toFixed(0)} MB in minute 2`);
  }, MINUTE_MS);
  return { stop: () => clearInterval(timer) };
}

async function send(run: FuzzRun, body: unknown, original: Payload, isChanged: boolean): Promise<void> {
  const { app, faults, kinds, slowest, statuses } = run;
  count(kinds, `${kindOf(original)}${isChanged ? ', changed' : ''}`);
  timeAnswer(run, original);
  const before = performance.now();
  const { status, answer } = await post(app, body).catch(() => ({ status: 0, answer: '' }));
  slowest.requestMs = Math.max(slowest.requestMs, performance.now() - before);
  count(statuses, status);
  if (status === 0) note(faults, ENDED, body);
  if (status >= 500) note(faults, `status ${status}: ${app.lastWords().trim().split('\n').at(-1)}`, body);
  else if (status !== 200 && !isChanged) note(faults, `status ${status} for what Slack could send`, body);
  if (answer.startsWith('{')) for (const harm of harmIn(JSON.parse(answer))) note(faults, `${harm} in an answer`, body);
  checkCalls(run, body);
}

/** Checks the app's calls since the last payload, and what Slack refused; then drops them, since there will be many. */
function checkCalls({ slack: { calls, refused, workspace }, faults }: FuzzRun, body: unknown): void {
  for (const { method, args } of calls.splice(0)) {
    if (method !== 'chat.postMessage' && method !== 'response_url' && method !== 'chat.postEphemeral') continue;
    for (const harm of harmIn(args, [PERSON])) note(faults, `${harm} in an answer`, body);
  }
  for (const { error, method, ...rest } of refused.splice(0)) {
    if (/^(invalid_(blocks|arguments)|no_text|msg_|view_too)/.test(error))
      note(faults, `${method} was refused with ${error} ${JSON.stringify(rest)}`, body);
  }
  const { conversations } = workspace;
  for (const channel of ['C00FAKECHAN1', 'D00FAKEUSER1']) {
    for (const message of conversations.seenBy(PERSON, channel)) conversations.remove(message);
  }
}

/** Sources of the answer, and its processor time: the least of several tries, once it is slow. */
function timeAnswer({ bot, documents, faults, slowest }: FuzzRun, payload: Payload): void {
  const text = textOf(payload);
  const timeOnce = (): number => {
    const before = process.cpuUsage();
    bot.answer({ text });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  for (const fault of unsourcedIn(bot.answer({ text }), documents)) note(faults, fault, payload);
  let ms = timeOnce();
  for (let again = 0; again < TRIES && ms > slowest.answerMs; again += 1) ms = Math.min(ms, timeOnce());
  if (ms > slowest.answerMs) Object.assign(slowest, { answerMs: ms, characters: text.length });
}

function textOf(payload: Payload): string {
  const { text, event, message } = payload as Record<string, Record<string, unknown> | undefined>;
  return String(event?.text ?? message?.text ?? text ?? '');
}

async function post({ port }: Running, body: unknown): Promise<{ status: number; answer: string }> {
  const isEvent = typeof body === 'object' && body !== null && 'event' in body;
  const isCommand = typeof body === 'object' && body !== null && 'command' in body;
  const fields = isCommand ? Object.entries(body).map(([name, value]) => [name, String(value)]) : undefined;
  const raw = isEvent
    ? JSON.stringify(body)
    : new URLSearchParams(fields ?? { payload: JSON.stringify(body) }).toString();
  const timestamp = `${Math.floor(Date.now() / 1000)}`;
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${raw}`).digest('hex');
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body: raw,
  });
  return { status: response.status, answer: await response.text() };
}

function kindOf(payload: Payload): string {
  const { event, type, command } = payload as { event?: { type?: string }; type?: string; command?: string };
  return event?.type ?? (command === undefined ? (type ?? 'none') : 'command');
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The first payload of each fault is enough to find it again. */
function note(faults: Map<string, string>, fault: string, body: unknown): void {
  if (!faults.has(fault)) faults.set(fault, JSON.stringify(body).slice(0, 2_000));
}

function report({ app, faults, kinds, slowest, statuses }: FuzzRun, data: ReadonlyMap<string, number>): void {
  const list = (counts: ReadonlyMap<unknown, number>) =>
    [...counts].toSorted(([, a], [, b]) => b - a).map(([name, number]) => `  ${String(number).padStart(7)}  ${name}`);
  console.log(`${[...statuses.values()].reduce((sum, one) => sum + one, 0)} requests`);
  console.log(['kinds:', ...list(kinds), 'statuses:', ...list(statuses), 'data:', ...list(data)].join('\n'));
  const { answerMs, characters, requestMs } = slowest;
  console.log(`slowest answer: ${answerMs.toFixed(1)} ms of processor time, for ${characters} characters`);
  console.log(`slowest request: ${requestMs.toFixed(0)} ms from end to end`);
  console.log(`memory at the end: ${app.memory()?.toFixed(0) ?? 'unknown on this system'} MB`);
  console.log(`faults found: ${faults.size}`);
  for (const [fault, body] of faults) console.log(`  ${fault}: ${body}`);
  if (faults.has(ENDED)) console.log(`The last lines of its log:\n${app.lastWords()}`);
}
