// Bundles the page into dist/page when its sources or the installed packages have changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../src/config/project-root.js';
import { madeOf } from './fingerprint.js';

const root = findProjectRoot();
const page = join(root, 'local-slack/page');
const outDir = join(root, 'dist/page');
const mark = join(outDir, 'made-of');

if (existsSync(join(page, 'index.html'))) {
  const now = madeOf(['local-slack/page', 'local-slack/shared']);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== now) {
    // Loaded only here: most builds find the page as it is.
    const { build } = await import('vite');
    await build({
      root: page,
      configFile: false,
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
    });
    writeFileSync(mark, now);
  }
}
