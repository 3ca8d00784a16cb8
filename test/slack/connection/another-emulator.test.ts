// Runs the bot on a Slack emulator by other people, which signs its events itself and stores what is posted.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GENERAL, openEmulatedSlack, SECRET } from '../../helpers/emulated-slack.js';
import { type Launched, launch } from '../../helpers/local-slack-process.js';
import { BOT } from '../../helpers/slack-emulator.js';

let slack: Awaited<ReturnType<typeof openEmulatedSlack>>;
let bot: Launched;
beforeEach(async () => {
  slack = await openEmulatedSlack();
});
afterEach(async () => {
  await bot.stop();
  await slack.close();
});

/** Starts the bot over HTTP, and returns the address for Slack. */
async function startBot(secret = SECRET): Promise<string> {
  const env = { SLACK_BOT_TOKEN: BOT.token, SLACK_SIGNING_SECRET: secret, SLACK_API_URL: slack.apiUrl };
  bot = launch(env, { entrance: 'dist/src/main.js' });
  const [, port] = await bot.says(new RegExp(`Ready: HTTP, listening on port (\\d+), as @${BOT.name} `));
  return `http://127.0.0.1:${port}/slack/events`;
}

const textsOf = (messages: readonly Record<string, unknown>[]): unknown[] => messages.map(({ text }) => text);

it('a direct message is answered once, and the answer triggers nothing', async () => {
  const { statuses } = slack.subscribe(await startBot());
  const direct = await slack.openDirect();
  await slack.say(direct, 'what does a fresher earn in India?');
  await expect.poll(async () => textsOf(await slack.said(direct))).toEqual([expect.stringContaining('5 LPA')]);
  await slack.say(direct, 'and outside India?');
  await expect.poll(async () => (await slack.said(direct)).length).toBe(2);
  // Two questions and two answers, since Slack reports the app's own messages too.
  await expect.poll(statuses).toEqual([200, 200, 200, 200]);
  expect((await slack.said(direct)).length).toBe(2);
});

it('a mention is answered in its thread, with blocks; a message without a mention isn’t', async () => {
  slack.subscribe(await startBot());
  await slack.say(GENERAL, 'good morning, all');
  const asked = await slack.say(GENERAL, `<@${BOT.userId}> do I need a degree?`);
  await expect.poll(async () => (await slack.said(GENERAL, asked)).length).toBe(1);
  const [answer] = await slack.said(GENERAL, asked);
  expect(answer).toMatchObject({ thread_ts: asked, text: expect.stringContaining('One document says yes') });
  expect(answer?.blocks).toContainEqual(expect.objectContaining({ type: 'actions' }));
});

it('a request signed with a different secret is refused', async () => {
  const { statuses } = slack.subscribe(await startBot('another-signing-secret'));
  const direct = await slack.openDirect();
  await slack.say(direct, 'what does a fresher earn in India?');
  await expect.poll(statuses).toEqual([401]);
  expect(await slack.said(direct)).toEqual([]);
});
