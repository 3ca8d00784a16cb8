// Builds the button below a refusal by which people ask to be told of an answer, and finds it again in what is shown.
import type { types } from '@slack/bolt';
import { plainText } from './blocks.js';
import { MAX_BUTTON_VALUE } from './limits.js';

/** The ids of the button: before it's pressed, and after. */
export const TELL = { me: 'tell:me', undo: 'tell:undo' } as const;

/** The ids of both. */
export const TELL_ACTION = /^tell:(me|undo)$/;

const WORDS = { [TELL.me]: 'Tell me when this is answered', [TELL.undo]: 'You’ll be told. Undo' } as const;
/** What screen readers say. */
const LABELS = {
  [TELL.me]: 'Tell me when this is answered, in a direct message',
  [TELL.undo]: 'You’ll be told. Undo: don’t tell me',
} as const;

/** The button for a question; undefined if Slack would not send the question back. */
export function tellButton(question: string, id: keyof typeof WORDS = TELL.me): types.Button | undefined {
  if (question === '' || question.length > MAX_BUTTON_VALUE) return undefined;
  return {
    type: 'button',
    action_id: id,
    value: question,
    text: plainText(WORDS[id]),
    accessibility_label: LABELS[id],
  };
}

/** A block as Slack sends it back. */
interface ShownBlock {
  readonly type: string;
  readonly elements?: unknown;
}

const isTell = (element: unknown): boolean => {
  const id: unknown =
    typeof element === 'object' && element !== null && 'action_id' in element ? element.action_id : undefined;
  return typeof id === 'string' && TELL_ACTION.test(id);
};

/** Whether a block is a row with the button that `tellButton` has built. */
export const hasTellButton = ({ type, elements }: ShownBlock): boolean =>
  type === 'actions' && Array.isArray(elements) && elements.some(isTell);

/** The row with this button in place of the one it has; any other block as it is. */
export const withTellButton = <B extends ShownBlock>(block: B, button: types.Button | undefined): B =>
  button === undefined || !hasTellButton(block) || !Array.isArray(block.elements)
    ? block
    : { ...block, elements: block.elements.map((element: unknown) => (isTell(element) ? button : element)) };
