// Before the road: what the environment says about the store, for the app and for the report alike.
import { ConfigError, readEnvironment } from './environment.js';

/** Where and how things are kept. */
export interface StoreConfig {
  /** The path of the SQLite file; its folder holds the key for hashes as well. */
  readonly file: string;
  /** The key for hashes of people's ids, where it is not kept in a file. */
  readonly hashKey?: string;
  /** Whether words that people wrote are kept: of unanswered questions, and beside votes. */
  readonly keepsTexts: boolean;
}

const DEFAULT_FILE = 'file:var/advisor.sqlite';
const LEAST_KEY = 32;

/** Reads the store's part of the configuration, or throws one ConfigError that names every variable at fault. */
export function readStoreConfig(env: NodeJS.ProcessEnv): StoreConfig {
  const problems: string[] = [];
  const read = readEnvironment(env, problems);
  const url = read.text('DATABASE_URL') || DEFAULT_FILE;
  const file = /^file:(?!\/\/)(.+)$/.exec(url)?.[1];
  if (file === undefined) problems.push(`DATABASE_URL is not a file such as ${DEFAULT_FILE}`);
  const hashKey = read.text('HASH_KEY');
  if (hashKey !== '' && hashKey.length < LEAST_KEY)
    problems.push(`HASH_KEY is shorter than ${LEAST_KEY} characters. Make one with: openssl rand -base64 32`);
  const keepsTexts = read.oneOf('UNANSWERED', ['on', 'off'], 'on') === 'on';
  if (problems.length > 0) throw new ConfigError(problems);
  return { file: file ?? '', keepsTexts, ...(hashKey !== '' && { hashKey }) };
}
