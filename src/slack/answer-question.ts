// Answers one Slack question, once, and records what came of it.
import { randomUUID } from 'node:crypto';
import { type Answer, answeredTopics, type Gap, isAnswered, isOutright } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import type { Question } from '../answering/question.js';
import type { Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import { neutralWords } from '../store/neutral-words.js';
import type { Asked, Store } from '../store/store.js';
import { isReadInPart } from '../understanding/text/tokenizer.js';
import { createConversationQueue } from './delivery/conversation-queue.js';
import { readableText } from './inbound/readable-text.js';
import type { SlackQuestion } from './inbound/slack-question.js';
import { FAILED, NOTHING_TO_READ, READ_IN_PART, SHARED, UNKNOWN_TOPIC } from './message/fixed-messages.js';
import { MAX_QUESTION } from './message/limits.js';
import { type MessageExtras, renderMessage, type SlackMessage } from './message/message.js';
import { writeShareValue } from './message/share-value.js';
import { failedAt } from './slack-errors.js';
import { asksToBeForgotten, forgottenMessage } from './surfaces/forget-me.js';
import type { WorkspaceBots } from './workspace-bots.js';

/** Delivers a message to the question's destination. */
export type SendMessage = (
  message: SlackMessage,
  /**
   * `receipt`: what the person who shares an answer sees · `isForAsker`: only for the person who asked · `elsewhere`: the
   * same message if it has to be sent to a different conversation.
   */
  options?: {
    readonly receipt?: SlackMessage;
    readonly isForAsker?: true;
    readonly elsewhere?: () => SlackMessage;
  },
) => Promise<void>;

/** Answers a question. Rejects only if `send` does; then the question counts as not answered. */
export type AnswerQuestion = (question: SlackQuestion, send: SendMessage) => Promise<void>;

/** What it takes to answer. */
export interface AnsweringServices {
  readonly bots: WorkspaceBots;
  readonly store: Store;
  readonly log: Log;
  readonly meter?: Meter;
}

/** Builds the function that answers the questions of all surfaces, one at a time in each conversation. */
export function createAnswerQuestion(services: AnsweringServices): AnswerQuestion {
  const { store, log } = services;
  const queue = createConversationQueue();
  return (question, send) => {
    const { workspace, conversation, key, surface, delivery } = question;
    return queue(conversation && `${workspace} ${conversation}`, async () => {
      const outcome = await store.once(workspace, key, () => answerNow(services, question, send));
      if (outcome === 'done before') log.of(delivery?.logFields).debug('Answered before', { surface });
    });
  };
}

/** Answers the question and returns what is to be recorded of it, if anything. */
async function answerNow(
  services: AnsweringServices,
  question: SlackQuestion,
  send: SendMessage,
): Promise<Asked | undefined> {
  const { bots, store, log, meter } = services;
  if (asksToBeForgotten(question)) {
    await send(forgottenMessage(await store.forget(question.workspace, question.person), question));
    // Recording this would store something again.
    return undefined;
  }
  const asked = await withContext(store, question);
  const bot = await bots.of(question.workspace);
  const answer = answerTo(bot, log, question, asked);
  if (!('outcome' in answer)) {
    await send(answer, { isForAsker: true });
    return undefined;
  }
  if (question.surface === 'share') {
    await sendShared(question, asked, answer, send);
    // It was counted when it was asked.
    return undefined;
  }
  const unanswered = answer.gap && isAskersOwn(question) ? { id: randomUUID(), ...answer.gap } : undefined;
  const tell =
    store.keepsTexts && mayBeAnsweredLater(bot, question, asked, answer) ? noteworthy(asked.text) : undefined;
  const extras: MessageExtras = {
    ...(unanswered !== undefined && { unanswered: unanswered.id }),
    ...(tell !== undefined && { tell }),
    ...(isReadInPart(asked.text ?? '') && { note: READ_IN_PART }),
  };
  const message = renderMessage(answer, { ...extras, ...sharingFor(question, asked, answer) });
  await send(message, { elsewhere: () => renderMessage(answer, extras) });
  if (meter !== undefined) count(meter, question, answer);
  if (question.settles !== undefined) await store.settle(question.workspace, question.settles);
  if (isOneOfOffered(asked, answer)) await store.settleOffered(question.workspace, question.person);
  return recordOf(question, answer, unanswered);
}

/** The question with what was said before it. A shared one brings its own. */
async function withContext(store: Store, question: SlackQuestion): Promise<Question> {
  const { workspace, conversation } = question;
  if (question.topic !== undefined) return { topic: question.topic, ...(question.full && { full: true }) };
  const context =
    question.context ?? (conversation === undefined ? undefined : await store.recall(workspace, conversation));
  return { text: question.text, ...(context && { context }) };
}

/** The bot's answer, or a fixed sentence if there is nothing to answer or the bot fails. */
function answerTo(bot: Bot, log: Log, question: SlackQuestion, asked: Question): Answer | SlackMessage {
  const { surface, delivery } = question;
  if (asked.topic !== undefined && !bot.knows(asked.topic)) return UNKNOWN_TOPIC;
  if (asked.text === '') return NOTHING_TO_READ[question.unreadable ?? 'nothing'];
  const ownLog = log.of(delivery?.logFields);
  try {
    const answer = bot.answer(asked);
    const topics = answer.parts.map(({ topic }) => topic).join();
    ownLog.debug('An answer', { surface, outcome: answer.outcome, topics });
    return answer;
  } catch (error) {
    // The bot answers every text, so this is a bug; a retry would meet it again.
    ownLog.error(`${failedAt(error)}. Please report it and include this line`, { surface, code: 'answer_failed' });
    return FAILED;
  }
}

async function sendShared(
  { person, shareTarget }: SlackQuestion,
  asked: Question,
  answer: Answer,
  send: SendMessage,
): Promise<void> {
  // In a thread the question is anyone's message, not the words of the person who shares the answer.
  const sharedBy = { person, asked: asked.text ?? '', isOwn: shareTarget?.thread === undefined };
  const receipt = renderMessage(answer, { note: SHARED, ...(shareTarget && { shareTarget }) });
  await send(renderMessage(answer, { sharedBy }), { receipt });
}

/** Whether the person was asked what they meant, and now has an answer of that: whatever words they chose it by. */
function isOneOfOffered(asked: Question, answer: Answer): boolean {
  const topics = answeredTopics(answer);
  if (asked.topic !== undefined || !asked.context?.asked || topics.length === 0) return false;
  const { offered } = asked.context;
  return topics.every((id) => offered.includes(id));
}

/** Whether there are words that the person wrote: a colleague's are answered and counted, and never noted. */
const isAskersOwn = ({ text = '', isQuoted }: SlackQuestion): boolean => text !== '' && !isQuoted;

/** Whether the person's own words, taken by themselves, are a question that someone can still answer. */
function mayBeAnsweredLater(bot: Bot, question: SlackQuestion, asked: Question, answer: Answer): boolean {
  const { gap, isByItself } = answer;
  if (gap === undefined || gap.kind === 'offered' || asked.topic !== undefined || !isAskersOwn(question)) return false;
  return asked.context === undefined || !isOutright(isByItself ? answer : bot.answer({ text: asked.text }));
}

/** The words as they may be stored. */
const noteworthy = (text = ''): string => readableText(neutralWords(text)).slice(0, MAX_QUESTION);

/** Only what came from the documents is worth everyone's time. */
const isWorthSharing = (answer: Answer): boolean => isAnswered(answer) || answer.outcome === 'passage';

/** What the buttons that lead to a shared answer need. */
function sharingFor(
  { shareTarget }: SlackQuestion,
  asked: Question,
  answer: Answer,
): Pick<MessageExtras, 'shareTarget' | 'share'> {
  const share = shareTarget && isWorthSharing(answer) ? writeShareValue({ ...asked, ...shareTarget }) : undefined;
  return { ...(shareTarget && { shareTarget }), ...(share !== undefined && { share }) };
}

function count(meter: Meter, { surface, delivery }: SlackQuestion, answer: Answer): void {
  const [topic = ''] = answeredTopics(answer);
  const receivedAt = delivery?.receivedAt ?? performance.now();
  meter.answered({ surface, outcome: answer.outcome, topic }, (performance.now() - receivedAt) / 1000);
}

function recordOf(
  question: SlackQuestion,
  answer: Answer,
  unanswered: (Gap & { readonly id: string }) | undefined,
): Asked {
  const { workspace, person, surface, conversation, text } = question;
  const { outcome, context } = answer;
  return {
    workspace,
    person,
    surface,
    outcome,
    topics: answeredTopics(answer),
    ...(conversation !== undefined && context && { conversation: { id: conversation, context } }),
    ...(unanswered !== undefined && {
      unanswered: { ...unanswered, text: noteworthy(text) },
    }),
  };
}
