// Builds what Slack sends for clicks, submissions and closings, from what's on screen rather than what the person claims.

import type { InputValue } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { freshTs, interaction } from './event-payloads.js';
import { CHANNEL, NO_RESPONSE_URL, PERSON } from './fake-ids.js';
import { keepValues, optionOf, valueGiven } from './input-values.js';
import { type BlockKitNode, node, nodes } from './rules/block-kit-node.js';
import { elementsIn, flatten } from './rules/block-rules.js';
import type { Slack } from './slack-emulator.js';
import type { View } from './views.js';
import { messageOf } from './web-api.js';

/** The current message. */
export function currentMessage(slack: Slack, { channel, ts }: Message): Message {
  const message = slack.findMessage(channel, ts);
  if (message === undefined) throw new Error('This message no longer exists.');
  return message;
}

/** The current view. */
export function currentView(slack: Slack, { id }: View): View {
  const view = slack.findView(id);
  if (view === undefined) throw new Error('This view is closed.');
  return view;
}

export function ownerOf(slack: Slack, view: View): string {
  return slack.views.ownerOf(view) ?? PERSON;
}

/** Writes into the inputs of a view, by block_id. Throws where Slack would not let a person. */
export function fill(slack: Slack, view: View, given: Readonly<Record<string, InputValue>>): View {
  const values = { ...keepValues(view.blocks, view.state.values) };
  for (const [blockId, what] of Object.entries(given)) {
    const block = view.blocks.find(({ block_id }) => block_id === blockId);
    const element = block && elementsIn(block)[0];
    if (element === undefined) throw new Error(`This view has no input in a block “${blockId}”.`);
    values[blockId] = { [String(element.action_id)]: valueGiven(element, what) };
  }
  return slack.views.put({ ...view, state: { values } });
}

/** What can be pressed of an element: the button itself, its sides or its options. */
export function choicesOf(element: BlockKitNode): BlockKitNode[] {
  if (element.type === 'feedback_buttons') return [node(element.positive_button), node(element.negative_button)];
  return element.options === undefined ? [element] : nodes(element.options);
}

/** Something to click, and where it is: the block, the element in it, and the button, side or option. */
export interface Choice {
  readonly block: BlockKitNode;
  readonly element: BlockKitNode;
  readonly choice: BlockKitNode;
}

/** Everything that can be pressed there. */
export function choicesIn(blocks: readonly BlockKitNode[]): Choice[] {
  return flatten(blocks).flatMap((block) =>
    elementsIn(block).flatMap((element) => choicesOf(element).map((choice) => ({ block, element, choice }))),
  );
}

/** The action that Slack sends for a press of it; `chosen` are all the options that are marked afterwards, of checkboxes. */
export function actionOf({ block, element, choice }: Choice, chosen: readonly BlockKitNode[] = [choice]): JsonObject {
  const { type, action_id } = element;
  const common = { type, action_id, block_id: block.block_id, action_ts: freshTs() };
  if (element.options === undefined) {
    const { text, value, url, style } = choice;
    return withoutUndefined({ ...common, text, value, url, style });
  }
  const options = chosen.map(({ value }) => optionOf(element, String(value)));
  return ['checkboxes', 'multi_static_select'].includes(type)
    ? { ...common, selected_options: options }
    : { ...common, selected_option: options[0] };
}

/** The action that Slack sends when these people are chosen, and no others. */
export const choosePeople = ({ block, element }: Choice, people: readonly string[]): JsonObject => ({
  ...valueGiven(element, people),
  action_id: element.action_id,
  block_id: block.block_id,
  action_ts: freshTs(),
});

/** A press in a message, by the one who sees it. */
export function pressInMessage(message: Message, action: JsonObject, by = message.viewer ?? PERSON): JsonObject {
  const { ts, channel, thread, viewer } = message;
  if (viewer !== undefined && viewer !== by) throw new Error('Only the one who sees this message can press in it.');
  const isEphemeral = viewer !== undefined;
  const container = { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral };
  return {
    ...interaction('block_actions', by),
    container: thread === undefined ? container : { ...container, thread_ts: thread },
    channel: {
      id: channel,
      name: channel.startsWith('D') ? 'directmessage' : channel === CHANNEL ? 'general' : 'other',
    },
    // Slack does not keep what one person sees, so it has nothing to send.
    ...(isEphemeral ? {} : { message: messageOf(message) }),
    state: { values: {} },
    response_url: NO_RESPONSE_URL,
    actions: [action],
  };
}

/** A press in a modal or a Home. */
export function pressInView(slack: Slack, view: View, action: JsonObject): JsonObject {
  return {
    ...interaction('block_actions', ownerOf(slack, view)),
    container: { type: 'view', view_id: view.id },
    view: chosenIn(slack, view, action),
    actions: [action],
  };
}

/** Stores what was chosen in the view. */
export function chosenIn(
  slack: Slack,
  view: View,
  { block_id, action_id, type, selected_option, selected_options, selected_users }: JsonObject,
): View {
  const [block, name] = [String(block_id), String(action_id)];
  const before = view.state.values[block];
  if (before?.[name] === undefined) return view;
  const chosen = node(withoutUndefined({ type, selected_option, selected_options, selected_users }));
  return slack.views.put({
    ...view,
    state: { values: { ...view.state.values, [block]: { ...before, [name]: chosen } } },
  });
}

function withoutUndefined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
