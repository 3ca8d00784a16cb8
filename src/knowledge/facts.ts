// Reads checked facts by kind, and quotes the sentences they're drawn from.
import { findQuote, type Quote, type SourceDocument } from './documents.js';
import type { Fact, FactOf } from './fact-schema.js';

export type { Fact, FactOf } from './fact-schema.js';

/** All facts, in the order of their files; reads by kind. */
export interface Facts {
  readonly all: readonly Fact[];
  of<K extends string>(kind: K): readonly FactOf<K>[];
  /** The fact in this role, if its topic asks for the role. */
  inRole(role: string): Fact | undefined;
}

/** Whether a fact is of this kind, and so has its fields. */
export const isOfKind = <K extends string>(fact: Fact, kind: K): fact is Fact & FactOf<K> => fact.kind === kind;

/** How a fact reads in a list. */
export function listItem({ says, subject, item }: Pick<Fact, 'says' | 'subject' | 'item'>): string {
  if (item !== undefined) return item;
  const rest = subject === undefined ? says : says.slice(subject.length).trim();
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
}

/** What a fact names, whatever its kind; “tools” names none of the tools. */
export const namesOf = (fact: Fact): readonly string[] => {
  if (fact.names.length > 0) return fact.names;
  if (!isOfKind(fact, 'skill')) return [];
  const kind = [fact.group, ...fact.group.split(' ')];
  return fact.technologies.filter((name) => !kind.includes(name));
};

/** Wraps checked facts for reading by kind. */
export function createFacts(all: readonly Fact[]): Facts {
  return {
    all,
    of: <K extends string>(kind: K) => all.filter((fact) => isOfKind(fact, kind)),
    inRole: (wanted) => all.find(({ role }) => role === wanted),
  };
}

/** Returns a function that gives the quotes of facts, each sentence once, in the order of the facts. */
export function createQuoter(
  facts: readonly Fact[],
  documents: readonly SourceDocument[],
): (facts: readonly Fact[]) => Quote[] {
  const quotes = new Map<string, Quote>();
  for (const { id, document, section, quote } of facts) {
    const source = documents.find((candidate) => candidate.id === document);
    const found = source && findQuote(source, section, quote);
    if (found) quotes.set(id, found);
  }
  return (chosen) => {
    const bySentence = new Map<string, Quote>();
    for (const { id, document, quote } of chosen) {
      const found = quotes.get(id);
      if (found) bySentence.set(`${document} ${quote}`, found);
    }
    return [...bySentence.values()];
  };
}
