// Sets what freelancers charge against what employees earn.
import type { Query, Reply } from '../../src/answering/intent.js';
import type { Facts } from '../../src/knowledge/facts.js';
import { formatDollars } from './money.js';

/** Both in one sentence; undefined if the question doesn't set them against each other, or a figure is missing. */
export function comparePay(query: Query, facts: Facts): Reply | undefined {
  const isSet = query.form.comparative !== undefined || query.form.kind === 'compare' || query.form.kind === 'or';
  const [rate] = facts.of('rate');
  if (!isSet || rate === undefined) return undefined;
  const salaries = facts.of('salary').filter(({ level, currency }) => level !== 'all' && currency === rate.currency);
  const [low, high] = salaries.toSorted((a, b) => a.amount - b.amount);
  if (low === undefined || high === undefined) return undefined;
  const range = `${formatDollars(rate.from)} to ${formatDollars(rate.to)}`;
  const says = `Freelancers charge more than ${range} an hour; employees outside India earn ${formatDollars(low.amount)} (freshers) to ${formatDollars(high.amount)} a year on average.`;
  const at = facts.of('salary').filter(({ level, currency }) => level !== 'all' && currency !== rate.currency);
  return { headline: says, details: at.map((salary) => salary.says), facts: [rate, low, high, ...at] };
}
