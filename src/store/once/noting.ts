// Within the store: what came of questions that end together is written together, since a transaction each costs most.
import type { Failover } from '../failover/failover.js';
import type { Note } from '../tables/notes.js';
import { createBatching } from './batching.js';

export interface Noting {
  /** Resolves once the note is written, or kept in memory until it can be. Never rejects. */
  note(note: Note): Promise<void>;
  /** The sign of life of this one's questions. Never rejects. */
  beat(): Promise<void>;
}

const BEAT = 'beat';

/**
 * Notes are written in the order in which they come, for a conversation goes on with the last one. A sign of life takes
 * its turn among them: both write the rows of the same questions, and would stand in each other's way.
 */
export function createNoting(failover: Failover, owner: string): Noting {
  const writeBeat = async (): Promise<void> => {
    await failover.attempt((records) => records.beat(owner));
  };

  const write = createBatching<Note | typeof BEAT, void>({
    async together(items) {
      const notes = items.filter((item) => item !== BEAT);
      const isWritten = await failover.attempt((records) => records.note(notes).then(() => true));
      if (!isWritten) return undefined;
      if (items.includes(BEAT)) await writeBeat();
      return items.map(() => undefined);
    },
    async alone(item) {
      if (item === BEAT) await writeBeat();
      else await failover.write((records) => records.note([item]));
    },
    isInOrder: true,
  });

  return { note: write, beat: () => write(BEAT) };
}
