// Decides how the app gets into workspaces, by one token or by installations, and what depends on that.
import { type App, type Context, type CustomRoute, type Logger, webApi } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import type { Config, OAuthConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import type { Store } from '../../store/store.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { greetInstaller } from '../surfaces/welcome.js';
import { type Authorization, authorizeByInstallation, authorizeByToken } from './authorize.js';
import { clientOf, installRoutes } from './install-routes.js';
import { listenForUninstall } from './uninstall.js';

/** Who sees the report in the Home tab. */
export interface Admins {
  include(person: string, context: Context): boolean;
  /** The same in a sentence for the administrators. */
  readonly note: string;
}

/** How the app gets into workspaces. */
export interface Access {
  readonly authorization: Authorization;
  readonly admins: Admins;
  /** Makes calls in a workspace; undefined if the app isn't installed. Rejects while that isn't known. */
  clientFor(workspace: string): Promise<webApi.WebClient | undefined>;
  /** The pages on which workspaces install the app; none if there is one token. */
  readonly routes: CustomRoute[];
  /** Listens to Slack's events about installations; to nothing if there is one token. */
  listen(app: App): void;
}

/** What access needs. */
export interface AccessServices {
  readonly store: Store;
  readonly bot: Bot;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly logger: Logger;
  /** Lets a stop wait for this. */
  readonly track: (work: Promise<void>) => Promise<void>;
}

/** By one token if there is one, else by the stored installation of each workspace. */
export function createAccess(config: Config, services: AccessServices): Access {
  if (config.mode === 'oauth') return accessForMany(config, services);
  const client = new webApi.WebClient(config.botToken, services.clientOptions);
  return {
    authorization: authorizeByToken(config.botToken),
    admins: {
      include: (person) => config.admins.includes(person),
      note: 'Only visible to people listed in ADMINS. For reasons and comments, run npm run report.',
    },
    clientFor: async () => client,
    routes: [],
    listen: () => undefined,
  };
}

function accessForMany(config: OAuthConfig, services: AccessServices): Access {
  const { store, bot, clientOptions, log, logger, track } = services;
  const installations = store.installations(config.tokenKeys);
  const example = bot.examples[0];
  return {
    authorization: authorizeByInstallation(installations, log),
    admins: {
      include: (person, context) =>
        person === context.installer || config.admins.includes(`${workspaceIn(context)}/${person}`),
      note: 'Only visible to the person who installed the app and to administrators its operator has named.',
    },
    async clientFor(workspace) {
      const installation = await installations.find(workspace);
      return installation && clientOf(installation, clientOptions);
    },
    routes: installRoutes(config, installations, {
      clientOptions,
      log,
      logger,
      greet: (installation) =>
        void track(greetInstaller(installation, clientOf(installation, clientOptions), example, log)),
    }),
    listen: (app) => listenForUninstall(app, { installations, store, clientOptions, log }),
  };
}
