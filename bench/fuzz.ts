// The fuzz run: sends any payloads to the real process over HTTP, for minutes, and prints what it met.
import { createHmac } from 'node:crypto';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Slack, startSlack } from '../local-slack/emulator/slack-emulator.js';
import { loadBot } from '../src/training/load-bot.js';
import { anyChange, anyPayload, changed, type Payload } from './arbitrary.js';
import { harmIn } from './harm.js';
import { OURS, type Running, startApp } from './processes.js';
import { SIGNING_SECRET } from './slack-stand-in.js';

const BATCH = 200;
const TRIES = 5;
const PERSON = 'U00FAKEUSER1';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
const minutes = Number(values.minutes ?? 1);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('Say for how long, and with which seed if not a new one: npm run fuzz -- --minutes 10 --seed 1');
  process.exit(1);
}

const kinds = new Map<string, number>();
const statuses = new Map<number, number>();
const faults = new Map<string, string>();
const slowest = { answerMs: 0, characters: 0, requestMs: 0 };
let requests = 0;

const bot = await loadBot();
const slack = await startSlack();
const app = await startApp(OURS, slack.apiUrl);
console.log(
  `Seed ${seed}, for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: every run with this seed sends the same.`,
);
const end = Date.now() + minutes * 60_000;
for (let batch = 0; Date.now() < end && !faults.has('the process ended'); batch += 1) {
  const any = fc.tuple(anyPayload, fc.array(anyChange, { maxLength: 2 }));
  for (const [payload, changes] of fc.sample(any, { seed: seed + batch, numRuns: BATCH })) {
    const sent = 'response_url' in payload ? { ...payload, response_url: slack.responseUrl } : payload;
    await send(changes.reduce<unknown>(changed, sent), payload, changes.length > 0);
    if (Date.now() >= end) break;
  }
}
const memory = app.memory();
await app.stop();
await slack.stop();
report();
process.exit(faults.size === 0 ? 0 : 1);

async function send(body: unknown, original: Payload, isChanged: boolean): Promise<void> {
  requests += 1;
  count(kinds, `${kindOf(original)}${isChanged ? ', changed' : ''}`);
  time(original);
  const before = performance.now();
  const { status, answer } = await post(app, body).catch(() => ({ status: 0, answer: '' }));
  slowest.requestMs = Math.max(slowest.requestMs, performance.now() - before);
  count(statuses, status);
  if (status === 0) note('the process ended', body);
  if (status !== 200 && !isChanged) note(`status ${status} for what Slack could send`, body);
  if (answer.startsWith('{')) for (const harm of harmIn(JSON.parse(answer))) note(`${harm} in an answer`, body);
  look(slack, body);
}

/** What was said since, and what Slack would not have taken; then it is forgotten, for there will be much of it. */
function look({ calls, refused, workspace }: Slack, body: unknown): void {
  for (const { method, args } of calls.splice(0)) {
    if (method !== 'chat.postMessage' && method !== 'response_url' && method !== 'chat.postEphemeral') continue;
    for (const harm of harmIn(args, [PERSON])) note(`${harm} in an answer`, body);
  }
  for (const { error, method, ...rest } of refused.splice(0)) {
    if (/^(invalid_(blocks|arguments)|no_text|msg_|view_too)/.test(error))
      note(`${method} was refused with ${error} ${JSON.stringify(rest)}`, body);
  }
  const { conversations } = workspace;
  for (const channel of ['C00FAKECHAN1', 'D00FAKEUSER1']) {
    for (const message of conversations.seenBy(PERSON, channel)) conversations.remove(message);
  }
}

/** The processor time of the answer alone, without what else this machine does: the least of several, once it is slow. */
function time(payload: Payload): void {
  const text = textOf(payload);
  let ms = timeOnce(text);
  for (let again = 0; again < TRIES && ms > slowest.answerMs; again += 1) ms = Math.min(ms, timeOnce(text));
  if (ms > slowest.answerMs) Object.assign(slowest, { answerMs: ms, characters: text.length });
}

function timeOnce(text: string): number {
  const before = process.cpuUsage();
  bot.answer({ text });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
function note(fault: string, body: unknown): void {
  if (!faults.has(fault)) faults.set(fault, JSON.stringify(body).slice(0, 2_000));
}

function report(): void {
  const list = (counts: ReadonlyMap<unknown, number>) =>
    [...counts].toSorted(([, a], [, b]) => b - a).map(([name, number]) => `  ${String(number).padStart(7)}  ${name}`);
  console.log(`${requests} requests`);
  console.log(['kinds:', ...list(kinds), 'statuses:', ...list(statuses)].join('\n'));
  const { answerMs, characters, requestMs } = slowest;
  console.log(`slowest answer: ${answerMs.toFixed(1)} ms of processor time, for ${characters} characters`);
  console.log(`slowest request: ${requestMs.toFixed(0)} ms from end to end`);
  console.log(`memory at the end: ${memory ?? 'not told by this system'} MB`);
  console.log(`faults found: ${faults.size}`);
  for (const [fault, body] of faults) console.log(`  ${fault}: ${body}`);
  if (faults.has('the process ended')) console.log(`What it said at last:\n${app.lastWords()}`);
}
