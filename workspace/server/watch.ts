// How tests wait for the stand-in: for a state, never for a time.

export interface Watch {
  /** Says that something is different now. */
  changed(): void;
  /** Resolves once this is so. */
  until(isSo: () => boolean): Promise<void>;
}

export function createWatch(): Watch {
  const watchers = new Set<() => void>();
  return {
    changed(): void {
      for (const watcher of watchers) watcher();
    },
    async until(isSo): Promise<void> {
      if (isSo()) return;
      await new Promise<void>((resolve) => {
        const watcher = (): void => {
          if (!isSo()) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
      });
    },
  };
}
