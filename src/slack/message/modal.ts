// Shows an answer in a window, with the field for the next question above it; for surfaces without a channel.
import { randomUUID } from 'node:crypto';
import type { types, ViewOutput } from '@slack/bolt';
import { ASK_FORM } from '../app-ids.js';
import { list, plainText, section } from './blocks.js';
import { isChart, type MessageBlock } from './chart.js';
import { unescapeText } from './escaping.js';
import { MAX_QUESTION, MAX_SECTION_TEXT, MAX_VIEW_BLOCKS } from './limits.js';
import type { SlackMessage } from './message.js';
import { tableLines } from './plain-text.js';
import { withOpenSources } from './simpler-messages.js';
import { voteButtonsForModal } from './vote-buttons.js';

const TITLE = 'Back-end career';

/** The form that asks a question; `id` names the conversation in the window. */
export function askModal(id: string): types.ModalView {
  return modal(id, [questionInput('Your question')]);
}

/** The field for the next question, which stays visible, and the answer below. Without blocks, its text is shown. */
export function answerModal(message: SlackMessage, id: string): types.ModalView {
  const { blocks } = withOpenSources(message);
  const shown = blocks.length === 0 ? textBlocks(message.text) : blocks.flatMap(fitForModal);
  return modal(id, [questionInput('Ask another question'), ...shown.slice(0, MAX_VIEW_BLOCKS - 1)]);
}

/** An open window as it is, with some of its blocks changed. */
export function sameWindow(
  { callback_id, private_metadata, title, submit, close, blocks }: ViewOutput,
  change: (block: types.KnownBlock) => types.KnownBlock[],
): types.ModalView {
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit && { submit }),
    ...(close && { close }),
    blocks: blocks.flatMap((block) => change(block as types.KnownBlock)),
  };
}

function modal(id: string, blocks: types.KnownBlock[]): types.ModalView {
  return {
    type: 'modal',
    callback_id: ASK_FORM.callback,
    private_metadata: id,
    title: plainText(TITLE),
    submit: plainText('Ask'),
    close: plainText('Close'),
    blocks,
  };
}

function questionInput(label: string): types.InputBlock {
  return {
    type: 'input',
    block_id: `${ASK_FORM.block}${randomUUID()}`,
    label: plainText(label),
    element: {
      type: 'plain_text_input',
      action_id: ASK_FORM.input,
      max_length: MAX_QUESTION,
      placeholder: plainText('What does a fresher earn in India?'),
    },
  };
}

/** The blocks that a modal can have besides inputs (docs.slack.dev/reference/block-kit/blocks); Slack would refuse others. */
const IN_MODALS: readonly string[] = ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section'];

function fitForModal(block: MessageBlock): types.KnownBlock[] {
  if (isChart(block)) return [];
  if (block.type === 'table') return tableAsList(block);
  const shown = voteButtonsForModal(block);
  return IN_MODALS.includes(shown.type) ? [shown] : [];
}

function tableAsList({ rows }: types.TableBlock): types.RichTextBlock[] {
  const words = rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '')));
  return list(tableLines({ caption: '', rows: words }));
}

/** Up to the end of a line if there is one. Counts whole characters, each of which can be two of Slack's. */
const SECTION = new RegExp(`[^]{1,${MAX_SECTION_TEXT / 2}}(?=\\n|$)|[^]{1,${MAX_SECTION_TEXT / 2}}`, 'gu');

function textBlocks(escaped: string): types.SectionBlock[] {
  return (unescapeText(escaped).match(SECTION) ?? []).map(section);
}
