// Emulates the Web API methods the app may call, with Slack's refusals.

import { type ApiRefusal, type ApiResult, type JsonObject, refuse, stringOf } from './api-results.js';
import type { Message } from './conversations.js';
import { APP_ID, APP_TOKEN, BOT, TEAM } from './fake-ids.js';
import { lackingScope } from './manifest.js';
import type { Owner } from './oauth-installs.js';
import { node } from './rules/block-kit-node.js';
import type { WorkspaceState } from './workspace-state.js';

type ApiMethod = (args: JsonObject, owner: Owner | undefined) => ApiResult;

const MOST_UPDATED_TEXT = 4_000;

/** The methods by their names; `socketUrl` is where Socket Mode connects to. */
export function createWebApi(workspace: WorkspaceState, socketUrl: string) {
  const { conversations, views, sessions, manifest, installs } = workspace;
  /** Messages by the id that their sender gave them: under the same id none is posted again. */
  const taken = new Map<string, Message>();

  function post(args: JsonObject, fields: (channel: string) => Partial<Message> | ApiRefusal): ApiResult | Message {
    const channel = channelOf(args.channel);
    const obstacle = conversations.obstacle(channel);
    if (obstacle !== undefined) return refuse(obstacle);
    const thread = stringOf(args.thread_ts);
    if (thread !== undefined && !/^\d+\.\d{6}$/.test(thread)) return refuse('invalid_thread_ts');
    const more = fields(channel);
    if ('error' in more) return more;
    return (
      workspace.messageObjection(args) ??
      conversations.post({
        text: stringOf(args.text) ?? '',
        blocks: args.blocks,
        channel,
        user: BOT.userId,
        ...(thread === undefined ? {} : { thread }),
        ...more,
      })
    );
  }

  const methods: Readonly<Record<string, ApiMethod>> = {
    'auth.test': (_, owner) => {
      if (owner === undefined) return refuse('not_allowed_token_type');
      const { botUserId, botId, team, enterprise, isOrgWide = false } = owner;
      const place = isOrgWide ? (enterprise ?? team) : team;
      return {
        user_id: botUserId,
        bot_id: botId,
        user: BOT.name,
        team: place.name,
        team_id: place.id,
        ...(enterprise && { enterprise_id: enterprise.id }),
        is_enterprise_install: isOrgWide,
      };
    },
    'oauth.v2.access': (args) => installs.access(args),
    'apps.connections.open': () => ({ url: socketUrl }),
    'chat.postMessage': (args) => {
      const name = `${channelOf(args.channel)} ${stringOf(args.client_msg_id) ?? conversations.freshTs()}`;
      const posted = taken.get(name) ?? post(args, () => ({}));
      if (isMessage(posted)) taken.set(name, posted);
      return isMessage(posted) ? { ts: posted.ts, channel: posted.channel, message: messageOf(posted) } : posted;
    },
    'chat.postEphemeral': (args) => {
      const viewer = stringOf(args.user);
      const posted = post(args, () => (viewer === undefined ? refuse('user_not_found') : { viewer }));
      return isMessage(posted) ? { message_ts: posted.ts } : posted;
    },
    'chat.update': (args) => {
      const old = conversations.find(channelOf(args.channel), String(args.ts));
      if (old === undefined || old.viewer !== undefined) return refuse('message_not_found');
      if (old.user !== BOT.userId) return refuse('cant_update_message');
      if (String(args.text ?? '').length > MOST_UPDATED_TEXT) return refuse('msg_too_long');
      const refusal = workspace.messageObjection(args);
      if (refusal !== undefined) return refusal;
      const message = conversations.edit(old, { text: stringOf(args.text), blocks: args.blocks });
      return { ts: message.ts, channel: message.channel, text: message.text, message: messageOf(message) };
    },
    'views.open': (args) => views.open(args),
    'views.push': (args) => views.push(args),
    'views.update': (args) => views.update(args),
    'views.publish': (args) => (manifest.hasHome ? views.publish(args) : refuse('not_enabled')),
    'agents.sessions.setStatus': sessions.setStatus,
    'assistant.threads.setSuggestedPrompts': sessions.setSuggestedPrompts,
  };

  return (method: string, args: JsonObject, token: string): ApiResult => {
    const run = methods[method];
    if (run === undefined) return refuse('unknown_method');
    if (method === 'oauth.v2.access') return run(args, undefined);
    if (token === '') return refuse('not_authed');
    const owner = installs.ownerOf(token);
    if (owner === undefined && token !== APP_TOKEN) return refuse('invalid_auth');
    if (owner?.isRevoked) return refuse('account_inactive');
    if ((method === 'apps.connections.open') !== (token === APP_TOKEN)) return refuse('not_allowed_token_type');
    const needed = lackingScope(method, manifest);
    if (needed !== undefined) return { ...refuse('missing_scope'), needed, provided: manifest.scopes.join(',') };
    return run(args, owner);
  };
}

/** Posting to a person is posting to the direct conversation with that person. */
function channelOf(channel: unknown): string {
  return String(channel ?? '').replace(/^U/, 'D');
}

function isMessage(result: ApiResult | Message): result is Message {
  return !('error' in result);
}

/** A message as Slack shows it in payloads and results. */
export function messageOf({ ts, thread, user, text, blocks, isEdited }: Message): JsonObject {
  return {
    type: 'message',
    user,
    ...(user === BOT.userId ? { bot_id: BOT.botId, app_id: APP_ID } : {}),
    ts,
    text,
    team: TEAM.id,
    blocks: blocks.map(node),
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...(isEdited ? { edited: { user, ts } } : {}),
  };
}
