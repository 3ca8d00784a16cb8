// The road itself: one SlackQuestion, one answer, one message handed over, once.
import type { Answer } from '../answer.js';
import type { Bot } from '../bot.js';
import type { Answered } from './answered.js';
import { placeInProgram } from './failure.js';
import type { Log } from './logger.js';
import { renderMessage, type SlackMessage } from './message.js';
import type { SlackQuestion } from './question.js';
import { FAILED, UNKNOWN_TOPIC } from './sentences.js';

/** Takes a question to its answer. Rejects only when `handOver` does; then the question counts as not answered. */
export type Road = (question: SlackQuestion, handOver: (message: SlackMessage) => Promise<void>) => Promise<void>;

/** Builds the road that all doors share. */
export function createRoad(bot: Bot, answered: Answered, log: Log): Road {
  // The same answer looks the same; a bot that remembers its answers gets its messages remembered too.
  const messages = new WeakMap<Answer, SlackMessage>();
  const topics = new Set(bot.topics.map(({ topic }) => topic));

  const messageFor = (question: SlackQuestion): SlackMessage => {
    if (question.topic !== undefined && !topics.has(question.topic)) return UNKNOWN_TOPIC;
    try {
      const answer = bot.answer(question);
      log.debug(`door="${question.door}" outcome=${answer.outcome} topics=${answer.parts.map(({ topic }) => topic)}`);
      const message = messages.get(answer) ?? renderMessage(answer);
      messages.set(answer, message);
      return message;
    } catch (error) {
      // The bot answers every text, so this is a fault of the program; a retry would meet it again.
      log.error(`door="${question.door}" code=answer_failed ${placeInProgram(error)}. Please report it with this line`);
      return FAILED;
    }
  };

  return async (question, handOver) => {
    const work = (): Promise<void> => handOver(messageFor(question));
    if (question.key === undefined) return work();
    const outcome = await answered.once(question.key, work);
    if (outcome === 'done before') log.debug(`door="${question.door}" answered before`);
  };
}
