// Delivers a message to Slack at its destination: as an acknowledgement, a response, a post or a window.
import type { AckFn, RespondArguments, RespondFn, types, webApi } from '@slack/bolt';
import type { Destination, PrivateThread } from '../inbound/destination.js';
import { CANNOT_SHARE, FAILED } from '../message/fixed-messages.js';
import type { SlackMessage } from '../message/message.js';
import { answerModal } from '../message/modal.js';
import { NEWER_BLOCKS, type NewerBlock } from '../message/simpler-messages.js';
import {
  channelRefusal,
  isDeadResponseUrl,
  NoResponseUrlError,
  refusesBlocks,
  refusesPostId,
} from '../slack-errors.js';
import type { Feature, FeatureSwitch } from './feature-switches.js';
import { retryWhenRateLimited } from './rate-limit.js';

/** The ways a payload gives to reply; which of them exist depends on the surface. */
export interface ReplyMeans {
  /** Acknowledges a command with a message. */
  readonly ack?: AckFn<RespondArguments>;
  /** Acknowledges a form with what its window shows next. */
  readonly show?: (view: types.ModalView) => Promise<void>;
  readonly respond?: RespondFn;
  readonly client?: webApi.WebClient;
  /**
   * Identifies what is posted to Slack, which posts the same id once. Slack's reference mentions it in its errors only
   * (docs.slack.dev/reference/methods/chat.postMessage, duplicate_message_not_found).
   */
  readonly postId?: string;
  /** Finds out whether this workspace takes newer blocks; without it none is sent. */
  readonly switchOf?: (feature: Feature) => FeatureSwitch;
}

/** An answer couldn't be shared, and the person couldn't be told where they clicked; the cause says why. */
export class NotSharedError extends Error {}

/** Text is plain: nothing in it becomes a name, a link or a preview. */
const asPlainContent = ({ text, blocks }: SlackMessage) => ({
  text,
  blocks,
  mrkdwn: false,
  parse: 'none' as const,
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
});

/**
 * Delivers a message. Resolves once Slack has accepted it, rejects if it hasn't. `receipt` is what the person who shares
 * an answer then sees in place of the answer with the button.
 */
export async function deliver(
  message: SlackMessage,
  destination: Destination,
  means: ReplyMeans,
  receipt?: SlackMessage,
): Promise<void> {
  switch (destination.kind) {
    case 'acknowledgement':
      return acknowledge(message, means);
    case 'response':
      return plainerIfRefused(message, means, (content) => respondToOne(content, destination, means));
    case 'conversation':
      return post(message, destination, means);
    case 'shared':
      await share(message, destination, means);
      if (receipt !== undefined) await confirm(receipt, means);
      return;
    default:
      return withoutBlocksIfRefused(message, (content) => showInModal(content, destination, means));
  }
}

/**
 * Slack doesn't say whether it took an acknowledgement, so blocks that it might refuse go to the response_url instead,
 * until it has taken such blocks in this workspace.
 */
async function acknowledge(message: SlackMessage, means: ReplyMeans): Promise<void> {
  const { ack, switchOf } = means;
  if (ack === undefined) throw new Error('This payload has no acknowledgement that could hold an answer');
  const { content, newer } = withTakenBlocks(message, means);
  if (newer.every(({ feature }) => switchOf?.(feature).isProven))
    return ack({ response_type: 'ephemeral', ...asPlainContent(content) });
  await ack();
  await plainerIfRefused(message, means, (content) => respond(content, means));
}

async function respondToOne(
  message: SlackMessage,
  { replaces, inThread }: Destination & { kind: 'response' },
  means: ReplyMeans,
): Promise<void> {
  if (inThread !== undefined && (await isPostedInThread(message, inThread, means))) return;
  await respond(message, means, replaces);
}

/** A response_url shows a private message below the channel's last message, where a reader of a thread doesn't see it. */
async function isPostedInThread(
  { text, blocks }: SlackMessage,
  { channel, thread, person }: PrivateThread,
  { client }: ReplyMeans,
): Promise<boolean> {
  if (client === undefined) return false;
  try {
    const content = { text, blocks, parse: 'none' as const, link_names: false };
    await client.chat.postEphemeral({ channel, user: person, thread_ts: thread, ...content });
    return true;
  } catch (error) {
    if (refusesBlocks(error)) throw error;
    // The bot isn't a member there; the response_url works anyway.
    return false;
  }
}

/** A message for everyone stays one when it's replaced, so who can see it isn't repeated. */
async function respond(message: SlackMessage, means: ReplyMeans, replaces = false): Promise<void> {
  if (means.respond === undefined) throw new NoResponseUrlError();
  const how = replaces ? { replace_original: true } : { response_type: 'ephemeral' as const, replace_original: false };
  await means.respond({ ...how, ...asPlainContent(message) });
}

async function post(
  message: SlackMessage,
  destination: Destination & { kind: 'conversation' },
  means: ReplyMeans,
): Promise<void> {
  await orSayFailed(means, () => plainerIfRefused(message, means, (content) => postTo(destination, content, means)));
}

