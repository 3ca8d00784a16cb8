// The topic how-to-become: getting into the job, step by step.
import {
  beginWith,
  capital,
  deny,
  fit,
  isAsked,
  joinNames,
  leaveOpen,
  OPEN,
  rankFacts,
  replyFrom,
  spellCount,
} from '../src/answering/headline.js';
import { defineIntent, type Lead, type Query } from '../src/answering/intent.js';
import { type Fact, type Facts, listItem } from '../src/knowledge/facts.js';
import { findFollowing, phraseFollowing, type Step } from './shared/following-steps.js';
import { listSuited } from './shared/suited.js';
import { phraseTwoSides } from './shared/two-sides.js';

const inOrder = (facts: Facts) => facts.of('step').toSorted((a, b) => a.order - b.order);

/** The steps as a numbered list. */
const listSteps = (steps: readonly Fact[]) => ({ isOrdered: true as const, items: steps.map(listItem) });

/** Whether a step is asked for by name rather than by its place. */
const isFocused = ({ focus }: Query, { id }: Fact): boolean => (focus.get(id) ?? 0) > 0;

/** What people call a step by its place, in the order of the steps. */
const PLACES = [
  ['first', 'start with', 'before anything', 'before everything'],
  ['second'],
  ['third'],
  ['fourth'],
  ['fifth'],
] as const;

/** The step that is asked for by its place alone: “what do I learn first”, “and the second one”, “what comes last”. */
function findPlaced(query: Query, steps: readonly Step[]): Step | undefined {
  const place = PLACES.findIndex((names) => names.some(query.says));
  const step = query.says('last') ? steps.at(-1) : steps[place];
  const isOther = steps.some((one) => one !== step && isFocused(query, one));
  return isOther || query.form.kind === 'yes-no' || query.form.kind === 'how-many' ? undefined : step;
}

/** Which of two steps comes first, for a question that sets them against each other. */
function phraseOrder(query: Query, steps: readonly Step[]): string | undefined {
  const [one, other, ...more] = steps.filter((step) => isFocused(query, step));
  const isOrder = query.form.kind === 'or' || (query.form.kind === 'yes-no' && query.says('before'));
  if (!isOrder || one?.summary === undefined || other?.summary === undefined || more.length > 0) return undefined;
  return fit(`${capital(one.summary)} comes before ${other.summary}.`);
}

/** Asks how rather than whether. */
const IS_HOW = /\b(?:is|are) there (?:an?|any|some) (?:\p{L}+ )?ways?\b/iu;
const IS_ABLE = /\b(?:can|could|may|able|possible|possibly|chances?|manage)\b/i;

/** That the documents don't say whether someone can become one, and what each asks for. */
function phraseUnsaid({ text }: Query, sides: readonly Fact[]): Lead {
  const [needed, basic] = sides;
  const both = needed && basic && IS_ABLE.test(text) ? phraseTwoSides(needed, basic) : undefined;
  return both === undefined ? OPEN : leaveOpen('so outright', both);
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
    // The step that is asked about is done where those after it are meant.
    const isDone = following !== undefined && !following.some((step) => step === asked[0]);
    const isWhole =
      isDone ||
      asked.length === 0 ||
      isCount ||
      (query.form.kind === 'which' && /\bsteps\b/i.test(query.text) && !/\bof the steps\b/i.test(query.text)) ||
      (query.form.kind === 'how' && query.asksFor('steps'));
    const sum = fit(`You become one by ${joinNames(summaries)}.`);
    const range = `from ${summaries[0]} to ${summaries.at(-1)}`;
    const unranked = `The documents rank no ways in: one lists ${spellCount(steps.length)} steps, ${range}.`;
    const isUnsaid = query.form.kind === 'yes-no' && !IS_HOW.test(query.text);
    const plain = query.form.superlative === undefined ? sum : fit(unranked);
    const sides = isUnsaid ? ['degree-needed', 'basic-qualification'].flatMap((role) => facts.inRole(role) ?? []) : [];
    const lead = isUnsaid
      ? phraseUnsaid(query, sides)
      : { headline: following === undefined ? plain : phraseFollowing(following) };
    const all = beginWith(lead, { facts: [...sides, ...steps, ...basic] });
    const one = order === undefined ? replyFrom(query, placed ? [placed] : asked) : { headline: order, facts: steps };
    const chosen = isWhole && !placed ? all : one;
    return {
      ...chosen,
      headline: isCount ? `${capital(spellCount(steps.length))} steps are listed, ${range}.` : chosen.headline,
      lists: [
        listSteps(steps),
        // Beside the other document's side, it's said already.
        {
          items: (lead.below === undefined ? basic : []).map(
            ({ says, document }) => `“${query.titleOf(document)}” says: ${says}`,
          ),
        },
      ],
      facts: [...chosen.facts, ...steps, ...basic],
    };
  },
});
