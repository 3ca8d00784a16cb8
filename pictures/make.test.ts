// Makes every picture of the surfaces anew: `npm run pictures`. Needs Chromium.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { playScenes } from './scenes.js';

const FOLDER = join('docs', 'pictures');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

it('each surface is drawn', async () => {
  const scenes = await playScenes();
  await build({
    configFile: false,
    logLevel: 'error',
    // Under vitest the libraries' development forms would be taken.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: 'dist/pictures',
      emptyOutDir: true,
      lib: { entry: join('pictures', 'page.tsx'), formats: ['iife'], name: 'picture', fileName: () => 'page.js' },
    },
  });
  mkdirSync(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const page = await browser.newPage({ viewport: { width: 720, height: 400 } });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  for (const scene of scenes) {
    await page.setContent('<!doctype html><div id="picture"></div>');
    await page.evaluate((shown) => Object.assign(window, { scene: shown }), scene);
    await page.addStyleTag({ path: join('dist', 'pictures', 'backend-career-advisor.css') });
    await page.addScriptTag({ path: join('dist', 'pictures', 'page.js') });
    expect(faults, scene.name).toEqual([]);
    expect(
      scene.lines.every(({ text, blocks }) => text !== undefined || blocks !== undefined),
      scene.name,
    ).toBe(true);
    await page.locator('main').screenshot({ path: join(FOLDER, `${scene.name}.png`) });
  }
  await browser.close();
});
