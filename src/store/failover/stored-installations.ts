// Beside the road: the installations behind src/store/installations.ts, in the database that the store has open.

import { LRUCache } from 'lru-cache';
import type { TokenKey } from '../../config/token-keys.js';
import { type Installation, InstallationFault, type Installations, type Installed } from '../installations.js';
import type { InstallationRow, InstallationRows } from '../tables/installation-rows.js';
import { createEncryption, DecryptionFault } from './encryption.js';
import type { Failover } from './failover.js';

/** Rows as they stand in the database, a few hundred bytes each. */
const REMEMBERED_AT_MOST = 10_000;

/**
 * Installations by the store's own connection. Memory does not take over for them: one that was not written would be
 * lost. What was read before, or can be read though nothing can be written, is used further, so that people still get
 * their answers.
 */
export function createInstallations(failover: Failover, keys: readonly TokenKey[], now: () => number): Installations {
  const seal = createEncryption(keys);
  const remembered = new LRUCache<string, InstallationRow>({ max: REMEMBERED_AT_MOST });

  type Work<Result> = (rows: InstallationRows) => Promise<Result>;
  const attempt = async <Result>(work: Work<Result>, by = failover.attempt): Promise<{ is: Result }> => {
    const result = await by(async ({ installations }) => ({ is: await work(installations) }));
    if (result === undefined)
      throw new InstallationFault('unavailable', 'The store that holds the installations can’t be used now');
    return result;
  };

  const attemptToRead = <Result>(work: Work<Result>) => attempt(work, failover.attemptToRead);

  const write = (installation: Installation, at: number): InstallationRow => {
    const { workspace, ...rest } = installation;
    return { workspace, at, ...seal.close(JSON.stringify(rest), identity(workspace, at)) };
  };

  const read = (row: InstallationRow): Installed => {
    const { workspace, at } = row;
    try {
      const rest: Omit<Installation, 'workspace'> = JSON.parse(seal.open(row, identity(workspace, at)));
      return { workspace, at, ...rest };
    } catch (error) {
      throw new InstallationFault('unreadable', describe(row, error));
    }
  };

  const find = async (workspace: string): Promise<InstallationRow | undefined> => {
    try {
      const { is: row } = await attemptToRead((rows) => rows.find(workspace));
      if (row === undefined) remembered.delete(workspace);
      else remembered.set(workspace, row);
      return row;
    } catch (error) {
      const known = remembered.get(workspace) ?? (await failover.look((rows) => rows.installations.find(workspace)));
      if (known === undefined) throw error;
      return known;
    }
  };

  return {
    async save(installation) {
      const row = write(installation, now());
      const { is: isFirst } = await attempt((rows) => rows.save(row));
      return isFirst ? 'first' : 'again';
    },

    async find(workspace) {
      const row = await find(workspace);
      return row && read(row);
    },

    async remove(workspace) {
      await attempt((rows) => rows.remove(workspace));
      remembered.delete(workspace);
    },

    async count() {
      return (await attemptToRead((rows) => rows.count())).is;
    },

    async check() {
      const { is: samples } = await attemptToRead((rows) => rows.samples());
      return samples.flatMap((row) => faultOf(() => read(row)) ?? []);
    },

    async rotate() {
      const dueNow = async () => (await attemptToRead((rows) => rows.notWith(keys[0]?.name ?? ''))).is;
      const total = (await attemptToRead((rows) => rows.count())).is;
      let due = await dueNow();
      const unchanged = total - due.length;
      let changed = 0;
      for (;;) {
        const faults: string[] = [];
        for (const row of due) {
          const fault = faultOf(() => read(row));
          if (fault !== undefined) faults.push(fault);
          else if ((await attempt((rows) => rows.replace(row, write(read(row), row.at)))).is) changed += 1;
        }
        if (faults.length === due.length) return { changed, unchanged, faults };
        // Whoever has installed it meanwhile may have done so by a process that does not know the new key yet.
        due = await dueNow();
      }
    },
  };
}

/** What stands in the row beside what is encrypted: with any of it changed, nothing opens. */
const identity = (workspace: string, at: number): readonly string[] => ['installation', workspace, String(at)];

function faultOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof InstallationFault) return error.message;
    throw error;
  }
}

function describe({ workspace, key_name }: InstallationRow, error: unknown): string {
  const what = `The token of ${workspace} can’t be decrypted`;
  return error instanceof DecryptionFault && error.reason === 'no such key'
    ? `${what}: TOKEN_KEYS has no key ${key_name}. Put that key back, or let the app be installed there again`
    : `${what}: the key ${key_name} of TOKEN_KEYS is another one than before, or the row was changed. ` +
        'Put the right key or a backup back, or let the app be installed there again';
}
