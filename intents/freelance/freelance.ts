// The topic freelance: freelancing and what it pays.
import {
  beginWith,
  continueWith,
  deny,
  fit,
  joinNames,
  phraseFact,
  phraseUnranked,
  phraseVerdict,
  rankFacts,
  replyFrom,
} from '../../src/answering/headline.js';
import { defineIntent, type Query } from '../../src/answering/intent.js';
import type { Fact } from '../../src/knowledge/facts.js';
import { NO_CONVERSION } from '../shared/money.js';
import { comparePay } from '../shared/pay-comparison.js';
import { noteUnused } from '../shared/unused-slots.js';
import { SO_MUCH } from '../shared/wording.js';
import { compareOffer, compareRate, computeIncome, referToRate, wantsOtherCurrency } from './income.js';

const MOST_BESIDES = 2;
/** The rate is the same for all of them; a place has a line of its own. */
const UNUSED = ['levels', 'technologies'] as const;

/** That the rate is no place's own, where one is named; undefined where none is. */
function noteNoPlace({ slots }: Query, rate: Fact): string | undefined {
  const names = slots.places.flatMap(({ id, part }) => part ?? (id === 'india' ? ['India'] : []));
  return names.length === 0
    ? undefined
    : fit(`The documents give no rate for ${joinNames(names, 'or')} alone: ${continueWith(rate.says)}`, rate.says);
}

/** Answers from the documents. */
export const freelance = defineIntent({
  id: 'freelance',
  title: 'Freelancing',
  example: 'What can I charge as a freelancer?',
  kinds: ['freelance', 'rate'],
  subtopics: [
    'freelance-pay',
    'employed',
    'weighing',
    'in-rupees',
    'in-other-currency',
    'conversion',
    'claims-less',
    'claims-more',
  ],
  places: 'tells',
  related: ['salary', 'jobs', 'work-hours'],
  slots: ['amounts', 'hours', 'span', 'per'],
  answer(query, facts) {
    const [rate] = facts.of('rate');
    const ways = facts.of('freelance');
    const denial = deny(query, [...ways, ...facts.of('rate')]);
    if (denial) return denial;
    const referred = rate && referToRate(query, rate);
    if (rate && referred !== undefined) {
      const says = [rate.says, `That’s from “${query.titleOf(rate.document)}”.`].filter((line) => line !== referred);
      return { headline: referred, details: says, facts: [rate] };
    }
    const offered = rate && compareOffer(query, rate, facts);
    if (offered) return offered;
    const income = rate && computeIncome(query, rate, facts);
    if (rate && income) {
      const details = [rate.says, ...noteUnused(query, 'one hourly rate', UNUSED), ...income.notes];
      return { headline: income.headline, details, formulas: income.formulas, facts: [rate, ...income.facts] };
    }
    const compared = rate && compareRate(query, rate);
    if (rate && compared) return { headline: compared, details: [rate.says], facts: [rate] };
    const both = query.asksFor('employed') && query.asksFor('freelance-pay') ? comparePay(query, facts) : undefined;
    if (both) return both;
    const isElsewhere = rate !== undefined && wantsOtherCurrency(query, rate);
    const ranked = rankFacts(query, ways);
    const { kind } = query.form;
    const [great] = ways.filter(({ answers }) => answers.includes('how-much'));
    if (rate && (isElsewhere || (query.asksFor('freelance-pay') && kind !== 'why' && kind !== 'who'))) {
      const isWhether = kind === 'yes-no' && great !== undefined && !isElsewhere && query.slots.per !== 'hour';
      const shown = isWhether ? [great, rate] : [rate, ...ranked.slice(0, MOST_BESIDES)];
      const [first, ...others] = shown;
      const noPlace = noteNoPlace(query, rate);
      const lead = isElsewhere
        ? { headline: NO_CONVERSION }
        : isWhether
          ? phraseVerdict(query, great)
          : noPlace === undefined
            ? phraseFact(query, first ?? rate)
            : { headline: noPlace };
      const says = [...(isElsewhere ? [rate] : []), ...others].map((fact) => fact.says);
      return beginWith(lead, { details: [...noteUnused(query, 'one hourly rate', UNUSED), ...says], facts: shown });
    }
    // That it's recommended is no reason why it pays well.
    if (great && kind === 'why' && query.asksFor('freelance-pay') && SO_MUCH.test(query.text))
      return beginWith(phraseFact(query, great), {
        details: rate ? [rate.says] : [],
        facts: [great, ...(rate ? [rate] : [])],
      });
    const whole = replyFrom(query, [...ways, ...facts.of('rate')], { most: 4 });
    const { comparative } = query.form;
    const [possible] = ways;
    if (possible === undefined || (comparative === undefined && kind !== 'or')) return whole;
    // Of two ways to work, neither is ranked above the other.
    const lead =
      comparative === undefined
        ? { headline: `Both are possible: ${continueWith(possible.says)}` }
        : phraseUnranked(comparative, possible.says);
    const others = whole.facts.filter((fact) => fact !== possible);
    return beginWith(lead, { details: others.map((fact) => fact.says), facts: [possible, ...others] });
  },
});
