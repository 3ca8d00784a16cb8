// A process of its own: the least Bolt app that answers commands, direct messages and buttons, with a constant.
import bolt from '@slack/bolt';
import { COMMAND } from './minimal-slack.js';

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  logLevel: bolt.LogLevel.WARN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
const text = 'An answer.';
app.command(COMMAND, async ({ ack }) => ack({ response_type: 'ephemeral', text }));
app.message(async ({ say }) => void (await say(text)));
app.action(/^topic:/, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: body.channel?.id ?? '', text });
});
const server = await app.start(0);
const address = server.address();
console.log(`Ready: listening on port ${typeof address === 'object' ? address?.port : address}`);
