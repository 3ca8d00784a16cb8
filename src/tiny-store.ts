// Beside the road until the database stands: a store of a few lines, in memory.
import type { Context } from './context.js';
import type { Store } from './store.js';

/** Keeps everything as long as the process lives. */
export function tinyStore(): Store {
  const done = new Map<string, Promise<unknown>>();
  const contexts = new Map<string, Context>();
  return {
    keepsTexts: true,
    async once(key, work) {
      for (; key !== undefined && done.has(key); ) {
        const isDone = await done.get(key)?.then(
          () => true,
          () => false,
        );
        if (isDone) return 'done before';
      }
      const attempt = work();
      if (key !== undefined) done.set(key, attempt);
      try {
        const asked = await attempt;
        if (asked?.conversation) contexts.set(asked.conversation.id, asked.conversation.context);
        return 'done';
      } catch (error) {
        if (key !== undefined) done.delete(key);
        throw error;
      }
    },
    recall: async (id) => contexts.get(id),
    settle: async () => undefined,
    vote: async () => undefined,
    forget: async () => ({ votes: 0, questions: 0, conversations: 0 }),
    figures: async (from) => ({ from, to: from, questions: [], votes: [], unanswered: [] }),
    sweep: async () => undefined,
    close: async () => undefined,
  };
}
