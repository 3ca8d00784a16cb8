// Runs the real app as many workspaces install it, on the emulator, and installs it as a person would.
import { randomBytes } from 'node:crypto';
import type { Consent } from '../../local-slack/emulator/oauth-installs.js';
import type { Bot } from '../../src/answering/bot.js';
import type { OAuthConfig } from '../../src/config/slack-config.js';
import type { TokenKey } from '../../src/config/token-keys.js';
import { createLog } from '../../src/operations/log.js';
import { createApp } from '../../src/slack/app.js';
import type { Store } from '../../src/store/store.js';
import { connectToApp, SIGNING_SECRET } from './connect-to-app.js';
import { type Browser, openBrowser, type Page } from './cookie-browser.js';
import { freshStore } from './fresh-store.js';
import { type Slack, startSlack } from './slack-emulator.js';
import { tinyBot } from './tiny-bot.js';

export const CLIENT = { clientId: '12.34', clientSecret: 'fake-client-secret' };
const STATE_SECRET = 'a fake state secret of some length';

/** Two workspaces, one of them within an organisation. */
export const ACME = { id: 'T00ACME', name: 'Acme & <b>Sons</b>' };
export const UMBRELLA = { id: 'T00UMBRELLA', name: 'Umbrella' };
export const ORGANISATION = { id: 'E00ORG', name: 'Umbrella Holding' };

export const freshKey = (name: string): TokenKey => ({ name, key: randomBytes(32) });

export interface OAuthSetting {
  readonly bot?: Bot;
  readonly store?: Store;
  readonly slack?: Slack;
  readonly keys?: readonly TokenKey[];
  readonly admins?: readonly string[];
  readonly clientSecret?: string;
  readonly isAgent?: boolean;
  readonly now?: () => number;
}

/** Starts the app for many workspaces, with no installation yet. */
export async function startOAuthApp(setting: OAuthSetting = {}) {
  const { keys = [freshKey('first')], admins = [], clientSecret = CLIENT.clientSecret, isAgent = false } = setting;
  const store = setting.store ?? (await freshStore());
  const slack = setting.slack ?? (await startSlack({ isAgent }));
  const lines: string[] = [];
  const config: OAuthConfig = {
    ...CLIENT,
    clientSecret,
    mode: 'oauth',
    apiUrl: slack.apiUrl,
    logLevel: 'debug',
    admins,
    isAgent,
    signingSecret: SIGNING_SECRET,
    port: 0,
    stateSecret: STATE_SECRET,
    tokenKeys: keys,
  };
  const log = createLog('debug', (line) => lines.push(line));
  const app = createApp(config, setting.bot ?? tinyBot, store, log, setting.now);
  const standing = await app.start();
  const port = Number(/\d+$/.exec(standing.where)?.[0]);
  const origin = `http://127.0.0.1:${port}`;
  slack.installs.distribute({ ...CLIENT, redirectUrl: `${origin}/slack/oauth_redirect` });

  /** Goes from the install page through Slack's consent to the address Slack redirects to, without visiting that. */
  async function consent(to: Consent, browser: Browser = openBrowser()): Promise<string> {
    const page = await browser.visit(`${origin}/slack/install`);
    const [, link = ''] = /href="(http[^"]+)"/.exec(page.text) ?? [];
    slack.installs.consentTo(to);
    const decided = await browser.visit(link.replaceAll('&amp;', '&'));
    if (decided.location === undefined) throw new Error(`Slack shows an error of its own: ${decided.status}`);
    return decided.location;
  }

  return {
    slack,
    store,
    app,
    lines,
    standing,
    origin,
    installations: store.installations(keys),
    ...connectToApp('http', slack, port),
    consent,
    /** Installs the app; resolves to the last page. */
    async install(to: Consent): Promise<Page> {
      const browser = openBrowser();
      const page = await browser.visit(await consent(to, browser));
      await app.bolt.drained();
      return page;
    },
    settled: () => app.bolt.drained(),
    async stop(): Promise<void> {
      await app.stop(1_000);
      if (setting.store === undefined) await store.close();
      if (setting.slack === undefined) await slack.stop();
    },
  };
}

export type OAuthApp = Awaited<ReturnType<typeof startOAuthApp>>;
