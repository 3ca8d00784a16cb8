// Between two questions of one conversation: what a follow-up may lean on; topics and slots, never what somebody wrote.
import type { Slots } from './slots.js';

/** Slots as they are carried over. Sums stay out: what somebody earns or was offered is nobody's to keep. */
export type CarriedSlots = Omit<Slots, 'amounts'>;

/** What was said last, as plain JSON. */
export interface Context {
  /** The topics answered, the main one first; empty when topics were only offered. */
  readonly topics: readonly string[];
  /** The topics offered as buttons. */
  readonly offered: readonly string[];
  readonly slots: CarriedSlots;
}
