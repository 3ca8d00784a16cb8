// Reads the store's settings from the environment and reports every error at once.
import { ConfigError, readEnvironment } from './environment.js';

/** Where things are kept. `hashKey` hashes the ids of people and places. */
export type DatabaseLocation =
  /** An SQLite file, made with its folder at the first start. Without a key, one is kept in `hash.key` beside it. */
  | { readonly file: string; readonly hashKey?: string }
  /** The address of a PostgreSQL database, with its secrets. All who share it have the same key. */
  | { readonly server: string; readonly hashKey: string };

/** Where and how things are kept. */
export type StoreConfig = DatabaseLocation & {
  /** Whether words that people wrote are kept: of unanswered questions, and beside votes. */
  readonly keepsTexts: boolean;
  /** Whether a start brings the tables up to date. */
  readonly migrates: boolean;
};

const DEFAULT_FILE = 'file:var/advisor.sqlite';
const LEAST_KEY = 32;
const MAKE_KEY = 'Make one with: openssl rand -base64 32';

/** Reads the store's part of the configuration, or throws one ConfigError that names every variable at fault. */
export function readStoreConfig(env: NodeJS.ProcessEnv): StoreConfig {
  const problems: string[] = [];
  const read = readEnvironment(env, problems);
  const url = read.text('DATABASE_URL') || DEFAULT_FILE;
  const file = /^file:(?!\/\/)(.+)$/.exec(url)?.[1];
  const isServer = /^postgres(ql)?:\/\//.test(url) && isWhole(url);
  if (file === undefined && !isServer)
    problems.push(
      `DATABASE_URL is neither a file such as ${DEFAULT_FILE} nor a server such as postgres://user:password@host/database, ` +
        'in whose password signs are encoded: # as %23, / as %2F, ? as %3F, @ as %40, % as %25',
    );
  const hashKey = read.text('HASH_KEY');
  if (hashKey !== '' && hashKey.length < LEAST_KEY)
    problems.push(`HASH_KEY is shorter than ${LEAST_KEY} characters. ${MAKE_KEY}`);
  if (hashKey === '' && isServer)
    problems.push(
      'HASH_KEY is missing. With PostgreSQL it has to be set, the same for all who share it. ' +
        `Where you come from a file, take what hash.key beside it holds. ${MAKE_KEY}`,
    );
  const keepsTexts = read.oneOf('UNANSWERED', ['on', 'off'], 'on') === 'on';
  const migrates = read.oneOf('MIGRATE', ['on', 'off'], 'on') === 'on';
  if (problems.length > 0) throw new ConfigError(problems);
  if (file === undefined) return { server: url, hashKey, keepsTexts, migrates };
  return { file, keepsTexts, migrates, ...(hashKey !== '' && { hashKey }) };
}

/** Whether a password ends where it seems to: with a sign in it that ends a host, its rest would be told as a name. */
function isWhole(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, pathname, search, hash } = new URL(address);
  return username !== '' || !`${pathname}${search}${hash}`.includes('@');
}
