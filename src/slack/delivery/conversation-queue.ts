// On the road: what is asked in one conversation is answered in the order in which it came, for the next may lean on it.

/** A command has to be acknowledged within three seconds, even behind an answer that Slack takes its time for. */
const LONGEST_WAIT_MS = 1000;

/** Runs the work after what its conversation waits for already; without a conversation, at once. Settles as the work does. */
export type InTurn = (conversation: string | undefined, work: () => Promise<void>) => Promise<void>;

/** Turns for all conversations of this process; no two of them wait for each other. */
export function createTurns(): InTurn {
  const lastOf = new Map<string, Promise<void>>();

  return async (conversation, work) => {
    if (conversation === undefined) return work();
    const before = lastOf.get(conversation);
    const turn = before === undefined ? work() : after(before).then(work);
    const settled = turn.catch(() => undefined);
    lastOf.set(conversation, settled);
    try {
      await turn;
    } finally {
      if (lastOf.get(conversation) === settled) lastOf.delete(conversation);
    }
  };
}

/** Waits for the one before, though not for ever. */
function after(before: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(resolve, LONGEST_WAIT_MS);
    void before.then(() => {
      clearTimeout(enough);
      resolve();
    });
  });
}
