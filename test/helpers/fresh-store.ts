// The real store, in a file of its own that is gone when the test process ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';
import type { Store } from '../../src/store.js';

/** Opens a store that has kept nothing yet; a warning of it fails the test. */
export async function freshStore(options: Partial<StoreOptions> = {}): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const warn = (message: string): never => {
    throw new Error(message);
  };
  return openStore({ file: join(folder, 'advisor.sqlite'), keepsTexts: true, now: Date.now, warn, ...options });
}
