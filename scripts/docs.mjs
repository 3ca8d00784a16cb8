// Brings what the app says and shows into the docs: `npm run docs -- readme | faults | screenshots [names] | gallery`.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = `Usage:
  npm run docs -- readme                  answers shown in the README and in docs/
  npm run docs -- faults                  docs/faults.md
  npm run docs -- screenshots [names]     docs/pictures: all of them, or only those named
  npm run docs -- gallery                 one page with every state of the product: dist/page/gallery.html`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/** What each word runs after the build. */
const STEPS = {
  readme: () => [vitest, 'run', 'test/project/readme.test.ts', '--update'],
  faults: () => [vitest, 'run', 'test/faults', '--update', '--no-file-parallelism'],
  screenshots: (names) => [join(root, 'dist/local-slack/browser/screenshots.js'), ...names],
  gallery: () => [join(root, 'dist/local-slack/browser/gallery.js')],
};

function refuse(problem) {
  console.error(`${problem}\n\n${USAGE}`);
  process.exit(1);
}

function run(args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    return refuse(error.message);
  }
}

const { positionals, values } = readArguments();
const [word, ...names] = positionals;
if (values.help) console.log(USAGE);
else if (word === undefined) refuse('Say what to write.');
else if (!Object.hasOwn(STEPS, word)) refuse(`Unknown argument: ${word}`);
else if (names.length > 0 && word !== 'screenshots') refuse(`Unknown argument: ${names[0]}`);
else {
  run([join(root, 'scripts/build.mjs')]);
  run(STEPS[word](names));
}
