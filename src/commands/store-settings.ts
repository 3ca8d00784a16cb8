// Reads which store a command works on, from the environment and the .env file; refuses a file that doesn't exist.
import { existsSync } from 'node:fs';
import dotenv from 'dotenv';
import { readEnvFile } from '../config/env-file.js';
import { ConfigError } from '../config/environment.js';
import { readStoreConfig, type StoreConfig } from '../config/store-config.js';
import { UnreadableStore } from '../store/read-store.js';

/** The store that DATABASE_URL names, or `url` if given; `option` is then what errors call it. Throws a ConfigError. */
export function readStoreSettings(url?: string, option = 'DATABASE_URL'): StoreConfig {
  for (const [name, value] of Object.entries(dotenv.parse(readEnvFile()))) process.env[name] ??= value;
  if (url === undefined) return readStoreConfig(process.env);
  try {
    return readStoreConfig({ ...process.env, DATABASE_URL: url });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(error.problems.map((problem) => problem.replace('DATABASE_URL', option)));
  }
}

/** Throws an UnreadableStore if the store is a file that doesn't exist, so that a command never makes an empty one. */
export function requireStore(config: StoreConfig): void {
  if ('file' in config && !existsSync(config.file))
    throw new UnreadableStore(
      `There is no store at ${config.file}. The app makes it when it first starts. ` +
        'If it’s somewhere else, set DATABASE_URL.',
    );
}
