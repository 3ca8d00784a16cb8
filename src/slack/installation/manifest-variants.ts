// Changes manifest.yml for other ways to run the app, so that there is only one manifest to maintain.
import { type Document, isSeq, type Scalar } from 'yaml';
import type { Bot } from '../../answering/bot.js';
import { AGENT_SCOPE } from './app-manifest.js';

/** Where Bolt's receiver accepts everything that Slack sends. */
const PATH = '/slack/events';

/** Where Slack sends the browser of the person who installs the app back to. */
const REDIRECT_PATH = '/slack/oauth_redirect';

/** The events that Slack sends about installations, each with its reason. */
const INSTALLATION_EVENTS = {
  app_uninstalled: 'a workspace removes the app: everything stored for it is deleted',
  tokens_revoked: 'a token no longer works: it is deleted',
} as const;

/** The number of prompts in a manifest (docs.slack.dev/reference/app-manifest). */
const MAX_PROMPTS = 4;

/** Makes the app an agent: its conversations open next to what people do in Slack, and begin with prompts. */
export function addAgent(manifest: Document, topics: Bot['topics']): void {
  const prompts = topics.slice(0, MAX_PROMPTS).map(({ title, example }) => ({ title, message: example }));
  manifest.setIn(
    ['features', 'agent_view'],
    manifest.createNode({
      agent_description: manifest.getIn(['display_information', 'description']),
      suggested_prompts: prompts,
    }),
  );
  const scope: Scalar = manifest.createNode(AGENT_SCOPE.scope);
  scope.commentBefore = ` ${AGENT_SCOPE.reason}`;
  manifest.addIn(['oauth_config', 'scopes', 'bot'], scope);
}

/** Lets Slack call the app at `base`, an address without a slash at its end, instead of being called by it. */
export function useHttp(manifest: Document, base: string): void {
  const url = `${base}${PATH}`;
  const commands = manifest.getIn(['features', 'slash_commands']);
  const count = isSeq(commands) ? commands.items.length : 0;
  for (let index = 0; index < count; index += 1) manifest.setIn(['features', 'slash_commands', index, 'url'], url);
  manifest.setIn(['settings', 'event_subscriptions', 'request_url'], url);
  manifest.setIn(['settings', 'interactivity', 'request_url'], url);
  manifest.setIn(['settings', 'socket_mode_enabled'], false);
}

/** Lets any workspace, and any organisation, install the app from `base`; goes with useHttp. */
export function useOAuth(manifest: Document, base: string): void {
  manifest.setIn(['oauth_config', 'redirect_urls'], manifest.createNode([`${base}${REDIRECT_PATH}`]));
  for (const [name, reason] of Object.entries(INSTALLATION_EVENTS)) {
    const event: Scalar = manifest.createNode(name);
    event.commentBefore = ` ${reason}`;
    manifest.addIn(['settings', 'event_subscriptions', 'bot_events'], event);
  }
  manifest.setIn(['settings', 'org_deploy_enabled'], true);
}
