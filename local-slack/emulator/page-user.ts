// Does what a person clicks, submits or closes on the page: finds it by its ids and sends the payload.

import type { ActionOf, ActionResult, InputValue } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import { interaction } from './event-payloads.js';
import { emptyBlocks } from './input-values.js';
import {
  actionOf,
  type Choice,
  choicesIn,
  choosePeople,
  chosenIn,
  fill,
  pressInMessage,
  pressInView,
} from './interaction-payloads.js';
import { type BlockKitNode, node, nodes } from './rules/block-kit-node.js';
import { ActionRefused, type AppSender } from './send-to-app.js';
import type { Slack } from './slack-emulator.js';
import type { View } from './views.js';

const OK: ActionResult = { ok: true };

export function createPageUser(slack: Slack, { sendAction }: AppSender) {
  const { conversations, manifest } = slack.workspace;

  /** The view, if it is this person's and still open. */
  function ownView(person: string, id: string): View {
    const view = slack.findView(id);
    if (view === undefined || slack.views.ownerOf(view) !== person) throw new ActionRefused('This window is closed.');
    return view;
  }

  return {
    press(action: ActionOf<'press'>): ActionResult | Promise<ActionResult> {
      const { person, tab, on, blockId, actionId, value, values } = action;
      const message = conversations.findAnywhere(on);
      const isSeen = message !== undefined && (message.viewer ?? person) === person;
      if (message !== undefined && !isSeen) throw new ActionRefused('This message no longer exists.');
      // What is written so far goes along with what is pressed.
      if (message === undefined && values !== undefined) write(slack, ownView(person, on), values);
      const holder = message ?? ownView(person, on);
      const pressed = findPressed(holder.blocks, blockId, actionId, value);
      if (message !== undefined) return sendAction(manifest.name, pressInMessage(message, pressed.action, person), tab);
      const view = ownView(person, on);
      // An input's value is sent on submission, unless the app asked to be told at once.
      if (pressed.block.type === 'input' && pressed.block.dispatch_action !== true) {
        chosenIn(slack, view, pressed.action);
        return OK;
      }
      return sendAction(manifest.name, pressInView(slack, view, pressed.action), tab);
    },

    async submit({ person, tab, viewId, values }: ActionOf<'submit'>): Promise<ActionResult> {
      const open = ownView(person, viewId);
      if (open.submit === null) throw new ActionRefused('This window has nothing to submit.');
      const view = write(slack, open, values);
      if (view === undefined) return OK;
      const empty = emptyBlocks(view.blocks, view.state.values).map(({ block_id }) => String(block_id));
      slack.showErrors(view, Object.fromEntries(empty.map((id) => [id, 'Please complete this required field.'])));
      if (empty.length > 0) return OK;
      const body = { ...interaction('view_submission', person), view, response_urls: [] };
      return sendAction(manifest.name, body, tab);
    },

    close({ person, viewId }: ActionOf<'close'>): ActionResult | Promise<ActionResult> {
      const view = ownView(person, viewId);
      if (view.type === 'home') throw new ActionRefused('The Home tab can’t be closed.');
      const isForAll = view.clear_on_close === true;
      slack.views.close(view, isForAll);
      const { trigger_id: _, ...body } = interaction('view_closed', person);
      if (view.notify_on_close !== true) return OK;
      return sendAction(manifest.name, { ...body, view, is_cleared: isForAll });
    },
  };
}

/** Writes the values into the view. If one isn't accepted, shows its error and gives undefined: nothing is sent. */
function write(slack: Slack, view: View, values: ActionOf<'submit'>['values']): View | undefined {
  const errors: Record<string, string> = {};
  let written = view;
  for (const [blockId, byAction] of Object.entries(values)) {
    const [given] = Object.values(byAction);
    try {
      if (given !== undefined && given.length > 0) written = fill(slack, written, { [blockId]: given });
      else written = clear(slack, written, blockId);
    } catch (error) {
      errors[blockId] = error instanceof Error ? error.message : String(error);
    }
  }
  slack.showErrors(view, errors);
  return Object.keys(errors).length === 0 ? written : undefined;
}

/** Empties this input. */
function clear(slack: Slack, view: View, blockId: string): View {
  const before = view.state.values[blockId] ?? {};
  const empty = Object.entries(before).map(
    ([action, { type, value, selected_option, selected_options, selected_users }]) => [
      action,
      node({
        type,
        ...(value !== undefined && { value: null }),
        ...(selected_option !== undefined && { selected_option: null }),
        ...(selected_options !== undefined && { selected_options: [] }),
        ...(selected_users !== undefined && { selected_users: [] }),
      }),
    ],
  );
  return slack.views.put({
    ...view,
    state: { values: { ...view.state.values, [blockId]: Object.fromEntries(empty) } },
  });
}

/** What is clicked, as it's on screen: of what the page says only the choice of options counts. */
function findPressed(
  blocks: readonly BlockKitNode[],
  blockId: string,
  actionId: string,
  value: InputValue | undefined,
): { readonly block: BlockKitNode; readonly action: JsonObject } {
  const named = choicesIn(blocks).filter(({ element }) => element.action_id === actionId);
  // What was drawn anew since the page showed it has other block ids; Slack takes the click all the same.
  const isThere = named.some(({ block }) => block.block_id === blockId);
  const there = isThere ? named.filter(({ block }) => block.block_id === blockId) : named;
  const wanted = [value ?? []].flat();
  const select = there.find(({ element }) => element.type === 'multi_users_select');
  if (select !== undefined) return { block: select.block, action: choosePeople(select, wanted) };
  const chosen = there.filter(({ choice }) => wanted.includes(String(choice.value)));
  const pressed: Choice | undefined = chosen[0] ?? (isFree(there, wanted) ? there[0] : undefined);
  if (pressed === undefined) throw new ActionRefused('This button no longer exists.');
  const marked = nodes(pressed.element.options).length > 0 ? chosen.map(({ choice }) => choice) : undefined;
  return { block: pressed.block, action: actionOf(pressed, marked) };
}

/** True if no value is needed: a single button, or checkboxes of which none is ticked. */
function isFree(there: readonly Choice[], wanted: readonly string[]): boolean {
  const type = there[0]?.element.type ?? '';
  return (
    type === 'button' || (wanted.length === 0 && ['checkboxes', 'multi_static_select', 'icon_button'].includes(type))
  );
}
