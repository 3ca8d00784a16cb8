// Turns any payload into one SlackQuestion, or into undefined if it asks the bot nothing.
import { CODE } from '../../understanding/text/tokenizer.js';
import { ANSWER_MESSAGE, ASK_FORM } from '../app-ids.js';
import { unescapeText } from '../message/escaping.js';
import { isWrittenByApp, type MessageWords, wordsBeyondText, wordsOf } from './message-words.js';
import { actionIn, field, inputIdsIn, inputValuesIn, isPresent, text, textAt, windowIdIn } from './payload.js';
import { readButton } from './read-button.js';
import type { Self, SlackQuestion } from './slack-question.js';

/** What an empty command and a mention without other text ask. */
const HELP = 'help';

/** Messages that a person wrote; every other subtype is an edit, a deletion, a bot's or news about the channel. */
const WRITTEN_BY_PEOPLE: readonly unknown[] = [undefined, 'thread_broadcast', 'file_share', 'me_message'];

/** Reads the body of a command, an event, a clicked button, a shortcut or a form. */
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

/** The conversation of one person's private questions in a channel. */
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
  const isMention = text(event, 'type') === 'app_mention';
  const isDirect = text(event, 'type') === 'message' && text(event, 'channel_type') === 'im';
  const isReadable = typeof field(event, 'text') === 'string' || wordsBeyondText(event).unreadable !== 'nothing';
  if (!isMention && !(isDirect && isReadable)) return undefined;
  if (isMention && isMentionedInCodeOnly(wordsOf(event).written, self)) return undefined;
  const { text: asked, ...found } = askedIn(event, self);
  const isNamedOnly = found.unreadable === 'nothing' && (isMention || (text(event, 'text') ?? '').trim() !== '');
  const thread = text(event, 'thread_ts') ?? (isMention || self.isAgent ? ts : undefined);
  return {
    surface: isMention ? 'mention' : 'direct message',
    workspace: self.team,
    person,
    ...(isNamedOnly ? { text: HELP } : { text: asked, ...found }),
    destination: { kind: 'conversation', channel, ...(thread !== undefined && { thread }) },
    key: [channel, ts].join(' '),
    conversation: [channel, thread ?? ''].join(' '),
  };
}

const SLACKBOT = 'USLACKBOT';

/** Who wrote a mention; a workflow's has no user. */
export function whoseMention(event: unknown): 'person' | 'no user' | 'app' {
  if (text(event, 'user') === undefined) return 'no user';
  return isByApp(event) ? 'app' : 'person';
}

const isByApp = (event: unknown): boolean => text(event, 'user') === SLACKBOT || isWrittenByApp(event);

/** Not an edit, not an app, not Slackbot, not itself. An edit can bring a mention again, long after it was answered. */
function isWrittenByPerson(event: unknown, self: Self): boolean {
  return (
    text(event, 'user') !== self.userId &&
    !isByApp(event) &&
    !isPresent(field(event, 'edited')) &&
    WRITTEN_BY_PEOPLE.includes(field(event, 'subtype'))
  );
}

/** A message by anyone, which the person who picked it wants answered. */
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
    ...askedIn(field(body, 'message'), self),
    ...(textAt(body, 'message', 'user') !== person && { isQuoted: true }),
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
  const id = windowIdIn(view);
  return {
    surface: 'form',
    workspace: self.team,
    person,
    text: (asked ?? '').trim(),
    destination: { kind: 'submission', id },
    conversation: `modal ${id}`,
  };
}

/** The id of the form's input with the question. */
export function questionInputId(body: unknown): string {
  return inputIdsIn(body).find((id) => id.startsWith(ASK_FORM.block)) ?? ASK_FORM.block;
}

interface AskedInMessage extends Pick<SlackQuestion, 'isQuoted' | 'unreadable'> {
  readonly text: string;
}

/** What a message asks. If it only has the bot's name, what it has besides its text is asked. */
function askedIn(message: unknown, self: Self): AskedInMessage {
  const first = wordsOf(message);
  const own = withoutOwnName(first.written, self);
  if (own !== '') return { text: own, ...(first.isQuoted && { isQuoted: true }) };
  const { written, isQuoted, unreadable }: MessageWords = wordsBeyondText(message);
  const asked = withoutOwnName(written, self);
  return {
    text: asked,
    ...(isQuoted && { isQuoted }),
    ...(asked === '' && { unreadable: unreadable ?? 'nothing' }),
  };
}

/** How a message names the bot, with or without a label. */
const ownName = (userId: string): RegExp => new RegExp(`<@${userId}(\\|[^<>]*)?>`, 'g');

/** Whether the bot's name is only in code, which shows how to ask and asks nothing. */
function isMentionedInCodeOnly(written: string, { userId }: Self): boolean {
  if (userId === undefined || !ownName(userId).test(written)) return false;
  return !ownName(userId).test(written.replaceAll(CODE, ' '));
}

/** The question without the bot's own name; other people's names stay as Slack writes them. */
function withoutOwnName(written: string, { userId }: Self): string {
  const asked = userId === undefined ? written : written.replaceAll(ownName(userId), ' ');
  return unescapeText(asked).trim();
}
