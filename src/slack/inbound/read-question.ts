// Where Slack meets the road: any payload becomes one SlackQuestion, or undefined when it is none of the bot's business.
import type { Question } from '../../answering/question.js';
import { unescapeText } from '../message/escaping.js';
import type { Shareable } from '../message/share-value.js';
import type { Arrival } from './delivery-id.js';
import type { Place } from './destination.js';
import { actionIn, field, isPresent, text, textAt } from './payload.js';
import { fromButton } from './read-button.js';

export type Door = 'command' | 'direct message' | 'mention' | 'button' | 'message shortcut' | 'form' | 'share';

/** A question with the door it came through, who asks, and the place its answer goes to. */
export interface SlackQuestion extends Question {
  readonly door: Door;
  readonly workspace: string;
  readonly person: string;
  readonly place: Place;
  /** Names what asked (channel, time) within the workspace, for every event about it alike; absent for what comes once. */
  readonly key?: string;
  /** Where the next question may lean on this answer. */
  readonly conversation?: string;
  /** The unanswered question that this one, a pick among the topics offered, settles. */
  readonly settles?: string;
  /** Set when the answer may be posted for all: where it goes then. */
  readonly shareable?: Shareable;
  /** The delivery that brought it. */
  readonly arrival?: Arrival;
}

/** Who the bot is in the workspace that the payload came from. */
export interface Self {
  /** The workspace, or the organisation where the app is installed there. */
  readonly team: string;
  readonly userId?: string;
  /** Set where the app is an agent: each direct message begins a thread. */
  readonly isAgent?: true;
}

/**
 * The form that asks a question. The block's id begins like this and is another one each time: under the same id Slack
 * would keep the last question in the field.
 */
export const ASK_FORM = { callback: 'ask', block: 'question:', input: 'text' } as const;
/** The shortcut on messages, as manifest.yml declares it. */
export const ANSWER_MESSAGE = 'answer_message';

/** What people mean by an empty command and by a mention with nothing else. */
const HELP = 'help';

/** Messages that a person wrote; every other subtype is an edit, a deletion, a bot or news about the channel. */
const WRITTEN_BY_PEOPLE: readonly unknown[] = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

/** Reads the body of a command, an event, a press of a button, a shortcut or a form. */
export function readQuestion(body: unknown, self: Self): SlackQuestion | undefined {
  if (text(body, 'command') !== undefined) return fromCommand(body, self);
  switch (text(body, 'type')) {
    case 'event_callback':
      return fromEvent(field(body, 'event'), self);
    case 'block_actions':
      return fromButton(body, actionIn(body), self);
    case 'message_action':
      return fromMessage(body, self);
    case 'view_submission':
      return fromForm(body, self);
    default:
      return undefined;
  }
}

/** The conversation of what one person asks in private in a channel. */
function privately(channel: string, person: string): string {
  return [channel, person].join(' ');
}

function fromCommand(body: unknown, self: Self): SlackQuestion {
  const asked = unescapeText(text(body, 'text') ?? '').trim();
  const person = text(body, 'user_id') ?? '';
  return {
    door: 'command',
    workspace: self.team,
    person,
    text: asked || HELP,
    place: { kind: 'acknowledgement' },
    conversation: privately(text(body, 'channel_id') ?? '', person),
    shareable: {},
  };
}

function fromEvent(event: unknown, self: Self): SlackQuestion | undefined {
  const channel = text(event, 'channel');
  const ts = text(event, 'ts');
  const person = text(event, 'user');
  if (channel === undefined || ts === undefined || person === undefined) return undefined;
  if (!isWrittenByPerson(event, self)) return undefined;
  const asked = plainQuestion(text(event, 'text') ?? '', self);
  const isMention = text(event, 'type') === 'app_mention';
  const isDirect = text(event, 'type') === 'message' && text(event, 'channel_type') === 'im';
  if (!isMention && (!isDirect || asked === '')) return undefined;
  const thread = text(event, 'thread_ts') ?? (isMention || self.isAgent ? ts : undefined);
  return {
    door: isMention ? 'mention' : 'direct message',
    workspace: self.team,
    person,
    text: asked || HELP,
    place: { kind: 'conversation', channel, ...(thread !== undefined && { thread }) },
    key: [channel, ts].join(' '),
    conversation: [channel, thread ?? ''].join(' '),
  };
}

/** Not an edit, not a bot, not itself. An edit can bring a mention again, long after it was answered. */
function isWrittenByPerson(event: unknown, self: Self): boolean {
  return (
    text(event, 'user') !== self.userId &&
    !isPresent(field(event, 'bot_id')) &&
    !isPresent(field(event, 'edited')) &&
    WRITTEN_BY_PEOPLE.includes(field(event, 'subtype'))
  );
}

/** Somebody's message that somebody else, or the same person, wants answered. */
function fromMessage(body: unknown, self: Self): SlackQuestion | undefined {
  const channel = textAt(body, 'channel', 'id');
  const person = textAt(body, 'user', 'id');
  const ts = textAt(body, 'message', 'ts') ?? text(body, 'message_ts');
  if (text(body, 'callback_id') !== ANSWER_MESSAGE || channel === undefined || ts === undefined) return undefined;
  if (person === undefined) return undefined;
  const root = textAt(body, 'message', 'thread_ts');
  const isReply = root !== undefined && root !== ts;
  return {
    door: 'message shortcut',
    workspace: self.team,
    person,
    text: plainQuestion(textAt(body, 'message', 'text') ?? '', self),
    place: { kind: 'response', ...(isReply && { within: { channel, thread: root, person } }) },
    conversation: privately(channel, person),
    shareable: { thread: root ?? ts, ...(isReply && { isThreaded: true }) },
  };
}

function fromForm(body: unknown, self: Self): SlackQuestion | undefined {
  const view = field(body, 'view');
  const person = textAt(body, 'user', 'id');
  if (text(view, 'callback_id') !== ASK_FORM.callback || person === undefined) return undefined;
  const asked = textAt(view, 'state', 'values', questionBlock(body), ASK_FORM.input, 'value');
  const id = text(view, 'private_metadata') ?? '';
  return {
    door: 'form',
    workspace: self.team,
    person,
    text: (asked ?? '').trim(),
    place: { kind: 'submission', id },
    conversation: `modal ${id}`,
  };
}

/** The id of the block in which the form's question stands. */
export function questionBlock(body: unknown): string {
  const values = field(field(field(body, 'view'), 'state'), 'values');
  const blocks = typeof values === 'object' && values !== null ? Object.keys(values) : [];
  return blocks.find((id) => id.startsWith(ASK_FORM.block)) ?? ASK_FORM.block;
}

/** What was asked, without the bot's own name; other people's names stay as Slack writes them. */
function plainQuestion(written: string, { userId }: Self): string {
  const asked = userId === undefined ? written : written.replaceAll(new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g'), ' ');
  return unescapeText(asked).trim();
}
