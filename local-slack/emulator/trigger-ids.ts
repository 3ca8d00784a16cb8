// Issues trigger_ids: each opens one view, within 3 seconds of the interaction it came with.
import type { EmulatorClock } from './api-results.js';

const SECONDS = 3;

/** Who did what a trigger_id came with, and in which browser tab, if that is known. */
export interface TriggerOrigin {
  readonly user: string;
  readonly tab?: string | undefined;
}

export function createTriggers(clock: EmulatorClock) {
  const issued = new Map<string, TriggerOrigin & { readonly at: number; isUsed: boolean }>();
  let count = 0;
  return {
    /** A new one, or this one if Slack hasn't issued it before. */
    issue(origin: TriggerOrigin, own?: string): string {
      count += 1;
      const id = own ?? `1234.5678.fake${count}`;
      if (!issued.has(id)) issued.set(id, { ...origin, at: clock.now(), isUsed: false });
      return id;
    },
    /** Uses it up: gives its origin, or Slack's code for why it can't be used. */
    take(id: unknown): TriggerOrigin | { readonly error: string } {
      const trigger = issued.get(String(id));
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (clock.now() - trigger.at > SECONDS * 1000) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { user: trigger.user, tab: trigger.tab };
    },
  };
}

export type Triggers = ReturnType<typeof createTriggers>;
