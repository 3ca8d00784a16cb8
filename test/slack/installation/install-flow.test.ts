// Installs the app in many workspaces through its real pages, with a browser, on the emulator.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.js';
import { openBrowser } from '../../helpers/cookie-browser.js';
import { DATABASES } from '../../helpers/databases.js';
import {
  ACME,
  CLIENT,
  freshKey,
  type OAuthApp,
  ORGANISATION,
  startOAuthApp,
  UMBRELLA,
} from '../../helpers/oauth-app.js';
import {
  appUninstalled,
  command,
  DIRECT,
  directMessage,
  from,
  homeOpened,
  mention,
  PERSON,
} from '../../helpers/payloads.js';

let running: OAuthApp;
beforeEach(async () => {
  running = await startOAuthApp();
});
afterEach(() => running.stop());

const ofAcme = { team: ACME.id };
const ofUmbrella = { team: UMBRELLA.id, enterprise: ORGANISATION.id };
const tokenOf = (id: string) => running.slack.installs.tokensOf(id).at(-1);
const posts = () => running.slack.calls.filter(({ method }) => method === 'chat.postMessage');

/** Sends these lines as they are, and returns the response. */
async function sendRaw(port: number, head: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end([...head, 'Connection: close', '', ''].join('\r\n'));
  let answer = '';
  socket.on('data', (data) => {
    answer += data;
  });
  await once(socket, 'close');
  return answer;
}

