// Everything in src/slack/connection/ that relies on Bolt's internals, with the reason for each.
// If one of these fails after an update of Bolt, read the file it names before you change the version below.
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { App, HTTPReceiver, type ReceiverEvent, SocketModeReceiver, webApi } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SIGNING_SECRET, signBody } from '../../helpers/connect-to-app.js';
import { command, directMessage } from '../../helpers/payloads.js';

const VERSIONS = {
  '@slack/bolt': '5.1.0',
  '@slack/oauth': '4.0.0',
  '@slack/socket-mode': '3.1.0',
  '@slack/web-api': '8.2.0',
};

const packageFolder = (name: string): string => join('node_modules', name);
const silent = (): void => undefined;
const logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  setName: silent,
  getLevel: () => 'error' as never,
};

it.each(Object.entries(VERSIONS))('this was written for %s %s', (name, version) => {
  expect(JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')).version).toBe(version);
});

/** Serves one test on a free port of this machine. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

it('missed-events.ts, which reports what Slack sends in place of missed events, relies on Bolt’s App not knowing it', async () => {
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const authorize = async () => ({ botToken: 'xoxb-fake', botUserId: 'U00BOT', botId: 'B00BOT' });
  const calls: string[] = [];
  const recording = { ...logger, warn: (words: string) => void calls.push(words) };
  const app = new App({ receiver, authorize, logger: recording, convoStore: false });
  app.use(async () => void calls.push('a listener'));
  const body = { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1518467820 };
  await app.processEvent({ body, ack: async () => void calls.push('ack') });
  expect(calls).toEqual([expect.stringContaining('Could not determine the type of an incoming event')]);
});

describe('ack-when-answered.ts, which delays the acknowledgement of events, relies on Bolt’s App:', () => {
  /** An app that records what happens, with the acknowledgement it gets. */
  function createApp(authorize = async () => ({ botToken: 'xoxb-fake', botUserId: 'U00BOT', botId: 'B00BOT' })) {
    const steps: unknown[] = [];
    const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
    const app = new App({ receiver, authorize, logger, convoStore: false, extendedErrorHandler: true });
    const ack = async (response?: unknown) => void steps.push(response === undefined ? 'ack' : ['ack', response]);
    return { app, steps, send: (body: object) => app.processEvent({ body, ack } as ReceiverEvent) };
  }

  it('it acknowledges an event before its listeners run, which is why that is delayed', async () => {
    const { app, steps, send } = createApp();
    app.message(async () => void steps.push('listener'));
    await send(directMessage());
    expect(steps).toEqual(['ack', 'listener']);
  });

  it('processEvent ends after the listeners, which is when the event is acknowledged', async () => {
    const { app, steps, send } = createApp();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    app.message(() => held.then(() => void steps.push('listener')));
    const processed = send(directMessage()).then(() => steps.push('processed'));
    release();
    await processed;
    expect(steps).toEqual(['ack', 'listener', 'processed']);
  });

  it('processEvent fails with what the error handler throws, which leaves the event for Slack to send again', async () => {
    const { app, send } = createApp();
    app.message(() => Promise.reject(new Error('failed')));
    app.error(() => Promise.reject(new Error('left')));
    await expect(send(directMessage())).rejects.toThrow('left');
  });

  it('what a receiver adds to an event is in the context of its listeners, like the delivery’s id', async () => {
    const { app, steps } = createApp();
    app.message(async ({ context }) => void steps.push(context.delivery));
    const ack = async () => undefined;
    await app.processEvent({ body: directMessage(), ack, customProperties: { delivery: 'its id' } });
    expect(steps).toEqual(['its id']);
  });

  it('without authorization it calls the error handler and then acknowledges, which acknowledgeWith fills in', async () => {
    const { app, steps, send } = createApp(() => Promise.reject(new Error('unknown workspace')));
    app.error(async () => void steps.push('error handler'));
    await send(command());
    expect(steps).toEqual(['error handler', 'ack']);
  });
});

describe('request-guard.ts, which refuses what Slack never sends, relies on Bolt’s HTTPReceiver:', () => {
  it('it handles each request by a property that can be replaced, and accepts a body that was read before', async () => {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger, port: 0 });
    const heard: unknown[] = [];
    const processEvent = async ({ body, ack }: ReceiverEvent): Promise<void> => {
      heard.push(body);
      await ack();
    };
    receiver.init({ processEvent } as never);
    const pass = receiver.requestListener;
    receiver.requestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => pass(Object.assign(request, { rawBody: Buffer.concat(chunks) }), response));
    };
    const server = await receiver.start(0);
    onTestFinished(() => void server.close());
    const { raw, headers } = signBody(directMessage({ text: 'read twice?' }));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body: raw });
    expect(response.status).toBe(200);
    expect(heard).toMatchObject([{ event: { text: 'read twice?' } }]);
  });
});

