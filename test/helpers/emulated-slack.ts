// Opens a Slack emulator by other people, which stores conversations and signs its events.
import { createEmulator, defineEmulator, type EmulatorContext } from 'emulate';
import { readManifest } from '../../local-slack/emulator/manifest.js';
import { BOT } from './slack-emulator.js';

type Fields = Record<string, unknown>;
type Events = EmulatorContext<object>['webhooks'];

export const SECRET = 'emulated-signing-secret';
const PERSON = { id: 'U000000001', token: 'xoxp-emulated-person' };
export const GENERAL = 'C000000001';

/** Opens a workspace with the bot installed and the manifest's scopes enforced. */
export async function openEmulatedSlack() {
  const { scopes } = readManifest();
  const app = { app_id: 'A00EMULATED', client_id: 'emulated', client_secret: 'emulated', redirect_uris: [] };
  const slack = {
    signing_secret: SECRET,
    strict_scopes: true,
    oauth_apps: [{ ...app, name: BOT.name, bot_id: BOT.botId, bot_user_id: BOT.userId, bot_name: BOT.name, scopes }],
    tokens: [
      { token: BOT.token, type: 'bot', user_id: BOT.userId, bot_id: BOT.botId, scopes },
      { token: PERSON.token, type: 'user', user_id: PERSON.id },
    ],
  };
  let events: Events | undefined;
  const letGo = await catchEvents((own) => (events = own));
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack } }).finally(letGo);
  const call = async (method: string, args: Fields): Promise<Fields> => {
    const headers = { authorization: `Bearer ${PERSON.token}`, 'content-type': 'application/json' };
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(args),
    });
    const result = (await response.json()) as Fields;
    if (result.ok !== true) throw new Error(`${method}: ${result.error}`);
    return result;
  };
  return {
    apiUrl: `${emulator.url}/api/`,
    /** Sends events there from now on, and reports the app's response to each. */
    subscribe(url: string) {
      if (events === undefined) throw new Error('The emulator has no events.');
      events.register({ url, events: ['message'], active: true, owner: 'slack' });
      complete(events);
      return { statuses: () => events?.getDeliveries().map(({ status_code }) => status_code) ?? [] };
    },
    /** The direct conversation between the person and the bot. */
    openDirect: async (): Promise<string> =>
      String(((await call('conversations.open', { users: BOT.userId })).channel as Fields).id),
    /** Posts as the person; resolves to the message's ts once the bot has received it. */
    say: async (channel: string, text: string): Promise<string> =>
      String((await call('chat.postMessage', { channel, text })).ts),
    /** What the bot has posted in a conversation or a thread. */
    async said(channel: string, thread?: string): Promise<Fields[]> {
      const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
      const { messages } = await call(method, { channel, ...(thread !== undefined && { ts: thread }) });
      return (messages as Fields[]).filter(({ user }) => user === BOT.userId);
    },
    close: () => emulator.close(),
  };
}

/** The emulator sends events to subscribers but has no way to subscribe, so this captures its sender as it's created. */
async function catchEvents(take: (events: Events) => void): Promise<() => void> {
  let kind: Events | undefined;
  const probe = defineEmulator({
    name: 'probe',
    state: () => ({}),
    setup({ webhooks }) {
      kind = Object.getPrototypeOf(webhooks);
    },
  });
  await (await createEmulator({ service: probe, listen: false })).close();
  if (kind === undefined) throw new Error('The emulator has no events.');
  const { setHeaderFactory } = kind;
  const prototype = kind;
  prototype.setHeaderFactory = function (this: Events, factory) {
    take(this);
    setHeaderFactory.call(this, factory);
  };
  return () => {
    prototype.setHeaderFactory = setHeaderFactory;
  };
}

/** The emulator only knows messages. As in Slack, the app gets direct ones, and others as mentions if they mention it. */
function complete(events: Events): void {
  const dispatch = events.dispatch.bind(events);
  events.dispatch = async (name, action, payload, owner) => {
    const { event, ...envelope } = payload as { event: Fields };
    const isDirect = String(event.channel).startsWith('D');
    if (!isDirect && !String(event.text).includes(`<@${BOT.userId}>`)) return;
    const whole = isDirect ? { ...event, channel_type: 'im' } : { ...event, type: 'app_mention' };
    await dispatch(name, action, { ...envelope, event: whole }, owner);
  };
}
