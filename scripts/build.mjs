// The build: compiles, trains, bundles the page. Where only the packages of production are installed, what was built before stands.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where a package is; undefined where it is not installed. */
function find(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

const compiler = find('typescript');
// The compiler alone proves nothing: packages of production may bring it along, without the types that it needs.
if (compiler !== undefined && find('vite') !== undefined) {
  for (const step of [
    [join(compiler, 'bin/tsc'), '-p', 'tsconfig.build.json'],
    ['dist/src/commands/train.js'],
    ['dist/local-slack/build-page.js'],
  ]) {
    const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
} else if (!existsSync(join(root, 'dist/src/main.js'))) {
  console.error('Nothing is built, and what builds is not installed. Run: npm ci --include=dev && npm run build');
  process.exit(1);
} else if (process.env.npm_config_loglevel !== 'silent') {
  console.error('What builds is not installed: what was built before stands.');
}
