// Encrypts people's ids with another key, wherever the store has them encrypted.
import type { TokenKey } from '../../config/token-keys.js';
import type { ReencryptedPeople } from '../mentors.js';
import { createEncryption, DecryptionFault } from './encryption.js';
import type { Failover } from './failover.js';

/** Encrypts with the first of the keys, or the store's own without any; undefined where the store can't be used. */
export function reencryptPeople(failover: Failover, keys: readonly TokenKey[]): Promise<ReencryptedPeople | undefined> {
  return failover.attempt(({ people, encryptionKey }) => {
    const all = [...keys, encryptionKey];
    const encryption = createEncryption(all);
    return people.sealAgain(all[0]?.name ?? '', (row, table) => {
      const identity = [table, row.workspace];
      try {
        return encryption.encrypt(encryption.decrypt(row, identity), identity);
      } catch (error) {
        if (error instanceof DecryptionFault) return undefined;
        throw error;
      }
    });
  });
}
