// Bundles the page into dist/page when its sources or the installed packages have changed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../src/config/project-root.js';
import { fingerprint } from './fingerprint.js';

const root = findProjectRoot();
const page = join(root, 'local-slack/page');
const outDir = join(root, 'dist/page');
const mark = join(outDir, 'made-of');

/** A short text that changes whenever the page's sources or the installed packages do. */
function madeOf(): string {
  const packages = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return [packages, ...[page, join(root, 'local-slack/shared')].map(fingerprint)].join(' ');
}

if (existsSync(join(page, 'index.html'))) {
  const now = madeOf();
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
