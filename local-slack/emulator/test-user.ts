// Clicks, fills in and closes what the emulator shows, for tests; the app gets the payload Slack would send.

import type { InputValue } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { interaction } from './event-payloads.js';
import { emptyInputs } from './input-values.js';
import {
  actionOf,
  choicesIn,
  choosePeople,
  currentMessage,
  currentView,
  fill,
  ownerOf,
  pressInMessage,
  pressInView,
} from './interaction-payloads.js';
import type { Receipt } from './payload-exchange.js';
import { type BlockKitNode, words } from './rules/block-kit-node.js';
import type { Slack } from './slack-emulator.js';
import type { View } from './views.js';

type Deliver = (body: JsonObject) => Promise<Receipt>;

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

export function createTestUser(slack: Slack, deliver: Deliver) {
  return {
    /** Presses the button, or chooses the option, that has these words; fails when there is none to be seen. */
    press(holder: Message | View, label: string, { by, value }: Manner = {}): Promise<Receipt> {
      const shown = 'id' in holder ? currentView(slack, holder) : currentMessage(slack, holder);
      const action = findAction(shown.blocks, label);
      const forged = value === undefined ? action : { ...action, value };
      return deliver('id' in shown ? pressInView(slack, shown, forged) : pressInMessage(shown, forged, by));
    },

    /** Chooses these people, and no others, in the one select of people that is there. */
    choose(holder: View, people: readonly string[]): Promise<Receipt> {
      const view = currentView(slack, holder);
      const select = choicesIn(view.blocks).find(({ element }) => element.type === 'multi_users_select');
      if (select === undefined) throw new Error('There is no select of people.');
      return deliver(pressInView(slack, view, choosePeople(select, people)));
    },

    /** Writes into the inputs of a modal, by block_id, and submits it. Throws where Slack would not send it. */
    async submit(modal: View, given: Readonly<Record<string, InputValue>> = {}): Promise<Submitted> {
      const seen = currentView(slack, modal);
      if (seen.submit === null) throw new Error('This modal has no button to submit it.');
      const view = fill(slack, seen, given);
      const empty = emptyInputs(view.blocks, view.state.values);
      if (empty.length > 0) throw new Error(`Slack does not send a modal with empty inputs: ${empty.join(' · ')}`);
      const by = ownerOf(slack, view);
      const receipt = await deliver({ ...interaction('view_submission', by), view, response_urls: [] });
      return { ...receipt, errors: slack.errorsIn(view), view: slack.viewOf(by) };
    },

    /** Writes into the inputs of a view and does not submit it. */
    fill: (view: View, given: Readonly<Record<string, InputValue>>): View =>
      fill(slack, currentView(slack, view), given),

    /** Closes a modal; the app hears of it only if it asked to. */
    async close(modal: View): Promise<void> {
      const view = currentView(slack, modal);
      const by = ownerOf(slack, view);
      slack.views.close(view, view.clear_on_close === true);
      const { trigger_id: _, ...body } = interaction('view_closed', by);
      if (view.notify_on_close === true) await deliver({ ...body, view, is_cleared: view.clear_on_close === true });
    },
  };
}

export type TestUser = ReturnType<typeof createTestUser>;

/** The words on everything that can be pressed or chosen there. */
export function labelsIn({ blocks }: { readonly blocks: readonly BlockKitNode[] }): string[] {
  return choicesIn(blocks).map(({ choice }) => words(choice.text));
}

function findAction(blocks: readonly BlockKitNode[], label: string): JsonObject {
  const found = choicesIn(blocks).filter(({ choice }) => words(choice.text) === label);
  const [first, ...more] = found;
  if (first === undefined)
    throw new Error(`Nothing to press says “${label}”, only: ${labelsIn({ blocks }).join(' · ')}`);
  if (more.length > 0) throw new Error(`“${label}” is on ${found.length} things to click.`);
  return actionOf(first);
}
