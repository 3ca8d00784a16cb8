// The error for data that can't be used.

/** One error in one place of the data, and what an editor does about it. `line` counts from 1. */
export interface Fault {
  readonly file: string;
  readonly line?: number | undefined;
  /** The id of the entry, if it has one. */
  readonly key?: string | undefined;
  readonly problem: string;
  readonly remedy: string;
}

/** A fault without its place, which the caller adds. */
export type FaultText = Pick<Fault, 'problem' | 'remedy'>;

/** The data can't be used. `faults` lists everything that was found, ordered by file and line; so does `message`. */
export class DataError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const ordered = faults.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
    super(ordered.map(describeFault).join('\n'));
    this.name = 'DataError';
    this.faults = ordered;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A fault as one line: where, what, and what to do. */
export function describeFault({ file, line, key, problem, remedy }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return `${place} ${key === undefined ? '' : `(${key}) `}${problem}: ${remedy}`;
}
