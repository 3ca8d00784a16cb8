// Writes one page that shows every state the product can show, on a desktop and on a phone: dist/page/gallery.html.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findProjectRoot } from '../../src/config/project-root.js';
import { needBrowser, playScene } from './play-scene.js';
import { SCENES, type Scene } from './scenes.js';

const SIZES = {
  desktop: { viewport: { width: 1200, height: 800 } },
  phone: { viewport: { width: 390, height: 844 } },
} as const;
type Size = keyof typeof SIZES;
const NAMES: readonly Size[] = ['desktop', 'phone'];

const folder = join(findProjectRoot(), 'dist/page');

const fileOf = (scene: Scene, size: Size): string => `gallery/${scene.name.replaceAll(' ', '-')}-${size}.png`;

async function takePictures(scene: Scene, browser: Browser): Promise<void> {
  for (const size of NAMES)
    await playScene(scene, browser, SIZES[size], async (page) => {
      await page.screenshot({ path: join(folder, fileOf(scene, size)) });
    });
}

function writePage(): void {
  const sections = SCENES.map((scene) => {
    const pictures = NAMES.map((size) => `<img src="${fileOf(scene, size)}" alt="${scene.name}, ${size}">`);
    return `<section><h2>${scene.name}</h2><div>${pictures.join('')}</div></section>`;
  });
  const style =
    'body{font-family:sans-serif;margin:2rem}div{display:flex;gap:1rem;align-items:start}img{border:1px solid #ccc;min-width:0}' +
    'img:first-child{width:66%}img:last-child{width:22%}';
  writeFileSync(
    join(folder, 'gallery.html'),
    `<!doctype html>\n<html lang="en-GB">\n<meta charset="utf-8">\n<title>Gallery</title>\n<style>${style}</style>\n` +
      `<h1>Every state, on a desktop and on a phone</h1>\n${sections.join('\n')}\n</html>\n`,
  );
}

async function run(): Promise<void> {
  const browser = await needBrowser(process.env);
  mkdirSync(join(folder, 'gallery'), { recursive: true });
  const failed: string[] = [];
  for (const scene of SCENES) {
    await takePictures(scene, browser).catch((error: unknown) => {
      failed.push(scene.name);
      console.error(`${scene.name}: ${error instanceof Error ? error.message : error}`);
    });
    console.log(scene.name);
  }
  await browser.close();
  writePage();
  console.log(`${join(folder, 'gallery.html')}, and /gallery.html while npm start runs`);
  if (failed.length > 0) throw new Error(`Could not be shown: ${failed.join(', ')}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
