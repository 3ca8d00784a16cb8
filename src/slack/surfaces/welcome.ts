// Sends the only unrequested message: to the person who has just installed the app.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Installation } from '../../store/installations.js';
import { COMMAND } from '../app-ids.js';
import { deliver } from '../delivery/deliver.js';
import { sentenceMessage } from '../message/message.js';
import { describeFailure } from '../slack-errors.js';

/** Says how to begin. A failure is only logged: the app is installed anyway. */
export async function greetInstaller(
  { workspace, installer }: Installation,
  client: webApi.WebClient,
  example: string | undefined,
  log: Log,
): Promise<void> {
  const question = example === undefined ? '' : ` For example: “${example}”`;
  const words =
    `I’m installed, and you’re the only person I’ve messaged. Ask me a question here, or anywhere with ${COMMAND}.${question} ` +
    'My Home tab lists the topics. For administrators like you, it also shows what people asked and what helped.';
  try {
    await deliver(sentenceMessage(words), { kind: 'conversation', channel: installer }, { client });
  } catch (error) {
    const { code, advice } = describeFailure(error);
    log.warn(`Couldn’t send the welcome message in ${workspace}. ${advice}`, { surface: 'install', code });
  }
}
