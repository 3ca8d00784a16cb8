// Last stop before Slack where there is no channel: an answer as a window, in which one can go on asking.
import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import { isChart } from './chart.js';
import { MAX_QUESTION, MAX_VIEW_BLOCKS } from './limits.js';
import type { SlackMessage } from './message.js';
import { ASK_FORM } from './question.js';
import { votableInWindow } from './vote-buttons.js';

const TITLE = 'Back-end career';

/** The form that asks a question; `id` names the conversation in the window. */
export function askModal(id: string): types.ModalView {
  return modal(id, [askInput('What do you want to know?')]);
}

/** The answer, without charts, and below it the form for the next question. */
export function answerModal({ blocks }: SlackMessage, id: string): types.ModalView {
  const shown = blocks.filter((block) => !isChart(block)).slice(0, MAX_VIEW_BLOCKS - 1);
  return modal(id, [...shown.map(votableInWindow), askInput('Ask something else')]);
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
