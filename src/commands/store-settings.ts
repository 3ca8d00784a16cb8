// Reads which store a command works on, from the environment and the .env file; refuses a file that doesn't exist.
import { existsSync } from 'node:fs';
import { readSettings } from '../config/env-file.js';
import { ConfigError, type Environment } from '../config/environment.js';
import { readStoreConfig, type StoreConfig } from '../config/store-config.js';
import { UnreadableStore } from '../store/read-store.js';
import type { Terminal } from './command-line.js';

/** The environment with what only the .env file sets; says on standard error what of it isn't read. Throws a ConfigError. */
export function withEnvFile({ env: given, stderr }: Pick<Terminal, 'env' | 'stderr'>): Environment {
  const { env, notes } = readSettings(given);
  for (const note of notes) stderr.write(`${note}\n`);
  return env;
}

/** The store that DATABASE_URL names, or `url` if given; `option` is then what errors call it. Throws a ConfigError. */
export function readStoreSettings(env: Environment, url?: string, option = 'DATABASE_URL'): StoreConfig {
  if (url === undefined) return readStoreConfig(env);
  try {
    return readStoreConfig({ ...env, DATABASE_URL: url });
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
