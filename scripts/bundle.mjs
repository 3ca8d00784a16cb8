// Bundles the app and its commands into dist/src when their sources or the installed packages have changed: to load
// several hundred small modules one by one took half of the time of a start.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeOf } from '../dist/local-slack/fingerprint.js';

const root = join(import.meta.dirname, '..');
const outDir = join(root, 'dist/src');
const chunks = join(outDir, 'chunks');
const mark = join(chunks, 'made-of');

/** What npm scripts start: beside each `ask-command.ts` stands an `ask.ts`. */
const commands = readdirSync(join(root, 'src/commands')).flatMap((file) => /^(.+)-command\.ts$/.exec(file)?.[1] ?? []);
// The store is started alone where several processes share one.
const entries = ['main', 'store/open-store', ...[...commands, 'train'].map((name) => `commands/${name}`)];

/** Packages that are loaded from node_modules: libsql isn't JavaScript alone, pg is rarely used, tests put faults into undici. */
const NOT_BUNDLED = ['libsql', 'pg', 'undici'];

const now = madeOf(['src', 'intents', 'scripts']);
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== now) {
  const { build } = await import('vite');
  rmSync(chunks, { recursive: true, force: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: NOT_BUNDLED },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(entries.map((name) => [name, join(root, 'src', `${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  writeFileSync(mark, now);
}
