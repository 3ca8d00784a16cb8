// Decides how long to wait before the next connection: not at all after one that lasted, longer and longer after failures.

/** A connection that ends sooner hasn't lasted. */
const HELD_MS = 10_000;
/** This many short connections are replaced at once; Slack itself may end one early. */
const FREE_TRIES = 3;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** The history of connections. */
export class ReconnectPause {
  #failures = 0;
  #shortLived = 0;

  /** No connection was established. */
  failed(): void {
    this.#failures += 1;
  }

  opened(): void {
    this.#failures = 0;
  }

  /** A connection has ended that was open for this many milliseconds. */
  ended(openMs: number): void {
    this.#shortLived = openMs < HELD_MS ? this.#shortLived + 1 : 0;
  }

  /** Milliseconds until the next try: 0, or 1 s, 2 s, 4 s … up to a minute. */
  next(): number {
    const step = Math.max(this.#failures, this.#shortLived - FREE_TRIES);
    return step <= 0 ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (step - 1));
  }
}
