// Beside the road: how a workspace installs the app, by Bolt's own InstallProvider; what comes of it is stored.
import type { ServerResponse } from 'node:http';
import type { Installation as BoltInstallation, CustomRoute, Logger, webApi } from '@slack/bolt';
import type { CallbackOptions } from '@slack/oauth';
import type { OAuthConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import { type Installation, InstallationFault, type Installations } from '../../store/installations.js';
import { bolt, oauth } from '../bolt.js';
import { describeFailure } from '../slack-errors.js';
import { type AppManifest, readAppManifest } from './app-manifest.js';
import { installPage, NOT_INSTALLED, sendInstalled, sendNotInstalled, setHeaders } from './install-pages.js';

export interface InstallSurroundings {
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly logger: Logger;
  /** Hears of a workspace that had not installed the app before. */
  readonly greet: (installation: Installation) => void;
}

/** Refusals that mean: this code was used before, or is too old. */
const STALE: readonly string[] = [
  'slack_oauth_missing_state',
  'slack_oauth_invalid_state',
  'slack_oauth_missing_code',
  'invalid_code',
  'code_already_used',
];

/** The pages at /slack/install and, for those who come back from Slack, /slack/oauth_redirect. */
export function installRoutes(
  config: OAuthConfig,
  installations: Installations,
  surroundings: InstallSurroundings,
): CustomRoute[] {
  const manifest = readAppManifest(config.isAgent);
  const installer = createInstaller(config, installations, manifest, surroundings);
  const { log } = surroundings;
  const callbacks = callbacksFor(manifest, log);
  const scopes = manifest.permissions.map(({ scope }) => scope);
  return [
    {
      path: '/slack/install',
      method: 'GET',
      handler(request, response) {
        setHeaders(response);
        installer.handleInstallPath(request, response, undefined, { scopes }).catch(giveUp(response, log));
      },
    },
    {
      path: '/slack/oauth_redirect',
      method: 'GET',
      handler(request, response) {
        installer.handleCallback(request, response, callbacks).catch(giveUp(response, log));
      },
    },
  ];
}

/** A request that nobody foresaw must not end the process, as a rejection that nobody waits for would. */
const giveUp =
  (response: ServerResponse, log: Log) =>
  (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.error(advice, { door: 'install', code });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  };

function createInstaller(
  { clientId, clientSecret, stateSecret, apiUrl }: OAuthConfig,
  installations: Installations,
  manifest: AppManifest,
  { clientOptions, log, logger, greet }: InstallSurroundings,
) {
  return new oauth.InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    clientOptions,
    ...(apiUrl !== undefined && { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    renderHtmlForInstallPath: (url) => installPage(manifest, url),
    // What fails is told once, by the callback, and with what to do.
    logger: { ...logger, error: (first, ...more) => first instanceof Error || logger.error(first, ...more) },
    installationStore: {
      async storeInstallation(installed) {
        const installation = readInstallation(installed);
        const times = await installations.save(installation);
        log.info(`The app was installed ${times === 'first' ? 'in' : 'again in'} ${installation.workspace}`);
        if (times === 'first') greet(installation);
      },
      fetchInstallation: () => Promise.reject(new Error('Installations are looked up by authorize')),
    },
  });
}

function callbacksFor(manifest: AppManifest, log: Log): CallbackOptions {
  return {
    success({ team, enterprise, appId }, _options, _request, response) {
      const { id = '', name } = team ?? enterprise ?? {};
      const link = `https://slack.com/app_redirect?${new URLSearchParams({ app: appId ?? '', team: id })}`;
      sendInstalled(response, manifest, name ?? 'your workspace', link);
    },
    failure(error, _options, request, response) {
      const { code, advice } = describeFault(error);
      const isDeclined = /[?&]error=access_denied(&|$)/.test(request.url ?? '');
      const why = isDeclined ? 'declined' : STALE.includes(code) ? 'stale' : 'failed';
      if (why === 'failed') log.error(advice, { door: 'install', code });
      else log.info('Nothing was installed', { door: 'install', code: isDeclined ? 'access_denied' : code });
      sendNotInstalled(response, manifest, NOT_INSTALLED[why]);
    },
  };
}

function describeFault(error: Error): { readonly code: string; readonly advice: string } {
  if (error instanceof InstallationFault) return { code: error.kind, advice: error.message };
  const { code, advice } = describeFailure(error);
  return { code, advice };
}

/** What is kept of what Slack tells. Throws where the app could not live with it. */
function readInstallation({ team, enterprise, isEnterpriseInstall, bot, user }: BoltInstallation): Installation {
  const workspace = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (workspace === undefined || bot === undefined)
    throw new InstallationFault('unusable', 'Slack gave no bot token. Compare the app’s scopes with manifest.yml');
  if (bot.refreshToken !== undefined || bot.expiresAt !== undefined)
    throw new InstallationFault(
      'unusable',
      'Slack gave a token that expires. Make the app anew from the manifest, in which token rotation is off',
    );
  return { workspace, botToken: bot.token, botId: bot.id, botUserId: bot.userId, installer: user.id };
}

/** The client of one workspace, outside of a payload. */
export const clientOf = ({ botToken }: Installation, options: webApi.WebClientOptions): webApi.WebClient =>
  new bolt.webApi.WebClient(botToken, options);
