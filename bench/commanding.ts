// A part of the benchmark: signed slash commands a second, and the processor time of each, beside a bare app.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findProjectRoot } from '../src/project-root.js';
import type { Order } from './command-client.js';
import { type Figure, median } from './measuring.js';
import { BARE, OURS, type Running, startApp } from './processes.js';

const CONNECTIONS = 8;
const COMMANDS = 2500;
const ROUNDS = 7;

interface Round {
  readonly rate: number;
  /** Processor time of one command in microseconds. */
  readonly each: number;
}

/** Commands go to both apps in turn, from a client that is a third process. */
export async function measureCommands(apiUrl: string, texts: readonly string[]): Promise<Figure[]> {
  const client = fork(join(findProjectRoot(), 'dist/bench/command-client.js'));
  const end = once(client, 'exit').then(() => Promise.reject(new Error('The client of the benchmark ended')));
  end.catch(() => undefined);
  const post = async (port: number): Promise<number> => {
    const order: Order = { port, connections: CONNECTIONS, commands: COMMANDS, texts };
    client.send(order);
    const [rate] = await Promise.race([once(client, 'message'), end]);
    return Number(rate);
  };
  const apps = [await startApp(BARE, apiUrl), await startApp(OURS, apiUrl)] as const;
  const rounds: { bare: Round; ours: Round }[] = [];
  try {
    for (let turn = 0; turn <= ROUNDS; turn += 1) {
      const round = { bare: await measureRound(apps[0], post), ours: await measureRound(apps[1], post) };
      // The first one warms both up.
      if (turn > 0) rounds.push(round);
    }
  } finally {
    client.disconnect();
    await Promise.all(apps.map((app) => app.stop()));
  }
  return writeFigures(rounds);
}

async function measureRound(app: Running, post: (port: number) => Promise<number>): Promise<Round> {
  const before = app.processorTime() ?? Number.NaN;
  const rate = await post(app.port);
  return { rate, each: ((app.processorTime() ?? Number.NaN) - before) / COMMANDS };
}

function writeFigures(rounds: readonly { bare: Round; ours: Round }[]): Figure[] {
  const rate = { bare: median(rounds.map(({ bare }) => bare.rate)), ours: median(rounds.map(({ ours }) => ours.rate)) };
  const known = (value: number) => (Number.isNaN(value) ? undefined : value);
  return [
    { name: 'commands a second, bare app', value: rate.bare, unit: '/s' },
    { name: 'commands a second, this app', value: rate.ours, unit: '/s' },
    { name: 'commands beside the bare app', value: rate.ours / rate.bare, unit: 'x', wanted: { least: 0.9 } },
    {
      name: 'processor time a command, bare app',
      value: known(median(rounds.map(({ bare }) => bare.each))),
      unit: 'µs',
    },
    {
      name: 'processor time a command, this app',
      value: known(median(rounds.map(({ ours }) => ours.each))),
      unit: 'µs',
    },
  ];
}
