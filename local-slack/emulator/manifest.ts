// Reads from manifest.yml what the app was given in Slack: scopes, events, commands and shortcuts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findProjectRoot } from '../../src/config/project-root.js';
import type { Command, Shortcut } from '../shared/state.js';
import { node, nodes } from './rules/block-kit-node.js';

/** The part of the manifest by which Slack lets an app do something, or doesn't. */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
  readonly events: readonly string[];
  readonly isInteractive: boolean;
  readonly hasHome: boolean;
  readonly commands: readonly (Command & { readonly isEscaped: boolean })[];
  readonly shortcuts: readonly Shortcut[];
}

/** What an app must be allowed besides its subscription to hear of these; the other events need no scope. */
const EVENT_SCOPES: Readonly<Record<string, string>> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };

/** Reads manifest.yml; an agent's has one scope more. What lacks its scope is not there, as in Slack. */
export function readManifest(isAgent = false, file = join(findProjectRoot(), 'manifest.yml')): Manifest {
  const { display_information, features, oauth_config, settings } = node(parse(readFileSync(file, 'utf8')));
  const { slash_commands, shortcuts, app_home } = node(features);
  const scopes = list(node(node(oauth_config).scopes).bot);
  const isAllowed = (scope: string | undefined): boolean => scope === undefined || scopes.includes(scope);
  const called = (things: unknown) => (isAllowed('commands') ? nodes(things) : []);
  return {
    name: String(node(display_information).name),
    description: String(node(display_information).description),
    scopes: isAgent && !scopes.includes('assistant:write') ? [...scopes, 'assistant:write'] : scopes,
    events: list(node(node(settings).event_subscriptions).bot_events).filter((name) => isAllowed(EVENT_SCOPES[name])),
    isInteractive: node(node(settings).interactivity).is_enabled === true,
    hasHome: node(app_home).home_tab_enabled === true,
    commands: called(slash_commands).map(({ command, description, usage_hint, should_escape }) => ({
      command: String(command),
      description: String(description),
      usageHint: String(usage_hint ?? ''),
      isEscaped: should_escape === true,
    })),
    shortcuts: called(shortcuts).map(({ name, type, callback_id }) => ({
      name: String(name),
      type: type === 'message' ? 'message' : 'global',
      callbackId: String(callback_id),
    })),
  };
}

/** What each method needs; the methods that are not named need no scope of their own. */
const SCOPES: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'agents.sessions.setStatus': 'chat:write',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

/** The scope that a call of this method lacks. */
export function lackingScope(method: string, { scopes }: Manifest): string | undefined {
  const needed = SCOPES[method];
  return needed === undefined || scopes.includes(needed) ? undefined : needed;
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
