// Runs the real process for many workspaces, as in production: installed, restarted, stopped.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectToApp, SIGNING_SECRET } from '../../helpers/connect-to-app.js';
import { openBrowser } from '../../helpers/cookie-browser.js';
import { freshFile } from '../../helpers/fresh-store.js';
import { type Launched, launch } from '../../helpers/local-slack-process.js';
import { ACME, CLIENT } from '../../helpers/oauth-app.js';
import { DIRECT, directMessage, from } from '../../helpers/payloads.js';
import { type Slack, startSlack } from '../../helpers/slack-emulator.js';

let slack: Slack;
const started: Launched[] = [];
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  for (const app of started.splice(0)) app.process.kill('SIGKILL');
  await slack.stop();
});

const KEY = `2026-11:${'A'.repeat(43)}`;

/** Starts `program` and resolves to its port and what it prints when it's ready. */
async function start(file: string, entrance: string, env: Record<string, string> = {}) {
  const own = {
    DATABASE_URL: `file:${file}`,
    SLACK_CLIENT_ID: CLIENT.clientId,
    SLACK_CLIENT_SECRET: CLIENT.clientSecret,
    SLACK_STATE_SECRET: 'a fake state secret of some length',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    TOKEN_KEYS: KEY,
    ...env,
  };
  const app = launch(own, { entrance });
  started.push(app);
  const [, port] = await app.says(/port (\d+).*\n/);
  return {
    said: app.output().out,
    complained: () => app.output().err,
    port: Number(port),
    async stop(): Promise<unknown> {
      app.process.kill('SIGTERM');
      return app.ended;
    },
  };
}

async function install(port: number): Promise<number> {
  const origin = `http://127.0.0.1:${port}`;
  slack.installs.distribute({ ...CLIENT, redirectUrl: `${origin}/slack/oauth_redirect` });
  slack.installs.consentTo({ team: ACME });
  const browser = openBrowser();
  const page = await browser.visit(`${origin}/slack/install`);
  const link = /href="(http[^"]+)"/.exec(page.text)?.[1] ?? '';
  const decided = await browser.visit(link.replaceAll('&amp;', '&'));
  return (await browser.visit(decided.location ?? '')).status;
}

it('a workspace installed before a stop is answered after the next start, also by npm start', async () => {
  const file = freshFile();
  const first = await start(file, 'dist/src/main.js');
  expect(first.said).toMatch(
    /Ready: HTTP, listening on port \d+, installed in 0 workspaces, install page at \/slack\/install\b/,
  );
  expect(await install(first.port)).toBe(200);
  await slack.until(() => slack.said().length === 1);
  expect(await first.stop()).toBe(0);
  const second = await start(file, 'dist/local-slack/start.js');
  expect(second.said).toContain('installed in 1 workspace,');
  await connectToApp('http', slack, second.port).deliver(from({ team: ACME.id }, directMessage()));
  expect(slack.said().at(-1)).toMatchObject({ token: slack.installs.tokensOf(ACME.id)[0], args: { channel: DIRECT } });
  expect(await second.stop()).toBe(0);
  expect(second.complained()).toBe('');
});

it('a start without the key says so in one line and continues', async () => {
  const file = freshFile();
  const first = await start(file, 'dist/src/main.js');
  await install(first.port);
  await first.stop();
  const second = await start(file, 'dist/src/main.js', { TOKEN_KEYS: `other:${'B'.repeat(43)}` });
  expect(second.said).toContain('installed in 1 workspace,');
  await second.stop();
  expect(second.complained()).toMatch(/The token of T00ACME can’t be decrypted: TOKEN_KEYS has no key 2026-11\./);
});

it('it isn’t ready until it has reached the store, which has the tokens; after that, it’s degraded at most', async () => {
  const folder = join(dirname(freshFile()), 'kept');
  const file = join(folder, 'advisor.sqlite');
  writeFileSync(folder, 'a file where the folder should be');
  const { port } = await start(file, 'dist/src/main.js');
  const readHealth = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`);
    return [response.status, await response.json()];
  };
  const { deliver } = connectToApp('http', slack, port);
  expect(await readHealth()).toEqual([503, { status: 'not ready', slack: 'connected', store: 'not reachable' }]);
  expect(await deliver(from({ team: ACME.id }, directMessage()))).toMatchObject({ isAcknowledged: false });
  rmSync(folder);
  const ready = { status: 'ready', slack: 'connected', store: 'reachable' };
  await expect.poll(readHealth).toEqual([200, ready]);
  const database = new Sqlite(file);
  database.exec('alter table conversations rename to elsewhere');
  database.close();
  const degraded = { status: 'degraded', slack: 'connected', store: 'not reachable' };
  await expect.poll(readHealth).toEqual([200, degraded]);
});
