// Stores who waits for an answer in the database that the store has open, people and questions encrypted.
import type { TokenKey } from '../../config/token-keys.js';
import type { StoredSubscription, Subscription, Subscriptions } from '../mentors.js';
import type { SubscriptionsTable } from '../tables/schema.js';
import { attemptInTime } from './attempt-in-time.js';
import { createEncryption, DecryptionFault, type Encryption } from './encryption.js';
import type { StoredParts } from './failover.js';

/** Subscriptions by the store's own connection. */
export class StoredSubscriptions implements Subscriptions {
  readonly #parts: StoredParts;

  constructor(parts: StoredParts) {
    this.#parts = parts;
  }

  async add({ workspace, person, question }: Subscription): Promise<true | undefined> {
    const at = this.#parts.now();
    const done = await attemptInTime(this.#parts.failover, ({ people, encryptionKey }) => {
      const id = people.subscriptionId(workspace, person, question);
      const text = JSON.stringify({ person, question });
      const sealed = this.#open(encryptionKey).encrypt(text, identity(workspace));
      return people.subscribe(id, person, { workspace, ...sealed }, at);
    });
    return done && true;
  }

  async remove({ workspace, person, question }: Subscription): Promise<true | undefined> {
    const done = await attemptInTime(this.#parts.failover, ({ people }) =>
      people.unsubscribe(people.subscriptionId(workspace, person, question)),
    );
    return done && true;
  }

  list(): Promise<readonly StoredSubscription[] | undefined> {
    return this.#parts.failover.attemptToRead(async ({ people, encryptionKey }) => {
      const encryption = this.#open(encryptionKey);
      return (await people.subscriptions(this.#parts.now())).flatMap((row) => decrypt(row, encryption));
    });
  }

  claim(id: string): Promise<boolean | undefined> {
    return this.#parts.failover.attempt(({ people }) => people.claim(id, this.#parts.now()));
  }

  finish(id: string): Promise<true | undefined> {
    return this.#parts.failover.attempt(({ people }) => people.unsubscribe(id).then(() => true as const));
  }

  #open(own: TokenKey): Encryption {
    return createEncryption([...this.#parts.keys, own]);
  }
}

/** What a row says in the clear, which its encryption is bound to. */
const identity = (workspace: string): readonly string[] => ['subscriptions', workspace];

/** None if its key is gone: then no one can tell who it was. */
function decrypt(row: SubscriptionsTable, encryption: Encryption): StoredSubscription[] {
  const { id, workspace } = row;
  try {
    const text = encryption.decrypt(row, identity(workspace));
    return [{ id, workspace, ...(JSON.parse(text) as Omit<Subscription, 'workspace'>) }];
  } catch (error) {
    if (error instanceof DecryptionFault) return [];
    throw error;
  }
}
