// Keeps the agent's status in each thread and the prompts it suggests.

import { type ApiResult, type JsonObject, refuse, stringOf } from './api-results.js';
import { nodes } from './rules/block-kit-node.js';

const STATUSES = ['processing', 'active', 'suspended', 'closed'];
const MOST_PROMPTS = 4;

export function createAgentSessions(isAgent: boolean) {
  const statuses = new Map<string, string[]>();
  const prompts = new Map<string, unknown>();
  return {
    setStatus({ channel_id, thread_ts, status }: JsonObject): ApiResult {
      if (!isAgent) return refuse('feature_disabled');
      if (stringOf(channel_id) === undefined || stringOf(thread_ts) === undefined)
        return refuse('invalid_arguments', ['channel_id and thread_ts are needed']);
      if (!STATUSES.includes(String(status))) return refuse('invalid_arguments', [`the status ${status}`]);
      const key = `${channel_id} ${thread_ts}`;
      statuses.set(key, [...(statuses.get(key) ?? []), String(status)]);
      return {};
    },
    setSuggestedPrompts(args: JsonObject): ApiResult {
      if (!isAgent) return refuse('feature_disabled');
      const list = nodes(args.prompts);
      if (stringOf(args.channel_id) === undefined) return refuse('invalid_arguments', ['channel_id is missing']);
      // An agent's prompts belong to the conversation; those for a thread are of the older kind of app.
      if (args.thread_ts !== undefined) return refuse('invalid_arguments', ['thread_ts is not taken of an agent']);
      if (list.length < 1 || list.length > MOST_PROMPTS)
        return refuse('invalid_arguments', [`${list.length} prompts, 1 to ${MOST_PROMPTS} are taken`]);
      if (list.some(({ title, message }) => stringOf(title) === undefined || stringOf(message) === undefined))
        return refuse('invalid_arguments', ['a prompt without title or message']);
      prompts.set(String(args.channel_id), args.prompts);
      return {};
    },
    /** Each status that this thread has had, the present one last. */
    statusesOf: (channel: string, thread: string): string[] => statuses.get(`${channel} ${thread}`) ?? [],
    promptsIn: (channel: string): unknown => prompts.get(channel),
  };
}
