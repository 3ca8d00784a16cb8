// The entrance for those who keep start and migration apart: brings the store's tables up to date, and ends.
import dotenv from 'dotenv';
import { ConfigError } from '../config/environment.js';
import { readStoreConfig } from '../config/store-config.js';
import { migrateStore, UnreadableStore } from '../store/migrate-store.js';
import { refuseAny, tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run migrate    brings the tables of the store that DATABASE_URL names up to date; can be run again`;

async function run(args: readonly string[]): Promise<void> {
  if (tellUsage(USAGE, args, refuseAny(args))) return;
  dotenv.config({ quiet: true });
  const { name, wasUpToDate } = await migrateStore(readStoreConfig(process.env));
  console.log(wasUpToDate ? `The store ${name} was up to date.` : `The store ${name} is up to date now.`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const isTold = error instanceof UnreadableStore || error instanceof ConfigError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
});
