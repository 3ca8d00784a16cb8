// Hashes ids with a key, without which no one can tell whose entries are whose.
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { TokenKey } from '../../config/token-keys.js';
import { StoreFault } from '../faults.js';

/** Hashes ids. `kind` keeps ids of different kinds apart. */
export type Hash = (
  kind: 'key' | 'person' | 'conversation' | 'answer' | 'question' | 'subscription' | 'check',
  ...ids: string[]
) => string;

const KEY_BYTES = 32;
const KEY_FORM = /^[\w-]{43}$/;

/** 18 bytes: no two ids ever share them, and as base64url they need no padding. */
const HASH_BYTES = 18;

/** Hashes with a key, so that no one can try out ids without it. */
export function hashWith(key: string): Hash {
  return (kind, ...ids) =>
    createHmac('sha256', key)
      .update(JSON.stringify([kind, ...ids]))
      .digest()
      .subarray(0, HASH_BYTES)
      .toString('base64url');
}

/** The key that encrypts people's ids where there are no TOKEN_KEYS: it can be made again from the key for hashes alone. */
export function deriveEncryptionKey(key: string): TokenKey {
  const derived = hkdfSync('sha256', key, '', 'people', KEY_BYTES);
  return { name: 'hash-key', key: Buffer.from(derived) };
}

/** An id that is Slack's own only within its workspace. Rows of former versions have it in this form as well. */
export const workspaceKey = (workspace: string, id: string): string => `${workspace} ${id}`;

/** Makes a new key at random. */
export const makeKey = (): string => randomBytes(KEY_BYTES).toString('base64url');

/** The key in a file, created if there is none; processes that start at once get the same. Throws if it's unusable. */
export function readOrMakeKey(file: string): string {
  const found = readKey(file);
  if (found !== undefined) return found;
  const draft = `${file}.${makeKey().slice(0, 8)}`;
  try {
    writeFileSync(draft, makeKey(), { mode: 0o600, flush: true });
    // A link appears complete or not at all, and only the first one does.
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(file);
  if (key === undefined) throw new StoreFault('key');
  return key;
}

function readKey(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  if (!KEY_FORM.test(text)) throw new StoreFault('key');
  return text;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
