// The topic how-to-become: getting into the job, step by step.
import {
  capital,
  deny,
  fit,
  isAsked,
  joinNames,
  OPEN,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Query } from '../src/answering/intent.js';
import { type Fact, type FactOf, type Facts, listItem } from '../src/knowledge/facts.js';
import { listSuited } from './shared/suited.js';

const inOrder = (facts: Facts) => facts.of('step').toSorted((a, b) => a.order - b.order);

/** The steps as a numbered list. */
const listSteps = (steps: readonly Fact[]) => ({ isOrdered: true as const, items: steps.map(listItem) });

type Step = FactOf<'step'>;

/** Whether a step is asked for by name rather than by its place. */
const isFocused = ({ focus }: Query, { id }: Fact): boolean => (focus.get(id) ?? 0) > 0;

/** What people call a step by its place, in the order of the steps. */
const PLACES = [['first', 'start with'], ['second'], ['third'], ['fourth'], ['fifth']] as const;

/** The step that is asked for by its place alone: “what do I learn first”, “and the second one”, “what comes last”. */
function findPlaced(query: Query, steps: readonly Step[]): Step | undefined {
  const place = PLACES.findIndex((names) => names.some(query.says));
  const step = query.says('last') ? steps.at(-1) : steps[place];
  const isOther = steps.some((one) => one !== step && isFocused(query, one));
  return isOther || query.form.kind === 'yes-no' || query.form.kind === 'how-many' ? undefined : step;
}

/** The steps after one that is asked for: “what are the steps after the degree?”. */
function findFollowing(query: Query, steps: readonly Step[]): readonly Step[] | undefined {
  const [, before = ''] = /\bafter (?:the |a |an |my |your )?(.+)$/.exec(query.text.toLowerCase()) ?? [];
  if (!query.asksFor('steps')) return undefined;
  const isMeant = ({ about }: Step): boolean => about.some((phrase) => before.startsWith(phrase));
  const from = steps.find(isMeant);
  const following = from && steps.filter(({ order }) => order > from.order);
  return following?.length ? following : undefined;
}

/** “Then come a PG degree, training … and applying for jobs.” */
const phraseFollowing = (steps: readonly Step[]): string =>
  fit(
    `${steps.length === 1 ? 'Then comes' : 'Then come'} ${joinNames(steps.flatMap(({ summary }) => summary ?? []))}.`,
  );

/** Which of two steps comes first, for a question that sets them against each other. */
function phraseOrder(query: Query, steps: readonly Step[]): string | undefined {
  const [one, other, ...more] = steps.filter((step) => isFocused(query, step));
  const isOrder = query.form.kind === 'or' || (query.form.kind === 'yes-no' && query.says('before'));
  if (!isOrder || one?.summary === undefined || other?.summary === undefined || more.length > 0) return undefined;
  return fit(`${capital(one.summary)} comes before ${other.summary}.`);
}

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
    const suited = query.form.kind === 'who' && asked.length === 0 ? listSuited(facts) : [];
    if (suited.length > 0) return replyFrom(query, suited);
    // “Which steps?” asks for all of them, “which step is first?” for one.
    const placed = findPlaced(query, steps);
    const order = placed ? undefined : phraseOrder(query, steps);
    const following = findFollowing(query, steps);
    const isWhole =
      asked.length === 0 ||
      isCount ||
      (query.form.kind === 'which' && /\bsteps\b/i.test(query.text) && !/\bof the steps\b/i.test(query.text));
    const sum = fit(`You become one by ${joinNames(summaries)}.`);
    const range = `from ${summaries[0]} to ${summaries.at(-1)}`;
    const unranked = `The documents rank no ways in: one lists ${spellCount(steps.length)} steps, ${range}.`;
    const isUnsaid = query.form.kind === 'yes-no' && query.goesBeyond();
    const plain = query.form.superlative === undefined ? sum : fit(unranked);
    const lead = isUnsaid ? OPEN : { headline: following === undefined ? plain : phraseFollowing(following) };
    const all = { ...lead, facts: [...steps, ...basic] };
    const one = order === undefined ? replyFrom(query, placed ? [placed] : asked) : { headline: order, facts: steps };
    const chosen = isWhole && !placed ? all : one;
    return {
      ...chosen,
      headline: isCount ? `${capital(spellCount(steps.length))} steps are listed, ${range}.` : chosen.headline,
      lists: [
        listSteps(steps),
        { items: basic.map(({ says, document }) => `“${query.titleOf(document)}” says: ${says}`) },
      ],
      facts: [...chosen.facts, ...steps, ...basic],
    };
  },
});
