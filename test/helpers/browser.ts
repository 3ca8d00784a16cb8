// Runs tests on the local workspace's page in a real browser, and collects what would hinder people.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import {
  findBrowser,
  joinBrowser,
  openProfile,
  openTab,
  type Screen,
  USUAL_SCREEN,
} from '../../local-slack/browser/browser-driver.js';
import { type Launched, launch } from './local-slack-process.js';
import { sharedServer } from './shared-servers.js';

const BROWSER = findBrowser(process.env);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  if (await page.evaluate(`!('axe' in window)`)) await page.evaluate(`${AXE}; true`);
  const found: unknown = await page.evaluate(`axe.run({ resultTypes: ['violations'] })`);
  const { violations } = found as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' · ')}`);
}

export type BrowserUser = Awaited<ReturnType<typeof openUser>>;

async function openUser(context: BrowserContext) {
  const user = await openTab(context);
  return { ...user, barriers: () => barriersOn(user.page) };
}

/** Leaves the page and forgets all that it has stored: for the next test, the tab is as good as a new one. */
async function leave({ page, faults }: BrowserUser): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  faults.length = 0;
}

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
    /** Tabs that no one uses now: to open one takes as long as to load the page. */
    const free: BrowserUser[] = [];
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
      for (const user of users.splice(0)) {
        await leave(user);
        free.push(user);
      }
      expect(faults, 'errors and warnings in the console').toEqual([]);
    });
    tests(async (place = '', options = {}) => {
      const user = free.pop() ?? (await openUser(context));
      users.push(user);
      await user.arrive(address, { ...USUAL_SCREEN, ...options }, place);
      return user;
    });
  });
}
