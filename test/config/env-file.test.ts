// Checks that a .env file that can't be read is an error that names it: in production, for npm start and for the commands.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Launched, launch } from '../helpers/local-slack-process.js';
import { APP_TOKEN, BOT, startSlack } from '../helpers/slack-emulator.js';

const TOKENS = `SLACK_BOT_TOKEN=${BOT.token}\nSLACK_APP_TOKEN=${APP_TOKEN}\n`;
const utf16 = Buffer.from(TOKENS, 'utf16le');

type Fault = readonly [what: string, make: (path: string) => void, said: RegExp];

const UNREADABLE: Fault = [
  'UTF-16',
  (path) => writeFileSync(path, utf16),
  /\.env is saved as UTF-16.*Save it as UTF-8/,
];

/** How to make a file, and the error it leads to. */
const FAULTS: readonly Fault[] = [
  ['a folder', (path) => mkdirSync(path), /\.env is a folder\. Move it away/],
  ['a link to itself', (path) => symlinkSync('.env', path), /\.env is a link that leads back to itself\. Delete it/],
  ['a link to nothing', (path) => symlinkSync('gone', path), /\.env is a link to a file that doesn’t exist/],
  UNREADABLE,
  [
    'UTF-16 with its mark',
    (path) => writeFileSync(path, Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])),
    /\.env is saved as UTF-16/,
  ],
  [
    'big-endian UTF-16',
    (path) => writeFileSync(path, Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])),
    /\.env is saved as UTF-16/,
  ],
];
const isRoot = process.getuid?.() === 0;
const ENTRANCES = [
  ['in production', 'dist/src/main.js', { NODE_ENV: 'production' }],
  ['by npm start', 'dist/local-slack/start.js', {}],
  ['by a command', 'dist/src/commands/report.js', {}],
] as const;

const running: Launched[] = [];
afterEach(() => {
  for (const { process } of running.splice(0)) process.kill('SIGKILL');
});
function start(env: NodeJS.ProcessEnv, entrance: string, make: (path: string) => void): Launched {
  const launched = launch(env, { entrance, before: (folder) => make(join(folder, '.env')) });
  running.push(launched);
  return launched;
}

async function expectFault([, make, said]: Fault, entrance: string, env: NodeJS.ProcessEnv): Promise<void> {
  const launched = start(env, entrance, make);
  expect(await launched.ended).toBe(1);
  expect(launched.output().err).toMatch(said);
  expect(launched.output().err).not.toMatch(/xox|xapp|^\s+at /m);
  expect(launched.output().out).toBe('');
}

// All entrances read it by the same function, so each fault is tried at one of them.
it.each(FAULTS)('a .env that is %s is an error that names it', async (...fault) => {
  await expectFault(fault, 'dist/src/commands/report.js', {});
});

describe.each(ENTRANCES)('%s', (_, entrance, env) => {
  it('a .env that can’t be read is an error that names it', () => expectFault(UNREADABLE, entrance, env));

  it.skipIf(isRoot)('a .env without permission to read is an error that names it (skipped for root)', async () => {
    const launched = start(env, entrance, (path) => {
      writeFileSync(path, TOKENS);
      chmodSync(path, 0);
    });
    expect(await launched.ended).toBe(1);
    expect(launched.output().err).toMatch(/\.env may not be read by the user who runs the app/);
  });
});

it('a .env in UTF-8 with a byte order mark is read, and the environment takes precedence', async () => {
  const slack = await startSlack();
  const launched = start(
    { SLACK_API_URL: slack.apiUrl, MONITORING_PORT: 'tcp://10.43.0.7:9464' },
    'dist/src/main.js',
    (path) => writeFileSync(path, `\uFEFF${TOKENS}SLACK_API_URL=http://127.0.0.1:9/\n`),
  );
  await launched.says(/^Ready: Socket Mode, /m);
  expect(launched.output().out).toMatch(/^MONITORING_PORT holds the address of a Kubernetes Service/m);
  await launched.stop();
  await slack.stop();
});
