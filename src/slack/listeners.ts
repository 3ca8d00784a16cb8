// Listens on every surface and passes questions to answerQuestion; manifest.yml declares the same.
import { randomUUID } from 'node:crypto';
import type { App, Context } from '@slack/bolt';
import type { Log } from '../operations/log.js';
import type { Meter } from '../operations/meter.js';
import type { AnswerQuestion, SendMessage } from './answer-question.js';
import { ANSWER_MESSAGE, ASK_FORM, ASK_QUESTION, COMMAND } from './app-ids.js';
import { deliver, type ReplyMeans } from './delivery/deliver.js';
import type { FeatureSwitches } from './delivery/feature-switches.js';
import { postIdFor } from './delivery/post-id.js';
import { openOrTell, withPrivateFallback } from './delivery/private-fallback.js';
import { deliveryIn } from './inbound/delivery-id.js';
import type { Destination } from './inbound/destination.js';
import { questionInputId, readQuestion, whoseMention } from './inbound/read-question.js';
import type { SlackQuestion } from './inbound/slack-question.js';
import { workspaceIn } from './inbound/workspace-id.js';
import { ASKING_ACTION } from './message/buttons.js';
import { EMPTY_QUESTION, LONG_QUESTION, NOT_OPENED } from './message/fixed-messages.js';
import { MAX_QUESTION } from './message/limits.js';
import { askModal } from './message/modal.js';
import type { WhileAnswering } from './surfaces/agent.js';

/** What listening needs besides the answers. */
export interface ListenerServices {
  readonly log: Log;
  readonly switches: FeatureSwitches;
  readonly meter?: Meter;
  /** Set if the app is an agent. */
  readonly whileAnswering?: WhileAnswering;
}

/** Registers one listener for each surface. */
export function listenForQuestions(app: App, answerQuestion: AnswerQuestion, services: ListenerServices): void {
  const answer = async (body: unknown, context: Context, means: ReplyMeans): Promise<void> => {
    const question = questionIn(body, context, services);
    if (question !== undefined) await answerQuestion(question, sendTo(question, means, services));
  };

  app.command(COMMAND, ({ body, context, ack, client, respond }) => answer(body, context, { ack, client, respond }));
  app.event('app_mention', ({ event, body, context, client }) => {
    const author = whoseMention(event);
    if (author === 'person') return answer(body, context, { client });
    services.meter?.ignored(author);
    return Promise.resolve();
  });
  app.message(({ body, context, client }) => answer(body, context, { client }));
  // Slack never sends a shortcut or a clicked button again, so acknowledging them at once loses nothing.
  app.shortcut(ANSWER_MESSAGE, async ({ body, context, ack, client, respond }) => {
    await ack();
    await answer(body, context, { client, respond });
  });
  app.action(ASKING_ACTION, async ({ body, context, ack, client, respond }) => {
    await ack();
    await answer(body, context, { client, respond });
  });
  app.shortcut(ASK_QUESTION, async ({ body, context, ack, client }) => {
    await ack();
    const delivery = deliveryIn(context);
    const who = { surface: 'form', person: body.user.id, ...(delivery && { delivery }) } as const;
    await openOrTell(who, client, services.log, NOT_OPENED.form, () =>
      client.views.open({ trigger_id: body.trigger_id, view: askModal(randomUUID()) }),
    );
  });
  app.view(ASK_FORM.callback, async ({ body, context, ack }) => {
    const problem = problemIn(questionIn(body, context, services)?.text ?? '');
    if (problem !== undefined) await ack({ response_action: 'errors', errors: { [questionInputId(body)]: problem } });
    else await answer(body, context, { show: (view) => ack({ response_action: 'update', view }) });
  });
}

function questionIn(body: unknown, context: Context, { whileAnswering }: ListenerServices): SlackQuestion | undefined {
  const question = readQuestion(body, {
    team: workspaceIn(context),
    ...(context.botUserId !== undefined && { userId: context.botUserId }),
    ...(whileAnswering !== undefined && { isAgent: true }),
  });
  const delivery = deliveryIn(context);
  const isInstaller = question !== undefined && context.installer === question.person;
  return question && { ...question, ...(delivery && { delivery }), ...(isInstaller && { isInstaller }) };
}

/** Delivers to the question's destination, with an agent's status around it and a direct message as the fallback. */
function sendTo(question: SlackQuestion, means: ReplyMeans, services: ListenerServices): SendMessage {
  const { destination, workspace, key } = question;
  const { log, switches, whileAnswering } = services;
  const switchOf: ReplyMeans['switchOf'] = (feature) => switches(feature, workspace);
  const ownMeans = { ...means, switchOf, ...(key !== undefined && { postId: postIdFor(key) }) };
  return (message, { receipt, isForAsker, elsewhere = () => message } = {}) => {
    const to = isForAsker ? toAskerOnly(destination, means) : destination;
    const send = () =>
      withPrivateFallback(question, means.client, log, elsewhere, () => deliver(message, to, ownMeans, receipt));
    return whileAnswering === undefined ? send() : whileAnswering(question, means.client, send);
  };
}

/** Only to the person who asked, if Slack gives a way to; the message with the button stays as it is. */
function toAskerOnly(destination: Destination, { respond }: ReplyMeans): Destination {
  const isPrivate = ['acknowledgement', 'modal', 'new modal'].includes(destination.kind);
  if (respond === undefined || isPrivate) return destination;
  const inThread = destination.kind === 'response' ? destination.inThread : undefined;
  return { kind: 'response', ...(inThread && { inThread }) };
}

function problemIn(asked: string): string | undefined {
  if (asked === '') return EMPTY_QUESTION;
  return asked.length > MAX_QUESTION ? LONG_QUESTION : undefined;
}
