// Does what a person does on the page, as in Slack: the payload that Slack would send goes to the app.
import type { ActionOf, ActionResult, UserAction } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { command, directMessage, globalShortcut, homeOpened, mention, messageShortcut } from './event-payloads.js';
import { BOT } from './fake-ids.js';
import { createPageUser } from './page-user.js';
import { channelsOf, directOf, encodeText, findPerson } from './people.js';
import { ActionRefused, type AppSender, createAppSender } from './send-to-app.js';
import type { Slack } from './slack-emulator.js';
import { messageOf } from './web-api.js';

type ActionHandlers = {
  readonly [T in UserAction['type']]: (action: ActionOf<T>) => ActionResult | Promise<ActionResult>;
};

const OK: ActionResult = { ok: true };

/** Gives a function that does one action; what a person can't do comes back as a sentence. */
export function createUserActions(slack: Slack): (action: UserAction) => Promise<ActionResult> {
  const sender = createAppSender(slack);
  const handlers: ActionHandlers = {
    ...createPageUser(slack, sender),
    say: (action) => say(slack, sender, action),
    shortcut: (action) => useShortcut(slack, sender, action),
    openHome: ({ person }) => openTab(slack, sender, person, 'home'),
    openMessages: ({ person }) => openTab(slack, sender, person, 'messages'),
  };
  return async (action) => {
    if (findPerson(action.person) === undefined) return { ok: false, error: 'There is no such person here.' };
    const handle = handlers[action.type] as (action: UserAction) => ActionResult | Promise<ActionResult>;
    try {
      return await handle(action);
    } catch (error) {
      if (error instanceof ActionRefused) return { ok: false, error: error.message };
      throw error;
    }
  };
}

function say(slack: Slack, sender: AppSender, action: ActionOf<'say'>): ActionResult | Promise<ActionResult> {
  if (!channelsOf(action.person).some(({ id }) => id === action.channel))
    throw new ActionRefused('There is no such channel.');
  const text = action.text.trim();
  if (text === '') throw new ActionRefused('There is nothing to send yet.');
  return text.startsWith('/')
    ? sendCommand(slack, sender, { ...action, text })
    : sendMessage(slack, sender, { ...action, text });
}

function sendCommand(slack: Slack, sender: AppSender, action: ActionOf<'say'>): Promise<ActionResult> {
  const { person, tab, channel, text, threadTs } = action;
  const [name = ''] = text.split(/\s/, 1);
  const known = slack.workspace.manifest.commands.find((one) => one.command === name);
  if (known === undefined) throw new ActionRefused(`${name} is not a valid command.`);
  if (threadTs !== undefined) throw new ActionRefused(`${name} is not supported in threads. Sorry!`);
  const argument = text.slice(name.length).trim();
  const place = channelsOf(person).find(({ id }) => id === channel);
  const body = command({
    channel_id: channel,
    channel_name: place?.kind === 'direct' ? 'directmessage' : place?.name,
    user_id: person,
    user_name: nameOf(person),
    command: name,
    text: known.isEscaped ? encodeText(argument, true) : argument,
  });
  return sender.sendAction(name, body, tab);
}

function sendMessage(slack: Slack, sender: AppSender, action: ActionOf<'say'>): ActionResult {
  const { person, channel, threadTs } = action;
  const text = encodeText(action.text);
  const thread = threadTs === undefined ? {} : { thread: threadTs };
  const { ts } = slack.workspace.conversations.post({ channel, user: person, text, ...thread });
  const fields = { channel, user: person, text, ts, event_ts: ts };
  const threaded = threadTs === undefined ? fields : { ...fields, thread_ts: threadTs };
  if (channel === directOf(person)) return sender.sendEvent('message.im', directMessage(threaded));
  return text.includes(`<@${BOT.userId}>`) ? sender.sendEvent('app_mention', mention(threaded)) : OK;
}

function useShortcut(slack: Slack, sender: AppSender, action: ActionOf<'shortcut'>): Promise<ActionResult> {
  const { person, tab, callbackId, ts } = action;
  const shortcut = slack.workspace.manifest.shortcuts.find((one) => one.callbackId === callbackId);
  if (shortcut === undefined) throw new ActionRefused('There is no such shortcut in manifest.yml.');
  if (shortcut.type === 'global')
    return sender.sendAction(shortcut.name, globalShortcut(callbackId, userOf(person)), tab);
  if (ts === undefined) throw new ActionRefused('This shortcut is used on a message.');
  const message = visibleMessage(slack, person, ts);
  const place = channelsOf(person).find(({ id }) => id === message.channel);
  const fields = { channel: { id: message.channel, name: place?.name }, message_ts: ts, ...userOf(person) };
  return sender.sendAction(shortcut.name, messageShortcut(callbackId, messageOf(message), fields), tab);
}

/** The message, if this person can see it. */
function visibleMessage(slack: Slack, person: string, ts: string): Message {
  const { conversations } = slack.workspace;
  const message = conversations.findAnywhere(ts);
  const isVisible = message !== undefined && conversations.seenBy(person, message.channel).includes(message);
  if (!isVisible) throw new ActionRefused('This message no longer exists.');
  return message;
}

function openTab(slack: Slack, sender: AppSender, person: string, tab: 'home' | 'messages'): ActionResult {
  const home = slack.homeOf(person);
  const ts = slack.workspace.conversations.freshTs();
  const event = { user: person, channel: directOf(person), tab, event_ts: ts };
  return sender.sendEvent('app_home_opened', homeOpened(home && tab === 'home' ? { ...event, view: home } : event));
}

const nameOf = (person: string): string => (findPerson(person)?.name ?? '').toLowerCase();

/** Who did it, as interactions say it. */
export function userOf(person: string): JsonObject {
  const name = nameOf(person);
  return { user: { id: person, username: name, name, team_id: 'T00FAKETEAM' } };
}
