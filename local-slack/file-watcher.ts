// Beside the local workspace: notices edits of the data and the topics, however an editor writes its files.
import { createHash } from 'node:crypto';
import { type FSWatcher, readdirSync, readFileSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/** An editor writes a file in several steps. */
const CALM_MS = 120;
/** Word vectors: nobody edits them, and they are megabytes. */
const LEFT_OUT = 'english';

/** A short text that changes whenever a file below the folder does. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesIn(folder)) {
    hash.update(`\0${relative(folder, path)}\0`);
    try {
      hash.update(readFileSync(path));
    } catch {
      // Gone between listing and reading; the next look tells.
    }
  }
  return hash.digest('hex');
}

/** Calls `changed` soon after something below these folders is written, renamed or removed; returns how to stop that. */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  // Folders and not files are watched: an editor that writes by renaming puts another file in the place of the old one.
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  const notice = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      follow();
      changed();
    }, CALM_MS);
  };
  const follow = (): void => {
    for (const folder of folders.flatMap((top) => [top, ...foldersIn(top)])) {
      if (watchers.has(folder)) continue;
      const watcher = watch(folder, notice);
      const forget = (): void => {
        watcher.close();
        watchers.delete(folder);
      };
      watcher.on('error', forget).on('close', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    }
  };
  follow();
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

const entriesIn = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== LEFT_OUT);
  } catch {
    return [];
  }
};

const foldersIn = (folder: string): string[] =>
  entriesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .flatMap((inner) => [inner, ...foldersIn(inner)]);

const filesIn = (folder: string): string[] =>
  [folder, ...foldersIn(folder)].flatMap((inner) =>
    entriesIn(inner)
      // What editors put beside a file for a moment is no edit.
      .filter((entry) => entry.isFile() && /^[^.#].*[^~]$/.test(entry.name))
      .map(({ name }) => join(inner, name)),
  );
