// Measures one instance at a steady rate, at twice what it can take, and for a long time.

import { type Figure, median, writeTable } from '../shared/figures.js';
import { OURS, type Running } from '../shared/processes.js';
import type { LoadResult } from './load-client.js';
import { type LoadSetup, UNDER_WAY } from './load-setup.js';

const MINUTE = 60;

/** Of what it can take: a rate that it takes without anyone waiting. */
const SHARE = 0.7;

async function startWarm(setup: LoadSetup, seconds: number, rounds: number): Promise<{ app: Running; rate: number }> {
  const app = await setup.start(OURS);
  await setup.warm(app.port);
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { answered, seconds: took } = await setup.send({ port: app.port, seconds, underWay: UNDER_WAY });
    rates.push(answered / took);
  }
  return { app, rate: median(rates) };
}

/** Tells how long answers take at 0.7 of the rate it can take, and what becomes of twice the rate. */
export async function tellRates(setup: LoadSetup, seconds: number, rounds: number): Promise<void> {
  const { app, rate } = await startWarm(setup, seconds, rounds);
  for (const [words, at] of [
    [`${SHARE} of what it takes`, Math.round(rate * SHARE)],
    ['twice what it takes', Math.round(rate * 2)],
  ] as const) {
    const result = await setup.send({ port: app.port, seconds, rate: at });
    console.log(`At ${at} a second, ${words}\n${writeTable(figuresOf(result, app))}\n`);
  }
  await app.stop();
}

function figuresOf(
  { sent, answered, twice, refused, p50, p99, p999, slowest, late }: LoadResult,
  app: Running,
): Figure[] {
  return [
    { name: 'sent', value: sent, unit: '' },
    { name: 'lost', value: sent - answered, unit: '', wanted: { most: 0 } },
    { name: 'answered twice', value: twice, unit: '', wanted: { most: 0 } },
    { name: 'refused', value: refused, unit: '', wanted: { most: 0 } },
    { name: 'event to answer, p50', value: p50, unit: 'ms' },
    { name: 'event to answer, p99', value: p99, unit: 'ms' },
    { name: 'event to answer, p99.9', value: p999, unit: 'ms' },
    { name: 'slowest', value: slowest, unit: 'ms' },
    { name: 'later than 3 s', value: late, unit: '' },
    { name: 'memory afterwards', value: app.memory(), unit: 'MB' },
  ];
}

/** The payloads a second that it takes without anyone waiting. */
export async function findRate(setup: LoadSetup, seconds: number, rounds: number): Promise<number> {
  const { app, rate } = await startWarm(setup, seconds, rounds);
  await app.stop();
  return Math.round(rate * SHARE);
}

/** Sends so many payloads at a rate, and tells the memory every minute. */
export async function tellLongRun(setup: LoadSetup, messages: number, rate: number): Promise<void> {
  const app = await setup.start(OURS);
  await setup.warm(app.port);
  console.log(`${messages} payloads at ${rate} a second; memory at first ${app.memory()?.toFixed(0)} MB`);
  for (let left = messages, minute = 1; left > 0; minute += 1) {
    const result = await setup.send({ port: app.port, seconds: Math.min(MINUTE, Math.ceil(left / rate)), rate });
    const { sent, answered, twice, refused, p50, p99 } = result;
    left -= sent;
    const times = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
    const faults = `${sent - answered} lost, ${twice} twice, ${refused} refused`;
    console.log(`minute ${minute}: ${sent} sent, ${faults}, ${times}, memory ${app.memory()?.toFixed(0)} MB`);
  }
  await app.stop();
}
