// Measures answers a second as fast as they go, memory under that load and start, beside a bare Bolt app and a peer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, median, writeTable } from '../shared/figures.js';
import { BARE, OURS, type Running } from '../shared/processes.js';
import { type LoadSetup, UNDER_WAY } from './load-setup.js';
import { writePeer } from './peer-model.js';

const PEER = 'dist/bench/load/peer-app.js';
const FILES = { 'bare app': BARE, peer: PEER, 'this app': OURS } as const;
type Name = keyof typeof FILES;
const NAMES = Object.keys(FILES) as Name[];

/** The first starts bring the files into the system's memory. */
const STARTS = 6;

interface Measured {
  readonly rate: number;
  /** Processor time of an answer, in microseconds. */
  readonly each: number;
  /** The most resident memory so far, in MB. */
  readonly memory: number;
  readonly twice: number;
}
type Round = Record<Name, Measured>;
type StartApp = (name: Name) => Promise<Running>;

/** Measures and tells everything, each app for so many seconds in each round. */
export async function tellBeside(setup: LoadSetup, seconds: number, rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'peer-'));
  const PEER_FILE = join(folder, 'peer.json');
  await writePeer(PEER_FILE);
  const start: StartApp = (name) => setup.start(FILES[name], { PEER_FILE });
  console.log(`From the start of the process until it is ready\n${writeTable(await measureStarts(start))}\n`);

  const apps = { 'bare app': await start('bare app'), peer: await start('peer'), 'this app': await start('this app') };
  for (const name of NAMES) await setup.warm(apps[name].port);
  for (const isNew of [false, true]) {
    const turns: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Each round measures all of them, so that a slow moment of the machine is one for all.
      const turn = {} as Round;
      for (const name of NAMES) turn[name] = await measure(setup, apps[name], seconds, isNew);
      turns.push(turn);
    }
    const title = isNew ? 'Questions that never came before' : 'Questions that come again and again';
    console.log(`${title}, as fast as it goes, ${UNDER_WAY} under way\n${writeTable(figuresOf(turns))}\n`);
  }
  for (const name of NAMES) await apps[name].stop();
  rmSync(folder, { recursive: true });
}

async function measureStarts(start: StartApp): Promise<Figure[]> {
  const times: Record<Name, number[]> = { 'bare app': [], peer: [], 'this app': [] };
  for (let turn = 0; turn <= STARTS; turn += 1) {
    for (const name of NAMES) {
      const { startMs, stop } = await start(name);
      await stop();
      if (turn > 0) times[name].push(startMs);
    }
  }
  const ratio = median(times['this app'].map((ms, turn) => ms / (times['bare app'][turn] ?? Number.NaN)));
  return [
    ...NAMES.map((name): Figure => ({ name, value: median(times[name]), unit: 'ms' })),
    { name: 'this app, beside the bare app', value: ratio, unit: 'x', wanted: { most: 1.5 } },
  ];
}

async function measure(setup: LoadSetup, app: Running, seconds: number, isNew: boolean): Promise<Measured> {
  const before = app.processorTime() ?? Number.NaN;
  const { answered, twice, seconds: took } = await setup.send({ port: app.port, seconds, underWay: UNDER_WAY, isNew });
  const used = (app.processorTime() ?? Number.NaN) - before;
  return { rate: answered / took, each: used / answered, memory: app.peakMemory() ?? Number.NaN, twice };
}

function figuresOf(turns: readonly Round[]): Figure[] {
  const beside = (what: string, to: Name, pick: (one: Measured) => number, wanted?: Figure['wanted']): Figure => ({
    name: `this app, beside the ${to}: ${what}`,
    value: median(turns.map((turn) => pick(turn['this app']) / pick(turn[to]))),
    unit: 'x',
    ...(wanted && { wanted }),
  });
  return [
    ...NAMES.flatMap((name): Figure[] => {
      const middle = (pick: (one: Measured) => number) => median(turns.map((turn) => pick(turn[name])));
      return [
        { name: `${name}: answers a second`, value: middle(({ rate }) => rate), unit: '/s' },
        { name: `${name}: processor time an answer`, value: middle(({ each }) => each), unit: 'µs' },
        { name: `${name}: most memory`, value: middle(({ memory }) => memory), unit: 'MB' },
      ];
    }),
    ...(['peer', 'this app'] as const).map((name): Figure => {
      const twice = turns.reduce((sum, turn) => sum + turn[name].twice, 0);
      return { name: `${name}: answered twice`, value: twice, unit: '', wanted: { most: 0 } };
    }),
    beside('answers a second', 'bare app', ({ rate }) => rate),
    beside('answers a second', 'peer', ({ rate }) => rate, { least: 1 }),
    beside('most memory', 'peer', ({ memory }) => memory, { most: 1.3 }),
  ];
}
