// Measures signed slash commands a second and the processor time of each, beside a bare app.
import { type Figure, median } from '../shared/figures.js';
import { BARE, OURS, type Running, startApp, startHelper } from '../shared/processes.js';
import type { Order } from './command-client.js';

const CONNECTIONS = 8;
const COMMANDS = 2500;
const ROUNDS = 7;

interface Round {
  readonly rate: number;
  /** Processor time of one command in microseconds. */
  readonly each: number;
}

/** Sends one round of commands; resolves to how many were answered in a second. */
type Post = (port: number, suffix?: string) => Promise<number>;

/** Commands go to both apps in turn, from a client that is a third process. */
export async function measureCommands(apiUrl: string, texts: readonly string[]): Promise<Figure[]> {
  const client = await startHelper<number, Order>('dist/bench/answers/command-client.js');
  const post: Post = (port, suffix) => {
    client.send({ port, connections: CONNECTIONS, commands: COMMANDS, texts, ...(suffix && { suffix }) });
    return client.next();
  };
  const bare = await startApp(BARE, apiUrl);
  const ours = await startApp(OURS, apiUrl);
  const oursFresh = await startApp(OURS, apiUrl);
  const rounds: { bare: Round; again: Round; fresh: Round }[] = [];
  try {
    for (let turn = 0; turn <= ROUNDS; turn += 1) {
      const round = {
        bare: await measureRound(bare, post),
        again: await measureRound(ours, post),
        fresh: await measureRound(oursFresh, post, ` please, ${turn}.`),
      };
      // The first one warms both up.
      if (turn > 0) rounds.push(round);
    }
  } finally {
    client.end();
    await Promise.all([bare.stop(), ours.stop(), oursFresh.stop()]);
  }
  const pick = (kind: 'bare' | 'again' | 'fresh') => rounds.map((round) => round[kind]);
  return [
    ...writeRounds('bare app', pick('bare')),
    ...writeRounds('this app, questions that come again', pick('again'), pick('bare')),
    ...writeRounds('this app, every question new', pick('fresh'), pick('bare')),
  ];
}

async function measureRound(app: Running, post: Post, suffix?: string): Promise<Round> {
  const before = app.processorTime() ?? Number.NaN;
  const rate = await post(app.port, suffix);
  return { rate, each: ((app.processorTime() ?? Number.NaN) - before) / COMMANDS };
}

/** `bare` are the rounds that the ratio is taken to, each to the one beside it. */
function writeRounds(name: string, rounds: readonly Round[], bare?: readonly Round[]): Figure[] {
  const each = median(rounds.map((round) => round.each));
  const ratios = bare?.map((round, index) => (rounds[index]?.rate ?? Number.NaN) / round.rate);
  return [
    { name: `${name}: commands a second`, value: median(rounds.map(({ rate }) => rate)), unit: '/s' },
    { name: `${name}: processor time a command`, value: Number.isNaN(each) ? undefined : each, unit: 'µs' },
    ...(ratios
      ? [{ name: `${name}: beside the bare app`, value: median(ratios), unit: 'x', wanted: { least: 0.9 } }]
      : []),
  ];
}
