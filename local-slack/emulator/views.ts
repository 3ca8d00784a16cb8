// Stores each person's Home tab and stacks of modals, and what is written in them.

import type { InputValues } from '../shared/state.js';
import { type ApiResult, type JsonObject, refuse, stringOf } from './api-results.js';
import { withIds } from './block-ids.js';
import { APP_ID, BOT, TEAM } from './fake-ids.js';
import { keepValues } from './input-values.js';
import { type BlockKitNode, node } from './rules/block-kit-node.js';
import { viewFaults } from './rules/view-rules.js';
import type { Triggers } from './trigger-ids.js';

/** A view as Slack stores and sends it. */
export interface View extends BlockKitNode {
  readonly type: 'modal' | 'home';
  readonly id: string;
  readonly hash: string;
  readonly blocks: readonly BlockKitNode[];
  readonly state: { readonly values: InputValues };
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly external_id: string;
}

/** The modals a person has open in one browser tab, the topmost last. */
interface ModalStack {
  readonly user: string;
  /** Absent if the person who opened it named none; then it's open in all tabs. */
  readonly tab?: string | undefined;
  readonly views: readonly View[];
}

const MOST_MODALS = 3;

/** The views of all people, and the methods of the Web API that change them. */
export class Views {
  readonly #triggers: Triggers;
  readonly #homes = new Map<string, View>();
  /** The one opened last comes last. */
  #stacks: readonly ModalStack[] = [];
  #count = 0;

  constructor(triggers: Triggers) {
    this.#triggers = triggers;
  }

