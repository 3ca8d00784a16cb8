// At the end of the road: where the bot may not write (any more), whoever mentioned it there is told in private.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { SlackQuestion } from '../inbound/read-question.js';
import { NOT_ANSWERED_THERE } from '../message/fixed-messages.js';
import { describeFailure, refusalOfRoom } from '../slack-errors.js';
import { deliver } from './deliver.js';

/**
 * Hands an answer over. Where the channel is closed to the bot, a retry would meet the same, so the question counts as
 * answered once the person knows. Rejects with the failure where not even that is possible.
 */
export async function orTellInPrivate(
  { door, person, arrival }: SlackQuestion,
  client: webApi.WebClient | undefined,
  log: Log,
  handOver: () => Promise<void>,
): Promise<void> {
  try {
    await handOver();
  } catch (error) {
    const refusal = refusalOfRoom(error);
    if (door !== 'mention' || client === undefined || refusal === undefined) throw error;
    // A person's id in the place of a channel's is the conversation with that person.
    await deliver(NOT_ANSWERED_THERE[refusal], { kind: 'conversation', channel: person }, { client }).catch(() => {
      throw error;
    });
    const { code, advice } = describeFailure(error);
    log.of(arrival?.names).warn(`Whoever asked was told in private. ${advice}`, { door, code });
  }
}
