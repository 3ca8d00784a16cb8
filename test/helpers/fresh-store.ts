// Opens the real store in a file of its own, which is deleted when the test process ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openStore, type StoreOptions } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

const files: string[] = [];
process.once('exit', () => {
  for (const file of files) rmSync(dirname(file), { recursive: true, force: true });
});

/** A path where there's no store yet. */
export function freshFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'advisor-')), 'advisor.sqlite');
  files.push(file);
  return file;
}

/** Opens a new, empty store unless a file is given; a warning from it fails the test. */
export async function freshStore({
  file = freshFile(),
  ...options
}: Partial<StoreOptions & { readonly file: string }> = {}): Promise<Store> {
  const warn = (message: string): never => {
    throw new Error(message);
  };
  return openStore({ file, keepsTexts: true, now: Date.now, warn, ...options });
}

/** Opens the store as the app does, in this file; a warning from it fails the test. */
export const openFreshStore = (file = freshFile(), keepsTexts = true): Promise<Store> =>
  freshStore({ file, keepsTexts });
