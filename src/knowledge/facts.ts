// The facts on the road: typed values drawn by hand from the documents, each with the sentence it rests on.
import type { Fact, FactKind, FactOf } from './fact-schema.js';

export type { Fact, FactKind, FactOf } from './fact-schema.js';

/** All facts, in the order of their files; reads by kind. */
export interface Facts {
  readonly all: readonly Fact[];
  of<K extends FactKind>(kind: K): readonly FactOf<K>[];
}

/** Wraps checked facts for reading by kind. */
export function createFacts(all: readonly Fact[]): Facts {
  return {
    all,
    of: <K extends FactKind>(kind: K) => all.filter((fact): fact is FactOf<K> => fact.kind === kind),
  };
}
