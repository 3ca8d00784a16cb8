// A process of its own: the least Bolt app that answers the same slash command.
import bolt from '@slack/bolt';
import { COMMAND } from './minimal-slack.js';

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '' } = process.env;
const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  logLevel: bolt.LogLevel.WARN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command(COMMAND, async ({ ack }) => ack({ response_type: 'ephemeral', text: 'An answer.' }));
const server = await app.start(0);
const address = server.address();
console.log(`Ready: listening on port ${typeof address === 'object' ? address?.port : address}`);