/** A person who clicked a button or gave a command can still be told privately; the failure is logged. */
async function orSayFailed(means: ReplyMeans, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (means.respond !== undefined) await respond(FAILED, means).catch(() => undefined);
    throw error;
  }
}

async function postTo(
  { channel, thread }: { readonly channel: string; readonly thread?: string },
  message: SlackMessage,
  { client, postId }: ReplyMeans,
): Promise<void> {
  if (client === undefined) throw new Error('This payload has no client to post with');
  const where = { channel, ...(thread !== undefined && { thread_ts: thread }) };
  const send = (id: { readonly client_msg_id?: string }) =>
    retryWhenRateLimited(() => client.chat.postMessage({ ...where, ...id, ...asPlainContent(message) }));
  if (postId === undefined) return send({});
  await send({ client_msg_id: postId }).catch((error) => (refusesPostId(error) ? send({}) : Promise.reject(error)));
}

/**
 * Posts for everyone. The response_url works in channels where the bot isn't a member, but not from a reply into its thread
 * (docs.slack.dev/interactivity/implementing-shortcuts): only a member can post there.
 */
async function share(
  message: SlackMessage,
  destination: Destination & { kind: 'shared' },
  means: ReplyMeans,
): Promise<void> {
  const { thread, isThreaded } = destination;
  const forEveryone = { response_type: 'in_channel', replace_original: false } as const;
  const inThread = thread === undefined ? {} : { thread_ts: thread };
  const send = async (content: SlackMessage): Promise<void> => {
    if (isThreaded) await postTo(destination, content, means);
    else if (means.respond === undefined) throw new NoResponseUrlError();
    else await means.respond({ ...forEveryone, ...inThread, ...asPlainContent(content) });
  };
  try {
    await plainerIfRefused(message, means, send);
  } catch (error) {
    const refusal = channelRefusal(error);
    const isTold = await respond(refusal === undefined ? FAILED : CANNOT_SHARE[refusal], means).then(
      () => true,
      () => false,
    );
    if (isTold || isThreaded || !isDeadResponseUrl(error)) throw error;
    // A member can post without a response_url.
    await plainerIfRefused(message, means, (content) => postTo(destination, content, means)).catch(() => {
      throw new NotSharedError('The answer was not shared, and nobody was told', { cause: error });
    });
  }
}

/** If the response_url is dead, the person sees the answer in the channel, and no receipt. */
async function confirm(receipt: SlackMessage, means: ReplyMeans): Promise<void> {
  await plainerIfRefused(receipt, means, (content) => respond(content, means, true)).catch((error) => {
    if (!isDeadResponseUrl(error)) throw error;
  });
}

async function showInModal(
  message: SlackMessage,
  destination: Destination,
  { client, show }: ReplyMeans,
): Promise<void> {
  if (destination.kind === 'submission') return show?.(answerModal(message, destination.id));
  if (destination.kind === 'modal') {
    await client?.views.update({ view_id: destination.view, view: answerModal(message, destination.id) });
  } else if (destination.kind === 'new modal') {
    await client?.views.open({ trigger_id: destination.trigger, view: answerModal(message, destination.id) });
  }
}

type Send = (content: SlackMessage) => Promise<unknown>;

/** The message without the newer blocks that this workspace doesn't take, and those that are left in it. */
function withTakenBlocks(message: SlackMessage, { switchOf }: ReplyMeans) {
  let content = message;
  const newer: NewerBlock[] = [];
  for (const kind of NEWER_BLOCKS.filter(({ type }) => message.blocks.some((block) => block.type === type)))
    if (switchOf?.(kind.feature).isOn) newer.push(kind);
    else content = kind.without(content);
  return { content, newer };
}

/** What a message is sent without, the fewest first: nothing, one kind of newer block, all of them. */
const listLosses = (newer: readonly NewerBlock[]): readonly (readonly NewerBlock[])[] => [
  [],
  ...newer.map((kind) => [kind]),
  ...(newer.length > 1 ? [newer] : []),
];

/** Without the newer blocks that Slack refuses, and only those; Slack's rules change, so a plain answer comes last. */
async function plainerIfRefused(message: SlackMessage, means: ReplyMeans, send: Send): Promise<void> {
  const { content, newer } = withTakenBlocks(message, means);
  let refusal: unknown;
  for (const lost of listLosses(newer)) {
    try {
      await send(lost.reduce((rest, kind) => kind.without(rest), content));
      for (const { feature } of newer.filter((kind) => !lost.includes(kind))) means.switchOf?.(feature).prove();
      for (const { feature } of lost) means.switchOf?.(feature).switchOff(refusal);
      return;
    } catch (error) {
      if (!refusesBlocks(error)) throw error;
      refusal = error;
    }
  }
  await send({ ...message, blocks: [] });
}

/** A plain answer is better than none. */
async function withoutBlocksIfRefused(message: SlackMessage, send: Send): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    await send({ ...message, blocks: [] });
  }
}
