// Turns a list of facts into a reply that begins with what was asked for.

import type { Query, Reply } from '../../src/answering/intent.js';
import type { Fact } from '../../src/knowledge/facts.js';

/** From this focus on, a fact was asked for by name. */
const ASKED_FOR = 0.4;
const MOST_LINES = 6;

/** Facts in the order of the question: those asked for by name first, the others as they stand in the data. */
export function sortByFocus<F extends Fact>(query: Query, facts: readonly F[]): F[] {
  const weight = (fact: F): number => {
    const focus = query.focus.get(fact.id) ?? 0;
    return focus >= ASKED_FOR ? focus : 0;
  };
  return facts.toSorted((a, b) => weight(b) - weight(a));
}

const WEIGHING =
  'low high ok okay good fair decent enough offer accept realistic too less more bad reasonable better worth joke little underpaid competitive convert conversion exchange compare negotiate'.split(
    ' ',
  );

/** Whether the question weighs an amount of its own, an offer for example, against the documents. */
export const isWeighing = (query: Query): boolean => query.has(...WEIGHING);

/** Whether any of the facts was asked for by name. */
export const isAskedFor = (query: Query, facts: readonly Fact[]): boolean =>
  facts.some((fact) => (query.focus.get(fact.id) ?? 0) >= ASKED_FOR);

/** The text with its first letter as a capital. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export function joinNames(names: readonly string[], last = 'and'): string {
  const head = names.slice(0, -1).join(', ');
  return head === '' ? (names[0] ?? '') : `${head} ${last} ${names.at(-1)}`;
}

/** Says what no document mentions; undefined when everything asked for is there. */
export const denyMissing = (query: Query): string | undefined =>
  query.missing.length > 0 ? `The documents don’t mention ${joinNames(query.missing, 'or')}.` : undefined;

/** Joins one-line facts to one line: "Great pay; continuous learning; lots of work opportunities." */
export function joinSays(facts: readonly Fact[]): string {
  const parts = facts.map(({ says }, index) => {
    const plain = says.replace(/\.$/, '');
    return index > 0 && /^[A-Z][a-z]/.test(plain) ? plain.slice(0, 1).toLowerCase() + plain.slice(1) : plain;
  });
  return `${parts.join('; ')}.`;
}

/** The first so many; where that leaves a document unheard, its best fact takes the last place. */
function chooseFromAll(facts: readonly Fact[], most: number): Fact[] {
  const chosen = facts.slice(0, most);
  const unheard = facts.find(({ document }) => !chosen.some((fact) => fact.document === document));
  return unheard ? [...chosen.slice(0, -1), unheard] : chosen;
}

/** The reply that most topics give: what is missing is said first, else the fact asked for, then the others. */
export function tell(query: Query, facts: readonly Fact[], most: number = MOST_LINES): Reply {
  const shown = chooseFromAll(sortByFocus(query, facts), most);
  const says = shown.map((fact) => fact.says);
  const denial = denyMissing(query);
  if (denial !== undefined) return { headline: denial, details: says, facts: shown, isAbsent: true };
  return { headline: says[0] ?? '', details: says.slice(1), facts: shown };
}
