// Stores mentors and their answers in the database that the store has open.
import type { TokenKey } from '../../config/token-keys.js';
import type { AnswerDraft, AnswerReturn, AnswerVersion, Mentors } from '../mentors.js';
import type { Records } from '../tables/records.js';
import { attemptInTime } from './attempt-in-time.js';
import { createEncryption, DecryptionFault, type Encryption } from './encryption.js';
import type { StoredParts } from './failover.js';

/** Mentors by the store's own connection. */
export class StoredMentors implements Mentors {
  readonly #parts: StoredParts;

  constructor(parts: StoredParts) {
    this.#parts = parts;
  }

  async change(): Promise<string | undefined> {
    // Whoever asked to be forgotten while the store was away must not be told of an answer first.
    await this.#parts.failover.catchUp();
    // Looked at every few seconds: who asks hears of a store that is away soon enough.
    return this.#parts.failover.look(({ mentorAnswers }) => mentorAnswers.change());
  }

  answers(workspace: string): Promise<readonly AnswerVersion[] | undefined> {
    return this.#parts.failover.attemptToRead(({ mentorAnswers }) => mentorAnswers.latest(workspace));
  }

  workspaces(): Promise<readonly string[] | undefined> {
    return this.#parts.failover.attemptToRead(({ mentorAnswers }) => mentorAnswers.workspaces());
  }

  async history(workspace: string, id: string): Promise<readonly AnswerVersion[] | undefined> {
    const read = ({ mentorAnswers }: Records) => mentorAnswers.history(workspace, id);
    return (await attemptInTime(this.#parts.failover, read, true))?.value;
  }

  async save(draft: AnswerDraft): Promise<'saved' | 'changed' | undefined> {
    const at = this.#parts.now();
    const done = await attemptInTime(this.#parts.failover, ({ mentorAnswers }) => mentorAnswers.save(draft, at));
    return done && (done.value ? 'saved' : 'changed');
  }

  async restore(version: AnswerReturn): Promise<'saved' | 'changed' | undefined> {
    const at = this.#parts.now();
    const done = await attemptInTime(this.#parts.failover, ({ mentorAnswers }) => mentorAnswers.restore(version, at));
    return done && (done.value ? 'saved' : 'changed');
  }

  async signatureOf(workspace: string, person: string): Promise<string | undefined> {
    const read = ({ mentorAnswers }: Records) => mentorAnswers.signatureOf(workspace, person);
    return (await attemptInTime(this.#parts.failover, read, true))?.value;
  }

  async include(workspace: string, person: string): Promise<boolean | undefined> {
    const read = ({ people }: Records) => people.isMentor(workspace, person);
    return (await attemptInTime(this.#parts.failover, read, true))?.value;
  }

  list(workspace: string): Promise<readonly string[] | undefined> {
    return this.#parts.failover.attemptToRead(async ({ people, encryptionKey }) => {
      const encryption = this.#open(encryptionKey);
      return (await people.mentors(workspace)).flatMap((row) => {
        try {
          return [encryption.decrypt(row, identity(workspace))];
        } catch (error) {
          if (error instanceof DecryptionFault) return [];
          throw error;
        }
      });
    });
  }

  async choose(workspace: string, people: readonly string[]): Promise<true | undefined> {
    const done = await attemptInTime(this.#parts.failover, ({ people: rows, encryptionKey }) => {
      const encryption = this.#open(encryptionKey);
      const chosen = people.map((id) => ({ id, ...encryption.encrypt(id, identity(workspace)) }));
      return rows.chooseMentors(workspace, chosen);
    });
    return done && true;
  }

  #open(own: TokenKey): Encryption {
    return createEncryption([...this.#parts.keys, own]);
  }
}

/** What a row says in the clear, which its encryption is bound to. */
const identity = (workspace: string): readonly string[] => ['mentors', workspace];
