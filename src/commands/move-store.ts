// The entrance for operators who go from a file to a server, or back: brings all that is kept into another store.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import dotenv from 'dotenv';
import { ConfigError } from '../config/environment.js';
import { readStoreConfig, type StoreConfig } from '../config/store-config.js';
import { type Moved, moveStore, UnreadableStore } from '../store/move-store.js';
import { tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run move-store -- --from file:var/advisor.sqlite --to postgres://USER:PASSWORD@HOST/DATABASE
  Without --to it is the store that DATABASE_URL names. HASH_KEY is the one that the old store was kept with.`;

interface Wish {
  readonly from: string;
  readonly to?: string;
}

/** What the command line asks for, or what is wrong with it. */
function readWish(args: readonly string[]): Wish | string {
  try {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } });
    const { from, to } = values;
    if (from === undefined) return '--from is missing: the store that things are in.';
    return { from, ...(to !== undefined && { to }) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The store that an option names. */
function readStoreAt(option: string, url: string): StoreConfig {
  try {
    return readStoreConfig({ ...process.env, DATABASE_URL: url });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.problems.map((problem) => problem.replace('DATABASE_URL', option)));
  }
}

function tell(moved: readonly Moved[]): string {
  const width = Math.max(...moved.map(({ kind }) => kind.length));
  const lines = moved.map(({ kind, found, moved: brought }) => `  ${kind.padEnd(width)}  ${brought} of ${found}`);
  return ['Moved, where the rest was there already:', ...lines].join('\n');
}

async function run(args: readonly string[]): Promise<void> {
  const wish = readWish(args);
  if (tellUsage(USAGE, args, typeof wish === 'string' ? wish : undefined) || typeof wish === 'string') return;
  dotenv.config({ quiet: true });
  const from = readStoreAt('--from', wish.from);
  const to = wish.to === undefined ? readStoreConfig(process.env) : readStoreAt('--to', wish.to);
  if ('file' in from && !existsSync(from.file)) throw new UnreadableStore(`There is no store at ${from.file}.`);
  console.log(tell(await moveStore(from, to)));
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const isTold = error instanceof UnreadableStore || error instanceof ConfigError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
});
