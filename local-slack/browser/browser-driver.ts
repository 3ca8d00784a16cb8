// Opens the page in a real browser and acts on it as a person would, for tests and screenshots.
import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type BrowserServer,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const USUAL_PATHS = [
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

/** Generous, for a busy machine. */
const STEP_MS = 120_000;
const WINDOW_MS = 6_000;
const MOST_TRIES = 20;

const BOT_NAME = 'Backend Career';

/** The path of a browser, if there is one. One that CHROMIUM_PATH names is taken even if it isn't there, so that this fails. */
export const findBrowser = ({ CHROMIUM_PATH }: NodeJS.ProcessEnv): string | undefined =>
  CHROMIUM_PATH || [...USUAL_PATHS, chromium.executablePath()].find((path) => existsSync(path));

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });

/** A browser that several processes use at once, each by `joinBrowser`; what one opens of a site shares a process. */
export const serveBrowser = (executablePath: string): Promise<BrowserServer> =>
  chromium.launchServer({ executablePath, args: [...FLAGS, '--process-per-site'] });

/** The browser at an address; closing it closes only what was opened through it. */
export const joinBrowser = (address: string): Promise<Browser> => chromium.connect(address);

/** What a profile shows a page on unless it's told otherwise. */
export const USUAL_SCREEN = { viewport: { width: 1200, height: 900 }, colorScheme: 'light' } as const;

/** A browser's profile that has never been anywhere. */
export async function openProfile(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...USUAL_SCREEN,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    ...options,
  });
  context.setDefaultTimeout(STEP_MS);
  return context;
}

/** How large the page is, and in which colours. */
export type Screen = Pick<BrowserContextOptions, 'viewport' | 'colorScheme'>;

/** Opens the page in a new tab, at a location such as `#channel=home`; its size and colours are the profile's unless given. */
export async function openPage(context: BrowserContext, address: string, screen: Screen = {}, location = '') {
  const user = await openTab(context);
  await user.arrive(address, screen, location);
  return user;
}

/** Someone at an empty tab. */
export async function openTab(context: BrowserContext) {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) faults.push(line.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  return {
    page,
    ...actionsOn(page),
    /** Errors and warnings in the console. */
    faults,
    /** Opens the page at a location and waits until it can be used. */
    async arrive(address: string, { viewport, colorScheme }: Screen, location: string): Promise<void> {
      if (viewport) await page.setViewportSize(viewport);
      if (colorScheme) await page.emulateMedia({ colorScheme });
      await page.goto(`${address}/${location}`);
      await page
        .getByRole('combobox')
        .or(page.getByText(/^(What I answer from|Sources)$/))
        .first()
        .waitFor();
    },
  };
}

function actionsOn(page: Page) {
  const thread = page.getByRole('region', { name: 'Thread', exact: true });
  const channel = page.getByRole('main').getByRole('region').first();
  return {
    thread,
    /** Goes to a channel, or to the app, and waits until it's open. */
    async go(name: string): Promise<void> {
      const entry = page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name });
      const toggle = page.getByRole('button', { name: 'Open the list of channels' });
      if (await toggle.isVisible()) await toggle.click();
      await entry.click();
      // By its place and not its role, since on a phone the sidebar is hidden again by then.
      await page.locator('#sidebar [aria-current]', { hasText: name }).waitFor({ state: 'attached' });
    },
    /** Goes to this location, as the browser's own buttons would, and waits until it's open. */
    visit: (location: string) =>
      page.evaluate((hash) => {
        const before = window.location.hash;
        const isThere = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
        window.location.assign(`#${hash}`);
        return before === window.location.hash ? undefined : isThere.then(() => undefined);
      }, location),
    /** Types it and sends it, in the channel unless a thread is given. */
    async say(text: string, where: Locator = channel): Promise<void> {
      await where.getByRole('combobox').waitFor();
      await page.evaluate(() => {
        for (const article of document.querySelectorAll('article')) article.dataset.before = '';
      });
      await where.getByRole('combobox').fill(text);
      await where.getByRole('combobox').press('Enter');
    },
    /**
     * The newest message with these words, once it's there: the bot's unless someone else is named. Messages from before
     * this person last wrote don't count.
     */
    async message(words: string | RegExp, { in: where = page.getByRole('main'), of = BOT_NAME } = {}) {
      // By the label itself: to find out the role and name of all that is on the page takes longest of all.
      const recent = where.locator(`article[aria-label^="${of}, "]:not([data-before])`);
      const found = recent.filter({ hasText: words }).last();
      await found.waitFor();
      return found;
    },
    /**
     * The window that this opens. On a busy machine the three seconds in which Slack lets a window open may pass; people
     * then click again, and so does this.
     */
    async windowOf(click: () => Promise<void>, name?: string): Promise<Locator> {
      const window = page.getByRole('dialog', name === undefined ? {} : { name });
      for (let tries = 1; ; tries++) {
        const opened = window.waitFor({ timeout: WINDOW_MS }).catch(() => {});
        // One that opens late covers what is clicked again, so that this click fails.
        const failure = await click().then(
          () => undefined,
          (error: unknown) => error,
        );
        await opened;
        if (await window.isVisible()) return window;
        if (failure !== undefined) throw failure;
        if (tries === MOST_TRIES) throw new Error(`No window opens: ${await page.getByRole('alert').allInnerTexts()}`);
      }
    },
  };
}

/** Someone at the page: what they see, and what they can do. */
export type BrowserUser = Awaited<ReturnType<typeof openTab>>;
