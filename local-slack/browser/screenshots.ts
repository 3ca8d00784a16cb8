// Takes the README's pictures from the running page: all of them, or those that are named.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findProjectRoot } from '../../src/config/project-root.js';
import { needBrowser, playScene } from './play-scene.js';
import { SCENES, type Scene } from './scenes.js';

/** With the sidebar, which most pictures leave out. */
const WIDTH = 908;
/** Lower than anything that is shown: each picture grows until nothing scrolls. */
const LOW = 320;
/** Around a window, so that it's seen to be one. */
const MARGIN = 28;
/** What only the local Slack has is left out. */
const STYLE = '.answer-details, .reload-status { display: none; }';

const pictures = join(findProjectRoot(), 'docs/pictures');

async function shoot(page: Page, shown: Locator, path: string): Promise<void> {
  await page.addStyleTag({ content: STYLE });
  const hidden = await shown.evaluate((element) => {
    const parts = [element, ...element.querySelectorAll('.messages, .home, .modal-body')];
    return Math.max(...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  });
  const { width, height } = page.viewportSize() ?? { width: WIDTH, height: LOW };
  await page.setViewportSize({ width, height: height + hidden });
  const box = await shown.boundingBox();
  if (box === null) throw new Error(`There is nothing to see for ${path}.`);
  const isWindow = (await shown.getAttribute('class'))?.includes('modal') === true;
  const edge = isWindow ? MARGIN : 0;
  const clip = { x: box.x - edge, y: box.y - edge, width: box.width + 2 * edge, height: box.height + 2 * edge };
  await page.screenshot({ path, clip });
}

/** The scenes to take; throws for a name that there isn't. */
function wantedScenes(names: readonly string[]): readonly Scene[] {
  const known = SCENES.filter(({ isGalleryOnly }) => isGalleryOnly !== true);
  const unknown = names.find((name) => !known.some((scene) => scene.name === name));
  if (unknown !== undefined)
    throw new Error(`Unknown picture: ${unknown}. There are ${known.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? known : known.filter(({ name }) => names.includes(name));
}

async function run(): Promise<void> {
  const scenes = wantedScenes(process.argv.slice(2));
  const browser = await needBrowser(process.env);
  mkdirSync(pictures, { recursive: true });
  for (const scene of scenes) {
    const viewport = { width: scene.width ?? WIDTH, height: LOW };
    const deviceScaleFactor = scene.isHigh === true ? 1.5 : 2;
    const path = join(pictures, `${scene.name}.png`);
    await playScene(scene, browser, { viewport, deviceScaleFactor }, (page, shown) => shoot(page, shown, path)).catch(
      (cause: Error) => {
        throw new Error(`The picture “${scene.name}” could not be taken: ${cause.message}`, { cause });
      },
    );
    console.log(`docs/pictures/${scene.name}.png`);
  }
  await browser.close();
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
