// A process of its own: the same job the usual way. Bolt, nlp.js, a row in SQLite for each question, repeats answered once.
import bolt from '@slack/bolt';
import Database from 'libsql';
import { COMMAND } from '../shared/minimal-slack.js';
import { readPeer } from './peer-model.js';

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', PEER_FILE = '' } = process.env;
const { topicOf, answers } = await readPeer(PEER_FILE);
const UNKNOWN = { text: 'I don’t know that.' };

const database = new Database('questions.sqlite');
// As this app sets its own file, or the peer would wait for the disk at each row and this app wouldn't.
database.pragma('journal_mode = WAL');
database.pragma('synchronous = NORMAL');
database.exec('create table questions (id text primary key, person text, text text, topic text, at integer)');
const insert = database.prepare('insert or ignore into questions values (?, ?, ?, ?, ?)');

/** The answer to a question, which is kept; undefined where it was answered before. */
async function answer(id: string, person: string, text: string, known?: string) {
  const topic = known ?? (await topicOf(text));
  const { changes } = insert.run(id, person, text, topic, Date.now());
  return changes === 0 ? undefined : (answers[topic] ?? UNKNOWN);
}

const app = new bolt.App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  logLevel: bolt.LogLevel.WARN,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command(COMMAND, async ({ ack, command }) => {
  const message = await answer(command.trigger_id, command.user_id, command.text);
  await ack({ response_type: 'ephemeral', ...message });
});
app.message(async ({ message, say }) => {
  if (message.subtype !== undefined) return;
  const reply = await answer(`${message.channel} ${message.ts}`, message.user, message.text ?? '');
  if (reply !== undefined) await say(reply);
});
app.action({ type: 'block_actions', action_id: /^topic:/ }, async ({ ack, action, body, client }) => {
  await ack();
  const channel = body.channel?.id ?? '';
  const topic = 'value' in action ? action.value : undefined;
  const reply = await answer(`${channel} ${body.container.message_ts}`, body.user.id, '', topic);
  if (reply !== undefined) await client.chat.postMessage({ channel, ...reply });
});
const address = (await app.start(0)).address();
console.log(`Ready: listening on port ${typeof address === 'object' ? address?.port : address}`);
