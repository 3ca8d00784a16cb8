// Everything the store needs of an open database, be it SQLite or PostgreSQL.
import type { Kysely } from 'kysely';
import type { TokenKey } from '../../config/token-keys.js';
import type { Hash } from './id-hashing.js';
import type { Tables } from './schema.js';

/** An open database with migrated tables, and the hash of the ids in them. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly hash: Hash;
  /** Encrypts people's ids where there are no TOKEN_KEYS. */
  readonly encryptionKey: TokenKey;
  /** The server's clock, in milliseconds since 1970; processes that share a file share a clock already. */
  time?(): Promise<number>;
  /** Moves everything into the one file, so that it can be copied. */
  fold(): Promise<void>;
  /** Removes every trace of deleted data in the file and next to it. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
