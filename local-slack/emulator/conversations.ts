// Stores messages: those that everyone sees, and those that one person sees.

import type { EmulatorClock } from './api-results.js';
import { withIds } from './block-ids.js';
import { BOT } from './fake-ids.js';
import type { BlockKitNode } from './rules/block-kit-node.js';

/** A message as it is now. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** The `ts` of the message that began its thread. */
  readonly thread?: string;
  /** Who wrote it. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly BlockKitNode[];
  /** The one person who sees it; absent where all do. */
  readonly viewer?: string;
  readonly isEdited: boolean;
}

export type NewMessage = Omit<Message, 'ts' | 'isEdited' | 'blocks'> & {
  readonly blocks?: unknown;
  readonly ts?: string;
};
export type MessageContent = { readonly text?: string | undefined; readonly blocks?: unknown };

/** `changed` hears of each message as it is posted or edited. */
export function createConversations(clock: EmulatorClock, changed: (message: Message) => void = () => undefined) {
  let messages: readonly Message[] = [];
  const left = new Set<string>();
  const archived = new Set<string>();
  let count = 0;

  const freshTs = (): string => {
    count += 1;
    return `${Math.floor(clock.now() / 1000)}.${String(500_000 + count)}`;
  };
  const find = (channel: string, ts: string): Message | undefined =>
    messages.find((message) => message.channel === channel && message.ts === ts);

  return {
    freshTs,
    /** The bot is no member of this channel from now on. */
    leave: (channel: string) => void left.add(channel),
    join: (channel: string) => void left.delete(channel),
    archive: (channel: string) => void archived.add(channel),
    /** Why the bot cannot post there, in Slack's words. */
    obstacle(channel: string): string | undefined {
      if (!/^[CDG][A-Z0-9]{6,}$/.test(channel)) return 'channel_not_found';
      if (archived.has(channel)) return 'is_archived';
      return left.has(channel) ? 'not_in_channel' : undefined;
    },
    post({ blocks, ts = freshTs(), ...fields }: NewMessage): Message {
      const message = { ...fields, ts, blocks: withIds(blocks), isEdited: false };
      messages = [...messages, message];
      changed(message);
      return message;
    },
    find,
    /** Puts this in the message's place; blocks that are not named stay. */
    edit(old: Message, { text = old.text, blocks }: MessageContent): Message {
      const edited = { ...old, text, blocks: blocks === undefined ? old.blocks : withIds(blocks), isEdited: true };
      messages = messages.map((message) => (message === old ? edited : message));
      changed(edited);
      return edited;
    },
    remove(old: Message): void {
      messages = messages.filter((message) => message !== old);
    },
    /** What the bot has said to everyone in this channel, or in one of its threads. */
    messagesIn: (channel: string, thread?: string): Message[] =>
      messages.filter(
        (message) =>
          message.channel === channel &&
          message.user === BOT.userId &&
          message.viewer === undefined &&
          (thread === undefined || message.thread === thread),
      ),
    /** The message with this ts, in any conversation. */
    findAnywhere: (ts: string): Message | undefined => messages.find((message) => message.ts === ts),
    /** What this person sees in this channel: what is there for all, and what is there for this person. */
    seenBy: (user: string, channel: string): Message[] =>
      messages.filter((message) => message.channel === channel && (message.viewer ?? user) === user),
    /** What only this person sees. */
    ephemeralsFor: (user: string): Message[] => messages.filter(({ viewer }) => viewer === user),
  };
}

export type Conversations = ReturnType<typeof createConversations>;
