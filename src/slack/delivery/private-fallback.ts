// Sends a direct message when the bot can't post in the channel that mentioned it.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { SlackQuestion } from '../inbound/slack-question.js';
import { CANNOT_ANSWER_THERE } from '../message/fixed-messages.js';
import { channelRefusal, describeFailure } from '../slack-errors.js';
import { deliver } from './deliver.js';

/**
 * Delivers an answer. If the channel is closed to the bot, a retry would meet the same, so the question counts as
 * answered once the person has been told. Rejects with the failure if even that is not possible.
 */
export async function withPrivateFallback(
  { surface, person, delivery }: SlackQuestion,
  client: webApi.WebClient | undefined,
  log: Log,
  deliverAnswer: () => Promise<void>,
): Promise<void> {
  try {
    await deliverAnswer();
  } catch (error) {
    const refusal = channelRefusal(error);
    if (surface !== 'mention' || client === undefined || refusal === undefined) throw error;
    // A person's id in place of a channel's is the conversation with that person.
    await deliver(CANNOT_ANSWER_THERE[refusal], { kind: 'conversation', channel: person }, { client }).catch(() => {
      throw error;
    });
    const { code, advice } = describeFailure(error);
    log.of(delivery?.logFields).warn(`Told the person in a direct message. ${advice}`, { surface, code });
  }
}
