// Checks the project as production has it: built, and with the packages of production only.
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../helpers/local-slack-process.js';
import { APP_TOKEN, BOT, type Slack, startSlack } from '../helpers/slack-emulator.js';

interface Locked {
  readonly dev?: boolean;
}

/** The folders below node_modules that `npm ci --omit=dev` installs, if this system has them. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(path))
    .map(([path]) => path);
}

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'advisor-production-'));
  for (const path of productionPackages()) {
    // A package's own packages are separate entries.
    const filter = (from: string): boolean => from === path || !from.startsWith(join(path, 'node_modules'));
    cpSync(path, join(root, path), { recursive: true, filter });
  }
  for (const part of ['data', 'dist', 'scripts', 'manifest.yml', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true, preserveTimestamps: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}, cwd = root) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const own = { PATH: process.env.PATH, HOME: root, npm_config_update_notifier: 'false', ...env };
    execFile('npm', ['run', '-s', script, '--', ...args], { cwd, env: own }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

it('nothing that only development needs is installed', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const owned = Object.keys(devDependencies).filter((name) => existsSync(join(root, 'node_modules', name)));
  // Installed by Slack's packages.
  expect(owned).toEqual(['@types/node']);
});

it('the packages take at most 60 MB', () => {
  const packages = join(root, 'node_modules');
  const sizes = readdirSync(packages, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { blocks = 0 } = statSync(join(packages, name));
    return blocks * 512;
  });
  expect(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 20).toBeLessThan(60);
});

const tokensFor = ({ apiUrl }: Slack): NodeJS.ProcessEnv => ({
  SLACK_BOT_TOKEN: BOT.token,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: apiUrl,
});

describe('the product', () => {
  it.each([
    ['from its entrance', 'dist/src/main.js'],
    ['by npm start', 'dist/local-slack/start.js'],
  ])('connects to Slack %s', async (_, entrance) => {
    const slack = await startSlack();
    const running = launch({ ...tokensFor(slack), NODE_ENV: 'production' }, { root, entrance });
    await running.says(/^Ready: Socket Mode, /m);
    await running.stop();
    expect(running.output().err).toBe('');
    await slack.stop();
  });

  it('needs only the files of a build that the deployment page lists', async () => {
    const [, listed = ''] =
      /given a build needs ([\s\S]*?) and\s/.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
    const parts = [...listed.matchAll(/`([^`]+)`/g)]
      .map(([, part = '']) => part)
      .filter((part) => !part.startsWith('npm '));
    const given = mkdtempSync(join(tmpdir(), 'advisor-given-'));
    for (const part of parts) cpSync(part, join(given, part), { recursive: true, preserveTimestamps: true });
    symlinkSync(join(root, 'node_modules'), join(given, 'node_modules'));
    const slack = await startSlack();
    const running = launch(tokensFor(slack), { root: given, entrance: 'dist/src/main.js' });
    await running.says(/^Ready: Socket Mode, /m);
    await running.stop();
    await slack.stop();
    expect(running.output().err).toBe('');
    expect(await run('store', ['migrate'], {}, given)).toEqual({
      code: 0,
      out: 'The store var/advisor.sqlite is up to date now.\n',
      err: '',
    });
    rmSync(given, { recursive: true });
  });
});

describe('npm', () => {
  it('start without tokens reports the missing settings and opens no local Slack, whatever NODE_ENV says', async () => {
    expect(await run('start')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/These settings need fixing: .*SLACK_BOT_TOKEN/),
    });
  });

  it.each([
    ['ask', ['--json', 'do I need a degree?'], /"degree"/],
    ['manifest', ['--agent'], /agent_view/],
  ])('run %s uses the existing build', async (script, args, expected) => {
    expect(await run(script, args)).toEqual({ code: 0, out: expect.stringMatching(expected), err: '' });
  });

  it('run anything says what is missing if there’s no build', async () => {
    renameSync(join(root, 'dist'), join(root, 'away'));
    const way =
      'Nothing is built, and the packages that build are not installed. Run: npm ci --include=dev && npm run build\n';
    expect(await run('start')).toEqual({ code: 1, out: '', err: way });
    renameSync(join(root, 'away'), join(root, 'dist'));
  });
});
