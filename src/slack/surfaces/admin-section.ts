// Builds what administrators see at the end of the Home tab: the report in short.
import type { types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import { shorten } from '../../reporting/printable.js';
import {
  describeAnsweredNow,
  helpfulRate,
  nameGapKind,
  nameOutcome,
  type Summary,
  summarise,
} from '../../reporting/summary.js';
import type { Store } from '../../store/store.js';
import { header, list, note } from '../message/blocks.js';
import type { MessageBlock } from '../message/chart.js';
import { trendBlocks } from './trend-blocks.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const MOST_GAPS = 10;
const LONGEST_QUESTION = 150;

/** The workspace's last 30 days: outcomes, votes, the gaps asked for most and the trend; last, who sees this. */
export async function adminSection(
  store: Store,
  bot: Bot,
  workspace: string,
  whoSees: string,
): Promise<MessageBlock[]> {
  const figures = await store.figures(Date.now() - DAYS * DAY_MS, workspace);
  const summary = summarise(figures, bot, MOST_GAPS);
  return [
    { type: 'divider' },
    header(`For administrators: the last ${DAYS} days`),
    ...list(figureLines(summary)),
    header('Gaps: what people asked for and the documents don’t say'),
    ...gapBlocks(summary, store.keepsTexts),
    ...trendBlocks(summary.trend, new Map(bot.topics.map(({ topic, title }) => [topic, title]))),
    note(whoSees),
  ];
}

function figureLines({ questions, votes }: Summary): string[] {
  const outcomes = questions.byOutcome.map(({ name, count }) => `${count} ${nameOutcome(name)}`);
  const total = `${questions.total} ${questions.total === 1 ? 'question' : 'questions'}`;
  return [
    [total, outcomes.join(', ')].filter((words) => words !== '').join(': '),
    `Helpful: ${helpfulRate(votes.helpful, votes.total)}`,
  ];
}

/** A line a gap: “Docker 3”, why it is open, and whether the data answer it now. People's words are rich text, which Slack does not parse. */
function gapBlocks({ gaps }: Summary, keepsTexts: boolean): types.KnownBlock[] {
  if (!keepsTexts) return list(['Question text isn’t stored (UNANSWERED=off).']);
  if (gaps.total === 0) return list(['None']);
  const hidden = gaps.total - gaps.each.length;
  const lines = gaps.each.map((gap) => {
    const now = describeAnsweredNow(gap);
    const state = [nameGapKind(gap.kind), ...(now === undefined ? [] : [now])].join('; ');
    return `${shorten(gap.name, LONGEST_QUESTION)} ${gap.count} – ${state}`;
  });
  return [
    ...list(lines, 'ordered'),
    ...(hidden > 0 ? [note(`And ${hidden} more: run npm run report.`)] : []),
    note('Most asked first. IDs, addresses and phone numbers are replaced before anything is stored.'),
  ];
}
