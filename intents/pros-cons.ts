// The topic pros-cons: the advantages and disadvantages of the job.
import {
  beginWith,
  capital,
  deny,
  fit,
  isAsked,
  isFalselyAssumed,
  joinNames,
  leaveOpen,
  OPEN,
  phraseFact,
  phraseNoBest,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Lead, type Query } from '../src/answering/intent.js';
import { type Fact, listItem } from '../src/knowledge/facts.js';
import { listSuited } from './shared/suited.js';

/** The number of each if both are listed. */
const MOST_OF_EACH = 2;

const summarise = (facts: readonly Fact[]): string => joinNames(facts.flatMap(({ summary }) => summary ?? []));

/** Asks whether there are any: “does it have drawbacks?”. */
const EXISTING = /\b(?:is|are) there\b|\bany\b|\b(?:have|has)\b(?! to\b)/i;

/** “The documents list four cons: …”, or what speaks for and against. */
function sumUp(query: Query, pros: readonly Fact[], cons: readonly Fact[]): Lead {
  const count = (facts: readonly Fact[], word: string): string => `${spellCount(facts.length)} ${word}`;
  const { kind, superlative } = query.form;
  const named = [...pros, ...cons].flatMap(({ summary }) => summary ?? []);
  if (superlative !== undefined && (pros.length === 0 || cons.length === 0))
    return {
      headline: fit(
        phraseNoBest(named, superlative),
        `The documents name none as the ${superlative}: they list ${joinNames(named)}.`,
      ),
    };
  if (pros.length === 0 || cons.length === 0) {
    const listed = `${count([...pros, ...cons], pros.length === 0 ? 'cons' : 'pros')} are listed: ${joinNames(named)}.`;
    if (kind === 'yes-no') return EXISTING.test(query.text) ? { headline: fit(`Yes – ${listed}`, listed) } : OPEN;
    return { headline: capital(listed) };
  }
  const [pro, con] = [summarise(pros.slice(0, 1)), summarise(cons.slice(0, 1))];
  if (kind === 'who') return leaveOpen('who', `They list ${count(pros, 'pros')} and ${count(cons, 'cons')}.`);
  const isCount = query.says('how many') || (kind === 'or' && query.says('more'));
  const both = `${pro} and ${count(pros.slice(1), 'more pros')}, but also ${con} and ${count(cons.slice(1), 'more cons')}`;
  if (isCount) return { headline: `The documents list ${count(pros, 'pros')} and ${count(cons, 'cons')}.` };
  if (kind === 'yes-no') return query.goesBeyond() ? leaveOpen('so outright', `They list ${both}.`) : OPEN;
  return { headline: fit(`The documents list ${both}.`) };
}

/** All of one side as a list. */
const listSide = (heading: string, facts: readonly Fact[]) => ({ heading, items: facts.map(listItem) });

/** Answers from the documents. */
export const prosCons = defineIntent({
  id: 'pros-cons',
  title: 'Pros and cons',
  example: 'What are the pros and cons?',
  kinds: ['pro', 'con'],
  subtopics: ['pros', 'cons'],
  related: ['salary', 'work-hours', 'outlook'],
  arrange(_query, facts) {
    const [pros, cons] = [facts.of('pro'), facts.of('con')];
    return { lists: [listSide('Pros', pros), listSide('Cons', cons)], facts: [...pros, ...cons] };
  },
  answer(query, facts) {
    const denial = deny(query, [...facts.of('pro'), ...facts.of('con')]);
    if (denial) return denial;
    const suited = query.form.kind === 'who' && !query.form.isDenying && !query.says('avoid') ? listSuited(facts) : [];
    if (suited.length > 0 && !query.goesBeyond()) return replyFrom(query, suited);
    const isBoth = query.asksFor('pros') === query.asksFor('cons');
    const listed = (kind: 'pro' | 'con') =>
      rankFacts(query, facts.of(kind)).filter(({ summary }) => summary !== undefined);
    const pros = isBoth || query.asksFor('pros') ? listed('pro') : [];
    const cons = isBoth || query.asksFor('cons') ? listed('con') : [];
    const ranked = rankFacts(query, [...facts.of('pro'), ...facts.of('con')]);
    const denied = ranked.find((fact) => !query.form.isNegated && isFalselyAssumed(query, fact));
    const top = denied ?? ranked[0];
    const isNamed = query.form.kind === 'which' && top !== undefined && query.focus.has(top.id);
    const isOne =
      top !== undefined &&
      isAsked(query, top) &&
      (denied !== undefined || isBoth || isNamed || query.form.kind === 'yes-no' || query.form.kind === 'why');
    // The headline names the first of each side, or all of one side alone.
    const isOneSided = pros.length === 0 || cons.length === 0;
    const below = (all: readonly Fact[]): readonly Fact[] =>
      isOne ? all.filter((fact) => fact !== top).slice(0, MOST_OF_EACH) : isOneSided ? [] : all.slice(1);
    const lists = [
      { heading: 'Pros', shown: below(pros) },
      { heading: 'Cons', shown: below(cons) },
    ].filter(({ shown }) => shown.length > 0);
    if (top?.kind === 'con' && isOne) lists.reverse();
    return beginWith(isOne ? phraseFact(query, top) : sumUp(query, pros, cons), {
      lists: lists.map(({ heading, shown }) => listSide(heading, shown)),
      facts: [...(isOne ? [top] : []), ...lists.flatMap(({ shown }) => shown), ...pros, ...cons],
    });
  },
});
