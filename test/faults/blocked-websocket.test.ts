// Networks that allow Slack's Web API but block the WebSocket: one log line says why, and the app retries until it works.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { type AppProcess, startProcess } from '../helpers/app-process.js';
import { closedPort } from '../helpers/closed-port.js';
import { describeMessages, openChapter, operatorLines } from '../helpers/fault-page.js';
import { freshFile } from '../helpers/fresh-store.js';
import { DIRECT, directMessage } from '../helpers/payloads.js';
import { type Slack, startSlack } from '../helpers/slack-emulator.js';

const OPEN = 'apps.connections.open';
/** Longer than any test waits. */
const ALWAYS = 1_000;
const BROKEN =
  'warn code=connection_lost Lost the connection to Slack. Reconnecting. No action needed unless this continues';

const REMEDY =
  'Let this host through the firewall, set HTTPS_PROXY if there is a proxy, or use HTTP instead of Socket Mode. Trying again, at growing intervals';

const chapter = openChapter('A network that blocks the WebSocket');

let slack: Slack;
let app: AppProcess | undefined;
const closers: (() => unknown)[] = [];
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(async () => {
  app?.child.kill('SIGKILL');
  await app?.ended;
  for (const close of closers.splice(0)) await close();
  await slack.stop();
});

/** Starts a server on this machine that does this with each connection; resolves to its port. */
async function serve(take: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    take(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A WebSocket that opens but never gets a hello. */
async function withoutHello(): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const refusesWith = (head: string) => (socket: Socket) => void socket.once('data', () => socket.end(head));

it.each([
  ['is refused', closedPort, 'ECONNREFUSED', 'the connection was refused'],
  [
    'is reset',
    () => serve((socket) => void socket.once('data', () => socket.resetAndDestroy())),
    'ECONNRESET',
    'the connection was reset',
  ],
  ['is closed', () => serve(refusesWith('')), 'UND_ERR_SOCKET', 'the connection was closed'],
  [
    'is answered by something else',
    () => serve(refusesWith('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')),
    'http_403',
    'it was answered with status 403',
  ],
  ['is accepted, but nothing answers', () => serve(() => undefined), 'no_hello', 'it stayed silent for 20 s'],
  ['opens, but Slack says no hello', withoutHello, 'no_hello', 'it stayed silent for 20 s'],
  // Discard, a port that browsers and WebSocket clients refuse to open.
  ['can’t be opened at all', async () => 9, 'websocket_failed', 'it failed before Slack said hello'],
])('if the WebSocket %s, one log line and /readyz say why until it works', async (fault, open, code, cause) => {
  const port = await open();
  app = await startProcess('socket', slack, { file: freshFile(), connectionSpeed: 20, env: { MONITORING_PORT: '0' } });
  const [, monitoring] = /Monitoring: port (\d+)/.exec(app.said()) ?? [];
  const readiness = async () => {
    const response = await fetch(`http://127.0.0.1:${monitoring}/readyz`);
    return { http: response.status, ...(await response.json()) };
  };

  const body = JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/link?ticket=secret` });
  slack.fail(OPEN, ...Array.from({ length: ALWAYS }, () => ({ status: 200, body })));
  slack.cut();
  await slack.until(() => slack.calls.filter(({ method }) => method === OPEN).length >= 4);
  expect(await readiness()).toMatchObject({ http: 503, status: 'not ready', slack: 'not connected', cause });

  slack.fail(OPEN);
  await app.untilLines((lines) => lines.some((line) => line.includes('code=connected ')));
  await expect.poll(readiness).toMatchObject({ http: 200, status: 'ready', slack: 'connected' });
  expect((await app.deliver(directMessage({ text: 'do I need a degree?' }))).isAcknowledged).toBe(true);
  // Its output is complete only once it has ended.
  app.child.kill('SIGKILL');
  await app.ended;
  expect(app.lines().join()).not.toContain('secret');
  const blocked = `warn code=${code} Slack’s Web API answers, but the WebSocket to HOST doesn’t open: ${cause}. ${REMEDY}`;
  chapter.note(
    { fault: `the WebSocket ${fault}`, person: 'the answer, once', operator: [BROKEN, blocked] },
    {
      person: describeMessages(slack.messagesIn(DIRECT), 'degree'),
      operator: operatorLines(app.lines()).map((line) => line.replaceAll(`127.0.0.1:${port}`, 'HOST')),
    },
  );
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());

it('a connection whose end is announced right after its hello is replaced too', async () => {
  app = await startProcess('socket', slack, { file: freshFile() });
  slack.cut();
  await slack.until(() => slack.connections() === 1);
  slack.disconnectAll('warning');
  await slack.until(() => slack.connections() === 2);
  await slack.until(() => slack.connections() === 1);
});

it('after Slack’s “disconnect” the next connection is open before the last one is closed', async () => {
  app = await startProcess('socket', slack, { file: freshFile() });
  const seen: number[] = [];
  slack.disconnectAll('warning');
  await slack.until(() => {
    seen.push(slack.connections());
    return seen.includes(2) && seen.at(-1) === 1;
  });
  expect(seen).not.toContain(0);
});

it('what arrives on a connection that Slack is about to close is acknowledged on it', async () => {
  app = await startProcess('socket', slack, { file: freshFile() });
  const release = slack.hold('chat.postMessage');
  const answered = app.deliver(directMessage({ text: 'do I need a degree?' }));
  await slack.until(() => slack.said().length === 1);
  slack.disconnectAll('warning');
  await slack.until(() => slack.connections() === 2);
  release();
  expect((await answered).isAcknowledged).toBe(true);
  await slack.until(() => slack.connections() === 1);
  expect(app.lines()).toEqual([]);
});
