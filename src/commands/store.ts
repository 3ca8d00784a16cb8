// Brings the store's tables up to date, moves everything to another store, or encrypts stored tokens with a new key.
import { ConfigError } from '../config/environment.js';
import type { StoreConfig } from '../config/store-config.js';
import { HOW_TO_MAKE_A_KEY, parseTokenKeys, type TokenKey } from '../config/token-keys.js';
import { InstallationFault, type Rotated } from '../store/installations.js';
import type { ReencryptedPeople } from '../store/mentors.js';
import { migrateStore } from '../store/migrate-store.js';
import { type Moved, moveStore } from '../store/move-store.js';
import { openStore } from '../store/open-store.js';
import { UnreadableStore } from '../store/read-store.js';
import { runCommand, UsageError } from './command-line.js';
import { readStoreSettings, requireStore } from './store-settings.js';

const USAGE = `Usage:
  npm run store -- migrate             brings the tables of the store in DATABASE_URL up to date
  npm run store -- move --from file:var/advisor.sqlite --to postgres://USER:PASSWORD@HOST/DATABASE
                                       copies everything from one store to another; without --to,
                                       to the one in DATABASE_URL. HASH_KEY must be the old store's
  npm run store -- rotate-keys         encrypts the stored tokens with the first of TOKEN_KEYS
Each can be run again.`;

async function migrate(): Promise<void> {
  const { name, wasUpToDate } = await migrateStore(readStoreSettings());
  console.log(wasUpToDate ? `The store ${name} was up to date.` : `The store ${name} is up to date now.`);
}

function describeMoved(moved: readonly Moved[]): string {
  const width = Math.max(...moved.map(({ kind }) => kind.length));
  const lines = moved.map(({ kind, found, moved: brought }) => `  ${kind.padEnd(width)}  ${brought} of ${found}`);
  return ['Moved (anything else was there already):', ...lines].join('\n');
}

async function move(from: string, to: string | undefined): Promise<void> {
  const source = readStoreSettings(from, '--from');
  const target: StoreConfig = to === undefined ? readStoreSettings() : readStoreSettings(to, '--to');
  requireStore(source);
  console.log(describeMoved(await moveStore(source, target)));
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

function reportRotated({ changed, unchanged, faults }: Rotated, [first, ...others]: readonly TokenKey[]): void {
  console.log(`Encrypted with ${first?.name} now: ${changed}. Already encrypted with it: ${unchanged}.`);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0 && others.length > 0)
    console.log(`No installation needs ${others.map(({ name }) => name).join(', ')} any longer.`);
  if (faults.length > 0) process.exitCode = 1;
}

function reportPeople({ changed, unreadable }: ReencryptedPeople): void {
  if (changed > 0)
    console.log(`IDs of mentors and of people who wait for an answer, encrypted with it now: ${changed}.`);
  if (unreadable === 0) return;
  console.error(
    `IDs that none of the keys opens: ${unreadable}. Put the right key back, or have administrators choose mentors again.`,
  );
  process.exitCode = 1;
}

async function rotateKeys(): Promise<void> {
  const config = readStoreSettings();
  const keys = readKeys(process.env.TOKEN_KEYS);
  requireStore(config);
  const store = await openStore({ ...config, warn: (message) => console.error(message) });
  try {
    const rotated = await store.installations(keys).rotate();
    const people = await store.reencryptPeople(keys);
    if (people === undefined) throw new UnreadableStore('The store can’t be used right now. Run it again.');
    reportRotated(rotated, keys);
    reportPeople(people);
  } finally {
    await store.close();
  }
}

await runCommand({
  usage: USAGE,
  options: { from: { type: 'string' }, to: { type: 'string' } },
  mostWords: 1,
  expected: [ConfigError, UnreadableStore, InstallationFault],
  async run({ from, to }, [task]) {
    if (task === 'move') {
      if (from === undefined) throw new UsageError('--from is missing: the store to copy from.');
      return move(from, to);
    }
    if (task !== 'migrate' && task !== 'rotate-keys')
      throw new UsageError(task === undefined ? '' : `Unknown argument: ${task}`);
    if (from !== undefined || to !== undefined) throw new UsageError('--from and --to are only for move.');
    return task === 'migrate' ? migrate() : rotateKeys();
  },
});
