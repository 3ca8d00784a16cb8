// Checks the installation pages in a real browser: readable for everyone, in light and dark.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser, joinBrowser } from '../../../local-slack/browser/browser-driver.js';
import { barriersOn } from '../../helpers/browser.js';
import { ACME, type OAuthApp, startOAuthApp } from '../../helpers/oauth-app.js';
import { sharedServer } from '../../helpers/shared-servers.js';

const BROWSER = findBrowser(process.env);

if (BROWSER === undefined) console.warn('Skipped, as there is no Chromium here: the pages of an installation.');
describe.skipIf(BROWSER === undefined)('in a browser', () => {
  let running: OAuthApp;
  let browser: Browser;
  beforeAll(async () => {
    [running, browser] = await Promise.all([startOAuthApp(), sharedServer('browser').then(joinBrowser)]);
  });
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
  });

  it.each(['light', 'dark'] as const)(
    'the app is installed with two clicks, and everything is readable in %s mode',
    async (colorScheme) => {
      running.slack.installs.consentTo({ team: ACME });
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (line) => complaints.push(line.text()));
      await page.goto(`${running.origin}/slack/install`);
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Add to Slack' }).click();
      await page.getByRole('heading', { name: 'Backend Career is installed' }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.goto(`${running.origin}/slack/oauth_redirect`);
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Start again' }).click();
      await page.getByRole('heading', { name: 'Install Backend Career' }).waitFor();
      await context.close();
    },
  );
});
