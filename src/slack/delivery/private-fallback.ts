// Sends a direct message if an answer can't be delivered where it belongs: in a closed channel, to a response_url or in a window.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { SlackQuestion } from '../inbound/slack-question.js';
import { CANNOT_ANSWER_THERE, CANNOT_SHARE_THERE, FAILED, NOT_OPENED } from '../message/fixed-messages.js';
import type { SlackMessage } from '../message/message.js';
import { channelRefusal, describeFailure, isOpenAlready, isRefusal, responseUrlFailure } from '../slack-errors.js';
import { deliver, NotSharedError } from './deliver.js';

/** What is known of the person who is to be told. */
type Told = Pick<SlackQuestion, 'surface' | 'person' | 'delivery'>;

/**
 * Delivers an answer. If the channel is closed to the bot, or Slack takes no reply or opens no window, a retry would fail
 * too, so the question counts as answered once the person has been told. Rejects with the failure if even that is not
 * possible.
 */
export const withPrivateFallback = (
  question: SlackQuestion,
  client: webApi.WebClient | undefined,
  log: Log,
  message: SlackMessage,
  deliverAnswer: () => Promise<void>,
): Promise<void> => orTell(question, client, log, (error) => messageInstead(question, message, error), deliverAnswer);

/** Opens a window, or tells the person that it couldn't be opened. */
export const openOrTell = (
  who: Told,
  client: webApi.WebClient,
  log: Log,
  open: () => Promise<unknown>,
): Promise<void> => orTell(who, client, log, (error) => (isOpenAlready(error) ? undefined : NOT_OPENED), open);

async function orTell(
  { surface, person, delivery }: Told,
  client: webApi.WebClient | undefined,
  log: Log,
  choose: (error: unknown) => SlackMessage | undefined,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const instead = choose(error);
    if (client === undefined || instead === undefined) throw error;
    // A person's id instead of a channel's means the conversation with that person.
    await deliver(instead, { kind: 'conversation', channel: person }, { client }).catch(() => {
      throw error;
    });
    const { code, advice } = describeFailure(error);
    log.of(delivery?.logFields).warn(`Told the person in a direct message. ${advice}`, { surface, code });
  }
}

/** The direct message that a person gets instead of an answer that can't be delivered where it belongs. */
function messageInstead(
  { surface, destination }: SlackQuestion,
  message: SlackMessage,
  error: unknown,
): SlackMessage | undefined {
  if (error instanceof NotSharedError) return CANNOT_SHARE_THERE;
  const failure = responseUrlFailure(error);
  // Said twice, an answer would be one too many.
  if (failure !== undefined) return surface === 'share' ? undefined : failure === 'refused' ? message : FAILED;
  if (destination.kind === 'new modal' && !isOpenAlready(error)) return isRefusal(error) ? message : FAILED;
  const refusal = channelRefusal(error);
  return surface === 'mention' && refusal !== undefined ? CANNOT_ANSWER_THERE[refusal] : undefined;
}
