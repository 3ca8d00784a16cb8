// Before the road: remembers which ids are taken, over all files of a kind.
import type { Report } from './yaml-file.js';

/** Each id with the place that used it first; the place is worked out only when somebody asks. */
export type SeenIds = Map<string, () => string>;

/** Takes an id for `file`; reports it if another place has it already. */
export function claimId(seen: SeenIds, id: string, file: string, lineOf: () => number, report: Report): void {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, () => `${file}:${lineOf()}`);
    return;
  }
  const remedy = 'give one of the two another id';
  report({ line: lineOf(), key: id, problem: `has an id that stands at ${first()} already`, remedy });
}
