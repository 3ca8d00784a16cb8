// Where Slack meets the road: a pressed button becomes a SlackQuestion, with the place its answer goes to.
import { randomUUID } from 'node:crypto';
import { ACTIONS, PICK_BLOCK, readShareable } from '../message/buttons.js';
import { readShared, type SharedQuestion } from '../message/share-value.js';
import type { Place } from './destination.js';
import { field, text, textAt } from './payload.js';
import type { Self, SlackQuestion } from './read-question.js';

/** What asks besides the button: who, where, and what stays the same when Slack sends it twice. */
type Pressed = Pick<SlackQuestion, 'workspace' | 'person' | 'key' | 'conversation'> & { readonly place: Place };

/** Reads the press of a button below an answer; undefined for every other button. */
export function fromButton(body: unknown, action: unknown, self: Self): SlackQuestion | undefined {
  const id = text(action, 'action_id') ?? '';
  const value = text(action, 'value') ?? '';
  if (id.startsWith(ACTIONS.share)) return fromShare(body, value, self);
  const isPick = id.startsWith(ACTIONS.pick);
  const isFull = id.startsWith(ACTIONS.full);
  const isQuestion = id.startsWith(ACTIONS.try);
  if (!isPick && !isFull && !isQuestion && !id.startsWith(ACTIONS.topic)) return undefined;
  const pressed = whereOf(body, action, self);
  if (pressed === undefined) return undefined;
  const block = text(action, 'block_id');
  const settles = isPick && block?.startsWith(PICK_BLOCK) ? block.slice(PICK_BLOCK.length) : undefined;
  const isInMessage = pressed.place.kind === 'response' || pressed.place.kind === 'conversation';
  return {
    door: 'button',
    ...pressed,
    ...(isQuestion ? { text: value } : { text: '', topic: value }),
    ...(isPick && isInMessage && { place: { kind: 'response', replaces: true } as const }),
    ...(isFull && { full: true as const }),
    ...(settles !== undefined && { settles }),
    ...(pressed.place.kind === 'response' && { shareable: readShareable(id) }),
  };
}

function whereOf(body: unknown, action: unknown, self: Self): Pressed | undefined {
  const person = textAt(body, 'user', 'id');
  if (person === undefined) return undefined;
  const who = { workspace: self.team, person };
  const trigger = text(body, 'trigger_id');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  const key = [channel ?? '', trigger, text(action, 'action_ts')].join(' ');
  const view = field(body, 'view');
  if (text(view, 'type') === 'home' && trigger !== undefined) {
    const id = randomUUID();
    return { ...who, key, place: { kind: 'new modal', trigger, id }, conversation: `modal ${id}` };
  }
  const viewId = text(view, 'id');
  if (viewId !== undefined) {
    const id = text(view, 'private_metadata') ?? '';
    return {
      ...who,
      key,
      place: { kind: 'modal', view: viewId, id },
      conversation: `modal ${id}`,
    };
  }
  if (channel === undefined) return undefined;
  const place = besideMessage(body, channel, person, self);
  const rest = place.kind === 'conversation' ? (place.thread ?? '') : person;
  return { ...who, key, place, conversation: [channel, rest].join(' ') };
}

/** Beside the message that holds the button; where only one person sees that message, only to this person. */
function besideMessage(body: unknown, channel: string, person: string, { isAgent }: Self): Place {
  const container = field(body, 'container');
  if (field(container, 'is_ephemeral') === true) {
    const within = text(container, 'thread_ts');
    return { kind: 'response', ...(within !== undefined && { within: { channel, thread: within, person } }) };
  }
  const message = field(body, 'message');
  const thread = text(container, 'thread_ts') ?? text(message, 'thread_ts');
  const isFlat = channel.startsWith('D') && !isAgent;
  const root = thread ?? (isFlat ? undefined : (text(message, 'ts') ?? text(container, 'message_ts')));
  return { kind: 'conversation', channel, ...(root !== undefined && { thread: root }) };
}

/** The same answer once more, for all; a value that cannot be read asks for a topic that there is not. */
function fromShare(body: unknown, value: string, self: Self): SlackQuestion | undefined {
  const person = textAt(body, 'user', 'id');
  const channel = textAt(body, 'channel', 'id') ?? textAt(body, 'container', 'channel_id');
  if (person === undefined || channel === undefined) return undefined;
  const { thread, isThreaded, ...question }: SharedQuestion = readShared(value) ?? { text: '', topic: '' };
  const shareable = { ...(thread !== undefined && { thread }), ...(isThreaded && { isThreaded }) };
  const place: Place = { kind: 'shared', channel, ...shareable };
  const message = textAt(body, 'container', 'message_ts') ?? text(body, 'trigger_id') ?? '';
  const key = [channel, 'share', message].join(' ');
  return { door: 'share', workspace: self.team, person, ...question, place, key, shareable };
}
