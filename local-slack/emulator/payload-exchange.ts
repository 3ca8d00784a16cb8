// Completes a payload before it's sent to the app, and does what the acknowledgement asks for.

import { isRefusal, type JsonObject, refuse, stringOf } from './api-results.js';
import { BOT, NO_RESPONSE_URL } from './fake-ids.js';
import { node } from './rules/block-kit-node.js';
import type { View } from './views.js';
import type { WorkspaceState } from './workspace-state.js';

/** Whether Slack was told "taken", and what came with it. */
export interface Receipt {
  readonly isAcknowledged: boolean;
  readonly status?: number;
  readonly payload?: unknown;
}

export function createPayloadExchange(workspace: WorkspaceState, origin: () => string) {
  const { conversations, views, triggers, people, refused, responseUrls, traffic } = workspace;
  const errors = new Map<string, Readonly<Record<string, string>>>();

  /** The payload as it is sent: its trigger_id is known from now on, and its response_url leads to the stand-in. */
  function stamp(body: JsonObject): JsonObject {
    const sent = withResponseUrl(body);
    traffic.begin(sent, userOf(body));
    return sent;
  }

  function withResponseUrl(body: JsonObject): JsonObject {
    const user = userOf(body);
    people.add(user);
    remember(node(body.event));
    if (typeof body.trigger_id === 'string') triggers.issue(user, body.trigger_id);
    if (body.response_url !== NO_RESPONSE_URL) return body;
    const container = node(body.container);
    const channel = String(stringOf(body.channel_id) ?? stringOf(node(body.channel).id) ?? container.channel_id);
    const ts = stringOf(container.message_ts);
    const { thread_ts: thread, ts: asked } = node(body.message);
    const isOnReply = body.type === 'message_action' && thread !== undefined && thread !== asked;
    const path = responseUrls.issue({
      user,
      channel,
      isOnReply,
      ...(ts !== undefined && { message: { channel, ts } }),
    });
    return { ...body, response_url: `${origin()}${path}` };
  }

  /** What somebody wrote stands in the conversation, before the app hears of it. */
  function remember({ channel, ts, user, text, thread_ts }: JsonObject): void {
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

  /** Does what the acknowledgement asks for: shows the answer to a command, or changes the modals. */
  function take(body: JsonObject, { isAcknowledged, payload }: Receipt): void {
    if (isAcknowledged) traffic.acknowledge(body, payload, () => act(body, payload));
  }

  function act(body: JsonObject, payload: unknown): void {
    if ('command' in body) showAnswer(body, typeof payload === 'string' ? { text: payload } : node(payload));
    if (body.type === 'view_submission') changeModals(body, node(payload));
  }

  function showAnswer(body: JsonObject, answer: JsonObject): void {
    if (stringOf(answer.text) === undefined && answer.blocks === undefined) return;
    const refusal = workspace.messageObjection(answer);
    if (refusal !== undefined) return void refused.push({ method: 'acknowledgement', ...refusal });
    conversations.post({
      channel: String(body.channel_id),
      user: BOT.userId,
      text: stringOf(answer.text) ?? '',
      blocks: answer.blocks,
      ...(answer.response_type === 'in_channel' ? {} : { viewer: String(body.user_id) }),
    });
  }

  function changeModals(body: JsonObject, answer: JsonObject): void {
    const user = String(node(body.user).id);
    const view = views.find(node(body.view).id);
    if (view === undefined) return;
    errors.delete(view.id);
    const result = changeModal(user, view, answer);
    if (isRefusal(result)) refused.push({ method: 'acknowledgement', ...result });
  }

  function changeModal(user: string, view: View, answer: JsonObject) {
    const fresh = node(answer.view);
    switch (answer.response_action) {
      case undefined:
        views.close(user);
        return {};
      case 'clear':
        views.close(user, true);
        return {};
      case 'errors': {
        const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
        const named = Object.entries(node(answer.errors)).filter(([name]) => name !== 'type');
        if (named.length === 0 || named.some(([name, text]) => !inputs.includes(name) || stringOf(text) === undefined))
          return refuse('invalid_arguments', ['errors without the block_id of an input or without words']);
        errors.set(view.id, Object.fromEntries(named.map(([name, text]) => [name, String(text)])));
        return {};
      }
      case 'update':
        return views.objection(fresh, view.id) ?? { view: views.replace(view, fresh) };
      case 'push':
        return views.objection(fresh) ?? views.pushOnto(user, fresh);
      default:
        return refuse('invalid_arguments', [`the response_action ${answer.response_action}`]);
    }
  }

  return {
    stamp,
    take,
    /** Shows errors beside the inputs of a modal, by block_id, as Slack does by itself for what it does not send. */
    showErrors: ({ id }: View, found: Readonly<Record<string, string>>): void => void errors.set(id, found),
    /** The errors that stand beside the inputs of a modal, by block_id. */
    errorsIn: ({ id }: View): Readonly<Record<string, string>> => errors.get(id) ?? {},
  };
}

function userOf(body: JsonObject): string {
  return stringOf(body.user_id) ?? stringOf(node(body.user).id) ?? stringOf(node(body.event).user) ?? '';
}
