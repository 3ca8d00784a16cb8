// The entrance for operators of many workspaces: `npm run rotate-keys` encrypts stored tokens with the first of TOKEN_KEYS.
import { existsSync } from 'node:fs';
import dotenv from 'dotenv';
import { ConfigError } from '../config/environment.js';
import { readStoreConfig } from '../config/store-config.js';
import { HOW_TO_MAKE_A_KEY, parseTokenKeys, type TokenKey } from '../config/token-keys.js';
import { InstallationFault, type Rotated } from '../store/installations.js';
import { openStore } from '../store/open-store.js';
import { refuseAny, tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run rotate-keys    encrypts the stored tokens with the first of TOKEN_KEYS; can be run again`;

function readKeys(env: NodeJS.ProcessEnv): readonly TokenKey[] {
  const problems: string[] = [];
  const keys = parseTokenKeys(env.TOKEN_KEYS ?? '', problems);
  if (keys.length === 0 && problems.length === 0)
    problems.push(`TOKEN_KEYS is missing: the new key first, then those before. Make one with: ${HOW_TO_MAKE_A_KEY}`);
  if (problems.length > 0) throw new ConfigError(problems);
  return keys;
}

function tell({ changed, unchanged, faults }: Rotated, [first, ...others]: readonly TokenKey[]): void {
  console.log(`Encrypted with ${first?.name} now: ${changed}. Were already: ${unchanged}.`);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0 && others.length > 0)
    console.log(`No installation needs ${others.map(({ name }) => name).join(', ')} any more.`);
}

async function run(args: readonly string[]): Promise<void> {
  if (tellUsage(USAGE, args, refuseAny(args))) return;
  dotenv.config({ quiet: true });
  const keys = readKeys(process.env);
  const config = readStoreConfig(process.env);
  if ('file' in config && !existsSync(config.file))
    throw new InstallationFault(
      'unavailable',
      `There is no store at ${config.file}. If it is elsewhere, set DATABASE_URL.`,
    );
  const warn = (message: string): void => console.error(message);
  const store = await openStore({ ...config, warn });
  try {
    const rotated = await store.installations(keys).rotate();
    tell(rotated, keys);
    if (rotated.faults.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const isTold = error instanceof InstallationFault || error instanceof ConfigError;
  console.error(isTold ? error.message : error);
  process.exitCode = 1;
});
