// Within the store: the two places that things can be kept in, a file or a server, and which of them is opened.
import { type Opened, openFile } from './database.js';
import type { Place } from './faults.js';

/** Where things are kept. `hashKey` hashes the ids of people and places. */
export type Where =
  /** An SQLite file, made with its folder at the first start. Without a key, one is kept in `hash.key` beside it. */
  | { readonly file: string; readonly hashKey?: string }
  /** The address of a PostgreSQL database. All who share it have the same key. */
  | { readonly server: string; readonly hashKey: string };

/** Opens it; rejects with what is wrong with it. */
export async function openWhere({
  migrates = true,
  ...where
}: Where & { readonly migrates?: boolean }): Promise<Opened> {
  if ('file' in where) return openFile(where.file, where.hashKey, migrates);
  // Its driver is loaded only where there is a server.
  const { openServer } = await import('./server.js');
  return openServer(where.server, where.hashKey, migrates);
}

/** How the operator is told of it: an address may hold a password. */
export function placeOf(where: Where): Place {
  if ('file' in where) return { name: where.file, isServer: false };
  const { protocol, host, pathname } = new URL(where.server);
  return { name: `${protocol}//${host}${pathname}`, isServer: true };
}
