// A process of its own: the app that BENCH_APP names, with which ours is compared.

import bolt from '@slack/bolt';
import { readConfig } from '../../src/config/slack-config.js';
import { readStoreConfig } from '../../src/config/store-config.js';
import { createLog } from '../../src/operations/log.js';
import { createApp } from '../../src/slack/app.js';
import { renderMessage, type SlackMessage } from '../../src/slack/message/message.js';
import { openStore } from '../../src/store/open-store.js';
import type { Asked, Store } from '../../src/store/store.js';
import { COMMAND } from '../shared/minimal-slack.js';
import { listQuestions } from '../shared/questions.js';
import { loadShippedBot } from '../shared/shipped-bot.js';

const open = (): Promise<Store> =>
  openStore({ ...readStoreConfig(process.env), now: Date.now, warn: (message) => console.error(message) });

/** Writes and reads nothing on the way of a question. */
const openNone = async (): Promise<Store> => ({
  ...(await open()),
  async once(_workspace, _key, work) {
    await work();
    return 'done';
  },
  recall: async () => undefined,
});

/** What this app keeps of an answered question. */
const asked = (person: string, conversation: string): Asked => ({
  workspace: 'T00FAKETEAM',
  person,
  surface: 'command',
  outcome: 'answer',
  topics: ['salary'],
  conversation: { id: conversation, context: { topics: ['salary'], offered: [], slots: SLOTS } },
});
const SLOTS = { levels: [], places: [], technologies: [] };

/** As long a message as this app's are: the one in the middle of all by its length. */
async function middleAnswer(): Promise<SlackMessage> {
  const bot = await loadShippedBot();
  const messages = listQuestions().map((text) => renderMessage(bot.answer({ text })));
  const lengthOf = (message: SlackMessage): number => JSON.stringify(message).length;
  const middle = messages.sort((one, other) => lengthOf(one) - lengthOf(other))[Math.floor(messages.length / 2)];
  if (middle === undefined) throw new Error('There are no questions to measure with');
  return middle;
}

/** Replies with a constant, at the same doors and once each. */
async function startBare(store: Store, message: { text: string; blocks?: SlackMessage['blocks'] }): Promise<string> {
  const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
  const app = new bolt.App({
    token: SLACK_BOT_TOKEN,
    signingSecret: SLACK_SIGNING_SECRET,
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { slackApiUrl: SLACK_API_URL },
  });
  const once = async (key: string | undefined, person: string, place: string, reply: () => Promise<unknown>) => {
    await store.once('T00FAKETEAM', key, async () => {
      await reply();
      return asked(person, place);
    });
  };
  app.command(COMMAND, ({ ack, body }) =>
    once(undefined, body.user_id, `${body.channel_id} ${body.user_id}`, () =>
      ack({ response_type: 'ephemeral', ...message }),
    ),
  );
  app.message(({ message: said, say }) => {
    const person = 'user' in said ? (said.user ?? '') : '';
    return once(`${said.channel} ${said.ts}`, person, said.channel, () => say(message));
  });
  app.action(/^topic:/, async ({ ack, body, client }) => {
    await ack();
    const channel = body.channel?.id ?? '';
    // Another one in each run, on a database that has seen others as well.
    const key = `press ${channel} ${'container' in body ? body.container.message_ts : ''}`;
    await once(key, body.user.id, channel, () => client.chat.postMessage({ channel, ...message }));
  });
  const address = (await app.start(0)).address();
  return `listening on port ${typeof address === 'object' ? address?.port : address}`;
}

const SHORT = { text: 'An answer.' };

async function startOurs(store: Store): Promise<string> {
  const app = createApp(readConfig(process.env), await loadShippedBot(), store, createLog('warn'));
  return (await app.start()).where;
}

const APPS: Readonly<Record<string, () => Promise<string>>> = {
  bare: async () => startBare(await openNone(), SHORT),
  'bare, as long an answer': async () => startBare(await openNone(), await middleAnswer()),
  'bare with the store': async () => startBare(await open(), SHORT),
  'bare with the store, as long an answer': async () => startBare(await open(), await middleAnswer()),
  'ours without a store': async () => startOurs(await openNone()),
};

const where = await APPS[process.env.BENCH_APP ?? '']?.();
console.log(`Ready: ${where}`);
