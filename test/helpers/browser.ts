// Runs tests on the local workspace's page in a real browser, and collects what would hinder people.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { findBrowser, joinBrowser, openPage, openProfile } from '../../local-slack/browser/browser-driver.js';
import { type Launched, launch } from './local-slack-process.js';
import { sharedServer } from './shared-servers.js';

const BROWSER = findBrowser(process.env);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Screen = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>;

/** Opens the page for a person and records errors and blocked requests. */
async function arriveAt(context: BrowserContext, address: string, options: Screen, place: string) {
  const user = await openPage(context, address, options, place);
  return { ...user, barriers: () => barriersOn(user.page) };
}

/** What axe finds serious or critical, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  if (await page.evaluate(`!('axe' in window)`)) await page.evaluate(`${AXE}; true`);
  const found: unknown = await page.evaluate(`axe.run({ resultTypes: ['violations'] })`);
  const { violations } = found as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' · ')}`);
}

export type BrowserUser = Awaited<ReturnType<typeof arriveAt>>;

type Arrive = (place?: string, options?: Screen) => Promise<BrowserUser>;

/** Tests in a workspace of their own; skipped with a reason if there's no browser. */
export function inBrowser(name: string, tests: (arrive: Arrive) => void, open: () => Launched = launch): void {
  if (BROWSER === undefined)
    console.warn(`Skipped, as there is no Chromium here: ${name}. Install one, or name one in CHROMIUM_PATH.`);
  describe.skipIf(BROWSER === undefined)(name, () => {
    let workspace: Launched;
    let browser: Browser;
    let context: BrowserContext;
    let address: string;
    const users: BrowserUser[] = [];
    beforeAll(async () => {
      workspace = open();
      [address, browser] = await Promise.all([workspace.ready(), sharedServer('browser').then(joinBrowser)]);
      context = await openProfile(browser);
      // Stays open, so that the process of the site lives on and reads the page's script once for all tests.
      await (await context.newPage()).goto(`${address}/none`);
    });
    afterAll(async () => {
      await browser?.close();
      await workspace?.stop();
    });
    afterEach(async () => {
      const faults = users.flatMap((user) => user.faults);
      for (const { page } of users.splice(0)) {
        await page.evaluate(() => localStorage.clear());
        await page.close();
      }
      expect(faults, 'errors and warnings in the console').toEqual([]);
    });
    tests(async (place = '', options = {}) => {
      const user = await arriveAt(context, address, options, place);
      users.push(user);
      return user;
    });
  });
}
