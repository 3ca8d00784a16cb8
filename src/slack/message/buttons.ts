// Builds the buttons below an answer; inbound/read-button.ts reads what they send back when clicked.
import type { types } from '@slack/bolt';
import type { Answer, Suggestion } from '../../answering/answer.js';
import { note, plainText } from './blocks.js';
import { cleanText, cutText } from './escaping.js';
import { MAX_BUTTON_TEXT, MAX_BUTTON_VALUE, MAX_BUTTONS, MAX_OPTION_VALUE, MAX_OPTIONS } from './limits.js';
import type { ShareTarget } from './share-value.js';
import { tellButton } from './tell-button.js';

/**
 * What the action ids begin with; what follows keeps them apart and can say where the answer can be shared.
 * `topic`: an answer next to this one · `pick`: an answer in place of the question what was meant · `full`: everything on
 * a topic · `share`: for everyone · `try`: the answer to the question that the button holds.
 */
export const ACTIONS = {
  topic: 'topic:',
  pick: 'pick:',
  full: 'full:',
  share: 'share:',
  try: 'try:',
  vote: 'vote',
} as const;

/** The ids of all buttons that ask something. */
export const ASKING_ACTION = new RegExp(
  `^(${ACTIONS.topic}|${ACTIONS.pick}|${ACTIONS.full}|${ACTIONS.share}|${ACTIONS.try})`,
);

/** The id of the block with the picks begins like this; the id of the unanswered question follows. */
export const PICK_BLOCK = 'pick:';

/** What the buttons below an answer need to know besides the answer. */
export interface ButtonContext {
  /** The id of the unanswered question that a pick answers. */
  readonly unanswered?: string;
  /** Where this answer and the next one can be shared. */
  readonly shareTarget?: ShareTarget;
  /** What the button carries that posts the answer for everyone. */
  readonly share?: string;
  /** The question whose answer the person can ask to be told of. */
  readonly tell?: string;
}

/**
 * The one row of buttons: the topics to ask about next, or the sections and topics that were possibly meant; everything
 * on the topic; and the answer for everyone.
 */
export function buttonRow(answer: Answer, context: ButtonContext = {}): (types.ActionsBlock | types.ContextBlock)[] {
  const { unanswered, shareTarget, share, tell } = context;
  const isClarifying = answer.outcome === 'clarify';
  const topics = topicButtons(answer, shareTarget);
  const own = [
    ...fullAnswerButtons(answer, shareTarget),
    ...(share === undefined ? [] : [shareButton(shareTarget ?? {}, share)]),
    ...[tell === undefined ? [] : (tellButton(tell) ?? [])].flat(),
  ];
  const elements = [...topics.slice(0, MAX_BUTTONS - own.length), ...own];
  if (elements.length === 0) return [];
  const label = topics.length === 0 || isClarifying ? [] : [note('Ask next:')];
  const isSettling = isClarifying && unanswered !== undefined;
  return [...label, { type: 'actions', ...(isSettling && { block_id: `${PICK_BLOCK}${unanswered}` }), elements }];
}

function topicButtons({ outcome, suggestions, passages = [] }: Answer, shareTarget?: ShareTarget): types.Button[] {
  const sections = passages.map(({ topic, section }) => ({ topic, title: section }));
  return offerTopics([...sections, ...suggestions], outcome === 'clarify' ? ACTIONS.pick : ACTIONS.topic, shareTarget);
}

/** A button for each topic, named by its title. */
export function offerTopics(
  topics: readonly Suggestion[],
  action: string = ACTIONS.topic,
  shareTarget?: ShareTarget,
): types.Button[] {
  return topics
    .filter(hasButton)
    .map(({ topic, title }, index) =>
      button(actionId(action, index, shareTarget), title, topic, `${title}: show the answer`),
    );
}

/** One select of all topics, which shows the answer to the chosen one. */
export function topicSelect(topics: readonly Suggestion[]): types.ActionsBlock[] {
  const options = topics
    .filter((topic) => hasButton(topic) && topic.topic.length <= MAX_OPTION_VALUE)
    .slice(0, MAX_OPTIONS)
    .map(({ topic, title }) => ({ text: plainText(cut(title)), value: topic }));
  if (options.length === 0) return [];
  const placeholder = plainText('Choose a topic');
  return [
    { type: 'actions', elements: [{ type: 'static_select', action_id: `${ACTIONS.topic}0`, placeholder, options }] },
  ];
}

/** A button for each question, which asks it. */
export function offerQuestions(questions: readonly string[]): types.Button[] {
  return questions
    .filter((question) => question !== '' && question.length <= MAX_BUTTON_VALUE)
    .map((question, index) => button(`${ACTIONS.try}${index}`, question, question));
}

/** One button for each part that leaves something on its topic unsaid. */
function fullAnswerButtons(answer: Answer, shareTarget?: ShareTarget): types.Button[] {
  // That the documents don’t mention something is all there is to say of it.
  if (answer.outcome !== 'answer') return [];
  const { parts } = answer;
  return parts
    .slice(0, MAX_FULL_BUTTONS)
    .filter((part) => part.full !== true && hasButton(part))
    .map(({ topic, title }, index) => {
      const words = parts.length === 1 ? 'Full answer' : `Full answer: ${title}`;
      return button(
        actionId(ACTIONS.full, index, shareTarget),
        words,
        topic,
        `Show full answer: ${title}, with every quote`,
      );
    });
}

/** A button that posts the answer for everyone; `value` is what is needed to answer again. */
function shareButton({ thread }: ShareTarget, value: string): types.Button {
  const words = thread === undefined ? 'Share in channel' : 'Share in thread';
  return button(`${ACTIONS.share}0`, words, value, `${words} so everyone there can see it`);
}

/** Where the answer to a clicked button can be shared, as its action id says. */
export function readShareTarget(id: string): ShareTarget {
  const [, thread, isReply] = /:(\d{1,12}\.\d{1,9})(:reply)?$/.exec(id) ?? [];
  return { ...(thread !== undefined && { thread }), ...(isReply !== undefined && { isThreaded: true }) };
}

/** Values from payloads only go into an id in the form in which they're read again. */
const THREAD = /^\d{1,12}\.\d{1,9}$/;

function actionId(action: string, index: number, { thread, isThreaded }: ShareTarget = {}): string {
  const where = thread === undefined || !THREAD.test(thread) ? '' : `:${thread}${isThreaded ? ':reply' : ''}`;
  return `${action}${index}${where}`;
}

/** No question has more parts, and the block must leave space for the share button. */
const MAX_FULL_BUTTONS = 3;

const cut = (text: string): string => cutText(cleanText(text), MAX_BUTTON_TEXT);

function hasButton({ topic, title }: Suggestion): boolean {
  const isFitValue = topic !== '' && topic.length <= MAX_BUTTON_VALUE && cleanText(topic) === topic;
  return isFitValue && cleanText(title).trim() !== '';
}

/** `label` is what screen readers say if the words alone are too few; it begins with them. */
function button(action_id: string, words: string, value: string, label?: string): types.Button {
  return {
    type: 'button',
    action_id,
    text: plainText(cut(words)),
    value,
    ...(label !== undefined && { accessibility_label: cut(label) }),
  };
}
