// Builds what administrators see at the end of the Home tab: the report in short.
import type { types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import { shorten } from '../../reporting/printable.js';
import { helpfulRate, nameOutcome, type Summary, summarise } from '../../reporting/summary.js';
import type { Store } from '../../store/store.js';
import { header, list, note } from '../message/blocks.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const MOST_GAPS = 10;
const LONGEST_QUESTION = 150;

/** The workspace's last 30 days: outcomes, votes and the most frequent unanswered questions; last, who sees this. */
export async function adminSection(
  store: Store,
  bot: Bot,
  workspace: string,
  whoSees: string,
): Promise<types.KnownBlock[]> {
  const figures = await store.figures(Date.now() - DAYS * DAY_MS, workspace);
  const summary = summarise(figures, bot, MOST_GAPS);
  return [
    { type: 'divider' },
    header(`For administrators: the last ${DAYS} days`),
    ...list(figureLines(summary)),
    header('Gaps'),
    ...gapList(summary, store.keepsTexts),
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

/** People's words are rich text, which Slack does not parse. */
function gapList({ gaps }: Summary, keepsTexts: boolean): types.RichTextBlock[] {
  if (!keepsTexts) return list(['Question text isn’t stored (UNANSWERED=off).']);
  if (gaps.total === 0) return list(['None']);
  return list(
    gaps.each.map(({ name, count }) => `${shorten(name, LONGEST_QUESTION)} (${count} ×)`),
    'ordered',
  );
}
