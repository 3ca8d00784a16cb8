// Gives the time for the store: the server's if there is one, since machines' clocks differ.

/** Milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Sets it by what another clock says right now, if there is one. */
  set(time: number | undefined): void;
}

/** A clock that is this machine's until it's set; after that, changes of the machine's clock don't affect it. */
export function createClock(): Clock {
  let now: () => number = Date.now;
  return {
    now: () => now(),
    set(time) {
      if (time === undefined) return;
      const setAt = performance.now();
      now = () => Math.round(time + performance.now() - setAt);
    },
  };
}
