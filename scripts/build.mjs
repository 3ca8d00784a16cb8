// Compiles, bundles and trains the app, and bundles the page. With the packages of production only, keeps what was built before.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where a package is; undefined if it isn't installed. */
function find(name) {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}

/** Runs one step; resolves to its exit status, 1 if a signal ended it. */
function run(args, signal) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', signal });
    // Aborted, or not started: 'close' follows either way.
    child.on('error', () => undefined);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Builds what has changed; resolves to the exit status. An aborted `signal` ends the step that is running. */
export async function build(signal) {
  const compiler = find('typescript');
  const isBuilt = existsSync(join(root, 'dist/src/main.js'));
  // The compiler alone proves nothing: packages of production may bring it along, without the types that it needs.
  if (compiler !== undefined && find('vite') !== undefined) {
    // On standard error, since scripts read what a command prints on standard output.
    if (!isBuilt) console.error('Building, about 10 seconds …');
    const steps = [
      [join(compiler, 'bin/tsc'), '-p', 'tsconfig.build.json'],
      ['scripts/bundle.mjs'],
      ['dist/src/commands/train.js'],
      ['dist/local-slack/build-page.js'],
    ];
    for (const step of steps) {
      const status = await run(step, signal);
      if (status !== 0) return status;
    }
    return 0;
  }
  if (!isBuilt) {
    console.error(
      'Nothing is built, and the packages that build are not installed. Run: npm ci --include=dev && npm run build',
    );
    return 1;
  }
  if (process.env.npm_config_loglevel !== 'silent')
    console.error('The packages that build are not installed, so the last build is used.');
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await build();
