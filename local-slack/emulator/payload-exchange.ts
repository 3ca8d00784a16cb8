// Completes a payload before it's sent to the app, and does what the acknowledgement asks for.

import { type ApiResult, isRefusal, type JsonObject, refuse, stringOf } from './api-results.js';
import { BOT, NO_RESPONSE_URL } from './fake-ids.js';
import { node } from './rules/block-kit-node.js';
import type { View } from './views.js';
import type { WorkspaceState } from './workspace-state.js';

/** Whether the app acknowledged a payload, and with what. */
export interface Receipt {
  readonly isAcknowledged: boolean;
  readonly status?: number;
  readonly payload?: unknown;
}

/** Input errors by block_id. */
export type InputErrors = Readonly<Record<string, string>>;

/** Prepares payloads for one workspace, and handles what the app acknowledges them with. */
export class PayloadExchange {
  readonly #workspace: WorkspaceState;
  readonly #origin: string;
  readonly #errors = new Map<string, InputErrors>();

  /** `origin` is where response_urls lead, such as http://127.0.0.1:3000. */
  constructor(workspace: WorkspaceState, origin: string) {
    this.#workspace = workspace;
    this.#origin = origin;
  }

  /** The payload as it's sent: from now on its trigger_id is known, and its response_url leads to the emulator. */
  stamp(body: JsonObject, tab?: string): JsonObject {
    const { people, traffic, triggers } = this.#workspace;
    const user = userOf(body);
    people.add(user);
    this.#storeMessage(node(body.event));
    if (typeof body.trigger_id === 'string') triggers.issue({ user, tab }, body.trigger_id);
    const sent = body.response_url === NO_RESPONSE_URL ? this.#withResponseUrl(body, user) : body;
    traffic.begin(sent, user);
    return sent;
  }

  /** Does what the acknowledgement asks for: posts the answer to a command, or changes the modals. */
  take(body: JsonObject, { isAcknowledged, payload }: Receipt): void {
    if (!isAcknowledged) return;
    this.#workspace.traffic.acknowledge(body, payload, () => {
      if ('command' in body) this.#postAnswer(body, typeof payload === 'string' ? { text: payload } : node(payload));
      if (body.type === 'view_submission') this.#changeModals(body, node(payload));
    });
  }

  /** Shows errors beside the inputs of a modal, as Slack does by itself for what it doesn't send. */
  showErrors({ id }: View, errors: InputErrors): void {
    this.#errors.set(id, errors);
  }

  /** The errors beside the inputs of a modal. */
  errorsIn({ id }: View): InputErrors {
    return this.#errors.get(id) ?? {};
  }

  #withResponseUrl(body: JsonObject, user: string): JsonObject {
    const container = node(body.container);
    const channel = String(stringOf(body.channel_id) ?? stringOf(node(body.channel).id) ?? container.channel_id);
    const ts = stringOf(container.message_ts);
    const { thread_ts: thread, ts: asked } = node(body.message);
    const isOnReply = body.type === 'message_action' && thread !== undefined && thread !== asked;
    const message = ts === undefined ? {} : { message: { channel, ts } };
    const path = this.#workspace.responseUrls.issue({ user, channel, isOnReply, ...message });
    return { ...body, response_url: `${this.#origin}${path}` };
  }

  /** What someone wrote is in the conversation before the app hears of it. */
  #storeMessage({ channel, ts, user, text, thread_ts }: JsonObject): void {
    const { conversations } = this.#workspace;
    const [place, time, person] = [stringOf(channel), stringOf(ts), stringOf(user)];
    if (place === undefined || time === undefined || person === undefined || person === BOT.userId) return;
    if (conversations.find(place, time) !== undefined) return;
    const thread = stringOf(thread_ts);
    conversations.post({
      ts: time,
      channel: place,
      user: person,
      text: stringOf(text) ?? '',
      ...(thread === undefined ? {} : { thread }),
    });
  }

  #postAnswer(body: JsonObject, answer: JsonObject): void {
    if (stringOf(answer.text) === undefined && answer.blocks === undefined) return;
    const { conversations, messageObjection, refused } = this.#workspace;
    const refusal = messageObjection(answer);
    if (refusal !== undefined) return void refused.push({ method: 'acknowledgement', ...refusal });
    conversations.post({
      channel: String(body.channel_id),
      user: BOT.userId,
      text: stringOf(answer.text) ?? '',
      blocks: answer.blocks,
      ...(answer.response_type === 'in_channel' ? {} : { viewer: String(body.user_id) }),
    });
  }

  #changeModals(body: JsonObject, answer: JsonObject): void {
    const { refused, views } = this.#workspace;
    const view = views.find(node(body.view).id);
    if (view === undefined) return;
    this.#errors.delete(view.id);
    const result = this.#respondTo(view, answer);
    if (isRefusal(result)) refused.push({ method: 'acknowledgement', ...result });
  }

  /** The response_action that answers the submission of a modal; none closes it. */
  #respondTo(view: View, answer: JsonObject): ApiResult {
    const { views } = this.#workspace;
    const next = node(answer.view);
    switch (answer.response_action) {
      case undefined:
      case 'clear':
        views.close(view, answer.response_action === 'clear');
        return {};
      case 'errors':
        return this.#takeErrors(view, node(answer.errors));
      case 'update':
        return views.objection(next, view.id) ?? { view: views.replace(view, next) };
      case 'push':
        return views.objection(next) ?? views.pushOnto(view, next);
      default:
        return refuse('invalid_arguments', [`the response_action ${answer.response_action}`]);
    }
  }

  #takeErrors(view: View, errors: JsonObject): ApiResult {
    const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
    const named = Object.entries(errors).filter(([name]) => name !== 'type');
    if (named.length === 0 || named.some(([name, text]) => !inputs.includes(name) || stringOf(text) === undefined))
      return refuse('invalid_arguments', ['errors without the block_id of an input or without words']);
    this.#errors.set(view.id, Object.fromEntries(named.map(([name, text]) => [name, String(text)])));
    return {};
  }
}

function userOf(body: JsonObject): string {
  return stringOf(body.user_id) ?? stringOf(node(body.user).id) ?? stringOf(node(body.event).user) ?? '';
}
