// Turns any payload into one SlackQuestion, or into undefined if it asks the bot nothing.
import { ANSWER_MESSAGE, ASK_FORM } from '../app-ids.js';
import { unescapeText } from '../message/escaping.js';
import { actionIn, field, inputIdsIn, inputValuesIn, isPresent, text, textAt } from './payload.js';
import { readButton } from './read-button.js';
import type { Self, SlackQuestion } from './slack-question.js';

/** What people mean by an empty command and by a mention with nothing else. */
const HELP = 'help';

/** Messages that a person wrote; every other subtype is an edit, a deletion, a bot's or news about the channel. */
const WRITTEN_BY_PEOPLE: readonly unknown[] = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

/** Reads the body of a command, an event, a pressed button, a shortcut or a form. */
export function readQuestion(body: unknown, self: Self): SlackQuestion | undefined {
  if (text(body, 'command') !== undefined) return fromCommand(body, self);
  switch (text(body, 'type')) {
    case 'event_callback':
      return fromEvent(field(body, 'event'), self);
    case 'block_actions':
      return readButton(body, actionIn(body), self);
    case 'message_action':
      return fromMessageShortcut(body, self);
    case 'view_submission':
      return fromForm(body, self);
    default:
      return undefined;
  }
}

/** The conversation of what one person asks in private in a channel. */
function privateConversation(channel: string, person: string): string {
  return [channel, person].join(' ');
}

function fromCommand(body: unknown, self: Self): SlackQuestion {
  const asked = unescapeText(text(body, 'text') ?? '').trim();
  const person = text(body, 'user_id') ?? '';
  return {
    surface: 'command',
    workspace: self.team,
    person,
    text: asked || HELP,
    destination: { kind: 'acknowledgement' },
    conversation: privateConversation(text(body, 'channel_id') ?? '', person),
    shareTarget: {},
  };
}

function fromEvent(event: unknown, self: Self): SlackQuestion | undefined {
  const channel = text(event, 'channel');
  const ts = text(event, 'ts');
  const person = text(event, 'user');
  if (channel === undefined || ts === undefined || person === undefined) return undefined;
  if (!isWrittenByPerson(event, self)) return undefined;
  const asked = withoutOwnName(text(event, 'text') ?? '', self);
  const isMention = text(event, 'type') === 'app_mention';
  const isDirect = text(event, 'type') === 'message' && text(event, 'channel_type') === 'im';
  if (!isMention && (!isDirect || asked === '')) return undefined;
  const thread = text(event, 'thread_ts') ?? (isMention || self.isAgent ? ts : undefined);
  return {
    surface: isMention ? 'mention' : 'direct message',
    workspace: self.team,
    person,
    text: asked || HELP,
    destination: { kind: 'conversation', channel, ...(thread !== undefined && { thread }) },
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

/** A message, anyone's, that the person who picked it wants answered. */
function fromMessageShortcut(body: unknown, self: Self): SlackQuestion | undefined {
  const channel = textAt(body, 'channel', 'id');
  const person = textAt(body, 'user', 'id');
  const ts = textAt(body, 'message', 'ts') ?? text(body, 'message_ts');
  if (text(body, 'callback_id') !== ANSWER_MESSAGE || channel === undefined || ts === undefined) return undefined;
  if (person === undefined) return undefined;
  const root = textAt(body, 'message', 'thread_ts');
  const isReply = root !== undefined && root !== ts;
  return {
    surface: 'message shortcut',
    workspace: self.team,
    person,
    text: withoutOwnName(textAt(body, 'message', 'text') ?? '', self),
    destination: { kind: 'response', ...(isReply && { inThread: { channel, thread: root, person } }) },
    conversation: privateConversation(channel, person),
    shareTarget: { thread: root ?? ts, ...(isReply && { isThreaded: true }) },
  };
}

function fromForm(body: unknown, self: Self): SlackQuestion | undefined {
  const view = field(body, 'view');
  const person = textAt(body, 'user', 'id');
  if (text(view, 'callback_id') !== ASK_FORM.callback || person === undefined) return undefined;
  const asked = textAt(inputValuesIn(body), questionInputId(body), ASK_FORM.input, 'value');
  const id = text(view, 'private_metadata') ?? '';
  return {
    surface: 'form',
    workspace: self.team,
    person,
    text: (asked ?? '').trim(),
    destination: { kind: 'submission', id },
    conversation: `modal ${id}`,
  };
}

/** The id of the form's input that holds the question. */
export function questionInputId(body: unknown): string {
  return inputIdsIn(body).find((id) => id.startsWith(ASK_FORM.block)) ?? ASK_FORM.block;
}

/** What was asked, without the bot's own name; other people's names stay as Slack writes them. */
function withoutOwnName(written: string, { userId }: Self): string {
  const asked = userId === undefined ? written : written.replaceAll(new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g'), ' ');
  return unescapeText(asked).trim();
}
