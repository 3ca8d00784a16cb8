// The end of the road: hands a message over to Slack at the place where the question came from.
import type { AckFn, RespondArguments, RespondFn, types, webApi } from '@slack/bolt';
import type { Place, PrivatePlace } from '../inbound/destination.js';
import { isChart, withoutCharts } from '../message/chart.js';
import { FAILED, NOT_SHARED } from '../message/fixed-messages.js';
import type { SlackMessage } from '../message/message.js';
import { answerModal } from '../message/modal.js';
import { refusalOfRoom, refusesBlocks, refusesName } from '../slack-errors.js';
import type { Switch } from './feature-switches.js';
import { waitingForItsTurn } from './rate-limit.js';

/** The ways to Slack that a payload opens; which of them there are depends on the door. */
export interface Ways {
  /** Acknowledges a command with a message. */
  readonly ack?: AckFn<RespondArguments>;
  /** Acknowledges a form with what its window shows next. */
  readonly show?: (view: types.ModalView) => Promise<void>;
  readonly respond?: RespondFn;
  readonly client?: webApi.WebClient;
  /**
   * What is posted for it, named to Slack: the same id is posted once. Slack's reference knows it by its errors only
   * (docs.slack.dev/reference/methods/chat.postMessage, duplicate_message_not_found).
   */
  readonly postId?: string;
  /** Whether this workspace takes charts; without it none is sent. */
  readonly charts?: Switch;
}

/** Text is text: nothing in it becomes a name, a link or a preview. Named and spread last, fields are copied quickest. */
const asItStands = ({ text, blocks }: SlackMessage) => ({
  text,
  blocks,
  mrkdwn: false,
  parse: 'none' as const,
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
});

/**
 * The blocks as the text that Slack gets in the end anyway: a client that is handed objects walks through all of them
 * for a line of its own log, which took a fifth of an answer's time.
 */
const inOnePiece = (message: SlackMessage) => ({ ...asItStands(message), blocks: written(message) });

const pieces = new WeakMap<SlackMessage, string>();

/** A message that is sent again and again is written once. */
function written(message: SlackMessage): string {
  const piece = pieces.get(message) ?? JSON.stringify(message.blocks);
  pieces.set(message, piece);
  return piece;
}

/**
 * Hands the message over. Resolves once Slack has taken it, rejects when it has not. `receipt` is what the one who
 * shares an answer sees afterwards in place of the answer with the button.
 */
export async function deliver(message: SlackMessage, place: Place, ways: Ways, receipt?: SlackMessage): Promise<void> {
  switch (place.kind) {
    case 'acknowledgement':
      return acknowledge(message, ways);
    case 'response':
      return plainerIfRefused(message, ways, (content) => tellOne(content, place, ways));
    case 'conversation':
      return post(message, place, ways);
    case 'shared':
      await share(message, place, ways);
      if (receipt !== undefined) await plainerIfRefused(receipt, ways, (content) => respond(content, ways, true));
      return;
    default:
      return withoutBlocksIfRefused(message, (content) => showInModal(content, place, ways));
  }
}

/** Slack doesn't say whether it took an acknowledgement, so what it may refuse goes to the response_url instead. */
async function acknowledge(message: SlackMessage, ways: Ways): Promise<void> {
  const { ack, charts } = ways;
  if (ack === undefined) throw new Error('This payload has no acknowledgement that could hold an answer');
  if (!message.blocks.some(isChart) || charts?.isOn !== true) {
    return ack({ response_type: 'ephemeral', ...asItStands(withoutCharts(message)) });
  }
  await ack();
  await orSayFailed(ways, () => plainerIfRefused(message, ways, (content) => respond(content, ways)));
}

async function tellOne(message: SlackMessage, place: Place & { kind: 'response' }, ways: Ways): Promise<void> {
  const { replaces, within } = place;
  if (within !== undefined && (await isTakenInThread(message, within, ways))) return;
  await respond(message, ways, replaces);
}

