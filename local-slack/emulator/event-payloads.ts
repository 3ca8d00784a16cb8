// Builds payloads as Slack sends them, with obviously fake ids; callers name only the fields that matter to them.
import type { JsonObject } from './api-results.js';
import { APP_ID, BOT, CHANNEL, DIRECT, NO_RESPONSE_URL, PERSON, TEAM } from './fake-ids.js';

export { CHANNEL, DIRECT, PERSON };
export const MENTION = `<@${BOT.userId}>`;

let count = 0;
/** A message's timestamp that no other message has. */
export function freshTs(): string {
  count += 1;
  return `1700000000.${String(count).padStart(6, '0')}`;
}

/** Which workspace a payload comes from, and whether the app is installed in all of its organisation. */
export interface PayloadOrigin {
  /** Null in what belongs to no single workspace of an organisation. */
  readonly team: string | null;
  readonly enterprise?: string;
  readonly isOrgWide?: boolean;
}

/** The payload as it comes from another workspace. */
export function from({ team, enterprise, isOrgWide = false }: PayloadOrigin, body: JsonObject): JsonObject {
  const enterprise_id = enterprise ?? null;
  if ('command' in body)
    return { ...body, team_id: team, ...(enterprise && { enterprise_id }), is_enterprise_install: String(isOrgWide) };
  if (!('event' in body)) {
    const organisation = enterprise === undefined ? null : { id: enterprise, name: 'Fake Organisation' };
    const whose = { team: { id: team, domain: TEAM.domain }, enterprise: organisation };
    return { ...body, ...whose, is_enterprise_install: isOrgWide };
  }
  const authorization = { enterprise_id, team_id: team, user_id: BOT.userId, is_bot: true };
  const authorizations = [{ ...authorization, is_enterprise_install: isOrgWide }];
  return {
    ...body,
    team_id: team,
    ...(enterprise && { enterprise_id }),
    ...('authorizations' in body && { authorizations }),
  };
}

/** The app was removed; `event_time` is when that was, in seconds. */
export function appUninstalled(eventTime = Math.floor(Date.now() / 1000)): JsonObject {
  return { ...eventBody({ type: 'app_uninstalled', event_ts: freshTs() }), event_time: eventTime };
}

/** Tokens were made worthless: the ids of the bots they were of, and no word of the installation. */
export function tokensRevoked(bots: readonly string[], eventTime = Math.floor(Date.now() / 1000)): JsonObject {
  const { authorizations: _, ...body } = eventBody({
    type: 'tokens_revoked',
    tokens: { bot: bots },
    event_ts: freshTs(),
  });
  return { ...body, event_time: eventTime };
}

/** The envelope of the Events API around an event; each has an id of its own. */
export function eventBody(event: JsonObject): JsonObject {
  return {
    token: 'fake-verification-token',
    team_id: TEAM.id,
    api_app_id: APP_ID,
    type: 'event_callback',
    event_id: `Ev${freshTs()}`,
    event_time: Math.floor(Number(event.event_ts ?? 1_700_000_000)),
    is_ext_shared_channel: false,
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
    ],
    event,
  };
}

export function directMessage(fields: JsonObject = {}): JsonObject {
  const ts = freshTs();
  const event = { type: 'message', channel_type: 'im', channel: DIRECT, user: PERSON, text: 'what do they earn?', ts };
  return eventBody({ ...event, event_ts: ts, client_msg_id: `fake-${ts}`, ...fields });
}

export function mention(fields: JsonObject = {}): JsonObject {
  const ts = freshTs();
  const event = { type: 'app_mention', channel: CHANNEL, user: PERSON, text: `${MENTION} what do they earn?`, ts };
  return eventBody({ ...event, event_ts: ts, ...fields });
}

export function command(fields: JsonObject = {}): JsonObject {
  return {
    token: 'fake-verification-token',
    team_id: TEAM.id,
    team_domain: 'fake',
    channel_id: CHANNEL,
    channel_name: 'general',
    user_id: PERSON,
    command: '/backend-career',
    text: 'what do they earn?',
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: NO_RESPONSE_URL,
    trigger_id: freshTrigger(),
    ...fields,
  };
}

/** A click on a topic button. `channel` and `container` say where its message is. */
export function press(
  value: string,
  responseUrl: string,
  fields: JsonObject = {},
  container: JsonObject = {},
): JsonObject {
  const ts = freshTs();
  return {
    ...interaction('block_actions'),
    response_url: responseUrl,
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false, ...container },
    channel: { id: CHANNEL, name: 'general' },
    message: { ts },
    actions: [{ type: 'button', action_id: 'topic:0', block_id: 'b', value, action_ts: freshTs() }],
    ...fields,
  };
}

/** Someone opens the app: its Home, or with `tab: 'messages'` the conversation with it. */
export function homeOpened(fields: JsonObject = {}): JsonObject {
  const event = { type: 'app_home_opened', user: PERSON, channel: DIRECT, tab: 'home', event_ts: freshTs() };
  return eventBody({ ...event, ...fields });
}

/** Someone uses the message shortcut on a message. */
export function messageShortcut(callback: string, message: JsonObject = {}, fields: JsonObject = {}): JsonObject {
  const ts = freshTs();
  const written = { type: 'message', user: 'U00FAKEUSER2', ts, text: 'what do they earn?', team: TEAM.id, ...message };
  return {
    ...interaction('message_action'),
    callback_id: callback,
    message_ts: written.ts,
    response_url: NO_RESPONSE_URL,
    message: written,
    channel: { id: CHANNEL, name: 'general' },
    action_ts: freshTs(),
    ...fields,
  };
}

/** Someone uses the global shortcut: there is no channel and no response_url. */
export function globalShortcut(callback: string, fields: JsonObject = {}): JsonObject {
  return { ...interaction('shortcut'), callback_id: callback, action_ts: freshTs(), ...fields };
}

/** What all interactions have, of PERSON unless said otherwise. */
export function interaction(type: string, user: string = PERSON): JsonObject {
  return {
    type,
    token: 'fake-verification-token',
    api_app_id: APP_ID,
    team: { id: TEAM.id, domain: TEAM.domain },
    user: { id: user, username: 'fake', name: 'fake', team_id: TEAM.id },
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: freshTrigger(),
  };
}

const freshTrigger = (): string => `fake-trigger-${freshTs()}`;