describe('the install page', () => {
  it('says what the app does, and each permission with its reason', async () => {
    const { status, text } = await openBrowser().visit(`${running.origin}/slack/install`);
    expect(status).toBe(200);
    expect(text).toContain('Install Backend Career');
    for (const { scope, reason } of [
      { scope: 'commands', reason: '/backend-career and the two shortcuts' },
      { scope: 'im:history', reason: 'to receive direct messages to the bot; it reads no other conversation' },
    ])
      expect(text).toContain(`<code>${scope}</code> ${reason}`);
  });

  it('asks Slack for the manifest’s scopes, and for none of the person’s', async () => {
    const { text } = await openBrowser().visit(`${running.origin}/slack/install`);
    const asked = new URL((/href="(http[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&')).searchParams;
    expect(asked.get('scope')).toBe(running.slack.workspace.manifest.scopes.join(','));
    expect(asked.get('user_scope') ?? '').toBe('');
  });

  it('also asks for what an agent needs, if the app is one', async () => {
    const agent = await startOAuthApp({ isAgent: true });
    const { text } = await openBrowser().visit(`${agent.origin}/slack/install`);
    expect(await agent.install({ team: ACME })).toMatchObject({ status: 200 });
    await agent.stop();
    expect(text).toContain('<code>assistant:write</code> Slack requires this of every agent');
    expect(text).toContain('%2Cassistant%3Awrite');
  });

  it('loads nothing from elsewhere, can’t be framed and isn’t cached', async () => {
    const { headers } = await openBrowser().visit(`${running.origin}/slack/install`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('an installation', () => {
  it('ends with a page that leads to Slack, with the workspace’s name as text', async () => {
    const { status, text } = await running.install({ team: ACME });
    expect(status).toBe(200);
    expect(text).toContain('Backend Career is installed');
    expect(text).toContain('Acme &amp; &lt;b&gt;Sons&lt;/b&gt;');
    expect(text).toContain(`https://slack.com/app_redirect?app=A00FAKEAPP&amp;team=${ACME.id}`);
  });

  it('gets that workspace answered with its own token', async () => {
    await running.install({ team: ACME });
    expect(await running.deliver(from(ofAcme, directMessage()))).toMatchObject({ isAcknowledged: true });
    expect(posts().at(-1)).toMatchObject({ token: tokenOf(ACME.id), args: { channel: DIRECT } });
  });

  it('greets the installer once, and no one else', async () => {
    await running.install({ team: ACME, by: 'U00INSTALLER' });
    expect(posts().map(({ args }) => args.channel)).toEqual(['U00INSTALLER']);
    expect(posts()[0]?.args.text).toMatch(/\/backend-career.*“What does a fresher earn/);
    await running.install({ team: ACME, by: 'U00ANOTHER' });
    expect(posts().length).toBe(1);
  });

  it('succeeds even if the greeting fails, which is logged', async () => {
    running.slack.fail('chat.postMessage', { error: 'channel_not_found' });
    expect(await running.install({ team: ACME })).toMatchObject({ status: 200 });
    expect(running.lines.join('\n')).toMatch(
      /warn surface=install code=channel_not_found Couldn’t send the welcome message in T00ACME/,
    );
    await running.deliver(from(ofAcme, directMessage()));
    expect(posts().at(-1)).toMatchObject({ token: tokenOf(ACME.id) });
  });

  it('made again replaces the token', async () => {
    await running.install({ team: ACME });
    const old = tokenOf(ACME.id);
    await running.install({ team: ACME });
    await running.deliver(from(ofAcme, mention()));
    expect(posts().at(-1)?.token).toBe(tokenOf(ACME.id));
    expect(tokenOf(ACME.id)).not.toBe(old);
  });

  it('for a whole organisation answers all its workspaces with the organisation’s token', async () => {
    await running.install({ team: UMBRELLA, enterprise: ORGANISATION, isOrgWide: true });
    for (const team of [UMBRELLA.id, 'T00SISTER']) {
      await running.deliver(from({ team, enterprise: ORGANISATION.id, isOrgWide: true }, directMessage()));
      expect(posts().at(-1)).toMatchObject({ token: tokenOf(ORGANISATION.id) });
    }
    expect(posts().length).toBe(3);
  });

  it('for a whole organisation and for one of its workspaces are two', async () => {
    await running.install({ team: UMBRELLA, enterprise: ORGANISATION, isOrgWide: true });
    await running.install({ team: UMBRELLA, enterprise: ORGANISATION });
    await running.deliver(from(ofUmbrella, directMessage()));
    expect(posts().at(-1)?.token).toBe(tokenOf(UMBRELLA.id));
    await running.deliver(from({ ...ofUmbrella, isOrgWide: true }, directMessage()));
    expect(posts().at(-1)?.token).toBe(tokenOf(ORGANISATION.id));
  });

  it('fails with a token that expires, since no one would renew it', async () => {
    const back = await running.consent({ team: ACME });
    running.slack.fail('oauth.v2.access', {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ok: true,
        access_token: running.slack.installs.tokensOf('T00FAKETEAM')[0],
        refresh_token: 'xoxe-fake',
        expires_in: 43_200,
        scope: 'commands',
        bot_user_id: 'U00BOT',
        team: ACME,
        authed_user: { id: PERSON },
      }),
    });
    const browser = openBrowser(new Map([['slack-app-oauth-state', new URL(back).searchParams.get('state') ?? '']]));
    expect(await browser.visit(back)).toMatchObject({ status: 500 });
    expect(running.lines.join('\n')).toContain('token that expires');
    expect(await running.installations.count()).toBe(0);
  });
});

describe('two workspaces', () => {
  it('never get each other’s token, in whatever order people ask', async () => {
    await running.install({ team: ACME });
    await running.install({ team: UMBRELLA, enterprise: ORGANISATION });
    const before = posts().length;
    const asked = Array.from({ length: 40 }, (_, index) => {
      const [whose, id] = index % 2 === 0 ? ([ofAcme, ACME.id] as const) : ([ofUmbrella, UMBRELLA.id] as const);
      return { id, channel: `D00${id}${index}`, whose };
    });
    await Promise.all(asked.map(({ whose, channel }) => running.deliver(from(whose, directMessage({ channel })))));
    const answered = posts().slice(before);
    expect(answered.length).toBe(asked.length);
    for (const { id, channel } of asked)
      expect(answered.find(({ args }) => args.channel === channel)?.token).toBe(tokenOf(id));
  });

  it('show the report to their own installer, and to no one of the other', async () => {
    await running.install({ team: ACME, by: 'U00ANA' });
    await running.install({ team: UMBRELLA, by: 'U00BEN' });
    const seesReport = async (team: string, user: string) => {
      await running.deliver(from({ team }, homeOpened({ user })));
      return JSON.stringify(running.slack.calls.at(-1)?.args.view).includes(
        'Only visible to the person who installed the app',
      );
    };
    expect(await seesReport(ACME.id, 'U00ANA')).toBe(true);
    expect(await seesReport(ACME.id, 'U00BEN')).toBe(false);
    expect(await seesReport(UMBRELLA.id, 'U00BEN')).toBe(true);
    expect(await seesReport(UMBRELLA.id, 'U00ANA')).toBe(false);
  });
});

describe('ADMINS', () => {
  it('shows the report of the named workspace, and of no other', async () => {
    const other = await startOAuthApp({ admins: [`${ACME.id}/U00CLEO`] });
    for (const team of [ACME, UMBRELLA]) await other.install({ team });
    const seen: boolean[] = [];
    for (const team of [ACME.id, UMBRELLA.id]) {
      await other.deliver(from({ team }, homeOpened({ user: 'U00CLEO' })));
      seen.push(JSON.stringify(other.slack.calls.at(-1)?.args.view).includes('For administrators'));
    }
    await other.stop();
    expect(seen).toEqual([true, false]);
  });
});

describe('nothing is installed', () => {
  const refused = { status: 400 };

  it.each([
    ['the person says no', { isDenied: true }, (back: string) => back, 200, 'You didn’t give it the permissions'],
    [
      'the state is a different one',
      {},
      (back: string) => back.replace(/state=[^&]+/, 'state=forged'),
      400,
      'finished, expired',
    ],
    ['there is no state', {}, (back: string) => back.replace(/state=[^&]+&?/, ''), 400, 'finished, expired'],
    ['there is no code', {}, (back: string) => back.replace(/&?code=[^&]+/, ''), 400, 'finished, expired'],
    [
      'Slack does not know the code',
      {},
      (back: string) => back.replace(/code=[^&]+/, 'code=made-up'),
      400,
      'finished, expired',
    ],
  ])('if %s', async (_, decision, change, status, words) => {
    const browser = openBrowser();
    const page = await browser.visit(change(await running.consent({ team: ACME, ...decision }, browser)));
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.text).toContain('href="install"');
    expect(await running.installations.count()).toBe(0);
  });

  it('if the browser that returns isn’t the one that started', async () => {
    const back = await running.consent({ team: ACME });
    expect(await openBrowser().visit(back)).toMatchObject(refused);
    const other = openBrowser();
    await other.visit(`${running.origin}/slack/install`);
    expect(await other.visit(back)).toMatchObject(refused);
    expect(await running.installations.count()).toBe(0);
  });

  it('a second time if a page is reloaded, even by a browser that still has its cookies', async () => {
    const browser = openBrowser();
    const back = await running.consent({ team: ACME }, browser);
    const kept = openBrowser(new Map(browser.cookies));
    expect(await browser.visit(back)).toMatchObject({ status: 200 });
    expect(await browser.visit(back)).toMatchObject(refused);
    expect(await kept.visit(back)).toMatchObject(refused);
    expect(posts().length).toBe(1);
  });

  it('if the code is older than ten minutes', async () => {
    const browser = openBrowser();
    const back = await running.consent({ team: ACME }, browser);
    running.slack.pass(601);
    expect(await browser.visit(back)).toMatchObject(refused);
  });

  it('if Slack doesn’t know the secret, which is logged with what to do', async () => {
    const other = await startOAuthApp({ clientSecret: 'another one' });
    expect(await other.install({ team: ACME })).toMatchObject({ status: 500 });
    await other.stop();
    expect(other.lines.join('\n')).toMatch(/^error surface=install code=bad_client_secret Copy SLACK_CLIENT_ID and/m);
    expect(other.lines.filter((line) => line.startsWith('error')).length).toBe(1);
  });

  it('and no log line has a code, a state, a token or a person', async () => {
    await running.install({ team: ACME });
    const browser = openBrowser();
    await browser.visit((await running.consent({ team: ACME }, browser)).replace(/code=[^&]+/, 'code=made-up'));
    await openBrowser().visit(await running.consent({ team: ACME }));
    expect(running.lines.join('\n')).not.toMatch(/fake-code|made-up|eyJ|xox|U00/);
  });
});

describe('a request that no browser sends is answered, and the process lives on', () => {
  const CASES = [
    ['an invalid host', 'GET /slack/oauth_redirect?code=a&state=b HTTP/1.1', 'Host: a b'],
    ['a host with an invalid port', 'GET /slack/install HTTP/1.1', 'Host: x:99999999'],
    ['a path with half a character', 'GET /slack/install%ff HTTP/1.1', 'Host: x'],
    ['an address with an invalid port', 'GET //x:99999/slack/oauth_redirect HTTP/1.1', 'Host: x'],
    [
      'a cookie without a value',
      'GET /slack/oauth_redirect?code=a&state=b HTTP/1.1',
      'Host: x',
      'Cookie: slack-app-oauth-state',
    ],
    [
      'cookies of signs',
      'GET /slack/oauth_redirect?code=a&state=b HTTP/1.1',
      'Host: x',
      'Cookie: ;;=;slack-app-oauth-state=;',
    ],
    [
      'a state that isn’t a token',
      'GET /slack/oauth_redirect?code=a&state=b HTTP/1.1',
      'Host: x',
      'Cookie: slack-app-oauth-state=b',
    ],
    ['a code twice', 'GET /slack/oauth_redirect?code=a&code=b&state[]=b HTTP/1.1', 'Host: x'],
    ['an installation by POST', 'POST /slack/install HTTP/1.1', 'Host: x', 'Content-Length: 0'],
  ].map(([name, ...head]) => ({ name, head }));

  it.each(CASES)('$name', async ({ head }) => {
    const answer = await sendRaw(Number(new URL(running.origin).port), head);
    expect(answer).toMatch(/^HTTP\/1\.1 [2345]\d\d /);
    expect(await openBrowser().visit(`${running.origin}/slack/install`)).toMatchObject({ status: 200 });
    expect(await running.installations.count()).toBe(0);
  });
});

describe('a workspace that hasn’t installed the app', () => {
  it('gets no answer and no retries, and one log line for everything asked there', async () => {
    for (const body of [directMessage(), mention(), directMessage()])
      expect(await running.deliver(from(ofAcme, body))).toMatchObject({ isAcknowledged: true });
    await running.deliver(from(ofAcme, command()));
    expect(running.slack.said()).toEqual([]);
    expect(running.lines).toEqual([expect.stringMatching(/^warn code=not_installed T00ACME hasn’t installed/)]);
  });
});

it.each(DATABASES)(
  'two instances share installations, started on one and finished on the other, on $name',
  async ({ fresh }) => {
    const where = await fresh();
    const keys = [freshKey('shared')];
    const warn = (message: string): never => {
      throw new Error(message);
    };
    const stores = await Promise.all([0, 1].map(() => openStore({ ...where, keepsTexts: true, warn })));
    const [one, other] = await Promise.all(stores.map((store) => startOAuthApp({ store, slack: running.slack, keys })));
    if (one === undefined || other === undefined) throw new Error('Two were started');
    running.slack.installs.distribute({ ...CLIENT, redirectUrl: `${other.origin}/slack/oauth_redirect` });
    expect(await one.install({ team: ACME })).toMatchObject({ status: 200 });
    expect(await other.installations.count()).toBe(1);
    await one.deliver(from(ofAcme, directMessage()));
    expect(posts().at(-1)).toMatchObject({ token: tokenOf(ACME.id) });
    const said = posts().length;
    await other.deliver(from(ofAcme, appUninstalled()));
    await one.deliver(from(ofAcme, directMessage()));
    expect(posts().length).toBe(said);
    for (const app of [one, other]) await app.stop();
    for (const store of stores) await store.close();
  },
);

it('the start reports how many workspaces there are', async () => {
  await running.install({ team: ACME });
  const keys = [freshKey('other')];
  const next = await startOAuthApp({ store: running.store, slack: running.slack, keys });
  await next.stop();
  expect(next.standing.who).toBe('installed in 1 workspace, install page at /slack/install');
  expect(next.lines.join('\n')).toContain('TOKEN_KEYS has no key first');
});
