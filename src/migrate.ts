// The entrance for those who keep start and migration apart: brings the store's tables up to date, and ends.
import dotenv from 'dotenv';
import { ConfigError } from './environment.js';
import { migrateStore, UnreadableStore } from './store/migrate-store.js';
import { readStoreConfig } from './store-config.js';

async function run(): Promise<void> {
  dotenv.config({ quiet: true });
  const { name, wasUpToDate } = await migrateStore(readStoreConfig(process.env));
  console.log(wasUpToDate ? `The store ${name} was up to date.` : `The store ${name} is up to date now.`);
}

run().catch((error: unknown) => {
  const isTold = error instanceof UnreadableStore || error instanceof ConfigError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
});
