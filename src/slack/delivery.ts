// The end of the road: hands a message over to Slack at the place where the question came from.
import { setTimeout as pause } from 'node:timers/promises';
import type { AckFn, RespondArguments, RespondFn, webApi } from '@slack/bolt';
import { bolt } from './bolt.js';
import { refusesBlocks } from './failure.js';
import type { SlackMessage } from './message.js';
import type { Place } from './question.js';
import { FAILED } from './sentences.js';

/** The ways to Slack that a payload opens; which of them there are depends on the door. */
export interface Ways {
  readonly ack?: AckFn<RespondArguments>;
  readonly respond?: RespondFn;
  readonly client?: webApi.WebClient;
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

/** Longer waits are left to Slack, which sends the event again after a minute. */
const LONGEST_WAIT_SECONDS = 30;
const MOST_WAITS = 3;

/** Hands the message over. Resolves once Slack has taken it, rejects when it has not. */
export async function deliver(message: SlackMessage, place: Place, ways: Ways): Promise<void> {
  switch (place.kind) {
    case 'acknowledgement':
      return acknowledge(message, ways);
    case 'response':
      return withoutBlocksIfRefused(message, (content) => respond(content, ways));
    case 'conversation':
      return post(message, place, ways);
  }
}

async function acknowledge(message: SlackMessage, { ack }: Ways): Promise<void> {
  if (ack === undefined) throw new Error('This payload has no acknowledgement that could hold an answer');
  await ack({ response_type: 'ephemeral', ...asItStands(message) });
}

async function respond(message: SlackMessage, ways: Ways): Promise<void> {
  if (ways.respond === undefined) throw new Error('This payload has no response_url');
  await ways.respond({ response_type: 'ephemeral', replace_original: false, ...asItStands(message) });
}

async function post(message: SlackMessage, place: Place & { kind: 'conversation' }, ways: Ways): Promise<void> {
  const { client } = ways;
  if (client === undefined) throw new Error('This payload has no client to post with');
  const thread = place.thread === undefined ? {} : { thread_ts: place.thread };
  const send = (content: SlackMessage) =>
    waitingForItsTurn(() => client.chat.postMessage({ channel: place.channel, ...thread, ...asItStands(content) }));
  try {
    await withoutBlocksIfRefused(message, send);
  } catch (error) {
    // Whoever pressed a button can still be told in private; the failure itself goes on to the operator.
    if (ways.respond !== undefined) await respond(FAILED, ways).catch(() => undefined);
    throw error;
  }
}

/** Slack's rules for blocks change; an answer without its looks is better than none. */
async function withoutBlocksIfRefused(
  message: SlackMessage,
  send: (content: SlackMessage) => Promise<unknown>,
): Promise<void> {
  try {
    await send(message);
  } catch (error) {
    if (!refusesBlocks(error)) throw error;
    await send({ ...message, blocks: [] });
  }
}

/**
 * Waits as long as Slack asks to. Only such a refusal is tried again here: after any other failure the post may have
 * been taken, and a second try at once would double it.
 */
async function waitingForItsTurn(send: () => Promise<unknown>): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    try {
      await send();
      return;
    } catch (error) {
      const isShort = error instanceof bolt.webApi.WebAPIRateLimitedError && error.retryAfter <= LONGEST_WAIT_SECONDS;
      if (!isShort || waits === MOST_WAITS) throw error;
      await pause(error.retryAfter * 1000);
    }
  }
}
