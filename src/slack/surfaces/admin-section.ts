// Builds what administrators see at the end of the Home tab: the report in short.
import type { Bot } from '../../answering/bot.js';
import { countUp, helpfulRate, nameOutcome, type Summary } from '../../reporting/summary.js';
import type { Figures } from '../../store/store.js';
import { header, list, note } from '../message/blocks.js';
import type { MessageBlock } from '../message/chart.js';
import { HOME_DAYS } from './home-figures.js';
import { trendBlocks } from './trend-blocks.js';

/** Their outcomes, votes and trend; last, who sees this. The gaps among them are where mentors answer them. */
export function adminSection(figures: Figures, { topics }: Pick<Bot, 'topics'>, whoSees: string): MessageBlock[] {
  const totals = countUp(figures);
  return [
    { type: 'divider' },
    header(`For administrators: the last ${HOME_DAYS} days`),
    ...list(totalLines(totals)),
    ...trendBlocks(totals.trend, new Map(topics.map(({ topic, title }) => [topic, title]))),
    note(whoSees),
  ];
}

function totalLines({ questions, votes }: Pick<Summary, 'questions' | 'votes'>): string[] {
  const outcomes = questions.byOutcome.map(({ name, count }) => `${count} ${nameOutcome(name)}`);
  const total = `${questions.total} ${questions.total === 1 ? 'question' : 'questions'}`;
  return [
    [total, outcomes.join(', ')].filter((words) => words !== '').join(': '),
    `Helpful: ${helpfulRate(votes.helpful, votes.total)}`,
  ];
}
