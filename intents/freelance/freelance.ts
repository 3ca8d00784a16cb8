// The topic freelance: freelancing and what it pays.
import { defineIntent } from '../../src/answering/intent.js';
import { NO_CONVERSION } from '../shared/money.js';
import { sortByFocus, tell } from '../shared/replies.js';
import { compareRate, computeIncome, referToRate, wantsOtherCurrency } from './income.js';

const ABOUT_PAY = [
  'dollar',
  'usd',
  'rate',
  'hour',
  'hourly',
  'charge',
  'earn',
  'pay',
  'income',
  'money',
  'bill',
  'cost',
  'price',
  'make',
];

/** Answers from the documents. */
export const freelance = defineIntent({
  id: 'freelance',
  title: 'Freelancing',
  example: 'What can I charge as a freelancer?',
  kinds: ['freelance', 'rate'],
  related: ['salary', 'jobs', 'work-hours'],
  slots: ['amounts', 'hours', 'span', 'per'],
  answer(query, facts) {
    const [rate] = facts.of('rate');
    const ways = facts.of('freelance');
    const referred = rate && referToRate(query, rate);
    if (rate && referred !== undefined) {
      const says = [rate.says, `That’s from “${query.titleOf(rate.document)}”.`].filter((line) => line !== referred);
      return { headline: referred, details: says, facts: [rate] };
    }
    const income = rate && computeIncome(query, rate, facts);
    if (rate && income) {
      const details = [rate.says, ...income.notes];
      return { headline: income.headline, details, formulas: income.formulas, facts: [rate, ...income.facts] };
    }
    const compared = rate && compareRate(query, rate);
    if (rate && compared) return { headline: compared, details: [rate.says], facts: [rate] };
    const isElsewhere = rate !== undefined && wantsOtherCurrency(query, rate);
    if (rate && (isElsewhere || query.has(...ABOUT_PAY))) {
      const shown = [rate, ...sortByFocus(query, ways).slice(0, 3)];
      const says = shown.map((fact) => fact.says);
      const [headline = '', ...details] = isElsewhere ? [NO_CONVERSION, ...says] : says;
      return { headline, details, facts: shown };
    }
    return tell(query, [...sortByFocus(query, ways), ...facts.of('rate')], 5);
  },
});
