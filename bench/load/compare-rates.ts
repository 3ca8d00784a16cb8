// Measures answers a second as fast as they go, beside bare Bolt apps that reply with a constant, in turn.

import { type Figure, median, writeTable } from '../shared/figures.js';
import { OURS, type Running } from '../shared/processes.js';
import type { LoadSetup } from './load-setup.js';
import { UNDER_WAY } from './load-setup.js';

const COMPARED = 'dist/bench/load/compared-apps.js';

/** The apps, with and without the same writes; the constant is short, or as long as an answer of ours is. */
const NAMES = [
  'bare',
  'bare, as long an answer',
  'ours without a store',
  'bare with the store',
  'bare with the store, as long an answer',
  'ours',
] as const;
type Name = (typeof NAMES)[number];
type Apps = Record<Name, Running>;

interface Measured {
  readonly rate: number;
  /** Processor time of an answer, in microseconds. */
  readonly each: number;
}
type Round = Record<Name, Measured>;

/** Measures and tells all rates, each app for so many seconds in each round. */
export async function tellBeside(setup: LoadSetup, seconds: number, rounds: number): Promise<void> {
  const apps = {} as Apps;
  for (const name of NAMES)
    apps[name] = await (name === 'ours' ? setup.start(OURS) : setup.start(COMPARED, { BENCH_APP: name }));
  for (const name of NAMES) await setup.warm(apps[name].port);
  const measure = async (name: Name, isNew: boolean): Promise<Measured> => {
    const { port, processorTime } = apps[name];
    const before = processorTime() ?? Number.NaN;
    const { answered, seconds: took } = await setup.send({ port, seconds, underWay: UNDER_WAY, isNew });
    const used = (processorTime() ?? Number.NaN) - before;
    return { rate: answered / took, each: used / answered };
  };
  for (const isNew of [false, true]) {
    const turns: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // Each round measures all of them, so that a slow moment of the machine is one for all.
      const turn = {} as Round;
      for (const name of NAMES) turn[name] = await measure(name, isNew);
      turns.push(turn);
    }
    const title = isNew ? 'Questions that never came before' : 'Questions that come again and again';
    console.log(`${title}, as fast as it goes, ${UNDER_WAY} under way\n${writeTable(figuresOf(turns))}\n`);
  }
  for (const name of NAMES) await apps[name].stop();
}

function figuresOf(turns: readonly Round[]): Figure[] {
  const ratio = (name: Name, to: Name, least: number): Figure => ({
    name: `${name}, beside ${to}`,
    value: median(turns.map((turn) => turn[name].rate / turn[to].rate)),
    unit: 'x',
    wanted: { least },
  });
  return [
    ...NAMES.flatMap((name): Figure[] => [
      { name: `${name}: answers a second`, value: median(turns.map((turn) => turn[name].rate)), unit: '/s' },
      { name: `${name}: processor time an answer`, value: median(turns.map((turn) => turn[name].each)), unit: 'µs' },
    ]),
    ratio('ours without a store', 'bare', 0.85),
    ratio('ours without a store', 'bare, as long an answer', 0.85),
    ratio('ours', 'bare with the store', 0.9),
    ratio('ours', 'bare with the store, as long an answer', 0.9),
  ];
}
