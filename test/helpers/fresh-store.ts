// Opens the real store in a file of its own, which is deleted when the test process ends.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
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

const warn = (message: string): never => {
  throw new Error(message);
};

/** The key that the store keeps beside its file. */
const KEY = 'hash.key';

let empty: Promise<string> | undefined;

/** The file of a store that holds nothing yet. */
async function makeEmpty(): Promise<string> {
  const file = freshFile();
  await (await openStore({ file, keepsTexts: true, warn })).close();
  return file;
}

/** Opens the store in this file, a new one unless it's given; a warning from it fails the test. */
export async function freshStore({
  file = freshFile(),
  ...options
}: Partial<StoreOptions & { readonly file: string }> = {}): Promise<Store> {
  // To make all tables takes three times as long as all the rest of it; store/ tests that they are made.
  if (!existsSync(file) && options.hashKey === undefined) {
    empty ??= makeEmpty();
    const from = await empty;
    copyFileSync(from, file);
    copyFileSync(join(dirname(from), KEY), join(dirname(file), KEY));
  }
  return openStore({ file, keepsTexts: true, now: Date.now, warn, ...options });
}

/** Opens the store as the app does, in this file; a warning from it fails the test. */
export const openFreshStore = (file = freshFile(), keepsTexts = true): Promise<Store> =>
  freshStore({ file, keepsTexts });
