// Payloads as Slack sends them, with obviously fake ids; a test names only what its scenario is about.
import { BOT, TEAM } from './slack-stand-in.js';

export const PERSON = 'U00FAKEUSER1';
export const CHANNEL = 'C00FAKECHAN1';
export const DIRECT = 'D00FAKEUSER1';
export const MENTION = `<@${BOT.userId}>`;

let count = 0;
/** A message's timestamp that no other message has. */
export function freshTs(): string {
  count += 1;
  return `1700000000.${String(count).padStart(6, '0')}`;
}

type Fields = Record<string, unknown>;

/** The envelope of the Events API around an event; each has an id of its own. */
export function eventBody(event: Fields): Fields {
  return {
    token: 'fake-verification-token',
    team_id: TEAM.id,
    api_app_id: 'A00FAKEAPP',
    type: 'event_callback',
    event_id: `Ev${freshTs()}`,
    event_time: 1700000000,
    is_ext_shared_channel: false,
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
    ],
    event,
  };
}

export function directMessage(fields: Fields = {}): Fields {
  const ts = freshTs();
  const event = { type: 'message', channel_type: 'im', channel: DIRECT, user: PERSON, text: 'what do they earn?', ts };
  return eventBody({ ...event, event_ts: ts, client_msg_id: `fake-${ts}`, ...fields });
}

export function mention(fields: Fields = {}): Fields {
  const ts = freshTs();
  const event = { type: 'app_mention', channel: CHANNEL, user: PERSON, text: `${MENTION} what do they earn?`, ts };
  return eventBody({ ...event, event_ts: ts, ...fields });
}

export function command(fields: Fields = {}): Fields {
  return {
    token: 'fake-verification-token',
    team_id: TEAM.id,
    team_domain: 'fake',
    channel_id: CHANNEL,
    channel_name: 'general',
    user_id: PERSON,
    command: '/backend-career',
    text: 'what do they earn?',
    api_app_id: 'A00FAKEAPP',
    is_enterprise_install: 'false',
    response_url: 'http://127.0.0.1:9/response',
    trigger_id: `fake-trigger-${freshTs()}`,
    ...fields,
  };
}

/** A press of a suggestion's button. `channel` and `container` say where the message with the button stands. */
export function press(value: string, responseUrl: string, fields: Fields = {}, container: Fields = {}): Fields {
  const ts = freshTs();
  return {
    type: 'block_actions',
    api_app_id: 'A00FAKEAPP',
    team: { id: TEAM.id, domain: 'fake' },
    user: { id: PERSON, username: 'fake', team_id: TEAM.id },
    trigger_id: `fake-trigger-${ts}`,
    response_url: responseUrl,
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false, ...container },
    channel: { id: CHANNEL, name: 'general' },
    message: { ts },
    actions: [{ type: 'button', action_id: 'topic:0', block_id: 'b', value, action_ts: freshTs() }],
    ...fields,
  };
}
