// Sends a direct message if an answer or a window can't be shown where it belongs: in a closed channel, by a response_url, in time.
import type { webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { SlackQuestion } from '../inbound/slack-question.js';
import { CANNOT_ANSWER_THERE, CANNOT_SHARE_THERE, FAILED } from '../message/fixed-messages.js';
import type { SlackMessage } from '../message/message.js';
import { channelRefusal, describeFailure, isOpenAlready, isRefusal, responseUrlFailure } from '../slack-errors.js';
import { deliver, NotSharedError } from './deliver.js';

/** Nobody misses a window: Slack has sent the same click twice. */
const OPEN_ALREADY = 'open already';

/** Who is to be told, and on which surface they were; the log names it. */
interface Told extends Pick<SlackQuestion, 'person' | 'delivery'> {
  readonly surface: string;
}

/**
 * Delivers an answer. If the channel is closed to the bot, or Slack takes no reply or opens no window, a retry would fail
 * too, so the question counts as answered once the person has been told. `elsewhere` makes the same answer for the direct
 * message. Rejects with the failure if even that is not possible.
 */
export const withPrivateFallback = (
  question: SlackQuestion,
  client: webApi.WebClient | undefined,
  log: Log,
  elsewhere: () => SlackMessage,
  deliverAnswer: () => Promise<void>,
): Promise<void> => orTell(question, client, log, (error) => messageInstead(question, elsewhere, error), deliverAnswer);

/** Opens a window; if Slack doesn't, the person gets `instead`. Rejects with the failure if even that is not possible. */
export const openOrTell = (
  who: Told,
  client: webApi.WebClient,
  log: Log,
  instead: SlackMessage,
  open: () => Promise<unknown>,
): Promise<void> => orTell(who, client, log, (error) => (isOpenAlready(error) ? OPEN_ALREADY : instead), open);

async function orTell(
  { surface, person, delivery }: Told,
  client: webApi.WebClient | undefined,
  log: Log,
  choose: (error: unknown) => SlackMessage | typeof OPEN_ALREADY | undefined,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, advice } = describeFailure(error);
    const ownLog = log.of(delivery?.logFields);
    const instead = choose(error);
    if (instead === OPEN_ALREADY) return ownLog.debug(advice, { surface, code });
    if (client === undefined || instead === undefined) throw error;
    // A person's id instead of a channel's means the conversation with that person.
    await deliver(instead, { kind: 'conversation', channel: person }, { client }).catch(() => {
      throw error;
    });
    ownLog.warn(`Told the person in a direct message. ${advice}`, { surface, code });
  }
}

/** The direct message that a person gets instead of an answer that can't be delivered where it belongs. */
function messageInstead(
  { surface, destination }: SlackQuestion,
  elsewhere: () => SlackMessage,
  error: unknown,
): SlackMessage | typeof OPEN_ALREADY | undefined {
  if (error instanceof NotSharedError) return CANNOT_SHARE_THERE;
  const failure = responseUrlFailure(error);
  // Said twice, an answer would be one too many.
  if (failure !== undefined) return surface === 'share' ? undefined : failure === 'refused' ? elsewhere() : FAILED;
  if (destination.kind === 'new modal' && isOpenAlready(error)) return OPEN_ALREADY;
  if (destination.kind === 'new modal') return isRefusal(error) ? elsewhere() : FAILED;
  const refusal = channelRefusal(error);
  return surface === 'mention' && refusal !== undefined ? CANNOT_ANSWER_THERE[refusal] : undefined;
}
