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

/** The button for a question; none if Slack would not send the question back. */
export function tellButton(question: string, id: keyof typeof WORDS = TELL.me): types.ActionsBlock[] {
  if (question === '' || question.length > MAX_BUTTON_VALUE) return [];
  const look = { text: plainText(WORDS[id]), accessibility_label: LABELS[id] };
  const element: types.Button = { type: 'button', action_id: id, value: question, ...look };
  return [{ type: 'actions', elements: [element] }];
}

/** A block as Slack sends it back. */
interface ShownBlock {
  readonly type: string;
  readonly elements?: unknown;
}

/** Whether a block is one that `tellButton` has built. */
export function isTellButton({ type, elements }: ShownBlock): boolean {
  const [first] = Array.isArray(elements) ? elements : [];
  const id: unknown = typeof first === 'object' && first !== null && 'action_id' in first ? first.action_id : undefined;
  return type === 'actions' && typeof id === 'string' && TELL_ACTION.test(id);
}
