// Encrypts texts so that no one can read them in a copy of the database, each bound to its row.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TokenKey } from '../../config/token-keys.js';

/** A text that can only be decrypted with a key; all fields are text for columns. */
export interface Encrypted {
  readonly key_name: string;
  readonly nonce: string;
  readonly sealed: string;
}

/** Why something couldn't be decrypted. */
export class DecryptionFault extends Error {
  readonly reason: 'no such key' | 'wrong key or changed';

  constructor(reason: DecryptionFault['reason']) {
    super(reason);
    this.name = 'DecryptionFault';
    this.reason = reason;
  }
}

/** Encryption of texts in rows; `row` says where a text belongs: in a different row it can't be decrypted. */
export interface Encryption {
  encrypt(text: string, row: readonly string[]): Encrypted;
  /** Throws a DecryptionFault. */
  decrypt(encrypted: Encrypted, row: readonly string[]): string;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts with the first key and decrypts with any. Throws without a key. */
export function createEncryption(keys: readonly TokenKey[]): Encryption {
  const [first] = keys;
  if (first === undefined) throw new TypeError('There is no key to encrypt with');
  const boundTo = (name: string, row: readonly string[]): Buffer => Buffer.from(JSON.stringify([name, ...row]));

  return {
    encrypt(text, row) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, first.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(first.name, row));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { key_name: first.name, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') };
    },

    decrypt({ key_name, nonce, sealed }, row) {
      const known = keys.find(({ name }) => name === key_name);
      if (known === undefined) throw new DecryptionFault('no such key');
      try {
        const bytes = decode(sealed);
        const decipher = createDecipheriv(ALGORITHM, known.key, decode(nonce), { authTagLength: TAG_BYTES });
        decipher.setAAD(boundTo(key_name, row));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch {
        throw new DecryptionFault('wrong key or changed');
      }
    },
  };
}

/** Node reads base64 leniently; what it wouldn't have written itself has been changed. */
function decode(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new DecryptionFault('wrong key or changed');
  return bytes;
}
