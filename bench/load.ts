// The load: what the app takes over HTTP beside a bare one, how long answers take, and what is too much for it.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBalancer } from './balancer.js';
import type { LoadOrder, LoadResult } from './load-client.js';
import { type Figure, median, writeTable } from './measuring.js';
import { OURS, type Running, startApp, startHelper } from './processes.js';
import { listQuestions } from './questions.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '5' },
    /** So many payloads at 0.7 of the rate it can take, with the memory told every minute. */
    messages: { type: 'string', default: '0' },
    /** So many instances behind nginx, beside one behind nginx. */
    instances: { type: 'string', default: '1' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const messages = Number(values.messages);
const instances = Number(values.instances);

const UNDER_WAY = 16;
const MINUTE = 60;
const COMPARED = 'dist/bench/load-app.js';
const texts = listQuestions();

const client = await startHelper<string | LoadResult, LoadOrder>('dist/bench/load-client.js');
const apiUrl = String(await client.next());
const order = async (what: LoadOrder): Promise<LoadResult> => {
  client.send(what);
  return (await client.next()) as LoadResult;
};
const { DATABASE_URL } = process.env;
const HASH_KEY = 'measured with, and never a secret';
const start = (file: string, name = ''): Promise<Running> =>
  startApp(file, apiUrl, { BENCH_APP: name, HASH_KEY, ...(DATABASE_URL && { DATABASE_URL }) });

const apps = {
  bare: await start(COMPARED, 'bare'),
  'bare, as long an answer': await start(COMPARED, 'bare, as long an answer'),
  'ours without a store': await start(COMPARED, 'ours without a store'),
  'bare with the store': await start(COMPARED, 'bare with the store'),
  'bare with the store, as long an answer': await start(COMPARED, 'bare with the store, as long an answer'),
  ours: await start(OURS),
};
type Name = keyof typeof apps;
const NAMES = Object.keys(apps) as Name[];

/** Compiled code is some five times as quick as code that runs for the first time, and it takes a while to get there. */
const WARM = 6000;
for (const name of NAMES)
  for (let answered = 0; answered < WARM; )
    answered += (await order({ port: apps[name].port, seconds, texts, underWay: UNDER_WAY })).answered;

interface Measured {
  readonly rate: number;
  /** Processor time of an answer, in microseconds. */
  readonly each: number;
}

async function measure(name: Name, isNew: boolean): Promise<Measured> {
  const before = apps[name].processorTime() ?? Number.NaN;
  const { port } = apps[name];
  const { answered, seconds: took } = await order({ port, seconds, texts, underWay: UNDER_WAY, isNew });
  const used = (apps[name].processorTime() ?? Number.NaN) - before;
  return { rate: answered / took, each: used / answered };
}

/** Each round measures all of them, so that a slow moment of the machine is one for all. */
async function measureRounds(isNew: boolean): Promise<Record<Name, Measured>[]> {
  const turns: Record<Name, Measured>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turn = {} as Record<Name, Measured>;
    for (const name of NAMES) turn[name] = await measure(name, isNew);
    turns.push(turn);
  }
  return turns;
}

function tellRates(title: string, measured: readonly Record<Name, Measured>[]): void {
  const ratio = (name: Name, to: Name, least: number): Figure => ({
    name: `${name}, beside ${to}`,
    value: median(measured.map((turn) => turn[name].rate / turn[to].rate)),
    unit: 'x',
    wanted: { least },
  });
  const figures: Figure[] = [
    ...NAMES.flatMap((name): Figure[] => [
      { name: `${name}: answers a second`, value: median(measured.map((turn) => turn[name].rate)), unit: '/s' },
      { name: `${name}: processor time an answer`, value: median(measured.map((turn) => turn[name].each)), unit: 'µs' },
    ]),
    ratio('ours without a store', 'bare', 0.85),
    ratio('ours without a store', 'bare, as long an answer', 0.85),
    ratio('ours', 'bare with the store', 0.9),
    ratio('ours', 'bare with the store, as long an answer', 0.9),
  ];
  console.log(`${title}\n${writeTable(figures)}\n`);
}

