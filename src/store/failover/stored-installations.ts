// Stores installations in the database that the store has open, their tokens encrypted.

import { LRUCache } from 'lru-cache';
import type { TokenKey } from '../../config/token-keys.js';
import {
  type Installation,
  InstallationFault,
  type Installations,
  type Installed,
  type Rotated,
} from '../installations.js';
import type { InstallationRow, InstallationRows } from '../tables/installation-rows.js';
import { createEncryption, DecryptionFault, type Encryption } from './encryption.js';
import type { Failover } from './failover.js';

/** Rows as they are in the database, a few hundred bytes each. */
const MOST_REMEMBERED = 10_000;

/**
 * Installations on the store's own connection. Memory doesn't take over for them: one that wasn't written would be
 * lost. One that was read before stays in use, so that people still get their answers.
 */
export class StoredInstallations implements Installations {
  readonly #failover: Failover;
  readonly #encryption: Encryption;
  readonly #firstKey: string;
  readonly #now: () => number;
  readonly #remembered = new LRUCache<string, InstallationRow>({ max: MOST_REMEMBERED });

  /** `now` is in milliseconds since 1970. */
  constructor(failover: Failover, keys: readonly TokenKey[], now: () => number) {
    this.#failover = failover;
    this.#encryption = createEncryption(keys);
    this.#firstKey = keys[0]?.name ?? '';
    this.#now = now;
  }

  async save(installation: Installation): Promise<'first' | 'again'> {
    const row = this.#encrypt(installation, this.#now());
    return (await this.#attempt((rows) => rows.save(row))).value ? 'first' : 'again';
  }

  async find(workspace: string): Promise<Installed | undefined> {
    const row = await this.#findRow(workspace);
    return row && this.#decrypt(row);
  }

  async remove(workspace: string): Promise<void> {
    await this.#attempt((rows) => rows.remove(workspace));
    this.#remembered.delete(workspace);
  }

  async count(): Promise<number> {
    return (await this.#attemptToRead((rows) => rows.count())).value;
  }

  async check(): Promise<readonly string[]> {
    const { value: samples } = await this.#attemptToRead((rows) => rows.samples());
    return samples.flatMap((row) => faultOf(() => this.#decrypt(row)) ?? []);
  }

  async rotate(): Promise<Rotated> {
    const total = await this.count();
    let due = await this.#findDue();
    const unchanged = total - due.length;
    let changed = 0;
    for (;;) {
      const faults: string[] = [];
      for (const row of due) {
        const fault = faultOf(() => this.#decrypt(row));
        if (fault !== undefined) faults.push(fault);
        else if (await this.#encryptAgain(row)) changed += 1;
      }
      if (faults.length === due.length) return { changed, unchanged, faults };
      // One may have been installed again meanwhile by a process that doesn't know the new key yet.
      due = await this.#findDue();
    }
  }

  async #findDue(): Promise<readonly InstallationRow[]> {
    return (await this.#attemptToRead((rows) => rows.notWith(this.#firstKey))).value;
  }

  async #encryptAgain(row: InstallationRow): Promise<boolean> {
    const again = this.#encrypt(this.#decrypt(row), row.at);
    return (await this.#attempt((rows) => rows.replace(row, again))).value;
  }

  async #findRow(workspace: string): Promise<InstallationRow | undefined> {
    try {
      const { value: row } = await this.#attemptToRead((rows) => rows.find(workspace));
      if (row === undefined) this.#remembered.delete(workspace);
      else this.#remembered.set(workspace, row);
      return row;
    } catch (error) {
      const look = () => this.#failover.look((records) => records.installations.find(workspace));
      const known = this.#remembered.get(workspace) ?? (await look());
      if (known === undefined) throw error;
      return known;
    }
  }

  #encrypt({ workspace, botToken, botId, botUserId, installer }: Installation, at: number): InstallationRow {
    const text = JSON.stringify({ botToken, botId, botUserId, installer });
    return { workspace, at, ...this.#encryption.encrypt(text, identity(workspace, at)) };
  }

  #decrypt(row: InstallationRow): Installed {
    const { workspace, at } = row;
    try {
      const text = this.#encryption.decrypt(row, identity(workspace, at));
      const rest: Omit<Installation, 'workspace'> = JSON.parse(text);
      return { workspace, at, ...rest };
    } catch (error) {
      throw new InstallationFault('unreadable', describe(row, error));
    }
  }

  async #attempt<Result>(work: RowWork<Result>): Promise<Done<Result>> {
    return orUnavailable(
      await this.#failover.attempt(async ({ installations }) => ({ value: await work(installations) })),
    );
  }

  async #attemptToRead<Result>(work: RowWork<Result>): Promise<Done<Result>> {
    return orUnavailable(
      await this.#failover.attemptToRead(async ({ installations }) => ({ value: await work(installations) })),
    );
  }
}

type RowWork<Result> = (rows: InstallationRows) => Promise<Result>;

/** In an object, since a result may be undefined as well. */
interface Done<Result> {
  readonly value: Result;
}

function orUnavailable<Result>(done: Done<Result> | undefined): Done<Result> {
  if (done === undefined)
    throw new InstallationFault('unavailable', 'The store that holds the installations can’t be used right now');
  return done;
}

/** The row's other columns: if any of them is changed, it can't be decrypted. */
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
    ? `${what}: TOKEN_KEYS has no key ${key_name}. Put that key back, or have the app installed there again`
    : `${what}: the key ${key_name} of TOKEN_KEYS has changed, or the row was. ` +
        'Restore the right key or a backup, or have the app installed there again';
}
