// Starts a local Slack for one scene, plays the scene in a browser, and ends both.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { findProjectRoot } from '../../src/config/project-root.js';
import { findBrowser, openBrowser, openPage, openProfile } from './browser-driver.js';
import type { Scene } from './scenes.js';

/** What is different each time is replaced or hidden. */
const STYLE = '* { scrollbar-width: none; }';
const CLOCK = '10:30';

const folder = mkdtempSync(join(tmpdir(), 'advisor-scenes-'));
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a browser; throws if there is none. */
export function needBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  const path = findBrowser(env);
  if (path === undefined) throw new Error('This needs Chromium. Install it, or set CHROMIUM_PATH to where it is.');
  return openBrowser(path);
}

/** Plays the scene in a local Slack of its own, and lets `shoot` take a picture of what it shows. */
export async function playScene(
  scene: Scene,
  browser: Browser,
  options: BrowserContextOptions,
  shoot: (page: Page, shown: Locator) => Promise<void>,
): Promise<void> {
  const { child, address } = await startProcess(scene.isAgent === true);
  const context = await openProfile(browser, { colorScheme: 'light', ...options });
  const user = await openPage(context, address);
  const shown = await scene.play(user);
  await user.page.addStyleTag({ content: STYLE });
  await user.page.evaluate((clock) => {
    for (const time of document.querySelectorAll('time')) time.textContent = clock;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, CLOCK);
  await user.page.mouse.move(0, 0);
  await user.page.evaluate(() => document.fonts.ready);
  await shoot(user.page, shown);
  if (user.faults.length > 0) throw new Error(user.faults.join('\n'));
  await context.close();
  child.kill();
  await once(child, 'close');
  running.delete(child);
}

/** The local Slack as a process, in an empty folder and without an environment, so that no tokens are found. */
async function startProcess(isAgent: boolean): Promise<{ child: ChildProcess; address: string }> {
  const env = { TMPDIR: folder, PORT: '0', AGENT: isAgent ? 'on' : 'off' };
  const child = spawn(process.execPath, [join(findProjectRoot(), 'dist/local-slack/start.js')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let output = '';
  for await (const data of child.stdout) {
    output += data;
    const [, address] = /^Local workspace: (\S+) /m.exec(output) ?? [];
    if (address !== undefined) return { child, address };
  }
  throw new Error('The local workspace ended before it was open.');
}
