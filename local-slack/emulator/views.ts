// Stores each person's Home tab and stack of modals, and what is written in them.

import type { InputValues } from '../shared/state.js';
import { type ApiResult, type JsonObject, refuse, stringOf } from './api-results.js';
import { withIds } from './block-ids.js';
import { APP_ID, BOT, TEAM } from './fake-ids.js';
import { keepValues } from './input-values.js';
import { type BlockKitNode, node } from './rules/block-kit-node.js';
import { viewFaults } from './rules/view-rules.js';
import type { Triggers } from './trigger-ids.js';

/** A view as Slack keeps it and sends it. */
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

const MOST_MODALS = 3;

export function createViews(triggers: Triggers) {
  const stacks = new Map<string, readonly View[]>();
  const homes = new Map<string, View>();
  let count = 0;

  const stackOf = (user: string): readonly View[] => stacks.get(user) ?? [];
  const all = (): View[] => [...homes.values(), ...[...stacks.values()].flat()];
  const ownerOf = (view: View): string | undefined =>
    [...homes].find(([, home]) => home.id === view.id)?.[0] ??
    [...stacks].find(([, stack]) => stack.some(({ id }) => id === view.id))?.[0];

  function objection(given: BlockKitNode, own?: string): ApiResult | undefined {
    const faults = viewFaults(given);
    if (faults.length > 0) return refuse('invalid_arguments', faults);
    const { external_id } = given;
    const isTaken = all().some((view) => view.id !== own && external_id && view.external_id === external_id);
    return isTaken ? refuse('duplicate_external_id') : undefined;
  }
  function create(fields: BlockKitNode, above?: View): View {
    count += 1;
    const id = `V00FAKE${count}`;
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
      hash: `1700000000.hash${count}`,
      state: { values: keepValues(blocks, {}) },
      root_view_id: above?.root_view_id ?? id,
      previous_view_id: above?.id ?? null,
    };
  }
  function replace(old: View, fields: BlockKitNode): View {
    const fresh = create(fields);
    const { id, root_view_id, previous_view_id } = old;
    const values = keepValues(fresh.blocks, old.state.values);
    return put({ ...fresh, id, root_view_id, previous_view_id, state: { values } });
  }
  function put(view: View): View {
    for (const [user, home] of homes) if (home.id === view.id) homes.set(user, view);
    for (const [user, stack] of stacks)
      stacks.set(
        user,
        stack.map((other) => (other.id === view.id ? view : other)),
      );
    return view;
  }
  function pushOnto(user: string, fields: BlockKitNode): ApiResult {
    const stack = stackOf(user);
    if (stack.length >= MOST_MODALS) return refuse('push_limit_reached');
    const view = create(fields, stack.at(-1));
    stacks.set(user, [...stack, view]);
    return { view };
  }

  return {
    open(args: JsonObject): ApiResult {
      const fields = node(args.view);
      const refused =
        fields.type === 'home' ? refuse('invalid_arguments', ['a Home cannot be opened']) : objection(fields);
      if (refused !== undefined) return refused;
      const trigger = triggers.take(args.trigger_id);
      if ('error' in trigger) return refuse(trigger.error);
      stacks.set(trigger.user, []);
      return pushOnto(trigger.user, fields);
    },
    push(args: JsonObject): ApiResult {
      const refused = objection(node(args.view));
      if (refused !== undefined) return refused;
      const trigger = triggers.take(args.trigger_id);
      if ('error' in trigger) return refuse(trigger.error);
      if (stackOf(trigger.user).length === 0) return refuse('invalid_trigger_id', ['no modal is open to push onto']);
      return pushOnto(trigger.user, node(args.view));
    },
    update(args: JsonObject): ApiResult {
      const id = stringOf(args.view_id);
      const external = stringOf(args.external_id);
      const view = all().find((other) => (id === undefined ? other.external_id === external : other.id === id));
      if ((id ?? external) === undefined || view === undefined) return refuse('not_found');
      const refused = objection(node(args.view), view.id);
      if (refused !== undefined) return refused;
      if (node(args.view).type !== view.type) return refuse('invalid_arguments', ['another type of view']);
      if (stringOf(args.hash) !== undefined && args.hash !== view.hash) return refuse('hash_conflict');
      return { view: replace(view, node(args.view)) };
    },
    publish(args: JsonObject): ApiResult {
      const fields = node(args.view);
      const user = stringOf(args.user_id);
      if (user === undefined) return refuse('invalid_arguments', ['user_id is missing']);
      const home = homes.get(user);
      const refused = fields.type === 'home' ? objection(fields, home?.id) : refuse('invalid_arguments', ['no Home']);
      if (refused !== undefined) return refused;
      if (stringOf(args.hash) !== undefined && args.hash !== home?.hash) return refuse('hash_conflict');
      if (home !== undefined) return { view: replace(home, fields) };
      homes.set(user, create(fields));
      return { view: homes.get(user) };
    },
    pushOnto,
    replace,
    objection,
    put,
    find: (id: unknown): View | undefined => all().find((view) => view.id === id),
    ownerOf,
    /** Takes the uppermost modal away, or all of them. */
    close(user: string, isForAll = false): void {
      stacks.set(user, isForAll ? [] : stackOf(user).slice(0, -1));
    },
    /** The modals that this person has open, the uppermost last. */
    stackOf,
    /** The modal that this person sees. */
    viewOf: (user: string): View | undefined => stackOf(user).at(-1),
    homeOf: (user: string): View | undefined => homes.get(user),
  };
}

export type Views = ReturnType<typeof createViews>;
