// Sends a direct message if an answer can't be delivered where it belongs: the channel is closed or the response_url is dead.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { SlackQuestion, Surface } from '../inbound/slack-question.js';
import { CANNOT_ANSWER_THERE, CANNOT_SHARE_THERE } from '../message/fixed-messages.js';
import type { SlackMessage } from '../message/message.js';
import { channelRefusal, describeFailure, isDeadResponseUrl } from '../slack-errors.js';
import { deliver, NotSharedError } from './deliver.js';

/**
 * Delivers an answer. If the channel is closed to the bot, or the response_url is dead, a retry would fail too, so the
 * question counts as answered once the person has been told. Rejects with the failure if even that is not possible.
 */
export async function withPrivateFallback(
  { surface, person, delivery }: SlackQuestion,
  client: webApi.WebClient | undefined,
  log: Log,
  message: SlackMessage,
  deliverAnswer: () => Promise<void>,
): Promise<void> {
  try {
    await deliverAnswer();
  } catch (error) {
    const instead = messageInstead(surface, message, error);
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
function messageInstead(surface: Surface, message: SlackMessage, error: unknown): SlackMessage | undefined {
  if (error instanceof NotSharedError) return CANNOT_SHARE_THERE;
  if (isDeadResponseUrl(error)) return surface === 'share' ? undefined : message;
  const refusal = channelRefusal(error);
  return surface === 'mention' && refusal !== undefined ? CANNOT_ANSWER_THERE[refusal] : undefined;
}
