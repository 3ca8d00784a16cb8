// Beside the Home: what administrators see below it, the report in short.
import type { types } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import { shorten } from '../../reporting/printable.js';
import { helpfulRate, nameOutcome } from '../../reporting/report-words.js';
import { type Summary, summarise } from '../../reporting/summary.js';
import type { Store } from '../../store/store.js';
import { cleanText } from '../message/escaping.js';

const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const MOST_QUESTIONS = 10;
const LONGEST_QUESTION = 150;

/** The workspace's last 30 days: outcomes, votes, and what was asked most often without an answer; last who sees it. */
export async function adminSection(
  store: Store,
  { documents }: Bot,
  workspace: string,
  whoSees: string,
): Promise<types.KnownBlock[]> {
  const figures = await store.figures(Date.now() - DAYS * DAY_MS, workspace);
  const summary = summarise(
    figures,
    documents.map(({ title }) => title),
  );
  return [
    { type: 'divider' },
    header(`For administrators: the last ${DAYS} days`),
    list('bullet', figureLines(summary)),
    header('Asked most often without an answer'),
    questionList(summary, store.keepsTexts),
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

function questionList({ unanswered }: Summary, keepsTexts: boolean): types.RichTextBlock {
  if (!keepsTexts) return list('bullet', ['The words of questions are not kept (UNANSWERED=off).']);
  if (unanswered.length === 0) return list('bullet', ['None.']);
  const top = unanswered.slice(0, MOST_QUESTIONS);
  return list(
    'ordered',
    top.map(({ text, count }) => `${shorten(text, LONGEST_QUESTION)} (${count} ×)`),
  );
}

/** People's words stand in rich text only, which Slack does not parse. */
function list(style: 'bullet' | 'ordered', lines: readonly string[]): types.RichTextBlock {
  const elements = lines.map(
    (line): types.RichTextSection => ({
      type: 'rich_text_section',
      elements: [{ type: 'text', text: cleanText(line) }],
    }),
  );
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style, elements }] };
}

const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
});

const note = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});
