// Issues response_urls, one for each interaction: five uses within 30 minutes, no membership needed.

import {
  type ApiRefusal,
  type ApiResult,
  type EmulatorClock,
  isTrue,
  type JsonObject,
  refuse,
  stringOf,
} from './api-results.js';
import type { Conversations, Message } from './conversations.js';
import { BOT } from './fake-ids.js';

const USES = 5;
const MINUTES = 30;

/** Where an interaction took place: who, in which channel, and on which message. */
export interface Origin {
  readonly user: string;
  readonly channel: string;
  readonly message?: Pick<Message, 'channel' | 'ts'>;
  /** True for a shortcut on a reply in a thread, from which Slack offers no way back into the thread. */
  readonly isOnReply?: boolean;
}

export function createResponseUrls(
  clock: EmulatorClock,
  conversations: Conversations,
  faultsOf: (message: JsonObject) => ApiRefusal | undefined,
) {
  const issued = new Map<string, Origin & { readonly at: number; uses: number }>();
  return {
    /** Gives the path of a fresh one. */
    issue(origin: Origin): string {
      const path = `/response/T00FAKETEAM/${issued.size + 1}`;
      issued.set(path, { ...origin, at: clock.now(), uses: 0 });
      return path;
    },
    use(path: string, args: JsonObject): ApiResult {
      const origin = issued.get(path);
      if (origin === undefined) return refuse('no_service', [], 404);
      if (clock.now() - origin.at > MINUTES * 60_000) return refuse('expired_url', [], 404);
      if (origin.uses >= USES) return refuse('used_url', [], 404);
      const original = origin.message && conversations.find(origin.message.channel, origin.message.ts);
      if (isTrue(args.delete_original)) {
        origin.uses += 1;
        if (original !== undefined) conversations.remove(original);
        return {};
      }
      const refusal = faultsOf(args);
      if (refusal !== undefined) return { ...refusal, status: 400 };
      origin.uses += 1;
      const content = { text: stringOf(args.text) ?? '', blocks: args.blocks };
      if (isTrue(args.replace_original) && original !== undefined) {
        conversations.edit(original, { text: content.text, blocks: content.blocks ?? [] });
        return {};
      }
      const isForAll = args.response_type === 'in_channel';
      const mayThread = isForAll && !isTrue(args.replace_original) && origin.isOnReply !== true;
      const thread = mayThread ? stringOf(args.thread_ts) : undefined;
      conversations.post({
        ...content,
        channel: origin.channel,
        user: BOT.userId,
        ...(thread === undefined ? {} : { thread }),
        ...(isForAll ? {} : { viewer: origin.user }),
      });
      return {};
    },
  };
}

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
