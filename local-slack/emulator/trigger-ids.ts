// Issues trigger_ids: each opens one view, within 3 seconds of the interaction it came with.
import type { EmulatorClock } from './api-results.js';

const SECONDS = 3;

export function createTriggers(clock: EmulatorClock) {
  const issued = new Map<string, { readonly user: string; readonly at: number; isUsed: boolean }>();
  let count = 0;
  return {
    /** A fresh one for this person, or the given one if Slack has not issued it before. */
    issue(user: string, given?: string): string {
      count += 1;
      const id = given ?? `1234.5678.fake${count}`;
      if (!issued.has(id)) issued.set(id, { user, at: clock.now(), isUsed: false });
      return id;
    },
    /** Takes it: whose it is, or why it does not do any more. */
    take(id: unknown): { readonly user: string } | { readonly error: string } {
      const trigger = issued.get(String(id));
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (clock.now() - trigger.at > SECONDS * 1000) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { user: trigger.user };
    },
  };
}

export type Triggers = ReturnType<typeof createTriggers>;
