// Near the end of the road: the buttons below an answer, and what each sends back when it is pressed.
import type { types } from '@slack/bolt';
import type { Answer, Suggestion } from '../answer.js';
import { MAX_BUTTON_TEXT, MAX_BUTTON_VALUE, MAX_BUTTONS } from './limits.js';
import { cleanText, cutText } from './text.js';

/**
 * What the action ids begin with; what follows only keeps them apart within a message. `topic`: an answer beside this
 * one · `pick`: an answer in place of the question what was meant · `full`: everything on a topic · `share`: for all.
 */
export const ACTIONS = { topic: 'topic:', pick: 'pick:', full: 'full:', share: 'share:', vote: 'vote' } as const;

/** The id of the block that holds the picks begins like this; the id of the unanswered question follows. */
export const PICK_BLOCK = 'pick:';

/** The topics that lead on, or those that may have been meant (`unanswered` names the question they would settle). */
export function topicButtons({ outcome, suggestions }: Answer, unanswered?: string): types.ActionsBlock[] {
  const offered = suggestions.slice(0, MAX_BUTTONS).filter(hasButton);
  if (offered.length === 0) return [];
  const action = outcome === 'suggest' ? ACTIONS.pick : ACTIONS.topic;
  const elements = offered.map(({ topic, title }, index) => button(`${action}${index}`, title, topic));
  const isSettling = outcome === 'suggest' && unanswered !== undefined;
  return [{ type: 'actions', ...(isSettling && { block_id: `${PICK_BLOCK}${unanswered}` }), elements }];
}

/** One button for each part that does not hold everything on its topic yet. */
export function fullButtons({ outcome, parts }: Answer): types.Button[] {
  if (outcome !== 'answer') return [];
  return parts
    .slice(0, MAX_FULL)
    .filter((part) => part.full !== true && hasButton(part))
    .map(({ topic, title }, index) => {
      const words = parts.length === 1 ? 'Full answer' : `Full answer: ${title}`;
      return { ...button(`${ACTIONS.full}${index}`, words, topic), accessibility_label: cut(`All on ${title}`) };
    });
}

/** A button that posts the answer for all; `value` is what it takes to answer again. */
export function shareButton(isThread: boolean, value: string): types.Button {
  return button(`${ACTIONS.share}0`, isThread ? 'Share in thread' : 'Share in channel', value);
}

/** No question has more parts, and the block needs room for the share button. */
const MAX_FULL = 3;

const cut = (text: string): string => cutText(cleanText(text), MAX_BUTTON_TEXT);

function hasButton({ topic, title }: Suggestion): boolean {
  const isFitValue = topic !== '' && topic.length <= MAX_BUTTON_VALUE && cleanText(topic) === topic;
  return isFitValue && cleanText(title).trim() !== '';
}

function button(action_id: string, words: string, value: string): types.Button {
  return { type: 'button', action_id, text: { type: 'plain_text', text: cut(words), emoji: false }, value };
}
