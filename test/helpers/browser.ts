// A browser before the local workspace: what a person at the page sees, presses and writes.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { type Launched, launch } from './launched.js';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a browser is; one that is named and not there is a mistake and no reason to skip. */
export const BROWSER: string | undefined =
  process.env.CHROMIUM_PATH || [...USUAL, chromium.executablePath()].find((path) => existsSync(path));

/** Patient, for a machine that does much else. */
const STEP_MS = 30_000;
const TEST_MS = 180_000;
const WINDOW_MS = 6_000;
const MOST_TRIES = 4;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(BROWSER !== undefined && { executablePath: BROWSER }), args: FLAGS });
}

type Arrive = (place?: string, options?: BrowserContextOptions) => Promise<Desk>;

/** Tests before a workspace of their own; where there is no browser they are skipped, and it is said why. */
export function inBrowser(name: string, tests: (arrive: Arrive) => void, open: () => Launched = launch): void {
  if (BROWSER === undefined)
    console.warn(`Skipped, as there is no Chromium here: ${name}. Install one, or name one in CHROMIUM_PATH.`);
  describe.skipIf(BROWSER === undefined)(name, { timeout: TEST_MS }, () => {
    let workspace: Launched;
    let browser: Browser;
    let address: string;
    const desks: Desk[] = [];
    beforeAll(async () => {
      workspace = open();
      [address, browser] = await Promise.all([workspace.ready(), openBrowser()]);
    }, TEST_MS);
    afterAll(async () => {
      await browser?.close();
      await workspace?.stop();
    });
    afterEach(async () => {
      const faults = desks.flatMap((desk) => desk.faults);
      await Promise.all(desks.splice(0).map(({ context }) => context.close()));
      expect(faults, 'errors and warnings in the console').toEqual([]);
    });
    tests(async (place = '', options = {}) => {
      const desk = await sitDown(browser, address, options, place);
      desks.push(desk);
      return desk;
    });
  });
}

export const BOT_NAME = 'Backend Career';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens the page as somebody who has never been there, or at a place in it, and gives hands to that person. */
export async function sitDown(browser: Browser, address: string, options: BrowserContextOptions = {}, place = '') {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    ...options,
  });
  context.setDefaultTimeout(STEP_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) faults.push(line.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${address}/${place}`);
  await page.getByRole('combobox').or(page.getByText('What I answer from')).first().waitFor();
  return { page, context, ...handsOn(page), faults };
}

function handsOn(page: Page) {
  const thread = page.getByRole('region', { name: 'Thread', exact: true });
  const channel = page.getByRole('main').getByRole('region').first();
  return {
    thread,
    /** Goes to a channel, or to the app. */
    go: (name: string) => page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name }).click(),
    /** Goes where this address leads, as the browser's own buttons would. */
    visit: (place: string) => page.evaluate((hash) => window.location.assign(`#${hash}`), place),
    become: (name: string) => page.getByRole('radio', { name }).check({ force: true }),
    /** Writes it and sends it, in the thread where one is named. */
    async say(text: string, where: Locator = channel): Promise<void> {
      await where.getByRole('combobox').fill(text);
      await where.getByRole('combobox').press('Enter');
    },
    /** The newest message with these words, once it is there; the bot's unless somebody else is named. */
    async message(words: string | RegExp, { in: where = page.getByRole('main'), of = BOT_NAME } = {}) {
      const found = where.getByRole('article', { name: of }).filter({ hasText: words }).last();
      await found.waitFor();
      return found;
    },
    /**
     * The window that this opens. On a machine with much else to do the three seconds may pass in which Slack lets a
     * window be opened; people then press again.
     */
    async windowOf(press: () => Promise<void>, name?: string): Promise<Locator> {
      const window = page.getByRole('dialog', name === undefined ? {} : { name });
      for (let tries = 1; ; tries++) {
        await press();
        const isThere = await window.waitFor({ timeout: WINDOW_MS }).then(
          () => true,
          () => false,
        );
        if (isThere) return window;
        if (tries === MOST_TRIES) throw new Error(`No window opens: ${await page.getByRole('alert').allInnerTexts()}`);
      }
    },
    /** What axe finds serious or critical, one line each. */
    async barriers(): Promise<string[]> {
      const found: unknown = await page.evaluate(`${AXE}; axe.run({ resultTypes: ['violations'] })`);
      const { violations } = found as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
      return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' · ')}`);
    },
  };
}

export type Desk = Awaited<ReturnType<typeof sitDown>>;
