// Checks that a .env file that can't be read is an error that names it: in production, for npm start and for the commands.
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  [
    'JSON',
    (path) => writeFileSync(path, `{ "SLACK_BOT_TOKEN": "${BOT.token}" }`),
    /\.env is JSON\. Write each setting/,
  ],
  ['a web page', (path) => writeFileSync(path, `<!DOCTYPE html>\n<p>${BOT.token}`), /\.env is a web page\./],
  ['rich text', (path) => writeFileSync(path, '{\\rtf1 LOG_LEVEL=info}'), /\.env is a word-processor file\./],
  ['a packed file', (path) => writeFileSync(path, gzipSync(TOKENS)), /\.env isn’t plain text: it has control char/],
  ['a few zero bytes', (path) => writeFileSync(path, 'PORT\0 9\n'), /\.env isn’t plain text: it has control char/],
  [
    'a long text without settings, which is refused at once',
    (path) => writeFileSync(path, 'The app is started by another one.\n'.repeat(20_000)),
    /\.env sets nothing/,
  ],
  [
    'a script for PowerShell',
    (path) => writeFileSync(path, `$env:SLACK_BOT_TOKEN="${BOT.token}"\n`),
    /\.env sets nothing: no line of it can be read\. Write each setting/,
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

it.each<[what: string, text: string, said: readonly string[]]>([
  ['a comment with an escape code', '# \u001b[1mtokens\nLOG_LEVEL=warn\n', ['.env isn’t plain text']],
  ['a mark at its end from DOS', 'LOG_LEVEL=warn\n\u001a', ['.env isn’t plain text', '.env:2 can’t be read']],
  ['a zero byte in a comment', '# a\0\nLOG_LEVEL=warn\n', ['.env isn’t plain text']],
  ['rich text around', `{\\rtf1\nLOG_LEVEL=warn\n`, ['.env is a word-processor file', '.env:1 can’t be read']],
  ['nothing but a comment with an escape code', '# \u001b[1m\n', ['.env isn’t plain text']],
  [
    'far more unread lines than are worth a note',
    `LOG_LEVEL=warn\n${'neither name nor value\n'.repeat(20_000)}`,
    [2, 3, 4, 5, 6].map((line) => `.env:${line} can’t be read`),
  ],
])('a .env with %s is no error if the environment sets the rest, but a warning', async (_, text, said) => {
  const slack = await startSlack();
  const env = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const launched = start(env, 'dist/src/main.js', (path) => writeFileSync(path, text));
  await launched.says(/^Ready: Socket Mode, /m);
  const lines = launched.output().err.match(/^\.env.*/gm) ?? [];
  expect(lines).toEqual(said.map((beginning) => expect.stringContaining(beginning)));
  await launched.stop();
  await slack.stop();
});

it('lines of a .env that can’t be read are named by their number, not repeated, and the rest is read', async () => {
  const text = `# tokens\n[slack]\nset SLACK_APP_TOKEN=${APP_TOKEN}\nPORT="a\nb"\nSLACK_APP_TOKEN=${APP_TOKEN}\n`;
  const launched = start({}, 'dist/src/main.js', (path) => writeFileSync(path, text));
  expect(await launched.ended).toBe(1);
  const { out, err } = launched.output();
  expect(err.match(/^\.env:\d+ can’t be read, so it’s ignored/gm)?.map((line) => line.slice(0, 6))).toEqual([
    '.env:2',
    '.env:3',
  ]);
  expect(err).toContain('SLACK_BOT_TOKEN is missing');
  expect(out + err).not.toContain(APP_TOKEN);
});

it('a .env.txt is named if there is no .env', async () => {
  const launched = start({}, 'dist/src/main.js', (path) => writeFileSync(`${path}.txt`, TOKENS));
  expect(await launched.ended).toBe(1);
  expect(launched.output().err).toContain('There is no .env, only .env.txt, which isn’t read. Rename it to .env');
});

it.each<[written: string, named: string]>([
  ['--port 3000', 'Unknown argument: --port. '],
  ['--token=a-secret', 'Unknown argument: --token. '],
  ['--data here --help', 'Unknown argument: --help. '],
  ['-a-secret', ''],
  ['a-secret', ''],
  ['--data', ''],
])('the app says which argument it takes if given %s, and repeats no value', async (written, named) => {
  const launched = launch({}, { args: written.split(' ') });
  running.push(launched);
  expect(await launched.ended).toBe(1);
  const { err } = launched.output();
  expect(err).toContain(`  - ${named}The only argument is --data FOLDER`);
  expect(err).not.toMatch(/a-secret|3000|report it|^\s+at /m);
});

it('a .env in UTF-8 with a byte order mark is read, and the environment takes precedence', async () => {
  const slack = await startSlack();
  const launched = start(
    { SLACK_API_URL: slack.apiUrl, MONITORING_PORT: 'tcp://10.43.0.7:9464' },
    'dist/src/main.js',
    (path) => writeFileSync(path, `\uFEFF${TOKENS}SLACK_API_URL=http://127.0.0.1:9/\n`),
  );
  await launched.says(/^Ready: Socket Mode, /m);
  expect(launched.output().err).toMatch(/^MONITORING_PORT holds the address of a Kubernetes Service/m);
  await launched.stop();
  await slack.stop();
});

it('quotation marks around a setting are ignored wherever it’s read, as for the form of the first line', async () => {
  const launched = launch({ LOG_FORMAT: '"json"', NODE_ENV: "'production'", SLACK_BOT_TOKEN: '""' });
  running.push(launched);
  expect(await launched.ended).toBe(1);
  expect(JSON.parse(launched.output().err)).toMatchObject({
    level: 'error',
    message: expect.stringContaining('SLACK_BOT_TOKEN is missing'),
  });
});
