// A person before the page in a real browser: what the page's tests and the screenshots see, press and write with.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

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

/** Patient, for a machine that does much else. */
const STEP_MS = 30_000;
const WINDOW_MS = 6_000;
const MOST_TRIES = 4;

const BOT_NAME = 'Backend Career';

/** Where a browser is; one that is named and not there is a mistake, and no reason to do without. */
export const findBrowser = ({ CHROMIUM_PATH }: NodeJS.ProcessEnv): string | undefined =>
  CHROMIUM_PATH || [...USUAL, chromium.executablePath()].find((path) => existsSync(path));

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });

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
    /** Goes to a channel, or to the app, and is there. */
    async go(name: string): Promise<void> {
      const entry = page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name });
      await entry.click();
      await entry.and(page.locator('[aria-current]')).waitFor({ state: 'attached' });
    },
    /** Goes where this address leads, as the browser's own buttons would, and is there. */
    visit: (place: string) =>
      page.evaluate((hash) => {
        const before = window.location.hash;
        const isThere = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
        window.location.assign(`#${hash}`);
        return before === window.location.hash ? undefined : isThere.then(() => undefined);
      }, place),
    /** Writes it and sends it, in the thread where one is named. */
    async say(text: string, where: Locator = channel): Promise<void> {
      await where.getByRole('combobox').waitFor();
      await page.evaluate(() => {
        for (const article of document.querySelectorAll('article')) article.dataset.before = '';
      });
      await where.getByRole('combobox').fill(text);
      await where.getByRole('combobox').press('Enter');
    },
    /**
     * The newest message with these words, once it is there; the bot's unless somebody else is named. What stood there
     * when this person last wrote is no answer to that.
     */
    async message(words: string | RegExp, { in: where = page.getByRole('main'), of = BOT_NAME } = {}) {
      const fresh = page.locator(':not([data-before])');
      const found = where.getByRole('article', { name: of }).and(fresh).filter({ hasText: words }).last();
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
  };
}

export type Desk = Awaited<ReturnType<typeof sitDown>>;