/** A response_url puts what one person sees below the channel's last message, where nobody who reads a thread looks. */
async function isTakenInThread(
  { text, blocks }: SlackMessage,
  { channel, thread, person }: PrivatePlace,
  { client }: Ways,
): Promise<boolean> {
  if (client === undefined) return false;
  try {
    const content = { text, blocks, parse: 'none' as const, link_names: false };
    await client.chat.postEphemeral({ channel, user: person, thread_ts: thread, ...content });
    return true;
  } catch (error) {
    if (refusesBlocks(error)) throw error;
    // Where the bot is no member; the response_url works there as well.
    return false;
  }
}

/** A message for all stays one when it is replaced: who sees it is not said again. */
async function respond(message: SlackMessage, ways: Ways, replaces = false): Promise<void> {
  if (ways.respond === undefined) throw new Error('This payload has no response_url');
  const how = replaces ? { replace_original: true } : { response_type: 'ephemeral' as const, replace_original: false };
  await ways.respond({ ...how, ...asItStands(message) });
}

async function post(message: SlackMessage, place: Place & { kind: 'conversation' }, ways: Ways): Promise<void> {
  await orSayFailed(ways, () => plainerIfRefused(message, ways, (content) => postTo(place, content, ways)));
}

/** Whoever pressed a button or gave a command can still be told in private; the failure goes on to the operator. */
async function orSayFailed(ways: Ways, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (ways.respond !== undefined) await respond(FAILED, ways).catch(() => undefined);
    throw error;
  }
}

async function postTo(
  { channel, thread }: { readonly channel: string; readonly thread?: string },
  message: SlackMessage,
  { client, postId }: Ways,
): Promise<void> {
  if (client === undefined) throw new Error('This payload has no client to post with');
  const where = { channel, ...(thread !== undefined && { thread_ts: thread }) };
  const send = (named: { readonly client_msg_id?: string }) =>
    waitingForItsTurn(() => client.apiCall('chat.postMessage', { ...where, ...named, ...inOnePiece(message) }));
  if (postId === undefined) return send({});
  await send({ client_msg_id: postId }).catch((error) => (refusesName(error) ? send({}) : Promise.reject(error)));
}

/**
 * Posts for all. The response_url works in channels that the bot is no member of, but not into a thread from one of
 * its replies (docs.slack.dev/interactivity/implementing-shortcuts): there only a member can post.
 */
async function share(message: SlackMessage, place: Place & { kind: 'shared' }, ways: Ways): Promise<void> {
  const { thread, isThreaded } = place;
  const toAll = { response_type: 'in_channel', replace_original: false } as const;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const send = async (content: SlackMessage): Promise<void> => {
    if (isThreaded) await postTo(place, content, ways);
    else await ways.respond?.({ ...toAll, ...inThread, ...asItStands(content) });
  };
  try {
    await plainerIfRefused(message, ways, send);
  } catch (error) {
    const refusal = refusalOfRoom(error);
    await respond(refusal === undefined ? FAILED : NOT_SHARED[refusal], ways).catch(() => undefined);
    throw error;
  }
}

async function showInModal(message: SlackMessage, place: Place, { client, show }: Ways): Promise<void> {
  if (place.kind === 'submission') return show?.(answerModal(message, place.id));
  if (place.kind === 'modal') {
    await client?.views.update({ view_id: place.view, view: answerModal(message, place.id) });
  } else if (place.kind === 'new modal') {
    await client?.views.open({ trigger_id: place.trigger, view: answerModal(message, place.id) });
  }
}

type Send = (content: SlackMessage) => Promise<unknown>;

/** Without its charts where Slack does not take them, with everything else. */
async function plainerIfRefused(message: SlackMessage, { charts }: Ways, send: Send): Promise<void> {
  const plain = withoutCharts(message);
  if (!message.blocks.some(isChart) || charts?.isOn !== true) return withoutBlocksIfRefused(plain, send);
  try {
    await send(message);
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    await withoutBlocksIfRefused(plain, send);
    // Only now: a refusal that had nothing to do with the blocks would have met the plain message as well.
    charts.switchOff(error);
  }
}

/** Slack's rules for blocks change; an answer without its looks is better than none. */
async function withoutBlocksIfRefused(message: SlackMessage, send: Send): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    await send({ ...message, blocks: [] });
  }
}
