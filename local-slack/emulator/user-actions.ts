// Does what a person does on the page, as in Slack: the payload that Slack would send goes to the app.
import type { ActionOf, ActionResult, UserAction } from '../shared/state.js';
import type { JsonObject } from './api-results.js';
import type { Message } from './conversations.js';
import { command, directMessage, globalShortcut, homeOpened, mention, messageShortcut } from './event-payloads.js';
import { BOT } from './fake-ids.js';
import { createPageUser } from './page-user.js';
import { channelsOf, directOf, encodeText, findPerson } from './people.js';
import { ActionRefused, createAppSender } from './send-to-app.js';
import type { Slack } from './slack-emulator.js';
import { messageOf } from './web-api.js';

type ActionHandlers = {
  readonly [T in UserAction['type']]: (act: ActionOf<T>) => ActionResult | Promise<ActionResult>;
};

const OK: ActionResult = { ok: true };

/** Does one act; what a person may not do comes back as a sentence. */
export function createUserActions(slack: Slack): (act: UserAction) => Promise<ActionResult> {
  const { conversations, manifest } = slack.workspace;
  const sending = createAppSender(slack);
  const { press, submit, close } = createPageUser(slack, sending);

  function sayCommand({ person, channel, text, threadTs }: ActionOf<'say'>): ActionResult | Promise<ActionResult> {
    const [name = ''] = text.split(/\s/, 1);
    const known = manifest.commands.find((one) => one.command === name);
    if (known === undefined) throw new ActionRefused(`${name} is not a valid command.`);
    if (threadTs !== undefined) throw new ActionRefused(`${name} is not supported in threads. Sorry!`);
    const asked = text.slice(name.length).trim();
    const place = channelsOf(person).find(({ id }) => id === channel);
    const body = command({
      channel_id: channel,
      channel_name: place?.kind === 'direct' ? 'directmessage' : place?.name,
      user_id: person,
      user_name: nameOf(person),
      command: name,
      text: known.isEscaped ? encodeText(asked, true) : asked,
    });
    return sending.sendAction(name, body);
  }

  function sayMessage({ person, channel, text, threadTs }: ActionOf<'say'>): ActionResult {
    const said = encodeText(text.trim());
    const thread = threadTs === undefined ? {} : { thread: threadTs };
    const { ts } = conversations.post({ channel, user: person, text: said, ...thread });
    const fields = { channel, user: person, text: said, ts, event_ts: ts };
    const threaded = threadTs === undefined ? fields : { ...fields, thread_ts: threadTs };
    if (channel === directOf(person)) return sending.sendEvent('message.im', directMessage(threaded));
    return said.includes(`<@${BOT.userId}>`) ? sending.sendEvent('app_mention', mention(threaded)) : OK;
  }

  function seen(person: string, ts: string): Message {
    const message = conversations.findAnywhere(ts);
    const isSeen = message !== undefined && conversations.seenBy(person, message.channel).includes(message);
    if (!isSeen) throw new ActionRefused('This message is gone.');
    return message;
  }

  function open(person: string, tab: 'home' | 'messages'): ActionResult {
    const home = slack.homeOf(person);
    const event = { user: person, channel: directOf(person), tab, event_ts: conversations.freshTs() };
    return sending.sendEvent('app_home_opened', homeOpened(home && tab === 'home' ? { ...event, view: home } : event));
  }

  const acts: ActionHandlers = {
    say(act) {
      if (!channelsOf(act.person).some(({ id }) => id === act.channel))
        throw new ActionRefused('There is no such channel.');
      if (act.text.trim() === '') throw new ActionRefused('There is nothing to send yet.');
      const said = { ...act, text: act.text.trim() };
      return said.text.startsWith('/') ? sayCommand(said) : sayMessage(said);
    },
    press,
    submit,
    close,
    shortcut({ person, callbackId, ts }) {
      const shortcut = manifest.shortcuts.find((one) => one.callbackId === callbackId);
      if (shortcut === undefined) throw new ActionRefused('There is no such shortcut in manifest.yml.');
      if (shortcut.type === 'global')
        return sending.sendAction(shortcut.name, globalShortcut(callbackId, userOf(person)));
      if (ts === undefined) throw new ActionRefused('This shortcut is used on a message.');
      const message = seen(person, ts);
      const place = channelsOf(person).find(({ id }) => id === message.channel);
      const fields = { channel: { id: message.channel, name: place?.name }, message_ts: ts, ...userOf(person) };
      return sending.sendAction(shortcut.name, messageShortcut(callbackId, messageOf(message), fields));
    },
    openHome: ({ person }) => open(person, 'home'),
    openMessages: ({ person }) => open(person, 'messages'),
  };

  return async (act) => {
    if (findPerson(act.person) === undefined) return { ok: false, error: 'There is no such person here.' };
    const run = acts[act.type] as (act: UserAction) => ActionResult | Promise<ActionResult>;
    try {
      return await run(act);
    } catch (error) {
      if (error instanceof ActionRefused) return { ok: false, error: error.message };
      throw error;
    }
  };
}

const nameOf = (person: string): string => (findPerson(person)?.name ?? '').toLowerCase();

/** Who did it, as interactions say it. */
export function userOf(person: string): JsonObject {
  const name = nameOf(person);
  return { user: { id: person, username: name, name, team_id: 'T00FAKETEAM' } };
}
