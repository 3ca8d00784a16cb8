// Last stop before Slack where there is no channel: an answer as a window, in which one can go on asking.
import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import { ASK_FORM } from '../inbound/read-question.js';
import { isChart, type MessageBlock } from './chart.js';
import { unescapeText } from './escaping.js';
import { MAX_PIECE, MAX_QUESTION, MAX_VIEW_BLOCKS } from './limits.js';
import type { SlackMessage } from './message.js';
import { tableLines } from './plain-text.js';
import { votableInWindow } from './vote-buttons.js';

const TITLE = 'Back-end career';

/** The form that asks a question; `id` names the conversation in the window. */
export function askModal(id: string): types.ModalView {
  return modal(id, [askInput('What do you want to know?')]);
}

/** The answer, and below it the form for the next question. Without blocks, its text is shown. */
export function answerModal({ text, blocks }: SlackMessage, id: string): types.ModalView {
  const shown = blocks.length === 0 ? textBlocks(text) : blocks.flatMap(fitForModal);
  return modal(id, [...shown.slice(0, MAX_VIEW_BLOCKS - 1), askInput('Ask something else')]);
}

function modal(id: string, blocks: types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    callback_id: ASK_FORM.callback,
    private_metadata: id,
    title: { type: 'plain_text', text: TITLE, emoji: false },
    submit: { type: 'plain_text', text: 'Ask', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks,
  };
}

function askInput(label: string): types.InputBlock {
  return {
    type: 'input',
    block_id: `${ASK_FORM.block}${randomUUID()}`,
    label: { type: 'plain_text', text: label, emoji: false },
    element: {
      type: 'plain_text_input',
      action_id: ASK_FORM.input,
      max_length: MAX_QUESTION,
      placeholder: { type: 'plain_text', text: 'What does a fresher earn in India?', emoji: false },
    },
  };
}

/** What may stand in a modal besides inputs (docs.slack.dev/reference/block-kit/blocks); all else would make Slack refuse it. */
const IN_MODALS: readonly string[] = ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section'];

function fitForModal(block: MessageBlock): types.KnownBlock[] {
  if (isChart(block)) return [];
  if (block.type === 'table') return tableAsList(block);
  const shown = votableInWindow(block);
  return IN_MODALS.includes(shown.type) ? [shown] : [];
}

function tableAsList({ rows }: types.TableBlock): types.RichTextBlock[] {
  const words = rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')));
  const elements = tableLines({ caption: '', rows: words }).map(
    (line): types.RichTextSection => ({ type: 'rich_text_section', elements: [{ type: 'text', text: line }] }),
  );
  if (elements.length === 0) return [];
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

/** Up to a line's end where there is one. Counted are whole characters, which may be two of Slack's each. */
const PIECE = new RegExp(`[^]{1,${MAX_PIECE / 2}}(?=\\n|$)|[^]{1,${MAX_PIECE / 2}}`, 'gu');

function textBlocks(escaped: string): types.SectionBlock[] {
  const pieces = unescapeText(escaped).match(PIECE) ?? [];
  return pieces.map((text) => ({ type: 'section', text: { type: 'plain_text', text, emoji: false } }));
}
