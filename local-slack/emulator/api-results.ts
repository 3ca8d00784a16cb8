// Builds what the Web API gives back: fields, or a refusal with Slack's code and reasons.

export type JsonObject = Record<string, unknown>;

/** A refusal as Slack words it; `status` is there for response_url, whose refusals have one of their own. */
export interface ApiRefusal {
  readonly error: string;
  readonly status?: number;
  readonly faults?: readonly string[];
}

export type ApiResult = JsonObject | ApiRefusal;

/** Refuses with Slack's code; the reasons are where Slack puts them and again as `faults`. */
export function refuse(error: string, faults: readonly string[] = [], status?: number): ApiRefusal {
  const reasons = faults.length === 0 ? {} : { faults, response_metadata: { messages: faults.map(asError) } };
  return { error, ...reasons, ...(status === undefined ? {} : { status }) };
}

const asError = (fault: string): string => `[ERROR] ${fault}`;

export function isRefusal(result: ApiResult): result is ApiRefusal {
  return typeof (result as ApiRefusal).error === 'string';
}

/** The emulator's own time. Tests move it themselves, so that nothing expires because a machine is slow. */
export interface EmulatorClock {
  now(): number;
  /** Lets so many seconds go by. */
  pass(seconds: number): void;
}

/** A clock that stands still until it is moved, or a running one. */
export function createEmulatorClock(isGoing = false): EmulatorClock {
  let ahead = 0;
  return {
    now: () => (isGoing ? Date.now() : 1_700_000_000_000) + ahead,
    pass: (seconds) => {
      ahead += seconds * 1000;
    },
  };
}

/** A string argument that has something in it. */
export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True for true, also where a form made a word of it. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}
