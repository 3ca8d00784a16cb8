// Within the store: what came of questions that end together is written together, since a transaction each costs most.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Failover } from './failover.js';
import type { Note } from './notes.js';

/** Resolves once the note is written, or kept in memory until it can be. Never rejects. */
export type Noting = (note: Note) => Promise<void>;

interface Batch {
  readonly notes: Note[];
  readonly written: Promise<void>;
}

/** Gathers the notes that come in one turn of the event loop, or while others are being written. */
export function createNoting(failover: Failover): Noting {
  let gathering: Batch | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const write = async (notes: readonly Note[]): Promise<void> => {
    const isWritten = notes.length > 1 && (await failover.attempt((records) => records.note(notes).then(() => true)));
    // One by one where they could not be written together: one that the database refuses must not cost the others.
    for (const note of isWritten ? [] : notes) await failover.write((records) => records.note([note]));
  };

  const begin = (): Batch => {
    const notes: Note[] = [];
    const written = Promise.all([last, nextTurn()]).then(() => {
      gathering = undefined;
      return write(notes);
    });
    last = written;
    return { notes, written };
  };

  return (note) => {
    gathering ??= begin();
    gathering.notes.push(note);
    return gathering.written;
  };
}
