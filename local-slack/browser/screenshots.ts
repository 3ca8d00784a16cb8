// Makes every picture of the README anew from the running page: `npm run docs -- screenshots`.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { findProjectRoot } from '../../src/config/project-root.js';
import { findBrowser, openBrowser, openPage } from './browser-driver.js';
import { SCENES, type Scene } from './scenes.js';

/** With the column at the side, which most pictures leave out. */
const WIDTH = 908;
/** Lower than anything that is shown: each picture grows until nothing scrolls. */
const LOW = 320;
/** Around a window, so that one sees that it is one. */
const MARGIN = 28;
/** What is different each time, and what only the local workspace has, is left out. */
const STYLE = `
  .answer-details, .reload-status { display: none; }
  * { scrollbar-width: none; }
`;
const CLOCK = '10:30';

const root = findProjectRoot();
const folder = mkdtempSync(join(tmpdir(), 'advisor-screenshots-'));
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true, force: true });
});
const pictures = join(root, 'docs/pictures');

/** The local workspace in a process of its own, in an empty folder, so that no tokens are found. */
async function openWorkspace(isAgent: boolean): Promise<{ child: ChildProcess; address: string }> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, TMPDIR: folder, PORT: '0', AGENT: isAgent ? 'on' : 'off' };
  const child = spawn(process.execPath, [join(root, 'dist/local-slack/start.js')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let said = '';
  for await (const data of child.stdout) {
    said += data;
    const [, address] = /^Local workspace: (\S+) /m.exec(said) ?? [];
    if (address !== undefined) return { child, address };
  }
  throw new Error('The local workspace ended before it was open.');
}

async function draw(scene: Scene, browser: Browser): Promise<void> {
  const { child, address } = await openWorkspace(scene.isAgent === true);
  const viewport = { width: scene.width ?? WIDTH, height: LOW };
  const deviceScaleFactor = scene.isHigh === true ? 1.5 : 2;
  const user = await openPage(browser, address, { viewport, deviceScaleFactor, colorScheme: 'light' });
  const shown = await scene.play(user);
  await settle(user.page, shown);
  await shoot(user.page, shown, join(pictures, `${scene.name}.png`));
  if (user.faults.length > 0) throw new Error(user.faults.join('\n'));
  await user.context.close();
  child.kill();
  await once(child, 'close');
  running.delete(child);
}

/** Makes room for all that is to be shown, and takes away what differs from run to run. */
async function settle(page: Page, shown: Locator): Promise<void> {
  await page.addStyleTag({ content: STYLE });
  await page.evaluate((clock) => {
    for (const time of document.querySelectorAll('time')) time.textContent = clock;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, CLOCK);
  await page.mouse.move(0, 0);
  const hidden = await shown.evaluate((element) => {
    const parts = [element, ...element.querySelectorAll('.messages, .home, .modal-body')];
    return Math.max(...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  });
  const { width, height } = page.viewportSize() ?? { width: WIDTH, height: LOW };
  await page.setViewportSize({ width, height: height + hidden });
  await page.evaluate(() => document.fonts.ready);
}

async function shoot(page: Page, shown: Locator, path: string): Promise<void> {
  const box = await shown.boundingBox();
  if (box === null) throw new Error(`There is nothing to see for ${path}.`);
  const isWindow = (await shown.getAttribute('class'))?.includes('modal') === true;
  const edge = isWindow ? MARGIN : 0;
  const clip = { x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge, height: box.height + 2 * edge };
  await page.screenshot({ path, clip });
}

async function run(): Promise<void> {
  const path = findBrowser(process.env);
  if (path === undefined)
    throw new Error('The pictures are taken in Chromium, and none is here: install one, or name one in CHROMIUM_PATH.');
  mkdirSync(pictures, { recursive: true });
  const browser = await openBrowser(path);
  const wanted = process.argv.slice(2);
  for (const scene of SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    await draw(scene, browser).catch((cause: Error) => {
      throw new Error(`The picture “${scene.name}” could not be taken: ${cause.message}`, { cause });
    });
    console.log(`docs/pictures/${scene.name}.png`);
  }
  await browser.close();
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