  /** The method views.open. */
  open(args: JsonObject): ApiResult {
    const fields = node(args.view);
    const refused =
      fields.type === 'home' ? refuse('invalid_arguments', ['a Home cannot be opened']) : this.objection(fields);
    if (refused !== undefined) return refused;
    const trigger = this.#triggers.take(args.trigger_id);
    if ('error' in trigger) return refuse(trigger.error);
    const { user, tab } = trigger;
    const view = this.#create(fields);
    const others = this.#stacks.filter(
      (stack) => stack.user !== user || (tab !== undefined && stack.tab !== undefined && stack.tab !== tab),
    );
    this.#stacks = [...others, { user, tab, views: [view] }];
    return { view };
  }

  /** The method views.push. */
  push(args: JsonObject): ApiResult {
    const fields = node(args.view);
    const refused = this.objection(fields);
    if (refused !== undefined) return refused;
    const trigger = this.#triggers.take(args.trigger_id);
    if ('error' in trigger) return refuse(trigger.error);
    const top = this.stackOf(trigger.user, trigger.tab).at(-1);
    return top === undefined
      ? refuse('invalid_trigger_id', ['no modal is open to push onto'])
      : this.pushOnto(top, fields);
  }

  /** The method views.update. */
  update(args: JsonObject): ApiResult {
    const id = stringOf(args.view_id);
    const external = stringOf(args.external_id);
    const view = this.#all().find((other) => (id === undefined ? other.external_id === external : other.id === id));
    if ((id ?? external) === undefined || view === undefined) return refuse('not_found');
    const fields = node(args.view);
    const refused = this.objection(fields, view.id);
    if (refused !== undefined) return refused;
    if (fields.type !== view.type) return refuse('invalid_arguments', ['another type of view']);
    if (stringOf(args.hash) !== undefined && args.hash !== view.hash) return refuse('hash_conflict');
    return { view: this.replace(view, fields) };
  }

  /** The method views.publish. */
  publish(args: JsonObject): ApiResult {
    const fields = node(args.view);
    const user = stringOf(args.user_id);
    if (user === undefined) return refuse('invalid_arguments', ['user_id is missing']);
    const home = this.#homes.get(user);
    const refused =
      fields.type === 'home' ? this.objection(fields, home?.id) : refuse('invalid_arguments', ['no Home']);
    if (refused !== undefined) return refused;
    if (stringOf(args.hash) !== undefined && args.hash !== home?.hash) return refuse('hash_conflict');
    const view = home === undefined ? this.#create(fields) : this.replace(home, fields);
    this.#homes.set(user, view);
    return { view };
  }

  /** Why Slack wouldn't accept these fields as a view; `own` is the view they are for. */
  objection(fields: BlockKitNode, own?: string): ApiResult | undefined {
    const faults = viewFaults(fields);
    if (faults.length > 0) return refuse('invalid_arguments', faults);
    const { external_id } = fields;
    const isTaken = this.#all().some((view) => view.id !== own && external_id && view.external_id === external_id);
    return isTaken ? refuse('duplicate_external_id') : undefined;
  }

  /** Puts a modal on top of this one. */
  pushOnto(below: View, fields: BlockKitNode): ApiResult {
    const stack = this.#stackWith(below);
    if (stack === undefined) return refuse('not_found');
    if (stack.views.length >= MOST_MODALS) return refuse('push_limit_reached');
    const view = this.#create(fields, stack.views.at(-1));
    this.#setStack(stack, [...stack.views, view]);
    return { view };
  }

  /** Replaces the view's fields; inputs with the same ids keep their values. */
  replace(old: View, fields: BlockKitNode): View {
    const fresh = this.#create(fields);
    const { id, root_view_id, previous_view_id } = old;
    const values = keepValues(fresh.blocks, old.state.values);
    return this.put({ ...fresh, id, root_view_id, previous_view_id, state: { values } });
  }

  /** Stores this in place of the view with the same id. */
  put(view: View): View {
    for (const [user, home] of this.#homes) if (home.id === view.id) this.#homes.set(user, view);
    const swap = (other: View): View => (other.id === view.id ? view : other);
    this.#stacks = this.#stacks.map((stack) => ({ ...stack, views: stack.views.map(swap) }));
    return view;
  }

  /** Closes the topmost modal of the stack with this view, or all of them. */
  close(view: View, isForAll = false): void {
    const stack = this.#stackWith(view);
    if (stack !== undefined) this.#setStack(stack, isForAll ? [] : stack.views.slice(0, -1));
  }

  find(id: unknown): View | undefined {
    return this.#all().find((view) => view.id === id);
  }

  /** Whose view it is. */
  ownerOf(view: View): string | undefined {
    return [...this.#homes].find(([, home]) => home.id === view.id)?.[0] ?? this.#stackWith(view)?.user;
  }

  /** The modals this person has open in this tab, or of the stack opened last; the topmost comes last. */
  stackOf(user: string, tab?: string): readonly View[] {
    const isOpenIn = (stack: ModalStack): boolean =>
      stack.user === user && (tab === undefined || stack.tab === undefined || stack.tab === tab);
    return this.#stacks.findLast(isOpenIn)?.views ?? [];
  }

  /** The modal on top. */
  viewOf(user: string): View | undefined {
    return this.stackOf(user).at(-1);
  }

  homeOf(user: string): View | undefined {
    return this.#homes.get(user);
  }

  #all(): View[] {
    return [...this.#homes.values(), ...this.#stacks.flatMap(({ views }) => views)];
  }

  #stackWith({ id }: View): ModalStack | undefined {
    return this.#stacks.find(({ views }) => views.some((view) => view.id === id));
  }

  #setStack(old: ModalStack, views: readonly View[]): void {
    this.#stacks = this.#stacks.flatMap((stack) => {
      if (stack !== old) return [stack];
      return views.length === 0 ? [] : [{ ...stack, views }];
    });
  }

  #create(fields: BlockKitNode, below?: View): View {
    this.#count += 1;
    const id = `V00FAKE${this.#count}`;
    const blocks = withIds(fields.blocks);
    const defaults = { callback_id: '', private_metadata: '', external_id: '', title: null, submit: null, close: null };
    return {
      ...defaults,
      clear_on_close: false,
      notify_on_close: false,
      ...fields,
      id,
      team_id: TEAM.id,
      app_id: APP_ID,
      app_installed_team_id: TEAM.id,
      bot_id: BOT.botId,
      type: fields.type === 'home' ? 'home' : 'modal',
      blocks,
      hash: `1700000000.hash${this.#count}`,
      state: { values: keepValues(blocks, {}) },
      root_view_id: below?.root_view_id ?? id,
      previous_view_id: below?.id ?? null,
    };
  }
}
