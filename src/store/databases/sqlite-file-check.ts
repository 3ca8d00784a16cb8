// Within the store: notices that the file was deleted or moved, which SQLite goes on writing to without a word.
import { statSync } from 'node:fs';
import { StoreFault } from '../faults.js';

/** A look at the file takes a few microseconds; once a second is often enough. */
const LOOK_MS = 1000;

/** Returns a check that throws once another file, or none, stands in the place of the one that is there now. */
export function createPlaceCheck(file: string): () => void {
  const inode = inodeOf(file);
  let lookedAt = performance.now();
  return () => {
    if (performance.now() - lookedAt < LOOK_MS) return;
    if (inodeOf(file) !== inode) throw new StoreFault('gone');
    lookedAt = performance.now();
  };
}

const inodeOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
