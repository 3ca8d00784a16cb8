// Reads the store's settings from the environment and reports every error at once.
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ConfigError, type Environment, oneOf, parseSettings } from './environment.js';

/** Where data is stored. `hashKey` hashes the ids of people and conversations. */
export type DatabaseLocation =
  /** An SQLite file, created with its folder at the first start. Without a key, one is stored in `hash.key` next to it. */
  | { readonly file: string; readonly hashKey?: string }
  /** The address of a PostgreSQL database, with its secrets. Everyone who shares it has the same key. */
  | { readonly server: string; readonly hashKey: string };

/** Where and how data is stored. */
export type StoreConfig = DatabaseLocation & {
  /** Whether words that people wrote are stored: of unanswered questions, and with votes. */
  readonly keepsTexts: boolean;
  /** Whether a start migrates the tables. */
  readonly migrates: boolean;
};

const DEFAULT_FILE = 'file:var/advisor.sqlite';
const LEAST_KEY = 32;
const SWITCHES = {
  UNANSWERED: v.optional(oneOf(['on', 'off']), 'on'),
  MIGRATE: v.optional(oneOf(['on', 'off']), 'on'),
};
const MAKE_KEY = 'Make one with: openssl rand -base64 32';

/** Reads the store's settings, or throws one ConfigError that names every invalid variable. */
export function readStoreConfig(env: Environment): StoreConfig {
  const problems: string[] = [];
  const { DATABASE_URL: address = DEFAULT_FILE, HASH_KEY: hashKey } = env;
  const file = fileIn(address);
  const isServer = /^postgres(ql)?:\/\//.test(address) && isWhole(address);
  if (file === undefined && !isServer)
    problems.push(
      `DATABASE_URL must be a file such as ${DEFAULT_FILE} or a server such as postgres://user:password@host/database. ` +
        'In its password, write # as %23, / as %2F, ? as %3F, @ as %40 and % as %25',
    );
  if (hashKey !== undefined && hashKey.length < LEAST_KEY)
    problems.push(`HASH_KEY must have at least ${LEAST_KEY} characters. ${MAKE_KEY}`);
  if (hashKey === undefined && isServer)
    problems.push(
      'HASH_KEY is missing; it’s required with PostgreSQL, and must be the same for every instance. ' +
        `If you used a file before, use what is in hash.key next to it. ${MAKE_KEY}`,
    );
  const settings = parseSettings(SWITCHES, env, problems);
  if (settings === undefined || problems.length > 0) throw new ConfigError(problems);
  const how = { keepsTexts: settings.UNANSWERED === 'on', migrates: settings.MIGRATE === 'on' };
  if (file === undefined) return { server: address, hashKey: hashKey ?? '', ...how };
  return { file, ...how, ...(hashKey !== undefined && { hashKey }) };
}

/** The path after `file:`, or in a file's URL such as `file:///srv/advisor.sqlite`; undefined for anything else. */
function fileIn(address: string): string | undefined {
  if (/^file:\/\/\/[^/]/.test(address)) return fileOfUrl(address);
  return /^file:(?!\/\/)(.+)$/.exec(address)?.[1];
}

/** The path of a file's URL; undefined if it can't be one, or has options, which would be ignored. */
function fileOfUrl(address: string): string | undefined {
  const { search, hash } = new URL(address);
  if (search !== '' || hash !== '') return undefined;
  try {
    return fileURLToPath(address);
  } catch {
    // A slash written as %2F, or a % that begins no character.
    return undefined;
  }
}

/** A user and a password without a host: the driver then takes the host from the address's query. */
const NO_HOST = /^(postgres(?:ql)?:\/\/[^/?#@]*)@(?=\/)/;

/** The address as a URL. A socket's or a cloud's has its host in the query, and none before the path. */
export const serverUrl = (address: string): URL => new URL(address.replace(NO_HOST, '$1@localhost'));

/** Whether the password is complete: a character in it that ends a host would put its rest into the store's name. */
function isWhole(address: string): boolean {
  const whole = address.replace(NO_HOST, '$1@localhost');
  if (!URL.canParse(whole)) return false;
  const { username, host, pathname, search, hash } = new URL(whole);
  // Without a host before the path, no part of a password can have been cut off.
  return username !== '' || host === '' || !`${pathname}${search}${hash}`.includes('@');
}
