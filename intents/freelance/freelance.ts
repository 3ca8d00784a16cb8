// The topic freelance: freelancing and what it pays.
import { deny, phraseFact, phraseVerdict, rankFacts, replyFrom } from '../../src/answering/headline.js';
import { defineIntent } from '../../src/answering/intent.js';
import { NO_CONVERSION } from '../shared/money.js';
import { compareRate, computeIncome, referToRate, wantsOtherCurrency } from './income.js';

const MOST_BESIDES = 2;

/** Answers from the documents. */
export const freelance = defineIntent({
  id: 'freelance',
  title: 'Freelancing',
  example: 'What can I charge as a freelancer?',
  kinds: ['freelance', 'rate'],
  subtopics: ['freelance-pay', 'weighing'],
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
    const income = rate && computeIncome(query, rate, facts);
    if (rate && income) {
      const details = [rate.says, ...income.notes];
      return { headline: income.headline, details, formulas: income.formulas, facts: [rate, ...income.facts] };
    }
    const compared = rate && compareRate(query, rate);
    if (rate && compared) return { headline: compared, details: [rate.says], facts: [rate] };
    const isElsewhere = rate !== undefined && wantsOtherCurrency(query, rate);
    const ranked = rankFacts(query, ways);
    const { kind } = query.form;
    if (rate && (isElsewhere || (query.asksFor('freelance-pay') && kind !== 'why' && kind !== 'who'))) {
      const [great] = ways.filter(({ answers }) => answers.includes('how-much'));
      const isWhether = kind === 'yes-no' && great !== undefined && !isElsewhere;
      const shown = isWhether ? [great, rate] : [rate, ...ranked.slice(0, MOST_BESIDES)];
      const [first, ...others] = shown;
      const headline = isElsewhere
        ? NO_CONVERSION
        : isWhether
          ? phraseVerdict(query, great)
          : phraseFact(query, first ?? rate);
      return { headline, details: [...(isElsewhere ? [rate] : []), ...others].map(({ says }) => says), facts: shown };
    }
    return replyFrom(query, [...ways, ...facts.of('rate')], { most: 4 });
  },
});
