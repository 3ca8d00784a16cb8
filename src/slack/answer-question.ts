// The road itself: one SlackQuestion, one answer, one message handed over, once; and what of it is kept.

import { randomUUID } from 'node:crypto';
import type { Answer } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import type { Question } from '../answering/question.js';
import type { Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import type { Asked, Store } from '../store/store.js';
import { isReadInPart } from '../understanding/text/tokenizer.js';
import { createTurns } from './delivery/conversation-queue.js';
import type { SlackQuestion } from './inbound/read-question.js';
import { FAILED, NOTHING_TO_ANSWER, READ_IN_PART, SHARED, UNKNOWN_TOPIC } from './message/fixed-messages.js';
import { MAX_QUESTION } from './message/limits.js';
import { type Extras, renderMessage, type SlackMessage } from './message/message.js';
import { writeShared } from './message/share-value.js';
import { placeInProgram } from './slack-errors.js';
import { asksToBeForgotten, forgottenMessage } from './surfaces/forget-me.js';

/** Hands a message over. */
export type HandOver = (
  message: SlackMessage,
  /** `receipt`: what the one who shares it sees · `isForOne`: a word to the one who pressed, wherever answers go. */
  how?: { readonly receipt?: SlackMessage; readonly isForOne?: true },
) => Promise<void>;

/** Takes a question to its answer. Rejects only when `handOver` does; then the question counts as not answered. */
export type Road = (question: SlackQuestion, handOver: HandOver) => Promise<void>;

/** Builds the road that all doors share. */
export function createRoad(bot: Bot, store: Store, log: Log, meter?: Meter): Road {
  const topics = new Set(bot.topics.map(({ topic }) => topic));
  const inTurn = createTurns();

  const answerTo = (question: SlackQuestion, asked: Question): Answer | SlackMessage => {
    if (asked.topic !== undefined && !topics.has(asked.topic)) return UNKNOWN_TOPIC;
    if (asked.topic === undefined && asked.text === '') return NOTHING_TO_ANSWER;
    const own = log.of(question.arrival?.names);
    try {
      const answer = bot.answer(asked);
      const topics = answer.parts.map(({ topic }) => topic).join();
      own.debug('An answer', { door: question.door, outcome: answer.outcome, topics });
      return answer;
    } catch (error) {
      // The bot answers every text, so this is a fault of the program; a retry would meet it again.
      const place = placeInProgram(error);
      own.error(`${place}. Please report it with this line`, { door: question.door, code: 'answer_failed' });
      return FAILED;
    }
  };

  const takeOnce = async (question: SlackQuestion, handOver: HandOver): Promise<Asked | undefined> => {
    if (asksToBeForgotten(question)) {
      await handOver(forgottenMessage(await store.forget(question.workspace, question.person), question.door));
      // To note this would be to keep something after all.
      return undefined;
    }
    const asked = await leanOn(store, question);
    const answer = answerTo(question, asked);
    if (!('outcome' in answer)) {
      await handOver(answer, { isForOne: true });
      return undefined;
    }
    if (question.door === 'share') {
      const { person, shareable } = question;
      // In a thread the question is somebody's message, not the words of the one who shares the answer to it.
      const sharedBy = { person, asked: asked.text, isOwn: shareable?.thread === undefined };
      const receipt = renderMessage(answer, { note: SHARED, ...(shareable && { shareable }) });
      await handOver(renderMessage(answer, { sharedBy }), { receipt });
      // It was counted when it was asked.
      return undefined;
    }
    const unanswered = isUnanswered(answer) && asked.text !== '' ? randomUUID() : undefined;
    await handOver(renderMessage(answer, extrasFor(question, asked, answer, unanswered)));
    if (meter !== undefined) count(meter, question, answer);
    if (question.settles !== undefined) await store.settle(question.workspace, question.settles);
    return record(question, answer, unanswered);
  };

  const take: Road = async (question, handOver) => {
    const outcome = await store.once(question.workspace, question.key, () => takeOnce(question, handOver));
    if (outcome === 'done before') log.of(question.arrival?.names).debug('Answered before', { door: question.door });
  };

  return (question, handOver) => {
    const { workspace, conversation } = question;
    const own = conversation === undefined ? undefined : `${workspace} ${conversation}`;
    return inTurn(own, () => take(question, handOver));
  };
}

/** The question with what was said before it. One that is shared brings its own. */
async function leanOn(store: Store, question: SlackQuestion): Promise<Question> {
  const { workspace, text, topic, full, conversation } = question;
  const context =
    question.context ?? (conversation === undefined ? undefined : await store.recall(workspace, conversation));
  return { text, ...(topic !== undefined && { topic }), ...(full && { full }), ...(context && { context }) };
}

const isUnanswered = ({ outcome }: Answer): boolean => outcome === 'decline' || outcome === 'suggest';

/** Only what came from the documents is worth everybody's time. */
const isWorthSharing = ({ outcome }: Answer): boolean => outcome === 'answer' || outcome === 'passage';

function extrasFor(
  { shareable }: SlackQuestion,
  asked: Question,
  answer: Answer,
  unanswered: string | undefined,
): Extras {
  const share = shareable && isWorthSharing(answer) ? writeShared({ ...asked, ...shareable }) : undefined;
  return {
    ...(shareable && { shareable }),
    ...(share !== undefined && { share }),
    ...(unanswered !== undefined && { unanswered }),
    ...(isReadInPart(asked.text) && { note: READ_IN_PART }),
  };
}

function count(meter: Meter, { door, arrival }: SlackQuestion, { outcome, parts }: Answer): void {
  const topic = outcome === 'answer' ? (parts[0]?.topic ?? '') : '';
  const arrivedAt = arrival?.at ?? performance.now();
  meter.answered({ door, outcome, topic }, (performance.now() - arrivedAt) / 1000);
}

function record(question: SlackQuestion, answer: Answer, unanswered: string | undefined): Asked {
  const { workspace, person, door, conversation, text } = question;
  const { outcome, context } = answer;
  return {
    workspace,
    person,
    door,
    outcome,
    topics: outcome === 'answer' ? answer.parts.map(({ topic }) => topic) : [],
    ...(conversation !== undefined && context && { conversation: { id: conversation, context } }),
    ...(unanswered !== undefined && { unanswered: { id: unanswered, text: text.slice(0, MAX_QUESTION) } }),
  };
}
