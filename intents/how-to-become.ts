// The topic how-to-become: getting into the job, step by step.
import { capital, deny, fit, isAsked, joinNames, rankFacts, replyFrom, spellCount } from '../src/answering/headline.js';
import { defineIntent } from '../src/answering/intent.js';
import { type Fact, type Facts, listItem } from '../src/knowledge/facts.js';

const inOrder = (facts: Facts) => facts.of('step').toSorted((a, b) => a.order - b.order);

/** The steps as a numbered list. */
const listSteps = (steps: readonly Fact[]) => ({ isOrdered: true as const, items: steps.map(listItem) });

/** Answers from the documents. */
export const howToBecome = defineIntent({
  id: 'how-to-become',
  title: 'How to become one',
  example: 'How do I become a back-end developer?',
  kinds: ['step', 'resource'],
  roles: ['basic-qualification'],
  subtopics: ['steps'],
  related: ['degree', 'skills', 'jobs'],
  arrange(_query, facts) {
    const steps = inOrder(facts);
    return { lists: [listSteps(steps)], facts: steps };
  },
  answer(query, facts) {
    const steps = inOrder(facts);
    const resources = facts.of('resource');
    const basic = [facts.inRole('basic-qualification') ?? []].flat();
    const summaries = steps.flatMap(({ summary }) => summary ?? []);
    const asked = rankFacts(query, [...steps, ...resources]).filter((fact) => isAsked(query, fact));
    const isCount = query.form.kind === 'how-many' && query.asksFor('steps');
    const denial = isCount ? undefined : deny(query, [...steps, ...resources]);
    if (denial) return denial;
    // “Which steps?” asks for all of them, “which step is first?” for one.
    const isWhole = asked.length === 0 || isCount || (query.form.kind === 'which' && /\bsteps\b/i.test(query.text));
    const all = { headline: fit(`You become one by ${joinNames(summaries)}.`), facts: [...steps, ...basic] };
    const chosen = isWhole ? all : replyFrom(query, asked);
    return {
      headline: isCount
        ? `${capital(spellCount(steps.length))} steps are listed, from ${summaries[0]} to ${summaries.at(-1)}.`
        : chosen.headline,
      lists: [
        listSteps(steps),
        { items: basic.map(({ says, document }) => `“${query.titleOf(document)}” says: ${says}`) },
      ],
      facts: [...chosen.facts, ...steps, ...basic],
    };
  },
});