describe('socket-guard.ts and socket-connection.ts rely on Bolt’s client for Socket Mode:', () => {
  const { client } = new SocketModeReceiver({ appToken: 'xapp-fake', logger });
  const sourceOf = (file: string): string =>
    readFileSync(join(packageFolder('@slack/socket-mode'), 'dist/src', file), 'utf8');

  it('it reads each message in the only listener of its own event ws_message, which can be replaced', () => {
    expect(client.listenerCount('ws_message')).toBe(1);
  });

  it('it has a websocket that knows whether it’s active, and none before it’s started', () => {
    expect('websocket' in client && client.websocket).toBeFalsy();
    expect(sourceOf('SlackWebSocket.js')).toMatch(/\bisActive\(\)/);
  });

  it('it reports when the Web API has given it an address; from then on, the WebSocket is to blame', () => {
    expect(sourceOf('SocketModeClient.js')).toMatch(/emit\(State\.Authenticated, resp\);\s+return resp\.url/);
  });

  it('it reports each acknowledgement before sending it, which shows when a connection is finished', () => {
    expect(sourceOf('SocketModeClient.js')).toMatch(/emit\('outgoing_message', message\)/);
  });
});

describe('socket-failure.ts relies on undici’s diagnostics channels, which are experimental:', () => {
  it.each(['undici:client:connectError', 'undici:request:error', 'undici:request:headers'])('%s', (name) => {
    expect(readFileSync(join(packageFolder('undici'), 'lib/core/diagnostics.js'), 'utf8')).toContain(`'${name}'`);
  });

  it('and on the words of the error if a proxy opens no tunnel', () => {
    const source = readFileSync(join(packageFolder('undici'), 'lib/dispatcher/proxy-agent.js'), 'utf8');
    expect(source).toMatch(/Proxy response \(\$\{statusCode\}\) !== 200/);
  });
});

describe('metered-fetch.ts, proxy-route.ts and rate-limit-error.ts rely on Slack’s client for the Web API:', () => {
  const callSlack = (port: number, call: typeof fetch = fetch) => {
    const slackApiUrl = `http://127.0.0.1:${port}/`;
    const options = { slackApiUrl, fetch: call, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logger };
    return new webApi.WebClient('xoxb-fake', options).auth.test();
  };

  it('it reads a response with text(), where a refusal is counted', async () => {
    const port = await serve((_, response) => response.end('{"ok":true}'));
    let reads = 0;
    await callSlack(port, async (...args) => {
      const response = await fetch(...args);
      const read = response.text.bind(response);
      response.text = () => {
        reads += 1;
        return read();
      };
      return response;
    });
    expect(reads).toBe(1);
  });

  it('it reports a rate limit without a time only in the words of its message', async () => {
    const port = await serve((_, response) => response.writeHead(429).end());
    await expect(callSlack(port)).rejects.toThrow(/^Retry header did not contain a valid timeout/);
  });
});

describe('bolt-logger.ts, which filters log lines, relies on words in the libraries:', () => {
  const sources = Object.keys(VERSIONS)
    .flatMap((name) => {
      const folder = join(packageFolder(name), 'dist');
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
      return files.map((file) => readFileSync(join(folder, file), 'utf8'));
    })
    .join('\n');

  it.each([
    ['Malformed request body', 'it quotes the beginning of the body'],
    ['Failed to parse and verify', 'a line of ours says what to do'],
    ['Authorization of incoming event did not succeed', 'a line of ours names the workspace'],
    ['http request failed', 'the failure is reported where the call was made'],
    ['Failed to retrieve a new WSS URL', 'the connection reports it'],
    ['WebSocket error', 'the connection reports it'],
    ["A ping wasn't received", 'a line of ours says that it connects again'],
    ["A pong wasn't received", 'the same'],
    ['Peer did not complete', 'the same'],
  ])('“%s”, since %s', (words) => {
    expect(sources).toMatch(new RegExp(`logger\\.(warn|error)\\([\`'"]${words}`));
  });

  it('and an installation error is logged as an Error before it’s called back', async () => {
    const logged: unknown[] = [];
    const provider = new InstallProvider({
      clientId: '1.2',
      clientSecret: 'fake',
      stateSecret: 'fake',
      logger: { ...logger, error: (first: unknown) => void logged.push(first) },
    });
    const port = await serve((request, response) => {
      void provider.handleCallback(request, response, { failure: (_error, _options, _request, own) => void own.end() });
    });
    await fetch(`http://127.0.0.1:${port}/slack/oauth_redirect?code=a&state=b`);
    expect(logged).toEqual([expect.any(Error)]);
  });
});
