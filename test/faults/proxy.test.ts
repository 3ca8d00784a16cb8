// Machines that reach the internet only through a forward proxy: everything goes through it, except what is excluded.
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { type AppProcess, startProcess } from '../helpers/app-process.js';
import { MODES, type Mode } from '../helpers/connect-to-app.js';
import { type ForwardProxy, startForwardProxy } from '../helpers/forward-proxy.js';
import { freshFile } from '../helpers/fresh-store.js';
import { directMessage } from '../helpers/payloads.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';
import { CERTIFICATE, EXPIRED_CERTIFICATE, startTlsFront } from '../helpers/tls-front.js';

const WEBSOCKET = /^GET \/link/;

let slack: Slack;
let proxy: ForwardProxy;
let app: AppProcess | undefined;
beforeEach(async () => {
  [slack, proxy] = await Promise.all([startSlack(), startForwardProxy()]);
});
afterEach(async () => {
  app?.child.kill('SIGKILL');
  await app?.ended;
  app = undefined;
  proxy.stop();
  await slack.stop();
});

async function ask(mode: Mode, env: Record<string, string>): Promise<void> {
  app = await startProcess(mode, slack, { file: freshFile(), env });
  await app.deliver(directMessage({ text: 'do I need a degree?' }));
}

it.each(MODES)('over %s, HTTP_PROXY is used for every Web API call and for the WebSocket', async (mode) => {
  await ask(mode, { HTTP_PROXY: proxy.url });
  const methods = slack.calls.map(({ method }) => method);
  expect(methods).toEqual(expect.arrayContaining(['auth.test', 'chat.postMessage']));
  expect(proxy.lines.filter((line) => line.startsWith('POST '))).toHaveLength(methods.length);
  expect(proxy.lines.filter((line) => WEBSOCKET.test(line))).toHaveLength(mode === 'socket' ? 1 : 0);
});

it.each(MODES)('over %s, HTTPS_PROXY is used for every https and wss address, as Slack’s are', async (mode) => {
  const { port } = new URL(slack.apiUrl);
  const front = await startTlsFront(Number(port));
  proxy.leadTo(front.port);
  // The emulator knows itself by an address without TLS only.
  const body = JSON.stringify({ ok: true, url: `wss://localhost:${port}/link?ticket=1` });
  slack.fail('apps.connections.open', { status: 200, body });
  await ask(mode, {
    HTTPS_PROXY: proxy.url,
    SLACK_API_URL: slack.apiUrl.replace('http://127.0.0.1', 'https://localhost'),
    NODE_EXTRA_CA_CERTS: resolve(CERTIFICATE),
  });
  front.stop();
  expect(new Set(proxy.hosts)).toEqual(new Set([`localhost:${port}`]));
  expect(proxy.lines).toEqual([]);
  expect(app?.lines()).toEqual([]);
});

it.each([
  ['NO_PROXY', '127.0.0.1'],
  ['NO_PROXY', 'example.org, 127.0.0.1'],
  ['no_proxy', '*'],
])('with %s=%s, that host is reached directly', async (name, value) => {
  await ask('socket', { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, [name]: value });
  expect(proxy.lines).toEqual([]);
});

it('HTTPS_PROXY isn’t used for an http address', async () => {
  await ask('socket', { HTTPS_PROXY: proxy.url });
  expect(proxy.lines).toEqual([]);
});

it('a lower-case name works, the address needs no http://, and its user and password are sent', async () => {
  await ask('socket', { http_proxy: proxy.url.replace('http://', 'me:secret@') });
  expect(proxy.lines.some((line) => WEBSOCKET.test(line))).toBe(true);
  expect(new Set(proxy.credentials)).toEqual(new Set([`Basic ${btoa('me:secret')}`]));
  expect(app?.lines()).toEqual([]);
});

it.each([
  ['isn’t trusted', CERTIFICATE, undefined, 'localhost', /DEPTH_ZERO_SELF_SIGNED_CERT\. .*set NODE_EXTRA_CA_CERTS/],
  ['has expired', EXPIRED_CERTIFICATE, EXPIRED_CERTIFICATE, 'localhost', /CERT_HAS_EXPIRED\. .*Check the clock/],
  ['is its own', CERTIFICATE, CERTIFICATE, 'slack.test', /ERR_TLS_CERT_ALTNAME_INVALID\. .*for a different address/],
])(
  'a proxy that opens TLS with a certificate that %s ends the start, with what to do',
  async (_, shown, trusted, host, line) => {
    const front = await startTlsFront(Number(new URL(slack.apiUrl).port), shown);
    onTestFinished(() => front.stop());
    proxy.leadTo(front.port);
    const env = {
      HTTPS_PROXY: proxy.url,
      SLACK_API_URL: slack.apiUrl.replace('http://127.0.0.1', `https://${host}`),
      ...(trusted !== undefined && { NODE_EXTRA_CA_CERTS: resolve(trusted) }),
    };
    await expect(startProcess('http', slack, { file: freshFile(), env })).rejects.toThrow(line);
  },
);
