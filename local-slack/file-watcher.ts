// Watches folders and says when something in them was edited, however the editor writes its files.
import { watch } from 'chokidar';
import { isSource } from './fingerprint.js';

/** An editor writes a file in several steps. */
const SETTLE_MS = 120;

/** What is told: that files changed, or why they can't be watched. */
export interface WatchListener {
  readonly changed: () => void;
  readonly failed: (reason: string) => void;
}

/** Calls `changed` once files have settled, and once at first for edits made before it was watching. Returns how to stop. */
export function watchFolders(folders: readonly string[], { changed, failed }: WatchListener): () => Promise<void> {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !isSource(path),
  });
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE_MS);
  };
  watcher.on('all', settle).on('ready', settle);
  watcher.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
