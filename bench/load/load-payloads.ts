// Writes signed payloads as Slack sends them: commands, direct messages and button clicks in turn.
import { type Signed, sign, signCommand } from '../shared/minimal-slack.js';

/** The doors, in the order in which they are used. */
export const KINDS = ['command', 'message', 'press'] as const;
export type Kind = (typeof KINDS)[number];

export const kindOf = (count: number): Kind => KINDS[count % KINDS.length] ?? 'command';

/** Each message has a channel of its own, which tells in Slack's calls what is answered. */
export const channelOf = (count: number): string => `D${String(count).padStart(10, '0')}`;
export const countOf = (channel: string): number => Number(channel.slice(1));

/** Someone asks three questions and leaves. */
const personOf = (count: number): string => `U${String(Math.floor(count / 9)).padStart(10, '0')}`;

const TEAM = 'T00FAKETEAM';
const APP = 'A00FAKEAPP';
const TOPICS = ['salary', 'skills', 'degree', 'work-hours', 'how-to-become'];

/** The payload with this number; `retry` says which of Slack's repeats it is. */
export function payload(count: number, text: string, responseUrl: string, retry = 0): Signed {
  switch (kindOf(count)) {
    case 'command':
      return signCommand(text, count, responseUrl, personOf(count));
    case 'message':
      return again(message(count, text), retry);
    case 'press':
      return press(count, responseUrl);
  }
}

/** Whether Slack sends this kind again when it gets no answer. */
export const isRepeated = (count: number): boolean => kindOf(count) === 'message';

function message(count: number, text: string): Signed {
  const ts = tsOf(count);
  const event = { type: 'message', channel_type: 'im', channel: channelOf(count), user: personOf(count), text, ts };
  const body = {
    type: 'event_callback',
    team_id: TEAM,
    api_app_id: APP,
    event: { ...event, event_ts: ts },
    event_id: `Ev${count}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [{ team_id: TEAM, user_id: 'U00FAKEBOT', is_bot: true, is_enterprise_install: false }],
  };
  return sign(JSON.stringify(body), 'application/json');
}

function again({ body, headers }: Signed, retry: number): Signed {
  if (retry === 0) return { body, headers };
  return { body, headers: { ...headers, 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } };
}

function press(count: number, responseUrl: string): Signed {
  const ts = tsOf(count);
  const channel = channelOf(count);
  const topic = TOPICS[Math.floor(count / KINDS.length) % TOPICS.length] ?? 'salary';
  const body = {
    type: 'block_actions',
    user: { id: personOf(count), team_id: TEAM },
    team: { id: TEAM, domain: 'fake' },
    api_app_id: APP,
    trigger_id: `fake-trigger-${count}`,
    response_url: responseUrl,
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'directmessage' },
    message: { type: 'message', user: 'U00FAKEBOT', bot_id: 'B00FAKEBOT', ts, text: 'An answer.' },
    actions: [{ type: 'button', action_id: 'topic:0', block_id: 'b', value: topic, action_ts: ts }],
  };
  return sign(new URLSearchParams({ payload: JSON.stringify(body) }).toString());
}

const SECOND = 1_000_000;
const began = Math.floor(Date.now() / 1000);

/** The same when it is sent again, and another one in each run. */
const tsOf = (count: number): string =>
  `${began + Math.floor(count / SECOND)}.${String(count % SECOND).padStart(6, '0')}`;