console.log(`As fast as it goes, ${UNDER_WAY} under way; commands, direct messages and presses in turn\n`);
const measured = await measureRounds(false);
tellRates('Questions that come again and again', measured);
tellRates('Questions that never came before', await measureRounds(true));
const sustained = median(measured.map((turn) => turn.ours.rate));
for (const name of NAMES) if (name !== 'ours') await apps[name].stop();

const tell = (title: string, result: LoadResult): void => {
  const { sent, answered, twice, refused, p50, p99, p999, slowest, late } = result;
  const figures: Figure[] = [
    { name: 'sent', value: sent, unit: '' },
    { name: 'lost', value: sent - answered, unit: '', wanted: { most: 0 } },
    { name: 'answered twice', value: twice, unit: '', wanted: { most: 0 } },
    { name: 'refused', value: refused, unit: '', wanted: { most: 0 } },
    { name: 'event to answer, p50', value: p50, unit: 'ms' },
    { name: 'event to answer, p99', value: p99, unit: 'ms' },
    { name: 'event to answer, p99.9', value: p999, unit: 'ms' },
    { name: 'slowest', value: slowest, unit: 'ms' },
    { name: 'later than 3 s', value: late, unit: '' },
    { name: 'memory afterwards', value: apps.ours.memory(), unit: 'MB' },
  ];
  console.log(`${title}\n${writeTable(figures)}\n`);
};
const { port } = apps.ours;
const steady = Math.round(sustained * 0.7);
tell(`At ${steady} a second, 0.7 of what it takes`, await order({ port, seconds, texts, rate: steady }));
const twice = Math.round(sustained * 2);
tell(`At ${twice} a second, twice what it takes`, await order({ port, seconds, texts, rate: twice }));
for (let left = messages, minute = 1; left > 0; left -= steady * MINUTE, minute += 1) {
  const { sent, answered, p99 } = await order({ port, seconds: Math.min(MINUTE, left / steady), texts, rate: steady });
  const memory = apps.ours.memory()?.toFixed(0);
  console.log(`minute ${minute}: ${sent} sent, ${sent - answered} lost, p99 ${p99.toFixed(1)} ms, memory ${memory} MB`);
}
await apps.ours.stop();

if (instances > 1) {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  const settings = { HASH_KEY, DATABASE_URL: DATABASE_URL ?? `file:${join(folder, 'advisor.sqlite')}` };
  const all = await Promise.all(Array.from({ length: instances }, () => startApp(OURS, apiUrl, settings)));
  const ports = all.map((app) => app.port);
  const one = await startBalancer(ports.slice(0, 1));
  const many = await startBalancer(ports);
  const rateOf = async ({ port: at }: typeof one): Promise<number> => {
    const { answered, seconds: took } = await order({ port: at, seconds, texts, underWay: UNDER_WAY * instances });
    return answered / took;
  };
  const turns: { one: number; many: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const turn = { one: await rateOf(one), many: await rateOf(many) };
    if (round > 0) turns.push(turn);
  }
  const figures: Figure[] = [
    { name: 'one instance: answers a second', value: median(turns.map((turn) => turn.one)), unit: '/s' },
    { name: `${instances} instances: answers a second`, value: median(turns.map((turn) => turn.many)), unit: '/s' },
    { name: 'beside one', value: median(turns.map((turn) => turn.many / turn.one)), unit: 'x' },
    { name: 'processors of this machine', value: availableParallelism(), unit: '' },
  ];
  console.log(`Behind nginx, ${UNDER_WAY * instances} under way\n${writeTable(figures)}`);
  await Promise.all([one.stop(), many.stop(), ...all.map((app) => app.stop())]);
  rmSync(folder, { recursive: true, force: true });
}
client.end();
