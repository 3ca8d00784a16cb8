// A person's hands: they press, write and close what the stand-in shows, and the app gets the payload that Slack would send.

import { NO_RESPONSE_URL, PERSON } from './ids.js';
import { CHANNEL, freshTs, interaction } from './payloads.js';
import { elementsOf } from './rules/block-rules.js';
import { type Node, node, nodes, words } from './rules/node.js';
import type { Message, Receipt, Slack, View } from './slack.js';
import { emptyInputs, type Given, keepValues, optionOf, valueGiven } from './values.js';
import { messageOf } from './web-api.js';

type Fields = Record<string, unknown>;
type Deliver = (body: Fields) => Promise<Receipt>;

/** Who does it, and what a forger would put in place of a button's own value. */
export interface Manner {
  readonly by?: string;
  readonly value?: string;
}

/** What came of a submission: the errors beside the inputs, and the modal that is seen now. */
export interface Submitted extends Receipt {
  readonly errors: Readonly<Record<string, unknown>>;
  readonly view: View | undefined;
}

export function createHands(slack: Slack, deliver: Deliver) {
  return {
    /** Presses the button, or chooses the option, that has these words; fails when there is none to be seen. */
    press(holder: Message | View, label: string, { by, value }: Manner = {}): Promise<Receipt> {
      const shown = 'id' in holder ? seenView(slack, holder) : seenMessage(slack, holder);
      const action = findAction(shown.blocks, label);
      const forged = value === undefined ? action : { ...action, value };
      return deliver('id' in shown ? pressInView(slack, shown, forged) : pressInMessage(shown, forged, by));
    },

    /** Writes into the inputs of a modal, by block_id, and submits it. Throws where Slack would not send it. */
    async submit(modal: View, given: Readonly<Record<string, Given>> = {}): Promise<Submitted> {
      const seen = seenView(slack, modal);
      if (seen.submit === null) throw new Error('This modal has no button to submit it.');
      const view = fill(slack, seen, given);
      const empty = emptyInputs(view.blocks, view.state.values);
      if (empty.length > 0) throw new Error(`Slack does not send a modal with empty inputs: ${empty.join(' · ')}`);
      const by = ownerOf(slack, view);
      const receipt = await deliver({ ...interaction('view_submission', by), view, response_urls: [] });
      return { ...receipt, errors: slack.errorsIn(view), view: slack.viewOf(by) };
    },

    /** Writes into the inputs of a view and does not submit it. */
    fill: (view: View, given: Readonly<Record<string, Given>>): View => fill(slack, seenView(slack, view), given),

    /** Closes a modal; the app hears of it only if it asked to. */
    async close(modal: View): Promise<void> {
      const view = seenView(slack, modal);
      const by = ownerOf(slack, view);
      slack.views.close(by, view.clear_on_close === true);
      const { trigger_id: _, ...body } = interaction('view_closed', by);
      if (view.notify_on_close === true) await deliver({ ...body, view, is_cleared: view.clear_on_close === true });
    },
  };
}

export type Hands = ReturnType<typeof createHands>;

/** The words on everything that can be pressed or chosen there. */
export function labelsIn({ blocks }: { readonly blocks: readonly Node[] }): string[] {
  return elementsOf(blocks).flatMap((element) => choicesOf(element).map(({ text }) => words(text)));
}

function seenMessage(slack: Slack, { channel, ts }: Message): Message {
  const message = slack.findMessage(channel, ts);
  if (message === undefined) throw new Error('This message is gone.');
  return message;
}

function seenView(slack: Slack, { id }: View): View {
  const view = slack.findView(id);
  if (view === undefined) throw new Error('This view is closed.');
  return view;
}

function ownerOf(slack: Slack, view: View): string {
  return slack.views.ownerOf(view) ?? PERSON;
}

function fill(slack: Slack, view: View, given: Readonly<Record<string, Given>>): View {
  const values = { ...keepValues(view.blocks, view.state.values) };
  for (const [blockId, what] of Object.entries(given)) {
    const block = view.blocks.find(({ block_id }) => block_id === blockId);
    const element = block && elementsOf([block])[0];
    if (element === undefined) throw new Error(`This view has no input in a block “${blockId}”.`);
    values[blockId] = { [String(element.action_id)]: valueGiven(element, what) };
  }
  return slack.views.put({ ...view, state: { values } });
}

/** What can be pressed of an element: the button itself, its sides or its options. */
function choicesOf(element: Node): Node[] {
  if (element.type === 'feedback_buttons') return [node(element.positive_button), node(element.negative_button)];
  return element.options === undefined ? [element] : nodes(element.options);
}

function findAction(blocks: readonly Node[], label: string): Fields {
  const found = blocks
    .flatMap((block) => elementsOf([block]).map((element) => ({ block, element })))
    .flatMap(({ block, element }) => choicesOf(element).map((choice) => ({ block, element, choice })))
    .filter(({ choice }) => words(choice.text) === label);
  const [first, ...more] = found;
  if (first === undefined)
    throw new Error(`Nothing to press says “${label}”, only: ${labelsIn({ blocks }).join(' · ')}`);
  if (more.length > 0) throw new Error(`“${label}” stands on ${found.length} things to press.`);
  const { block, element, choice } = first;
  const { type, action_id } = element;
  const common = { type, action_id, block_id: block.block_id, action_ts: freshTs() };
  if (element.options === undefined) {
    const { text, value, url, style } = choice;
    return withoutUndefined({ ...common, text, value, url, style });
  }
  const option = optionOf(element, label);
  return type === 'checkboxes' ? { ...common, selected_options: [option] } : { ...common, selected_option: option };
}

function pressInMessage(message: Message, action: Fields, by = message.viewer ?? PERSON): Fields {
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

function pressInView(slack: Slack, view: View, action: Fields): Fields {
  return {
    ...interaction('block_actions', ownerOf(slack, view)),
    container: { type: 'view', view_id: view.id },
    view: chosenIn(slack, view, action),
    actions: [action],
  };
}

/** What was chosen stands in the view from now on. */
function chosenIn(
  slack: Slack,
  view: View,
  { block_id, action_id, type, selected_option, selected_options }: Fields,
): View {
  const [block, name] = [String(block_id), String(action_id)];
  const before = view.state.values[block];
  if (before?.[name] === undefined) return view;
  const chosen = node(withoutUndefined({ type, selected_option, selected_options }));
  return slack.views.put({
    ...view,
    state: { values: { ...view.state.values, [block]: { ...before, [name]: chosen } } },
  });
}

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
