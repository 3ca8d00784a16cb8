// What everything in the store needs of an open database, be it SQLite or PostgreSQL.
import type { Kysely } from 'kysely';
import type { TokenKey } from '../../config/token-keys.js';
import type { Hash } from './id-hashing.js';
import type { Tables } from './schema.js';

/** An open database with its tables up to date, and the hash of the ids in them. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly hash: Hash;
  /** Encrypts people's ids where there are no TOKEN_KEYS. */
  readonly encryptionKey: TokenKey;
  /** What the server's clock says, in milliseconds since 1970; processes that share a file share a clock already. */
  time?(): Promise<number>;
  /** Brings everything into the one file, so that it can be copied. */
  fold(): Promise<void>;
  /** Leaves nothing of what was deleted in the file or beside it. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
