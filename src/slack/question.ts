// Where Slack meets the road: any payload becomes one SlackQuestion, or undefined when it is none of the bot's business.
import type { Question } from '../question.js';
import { TOPIC_ACTION } from './message.js';
import { unescapeText } from './text.js';

/** Where the answer goes: into the acknowledgement, to the one who pressed a button, or into a conversation. */
export type Place =
  | { readonly kind: 'acknowledgement' }
  | { readonly kind: 'response' }
  | { readonly kind: 'conversation'; readonly channel: string; readonly thread?: string };

export type Door = 'command' | 'direct message' | 'mention' | 'button';

/** A question with the door it came through and the place its answer goes to. */
export interface SlackQuestion extends Question {
  readonly door: Door;
  readonly place: Place;
  /** Names what asked (workspace, channel, time), the same for every event about it; absent for a command, sent once only. */
  readonly key?: string;
}

/** Who the bot is in the workspace that the payload came from. */
export interface Self {
  /** The workspace, or the organisation where the app is installed there. */
  readonly team: string;
  readonly userId?: string;
}

/** What people mean by an empty command and by a mention with nothing else. */
const HELP = 'help';

/** Messages that a person wrote; every other subtype is an edit, a deletion, a bot or news about the channel. */
const WRITTEN_BY_PEOPLE: readonly unknown[] = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

/** Reads the body of a command, an event or a press of a button. */
export function readQuestion(body: unknown, self: Self): SlackQuestion | undefined {
  if (text(body, 'command') !== undefined) return fromCommand(body);
  if (text(body, 'type') === 'event_callback') return fromEvent(field(body, 'event'), self);
  if (text(body, 'type') === 'block_actions') return fromButton(body, self);
  return undefined;
}

function fromCommand(body: unknown): SlackQuestion {
  const asked = unescapeText(text(body, 'text') ?? '').trim();
  return { door: 'command', text: asked || HELP, place: { kind: 'acknowledgement' } };
}

function fromEvent(event: unknown, self: Self): SlackQuestion | undefined {
  const channel = text(event, 'channel');
  const ts = text(event, 'ts');
  if (channel === undefined || ts === undefined || !isWrittenByPerson(event, self)) return undefined;
  const asked = plainQuestion(text(event, 'text') ?? '', self);
  const thread = text(event, 'thread_ts');
  const key = [self.team, channel, ts].join(' ');
  if (text(event, 'type') === 'app_mention') {
    const place: Place = { kind: 'conversation', channel, thread: thread ?? ts };
    return { door: 'mention', text: asked || HELP, place, key };
  }
  if (text(event, 'type') !== 'message' || text(event, 'channel_type') !== 'im' || asked === '') return undefined;
  const place: Place = { kind: 'conversation', channel, ...(thread === undefined ? {} : { thread }) };
  return { door: 'direct message', text: asked, place, key };
}

/** Not an edit, not a bot, not itself. An edit can bring a mention again, long after it was answered. */
function isWrittenByPerson(event: unknown, self: Self): boolean {
  const user = text(event, 'user');
  return (
    user !== undefined &&
    user !== self.userId &&
    !isPresent(field(event, 'bot_id')) &&
    !isPresent(field(event, 'edited')) &&
    WRITTEN_BY_PEOPLE.includes(field(event, 'subtype'))
  );
}

function fromButton(body: unknown, self: Self): SlackQuestion | undefined {
  const actions = field(body, 'actions');
  const action: unknown = Array.isArray(actions) ? actions[0] : undefined;
  if (text(action, 'action_id')?.startsWith(TOPIC_ACTION) !== true) return undefined;
  const place = placeOfButton(body);
  if (place === undefined) return undefined;
  const pressed = [
    place.kind === 'conversation' ? place.channel : '',
    text(body, 'trigger_id'),
    text(action, 'action_ts'),
  ];
  return {
    door: 'button',
    text: '',
    topic: text(action, 'value') ?? '',
    place,
    key: [self.team, ...pressed].join(' '),
  };
}

/** Beside the message that holds the button; where only one person sees that message, only to this person. */
function placeOfButton(body: unknown): Place | undefined {
  const container = field(body, 'container');
  const channel = text(field(body, 'channel'), 'id') ?? text(container, 'channel_id');
  if (field(container, 'is_ephemeral') === true) return { kind: 'response' };
  if (channel === undefined) return undefined;
  const message = field(body, 'message');
  const thread = text(container, 'thread_ts') ?? text(message, 'thread_ts');
  const isDirect = channel.startsWith('D');
  const root = thread ?? (isDirect ? undefined : (text(message, 'ts') ?? text(container, 'message_ts')));
  return { kind: 'conversation', channel, ...(root === undefined ? {} : { thread: root }) };
}

/** What was asked, without the bot's own name; other people's names stay as Slack writes them. */
function plainQuestion(written: string, { userId }: Self): string {
  const asked = userId === undefined ? written : written.replaceAll(new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g'), ' ');
  return unescapeText(asked).trim();
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** The field if it is a string with something in it. */
function text(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
