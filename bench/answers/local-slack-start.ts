// Measures how long `npm start` without tokens takes until the page is there and the bot answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../src/config/project-root.js';
import { type Figure, median } from '../shared/figures.js';
import { BARE, endWithUs, startApp } from '../shared/processes.js';

const STARTS = 5;

/** The two steps of `npm start`, with nothing to build. */
export async function measureLocalStart(apiUrl: string): Promise<Figure[]> {
  const root = findProjectRoot();
  const turns: { readonly build: number; readonly start: number; readonly bare: number }[] = [];
  for (let turn = 0; turn <= STARTS; turn += 1) {
    const build = await untilEnd(join(root, 'scripts/build.mjs'));
    const start = await untilPage(join(root, 'dist/local-slack/start.js'));
    const bare = await startApp(BARE, apiUrl);
    await bare.stop();
    // The first brings the files into memory.
    if (turn > 0) turns.push({ build, start, bare: bare.startMs });
  }
  return [
    { name: 'build, nothing to do', value: median(turns.map(({ build }) => build)), unit: 'ms' },
    { name: 'then until page and bot are there', value: median(turns.map(({ start }) => start)), unit: 'ms' },
    {
      name: 'beside the start of a bare app',
      value: median(turns.map(({ start, bare }) => start / bare)),
      unit: 'x',
      wanted: { most: 4 },
    },
  ];
}

function run(file: string): ChildProcess {
  const env = { PATH: process.env.PATH, PORT: '0' };
  // In another folder than the project's, so that no .env is read.
  const child = spawn(process.execPath, [file], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'inherit'] });
  endWithUs(child);
  return child;
}

async function untilEnd(file: string): Promise<number> {
  const before = performance.now();
  const [code] = await once(run(file), 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return performance.now() - before;
}

async function untilPage(file: string): Promise<number> {
  const before = performance.now();
  const child = run(file);
  const ended = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    const address = /^Local workspace: (\S+)/m.exec(said)?.[1];
    if (address === undefined) continue;
    if (!(await fetch(address)).ok) throw new Error(`There is no page at ${address}`);
    break;
  }
  const ms = performance.now() - before;
  child.kill('SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return ms;
}
