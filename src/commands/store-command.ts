// Brings the store's tables up to date, moves everything to another store, or encrypts stored tokens with a new key.
import { ConfigError, type Environment } from '../config/environment.js';
import type { StoreConfig } from '../config/store-config.js';
import { HOW_TO_MAKE_A_KEY, parseTokenKeys, type TokenKey } from '../config/token-keys.js';
import { InstallationFault, type Rotated } from '../store/installations.js';
import type { ReencryptedPeople } from '../store/mentors.js';
import { migrateStore } from '../store/migrate-store.js';
import { type Moved, moveStore } from '../store/move-store.js';
import { openStore } from '../store/open-store.js';
import { UnreadableStore } from '../store/read-store.js';
import { defineCommand, UsageError } from './command-line.js';
import { readStoreSettings, requireStore, withEnvFile } from './store-settings.js';

const USAGE = `Usage:
  npm run store -- migrate             brings the tables of the store in DATABASE_URL up to date
  npm run store -- move --from file:var/advisor.sqlite --to postgres://USER:PASSWORD@HOST/DATABASE
                                       copies everything from one store to another; without --to,
                                       to the one in DATABASE_URL. HASH_KEY must be the old store's
  npm run store -- rotate-keys         encrypts the stored tokens with the first of TOKEN_KEYS
Each can be run again.`;

/** What a task prints: what it did, and what is left to do, which makes the exit status 1. */
interface TaskReport {
  readonly done: readonly string[];
  readonly faults?: readonly string[];
}

async function migrate(env: Environment): Promise<TaskReport> {
  const { name, wasUpToDate } = await migrateStore(readStoreSettings(env));
  return { done: [wasUpToDate ? `The store ${name} was up to date.` : `The store ${name} is up to date now.`] };
}

function describeMoved(moved: readonly Moved[]): string {
  const width = Math.max(...moved.map(({ kind }) => kind.length));
  const lines = moved.map(({ kind, found, moved: brought }) => `  ${kind.padEnd(width)}  ${brought} of ${found}`);
  return ['Moved (anything else was there already):', ...lines].join('\n');
}

async function move(env: Environment, from: string, to: string | undefined): Promise<TaskReport> {
  const source = readStoreSettings(env, from, '--from');
  const target: StoreConfig = to === undefined ? readStoreSettings(env) : readStoreSettings(env, to, '--to');
  requireStore(source);
  return { done: [describeMoved(await moveStore(source, target))] };
}

/** Throws a ConfigError that says everything that is wrong with TOKEN_KEYS. */
function readKeys(written: string | undefined): readonly TokenKey[] {
  const problems: string[] = [];
  const keys = parseTokenKeys(written ?? '', problems);
  if (keys.length === 0 && problems.length === 0)
    problems.push(
      `TOKEN_KEYS is missing: put the new key first, then the older ones. Make one with: ${HOW_TO_MAKE_A_KEY}`,
    );
  if (problems.length > 0) throw new ConfigError(problems);
  return keys;
}

function describeRotated(
  { changed, unchanged, faults }: Rotated,
  [first, ...others]: readonly TokenKey[],
): readonly string[] {
  const isDone = faults.length === 0 && others.length > 0;
  return [
    `Encrypted with ${first?.name} now: ${changed}. Already encrypted with it: ${unchanged}.`,
    ...(isDone ? [`No installation needs ${others.map(({ name }) => name).join(', ')} any longer.`] : []),
  ];
}

function describePeople({ changed, unreadable }: ReencryptedPeople): Required<TaskReport> {
  const counted = `IDs of mentors and of people who wait for an answer, encrypted with it now: ${changed}.`;
  const advice = 'Put the right key back, or have administrators choose mentors again.';
  return {
    done: changed > 0 ? [counted] : [],
    faults: unreadable > 0 ? [`IDs that none of the keys opens: ${unreadable}. ${advice}`] : [],
  };
}

async function rotateKeys(env: Environment, warn: (line: string) => void): Promise<TaskReport> {
  const config = readStoreSettings(env);
  const keys = readKeys(env.TOKEN_KEYS);
  requireStore(config);
  const store = await openStore({ ...config, warn });
  try {
    const rotated = await store.installations(keys).rotate();
    const people = await store.reencryptPeople(keys);
    if (people === undefined) throw new UnreadableStore('The store can’t be used right now. Run it again.');
    const { done, faults } = describePeople(people);
    return { done: [...describeRotated(rotated, keys), ...done], faults: [...rotated.faults, ...faults] };
  } finally {
    await store.close();
  }
}

type StoreTask = (env: Environment, warn: (line: string) => void) => Promise<TaskReport>;

/** The task that the arguments ask for. Throws a UsageError. */
function chooseTask(task: string | undefined, from: string | undefined, to: string | undefined): StoreTask {
  if (task === 'move') {
    if (from === undefined) throw new UsageError('--from is missing: the store to copy from.');
    return (env) => move(env, from, to);
  }
  if (task !== 'migrate' && task !== 'rotate-keys')
    throw new UsageError(task === undefined ? '' : `Unknown argument: ${task}`);
  if (from !== undefined || to !== undefined) throw new UsageError('--from and --to are only for move.');
  return task === 'migrate' ? migrate : rotateKeys;
}

export const storeCommand = defineCommand({
  usage: USAGE,
  options: { from: { type: 'string' }, to: { type: 'string' } },
  mostWords: 1,
  expected: [ConfigError, UnreadableStore, InstallationFault],
  async run({ from, to }, [task], { env, stdout, stderr }) {
    const writeLine = (stream: NodeJS.WritableStream, line: string): unknown => stream.write(`${line}\n`);
    const chosen = chooseTask(task, from, to);
    const { done, faults = [] } = await chosen(withEnvFile({ env, stderr }), (line) => writeLine(stderr, line));
    for (const line of done) writeLine(stdout, line);
    for (const line of faults) writeLine(stderr, line);
    return faults.length > 0 ? 1 : 0;
  },
});
