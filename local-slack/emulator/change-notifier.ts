// Tells others of changes in the emulator: tests wait for a state, never for a time, and pages hear of each one.

export interface ChangeNotifier {
  /** Says that something is different now. */
  changed(): void;
  /** Resolves once this is so. */
  until(isSo: () => boolean): Promise<void>;
  /** Calls this at each change from now on. */
  onChange(listener: () => void): void;
}

export function createChangeNotifier(): ChangeNotifier {
  const watchers = new Set<() => void>();
  return {
    changed(): void {
      for (const watcher of watchers) watcher();
    },
    onChange: (listener) => void watchers.add(listener),
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
