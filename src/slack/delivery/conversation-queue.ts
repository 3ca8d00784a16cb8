// Answers the questions of one conversation in order, since each can follow up on the one before.

/** A command has to be acknowledged within three seconds, even after an answer that Slack is slow to accept. */
const LONGEST_WAIT_MS = 1000;

/** Runs the work after what its conversation is already waiting for; without a conversation, at once. Settles as the work does. */
export type ConversationQueue = (conversation: string | undefined, work: () => Promise<void>) => Promise<void>;

/** A queue for each conversation of this process; they don't wait for each other. */
export function createConversationQueue(): ConversationQueue {
  const lastOf = new Map<string, Promise<void>>();

  return async (conversation, work) => {
    if (conversation === undefined) return work();
    const before = lastOf.get(conversation);
    const own = before === undefined ? work() : waitFor(before).then(work);
    const settled = own.catch(() => undefined);
    lastOf.set(conversation, settled);
    try {
      await own;
    } finally {
      if (lastOf.get(conversation) === settled) lastOf.delete(conversation);
    }
  };
}

/** Waits for the work before, for a second at most. */
function waitFor(before: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(resolve, LONGEST_WAIT_MS);
    void before.then(() => {
      clearTimeout(enough);
      resolve();
    });
  });
}
