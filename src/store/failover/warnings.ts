// Logs faults of the store, without a line for every question.
import { describeDropped, describeFault, type FaultKind, kindOf, type StoreName } from '../faults.js';

/** Logs faults, each kind at most once a minute. */
export interface Warnings {
  fault(error: unknown): void;
  /** Something pending is lost. */
  dropped(error: unknown): void;
  /** Says once, after a fault, that the store works again. */
  works(): void;
}

/** The same kind of fault is logged again after this time. */
const QUIET_MS = 60_000;

/** Warnings on a store; `now` is in milliseconds. */
export function createWarnings(
  place: StoreName,
  warn: (message: string) => void,
  now: () => number,
  noteFault: (kind: FaultKind) => void = () => undefined,
): Warnings {
  const toldAt = new Map<FaultKind | 'dropped', number>();
  let isToldFaulty = false;

  const isToldAlready = (what: FaultKind | 'dropped'): boolean => {
    const told = toldAt.get(what);
    // The difference, so that a clock that went back silences nothing.
    if (told !== undefined && Math.abs(now() - told) < QUIET_MS) return true;
    toldAt.set(what, now());
    return false;
  };

  return {
    fault(error) {
      const kind = kindOf(error);
      noteFault(kind);
      if (isToldAlready(kind)) return;
      isToldFaulty = true;
      warn(describeFault(place, error));
    },
    dropped(error) {
      noteFault(kindOf(error));
      if (!isToldAlready('dropped')) warn(describeDropped(place, error));
    },
    works() {
      if (!isToldFaulty) return;
      isToldFaulty = false;
      warn(`The store ${place.name} is working again. The data in memory has been saved to it.`);
    },
  };
}
