// Builds the buttons below an answer by which people say whether it helped.
import { randomUUID } from 'node:crypto';
import type { types } from '@slack/bolt';
import type { Answer } from '../../answering/answer.js';
import { plainText } from './blocks.js';
import { ACTIONS } from './buttons.js';
import { writeVotes } from './vote-value.js';

const HELPFUL = { text: plainText('Helpful'), accessibility_label: 'Mark this answer as helpful' };
const NOT_HELPFUL = { text: plainText('Not helpful'), accessibility_label: 'Mark this answer as not helpful' };

/** Slack's own feedback buttons, for messages. None below what isn't an answer: there is nothing to rate in it. */
export function voteButtons(answer: Answer): types.ContextActionsBlock[] {
  if (answer.outcome === 'small-talk' || answer.outcome === 'about-bot') return [];
  const { up, down } = writeVotes(answer);
  const buttons: types.FeedbackButtons = {
    type: 'feedback_buttons',
    action_id: ACTIONS.vote,
    positive_button: { ...HELPFUL, value: up },
    negative_button: { ...NOT_HELPFUL, value: down },
  };
  return [{ type: 'context_actions', elements: [buttons] }];
}

/** The same block for a modal, which can't have Slack's feedback buttons: two ordinary buttons. Other blocks stay. */
export function voteButtonsForModal(block: types.KnownBlock): types.KnownBlock {
  const [feedback] = block.type === 'context_actions' ? block.elements : [];
  if (feedback?.type !== 'feedback_buttons') return block;
  const button = (side: string, look: typeof HELPFUL, value: string): types.Button => {
    return { type: 'button', action_id: `${ACTIONS.vote}:${side}`, ...look, value };
  };
  // A window shows one answer after another, so the block's id distinguishes them.
  return {
    type: 'actions',
    block_id: `${ACTIONS.vote}:${randomUUID()}`,
    elements: [
      button('up', HELPFUL, feedback.positive_button.value),
      button('down', NOT_HELPFUL, feedback.negative_button.value),
    ],
  };
}

/** What replaces the buttons in a window once they were used. */
export function thanks(block_id: string): types.ContextBlock {
  return { type: 'context', block_id, elements: [plainText('Thanks, your vote is counted.')] };
}
