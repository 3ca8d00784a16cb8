// Measures start and memory of the app beside a bare one, and how long edited data takes to read.

import { setTimeout as pause } from 'node:timers/promises';
import { intents } from '../../intents/index.js';
import { shippedData } from '../../src/config/data-folder.js';
import { fingerprintData, modelFile, readModel } from '../../src/training/model-file.js';
import { type Figure, median } from '../shared/figures.js';
import { BARE, OURS, startApp } from '../shared/processes.js';
import { knowledgeIn } from '../shared/shipped-bot.js';

const STARTS = 11;
/** What Bolt still does after it has said that it listens is over by then. */
const SETTLE_MS = 300;

interface Start {
  readonly ms: number;
  readonly memory: number;
}

/** Starts both in turn, so that whatever else the machine does meets both. */
export async function measureStart(apiUrl: string): Promise<Figure[]> {
  refuseUnprepared();
  const starts: Record<string, Start[]> = { [BARE]: [], [OURS]: [] };
  for (let turn = 0; turn <= STARTS; turn += 1) {
    for (const [file, list] of Object.entries(starts)) {
      const start = await startOnce(file, apiUrl);
      // The first brings the files into memory.
      if (turn > 0) list.push(start);
    }
  }
  refuseUnprepared();
  const middle = (file: string, pick: (start: Start) => number) => median((starts[file] ?? []).map(pick));
  const [ourMs, bareMs] = [middle(OURS, ({ ms }) => ms), middle(BARE, ({ ms }) => ms)];
  const [ourMemory, bareMemory] = [middle(OURS, ({ memory }) => memory), middle(BARE, ({ memory }) => memory)];
  return [
    { name: 'start to ready, bare app', value: bareMs, unit: 'ms' },
    { name: 'start to ready, this app', value: ourMs, unit: 'ms' },
    { name: 'start beside the bare app', value: ourMs / bareMs, unit: 'x', wanted: { most: 1.5 } },
    ...writeMemory(ourMemory, bareMemory),
    { name: 'data read and checked', value: readData(), unit: 'ms', wanted: { most: 40 } },
  ];
}

/** What comes before training where the data was edited. */
function readData(): number {
  const dir = shippedData();
  const times = Array.from({ length: STARTS }, () => {
    const start = performance.now();
    knowledgeIn(dir);
    return performance.now() - start;
  });
  return median(times);
}

/** With data that the build has not seen the app trains when it starts, which is not what is measured here. */
function refuseUnprepared(): void {
  if (readModel(modelFile())?.data === fingerprintData(shippedData(), intents)) return;
  throw new Error('The data changed after the build: these figures would be of training. Build and measure again.');
}

async function startOnce(file: string, apiUrl: string): Promise<Start> {
  const app = await startApp(file, apiUrl);
  await pause(SETTLE_MS);
  const memory = app.memory() ?? Number.NaN;
  await app.stop();
  return { ms: app.startMs, memory };
}

function writeMemory(ours: number, bares: number): Figure[] {
  const known = (value: number) => (Number.isNaN(value) ? undefined : value);
  return [
    { name: 'memory when ready, bare app', value: known(bares), unit: 'MB' },
    { name: 'memory when ready, this app', value: known(ours), unit: 'MB' },
    { name: 'memory beside the bare app', value: known(ours / bares), unit: 'x', wanted: { most: 1.25 } },
  ];
}
