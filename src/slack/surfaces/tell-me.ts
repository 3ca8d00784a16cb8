// Stores who wants to be told when a question is answered, and shows at the button that it's stored, or no longer.
import type { App, BlockAction, types, webApi } from '@slack/bolt';
import type { Log } from '../../operations/log.js';
import type { Subscriptions } from '../../store/mentors.js';
import { deliver, type ReplyMeans } from '../delivery/deliver.js';
import { deliveryIn } from '../inbound/delivery-id.js';
import type { Destination } from '../inbound/destination.js';
import { actionIn, field, text, textAt } from '../inbound/payload.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { note } from '../message/blocks.js';
import { MAX_QUESTION } from '../message/limits.js';
import { type SlackMessage, sentenceMessage } from '../message/message.js';
import { sameWindow } from '../message/modal.js';
import { hasTellButton, TELL, TELL_ACTION, tellButton, withTellButton } from '../message/tell-button.js';
import { describeFailure } from '../slack-errors.js';

const WILL_TELL = 'I’ll send you a direct message when this is answered, within 30 days.';
const WONT_TELL = 'I won’t tell you when this is answered.';
const AWAY = 'I can’t reach the stored data right now, so nothing has changed. Please try again in a moment.';

/** Takes presses of both buttons. */
export function listenForTelling(app: App, subscriptions: Subscriptions, log: Log): void {
  app.action<BlockAction>(TELL_ACTION, async ({ body, context, ack, client, respond }) => {
    await ack();
    const action = actionIn(body);
    const question = text(action, 'value') ?? '';
    if (question === '' || question.length > MAX_QUESTION) return;
    const subscription = { workspace: workspaceIn(context), person: body.user.id, question };
    const isUndo = text(action, 'action_id') === TELL.undo;
    const done = await (isUndo ? subscriptions.remove(subscription) : subscriptions.add(subscription));
    try {
      if (done) await show(body, question, isUndo, { client, respond });
      else await showFailure(body, { client, respond });
    } catch (error) {
      const { code, advice } = describeFailure(error);
      const ownLog = log.of(deliveryIn(context)?.logFields);
      ownLog.warn(`Couldn’t show whether someone will be told of an answer. ${advice}`, { surface: 'tell', code });
    }
  });
}

type Means = Pick<Required<ReplyMeans>, 'client' | 'respond'>;

/** At the button itself, unless others see it too or Slack doesn't send what is around it. */
async function show(body: BlockAction, question: string, isUndo: boolean, means: Means): Promise<void> {
  const next = tellButton(question, isUndo ? TELL.me : TELL.undo);
  if (body.view !== undefined) return updateWindow(body.view, means.client, (block) => [withTellButton(block, next)]);
  const own = ownMessage(body);
  if (own !== undefined) {
    const blocks = own.blocks.map((block) => withTellButton(block, next));
    return deliver({ text: own.text, blocks }, { kind: 'response', replaces: true }, means);
  }
  const sentence = sentenceMessage(isUndo ? WONT_TELL : WILL_TELL);
  await deliver({ ...sentence, blocks: [...sentence.blocks, ...buttons(next)] }, besideButton(body), means);
}

async function showFailure(body: BlockAction, means: Means): Promise<void> {
  if (body.view === undefined) return deliver(sentenceMessage(AWAY), besideButton(body), means);
  const isSaid = (block: types.KnownBlock) => JSON.stringify(block).includes(AWAY);
  await updateWindow(body.view, means.client, (block) => {
    if (isSaid(block)) return [];
    return hasTellButton(block) ? [block, note(AWAY)] : [block];
  });
}

const buttons = (button: types.Button | undefined): types.ActionsBlock[] =>
  button === undefined ? [] : [{ type: 'actions', elements: [button] }];

/** The message with the button, if it's the person's own conversation with the bot; Slack sends no private one. */
function ownMessage(body: BlockAction): SlackMessage | undefined {
  const channel = textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id') ?? '';
  const message = field(body, 'message');
  const blocks = field(message, 'blocks');
  if (!channel.startsWith('D') || !Array.isArray(blocks)) return undefined;
  return { text: text(message, 'text') ?? '', blocks };
}

/** Where only this person sees it. */
function besideButton(body: BlockAction): Destination {
  const channel = textAt(body, 'container', 'channel_id') ?? textAt(body, 'channel', 'id');
  const thread = textAt(body, 'container', 'thread_ts') ?? textAt(body, 'message', 'thread_ts');
  const isInThread = channel !== undefined && thread !== undefined;
  return { kind: 'response', ...(isInThread && { inThread: { channel, thread, person: body.user.id } }) };
}

async function updateWindow(
  view: NonNullable<BlockAction['view']>,
  client: webApi.WebClient,
  change: (block: types.KnownBlock) => types.KnownBlock[],
): Promise<void> {
  await client.views.update({ view_id: view.id, hash: view.hash, view: sameWindow(view, change) });
}
