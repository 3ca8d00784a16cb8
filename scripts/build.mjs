// The build: compiles, trains, bundles the page. Where the compiler is not installed, as in production, what was built before stands.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The compiler; undefined where only the packages of production are installed. */
function findCompiler() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  } catch {
    return undefined;
  }
}

const compiler = findCompiler();
if (compiler !== undefined) {
  for (const step of [
    [compiler, '-p', 'tsconfig.build.json'],
    ['dist/src/train.js'],
    ['dist/workspace/build-page.js'],
  ]) {
    const { status } = spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
} else if (!existsSync(join(root, 'dist/src/main.js'))) {
  console.error('Nothing is built, and the compiler is not installed. Run: npm ci --include=dev && npm run build');
  process.exit(1);
} else if (process.env.npm_config_loglevel !== 'silent') {
  console.error('The compiler is not installed: what was built before stands.');
}
