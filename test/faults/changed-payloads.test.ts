// Payloads that were changed on the way: unreadable ones are refused, and nothing from them gets into the app's ids.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DIRECT, directMessage, homeOpened, interaction, messageShortcut } from '../helpers/payloads.js';
import { type RunningApp, startApp } from '../helpers/running-app.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const BUTTON = {
  user: { id: 'U00FAKEUSER1', team_id: 'T00FAKETEAM' },
  team: { id: 'T00FAKETEAM' },
  channel: { id: DIRECT },
  actions: [{ type: 'button', action_id: 'topic:0', block_id: 'b', value: 'salary', action_ts: '1.0' }],
};
const LONG = 'x'.repeat(12_000);
/** Every id that Slack accepts from the app is shorter. */
const LONGEST_ID = 255;

let running: RunningApp;
beforeAll(async () => {
  running = await startApp('http', { bot: await loadShippedBot() });
});
afterAll(() => running.stop());
beforeEach(() => running.lines.splice(0));

it.each([
  ['Home is opened by an empty user', { ...homeOpened(), event: { type: 'app_home_opened', tab: 'home', user: '' } }],
  ['Home is opened by a number', { ...homeOpened(), event: { type: 'app_home_opened', tab: 'home', user: 7 } }],
  ['an event has no recipient', { ...directMessage({ text: 'do I need a degree?' }), authorizations: [{}] }],
  ['a message’s channel is no id', directMessage({ text: 'do I need a degree?', channel: 'back jobs' })],
  ['a message’s time is no timestamp', directMessage({ text: 'do I need a degree?', ts: '𬬍' })],
  ['a message’s thread is no timestamp', directMessage({ text: 'do I need a degree?', thread_ts: 'x' })],
  ['a pressed button has no user', { ...interaction('block_actions'), ...BUTTON, user: null }],
  ['the pressed buttons are no list', { ...interaction('block_actions'), ...BUTTON, actions: {} }],
])('%s: refused with 400 and one log line, and no method is called', async (_, body) => {
  const before = running.slack.calls.length;
  expect(await running.deliver(body)).toMatchObject({ status: 400 });
  await running.settled();
  expect(running.lines.map((line) => /code=(\w+)/.exec(line)?.[1])).toEqual(['no_payload']);
  expect(running.slack.calls.slice(before)).toEqual([]);
  expect(running.slack.messagesIn(DIRECT)).toEqual([]);
});

/** All ids in an answer, at any depth. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' && /^(action_id|block_id|private_metadata)$/.test(name) ? [inner] : idsIn(inner),
  );
}

const places = { user: { id: 'U00FAKEUSER1', team_id: 'T00FAKETEAM' }, team: { id: 'T00FAKETEAM' } };

it('a window’s long private_metadata appears in no id', async () => {
  const values = { 'question:1': { text: { type: 'plain_text_input', value: 'do I need a degree?' } } };
  const view = { id: 'V0', type: 'modal', callback_id: 'ask', private_metadata: LONG, state: { values } };
  const { payload } = await running.deliver({ ...interaction('view_submission'), ...places, view });
  const ids = idsIn(payload);
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => id.length > LONGEST_ID)).toEqual([]);
});

it('neither does the long timestamp of a message with the shortcut', async () => {
  const before = running.slack.calls.length;
  await running.deliver(
    messageShortcut(
      'answer_message',
      { text: 'what does a fresher earn?', ts: LONG },
      { ...places, response_url: running.slack.responseUrl },
    ),
  );
  await running.slack.until(() => running.slack.calls.length > before);
  const ids = running.slack.calls.slice(before).flatMap(({ args }) => idsIn(args));
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => id.length > LONGEST_ID)).toEqual([]);
});
