// Turns a clicked button, or a topic chosen in a select, into a SlackQuestion, with the destination of its answer.
import { randomUUID } from 'node:crypto';
import { ACTIONS, PICK_BLOCK, readShareTarget } from '../message/buttons.js';
import { readShareValue, type SharedQuestion } from '../message/share-value.js';
import type { Destination } from './destination.js';
import { field, text, textAt, windowIdIn } from './payload.js';
import type { Self, SlackQuestion } from './slack-question.js';

/** What a click says besides its button: who, where, and what stays the same if Slack sends it twice. */
type Press = Pick<SlackQuestion, 'workspace' | 'person' | 'key' | 'conversation' | 'destination'>;

/** The question that a click on a button below an answer asks; undefined for any other button. */
export function readButton(body: unknown, action: unknown, self: Self): SlackQuestion | undefined {
  const id = text(action, 'action_id') ?? '';
  const value = text(action, 'value') ?? textAt(action, 'selected_option', 'value') ?? '';
  if (id.startsWith(ACTIONS.share)) return fromShareButton(body, value, self);
  const isPick = id.startsWith(ACTIONS.pick);
  const isFull = id.startsWith(ACTIONS.full);
  const isQuestion = id.startsWith(ACTIONS.try);
  if (!isPick && !isFull && !isQuestion && !id.startsWith(ACTIONS.topic)) return undefined;
  const press = readPress(body, action, self);
  if (press === undefined) return undefined;
  const block = text(action, 'block_id');
  const settles = isPick && block?.startsWith(PICK_BLOCK) ? block.slice(PICK_BLOCK.length) : undefined;
  const isInMessage = press.destination.kind === 'response' || press.destination.kind === 'conversation';
  return {
    surface: 'button',
    ...press,
    ...(isQuestion ? { text: value } : { topic: value, ...(isFull && { full: true as const }) }),
    ...(isPick && isInMessage && { destination: { kind: 'response', replaces: true } as const }),
    ...(settles !== undefined && { settles }),
    ...(press.destination.kind === 'response' && { shareTarget: readShareTarget(id) }),
  };
}

function readPress(body: unknown, action: unknown, self: Self): Press | undefined {
  const person = textAt(body, 'user', 'id');
  if (person === undefined) return undefined;
  const who = { workspace: self.team, person };
  const trigger = text(body, 'trigger_id');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  const key = [channel ?? '', trigger, text(action, 'action_ts')].join(' ');
  const view = field(body, 'view');
  if (text(view, 'type') === 'home' && trigger !== undefined) {
    const id = randomUUID();
    return { ...who, key, destination: { kind: 'new modal', trigger, id }, conversation: `modal ${id}` };
  }
  const viewId = text(view, 'id');
  if (viewId !== undefined) {
    const id = windowIdIn(view);
    return { ...who, key, destination: { kind: 'modal', view: viewId, id }, conversation: `modal ${id}` };
  }
  if (channel === undefined) return undefined;
  const destination = besideMessage(body, channel, person, self);
  const thread = destination.kind === 'conversation' ? (destination.thread ?? '') : person;
  return { ...who, key, destination, conversation: [channel, thread].join(' ') };
}

/** Next to the message with the button; if only one person sees that message, only to this person. */
function besideMessage(body: unknown, channel: string, person: string, { isAgent }: Self): Destination {
  const container = field(body, 'container');
  if (field(container, 'is_ephemeral') === true) {
    const thread = text(container, 'thread_ts');
    return { kind: 'response', ...(thread !== undefined && { inThread: { channel, thread, person } }) };
  }
  const message = field(body, 'message');
  const thread = text(container, 'thread_ts') ?? text(message, 'thread_ts');
  const isFlat = channel.startsWith('D') && !isAgent;
  const root = thread ?? (isFlat ? undefined : (text(message, 'ts') ?? text(container, 'message_ts')));
  return { kind: 'conversation', channel, ...(root !== undefined && { thread: root }) };
}

/** The same question again, for everyone; an unreadable value asks for a topic that doesn't exist. */
function fromShareButton(body: unknown, value: string, self: Self): SlackQuestion | undefined {
  const person = textAt(body, 'user', 'id');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  if (person === undefined || channel === undefined) return undefined;
  const { thread, isThreaded, ...question }: SharedQuestion = readShareValue(value) ?? { topic: '' };
  const shareTarget = { ...(thread !== undefined && { thread }), ...(isThreaded && { isThreaded }) };
  const destination: Destination = { kind: 'shared', channel, ...shareTarget };
  const message = textAt(body, 'container', 'message_ts') ?? text(body, 'trigger_id') ?? '';
  const key = [channel, 'share', message].join(' ');
  return { surface: 'share', workspace: self.team, person, ...question, destination, key, shareTarget };
}
