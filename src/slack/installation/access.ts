// Beside the road: how the app gets into workspaces, by one token or by installations, and what hangs on that.
import type { App, Context, CustomRoute, Logger, webApi } from '@slack/bolt';
import type { Bot } from '../../answering/bot.js';
import type { Config, OAuthConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import type { Store } from '../../store/store.js';
import { workspaceIn } from '../inbound/workspace-id.js';
import { greetInstaller } from '../surfaces/welcome.js';
import { type Identities, ofInstallations, ofToken } from './authorize.js';
import { clientOf, installRoutes } from './install-routes.js';
import { listenForUninstall } from './uninstall.js';

/** Who sees the report in the Home. */
export interface Admins {
  include(person: string, context: Context): boolean;
  /** The same in a sentence for those who do. */
  readonly note: string;
}

export interface Access {
  readonly identities: Identities;
  readonly admins: Admins;
  /** The pages of installing the app, where many workspaces may. */
  readonly routes: CustomRoute[];
  /** Listens to what Slack tells of installations; nothing where there is one token. */
  listen(app: App): void;
}

export interface AccessSurroundings {
  readonly store: Store;
  readonly bot: Bot;
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly logger: Logger;
  /** Lets a stop wait for this. */
  readonly finish: (work: Promise<void>) => Promise<void>;
}

/** By one token where there is one, else by what is stored of each workspace. */
export function createAccess(config: Config, around: AccessSurroundings): Access {
  if (config.mode === 'oauth') return forMany(config, around);
  return {
    identities: ofToken(config.botToken),
    admins: {
      include: (person) => config.admins.includes(person),
      note: 'Only those named in ADMINS see this. “npm run report” tells more, reasons and comments as well.',
    },
    routes: [],
    listen: () => undefined,
  };
}

function forMany(config: OAuthConfig, around: AccessSurroundings): Access {
  const { store, bot, clientOptions, log, logger, finish } = around;
  const installations = store.installations(config.tokenKeys);
  const example = bot.topics[0]?.example;
  return {
    identities: ofInstallations(installations, log),
    admins: {
      include: (person, context) =>
        person === context.installer || config.admins.includes(`${workspaceIn(context)}/${person}`),
      note: 'Only whoever installed the app sees this, and those named by whoever runs it.',
    },
    routes: installRoutes(config, installations, {
      clientOptions,
      log,
      logger,
      greet: (installation) =>
        void finish(greetInstaller(installation, clientOf(installation, clientOptions), example, log)),
    }),
    listen: (app) => listenForUninstall(app, { installations, store, clientOptions, log }),
  };
}
