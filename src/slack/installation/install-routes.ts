// Lets a workspace install the app, by Bolt's own InstallProvider, and stores the installation.
import type { ServerResponse } from 'node:http';
import { type Installation as BoltInstallation, type CustomRoute, type Logger, webApi } from '@slack/bolt';
import { type CallbackOptions, InstallProvider } from '@slack/oauth';
import type { OAuthConfig } from '../../config/slack-config.js';
import type { Log } from '../../operations/log.js';
import { type Installation, InstallationFault, type Installations } from '../../store/installations.js';
import { withoutInstallErrors } from '../connection/bolt-logger.js';
import { describeFailure } from '../slack-errors.js';
import { type AppManifest, readAppManifest } from './app-manifest.js';
import { installPage, NOT_INSTALLED, sendInstalled, sendNotInstalled, setHeaders } from './install-pages.js';

/** What installing needs. */
export interface InstallServices {
  readonly clientOptions: webApi.WebClientOptions;
  readonly log: Log;
  readonly logger: Logger;
  /** Called for a workspace that hadn't installed the app before. */
  readonly greet: (installation: Installation) => void;
}

/** Refusals that mean that this code was used before or is too old. */
const STALE: readonly string[] = [
  'slack_oauth_missing_state',
  'slack_oauth_invalid_state',
  'slack_oauth_missing_code',
  'invalid_code',
  'code_already_used',
];

/** The pages at /slack/install and, on the way back from Slack, /slack/oauth_redirect. */
export function installRoutes(
  config: OAuthConfig,
  installations: Installations,
  services: InstallServices,
): CustomRoute[] {
  const manifest = readAppManifest(config.isAgent);
  const installer = createInstaller(config, installations, manifest, services);
  const { log } = services;
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

/** An unforeseen request must not end the process as an unhandled rejection. */
const giveUp =
  (response: ServerResponse, log: Log) =>
  (error: unknown): void => {
    const { code, advice } = describeFailure(error);
    log.error(advice, { surface: 'install', code });
    if (!response.headersSent) response.writeHead(500);
    response.end();
  };

function createInstaller(
  { clientId, clientSecret, stateSecret, apiUrl }: OAuthConfig,
  installations: Installations,
  manifest: AppManifest,
  { clientOptions, log, logger, greet }: InstallServices,
) {
  return new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    clientOptions,
    ...(apiUrl !== undefined && { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
    renderHtmlForInstallPath: (url) => installPage(manifest, url),
    logger: withoutInstallErrors(logger),
    installationStore: {
      async storeInstallation(installed) {
        const installation = readInstallation(installed);
        const time = await installations.save(installation);
        log.info(`The app was installed ${time === 'first' ? 'in' : 'again in'} ${installation.workspace}`);
        if (time === 'first') greet(installation);
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
      const { code, advice } = describeInstallFailure(error);
      const isDeclined = /[?&]error=access_denied(&|$)/.test(request.url ?? '');
      const why = isDeclined ? 'declined' : STALE.includes(code) ? 'stale' : 'failed';
      if (why === 'failed') log.error(advice, { surface: 'install', code });
      else log.info('Nothing was installed', { surface: 'install', code: isDeclined ? 'access_denied' : code });
      sendNotInstalled(response, manifest, NOT_INSTALLED[why]);
    },
  };
}

function describeInstallFailure(error: Error): { readonly code: string; readonly advice: string } {
  if (error instanceof InstallationFault) return { code: error.kind, advice: error.message };
  const { code, advice } = describeFailure(error);
  return { code, advice };
}

/** What is stored of Slack's response. Throws if the app couldn't work with it. */
function readInstallation({ team, enterprise, isEnterpriseInstall, bot, user }: BoltInstallation): Installation {
  const workspace = isEnterpriseInstall ? enterprise?.id : team?.id;
  if (workspace === undefined || bot === undefined)
    throw new InstallationFault('unusable', 'Slack gave no bot token. Compare the app’s scopes with manifest.yml');
  if (bot.refreshToken !== undefined || bot.expiresAt !== undefined)
    throw new InstallationFault(
      'unusable',
      'Slack gave a token that expires. Create the app again from the manifest, which has token rotation off',
    );
  return { workspace, botToken: bot.token, botId: bot.id, botUserId: bot.userId, installer: user.id };
}

/** The client of one workspace, for calls without a payload. */
export const clientOf = ({ botToken }: Installation, options: webApi.WebClientOptions): webApi.WebClient =>
  new webApi.WebClient(botToken, options);
