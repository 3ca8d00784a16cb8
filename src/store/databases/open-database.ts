// Opens the database at a location: an SQLite file or a PostgreSQL server.
import { type DatabaseLocation, serverUrl } from '../../config/store-config.js';
import type { StoreName } from '../faults.js';
import type { OpenDatabase } from '../tables/database.js';
import { openFile } from './sqlite.js';

/** Opens it; rejects with the fault. */
export async function openDatabase({
  migrates = true,
  ...where
}: DatabaseLocation & { readonly migrates?: boolean }): Promise<OpenDatabase> {
  if ('file' in where) return openFile(where.file, where.hashKey, migrates);
  // The driver is only loaded if there's a server.
  const { openServer } = await import('./postgres.js');
  return openServer(where.server, where.hashKey, migrates);
}

/** Its name in the log: an address may have a password. */
export function nameOfStore(where: DatabaseLocation): StoreName {
  if ('file' in where) return { name: where.file, isServer: false };
  const { protocol, host, pathname, searchParams } = serverUrl(where.server);
  return { name: `${protocol}//${searchParams.get('host') ?? host}${pathname}`, isServer: true };
}
