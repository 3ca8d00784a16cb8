// Whatever is sent to the address that Slack calls: what Slack has not sent is refused, and nothing ends the process.
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { command, directMessage, mention } from './helpers/payloads.js';
import { type RunningApp, SIGNING_SECRET, startApp } from './helpers/running-app.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

let running: RunningApp;
beforeAll(async () => {
  running = await startApp('http');
});
afterAll(() => running.stop());
beforeEach(() => running.lines.splice(0));

const secondsAgo = (age: number): string => String(Math.floor(Date.now() / 1000) - age);

function headersFor(body: string, type = JSON_TYPE, timestamp = secondsAgo(0)): Record<string, string> {
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

async function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  path = '/slack/events',
): Promise<number> {
  const { status } = await fetch(`http://127.0.0.1:${running.port}${path}`, { method: 'POST', headers, body });
  return status;
}

const postSigned = (body: string, type = JSON_TYPE): Promise<number> => post(body, headersFor(body, type));
const asForm = (payload: string): string => new URLSearchParams({ payload }).toString();
const asCommand = (): string => new URLSearchParams(command() as Record<string, string>).toString();

/** The next question is answered as if nothing had been. */
async function goesOn(): Promise<void> {
  expect((await running.deliver(command())).isAcknowledged).toBe(true);
}

describe('a signed request that holds no payload is refused with a line, and answers go on', () => {
  it.each([
    ['null', 'null', JSON_TYPE],
    ['null in a form', asForm('null'), FORM],
    ['a number', '1', JSON_TYPE],
    ['a truth value', 'true', JSON_TYPE],
    ['a text', '"x"', JSON_TYPE],
    ['a list', '[]', JSON_TYPE],
    ['a list in a form', asForm('[{"type":"block_actions"}]'), FORM],
    ['nothing', '', JSON_TYPE],
    ['what only begins as an object', '{secret words', JSON_TYPE],
    ['half of an object', '{"type":"event_call', JSON_TYPE],
    ['half of an object in a form', asForm('{"type":"block_act'), FORM],
    ['what is no JSON', 'secret words', JSON_TYPE],
    ['a form under the name of JSON', asCommand(), JSON_TYPE],
    ['a form under the name of plain text', asCommand(), 'text/plain'],
    ['a form under no name', asCommand(), ''],
    ['an event that is null', '{"type":"event_callback","event":null}', JSON_TYPE],
    ['an event that is a number', '{"type":"event_callback","event":1}', JSON_TYPE],
    ['an event that is a text', '{"type":"event_callback","event":"x"}', JSON_TYPE],
    ['an event that is a list', '{"type":"event_callback","event":[]}', JSON_TYPE],
    ['an event without a type', '{"type":"event_callback","event":{}}', JSON_TYPE],
    ['an event that is nested a hundred thousand times', `{"event":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, JSON_TYPE],
  ])('%s', async (_, body, type) => {
    expect(await postSigned(body, type)).toBe(400);
    expect(running.lines).toEqual([expect.stringMatching(/^(warn|error) code=no_payload .{20}/)]);
    expect(running.lines.join()).not.toMatch(/secret words|what do they earn/);
    await goesOn();
  });
});

describe('a payload with more in it than Slack sends is taken as what it is', () => {
  const said = (): number => running.slack.said().length;
  const withMore = (more: string): string => JSON.stringify(mention()).replace(/\}\}$/, `${more}}}`);

  it.each([
    ['lists within lists, a hundred thousand deep', withMore(`,"blocks":${'['.repeat(1e5)}${']'.repeat(1e5)}`)],
    ['objects within objects', withMore(`,"blocks":${'{"a":'.repeat(5e4)}1${'}'.repeat(5e4)}`)],
    ['a prototype', withMore(',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}')],
  ])('%s', async (_, body) => {
    const before = said();
    expect(await postSigned(body)).toBe(200);
    expect(said()).toBe(before + 1);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each(['__proto__', 'constructor', '__proto__[polluted]', 'hasOwnProperty'])('a field named %s', async (name) => {
    expect(await postSigned(`${asCommand()}&${encodeURIComponent(name)}=true`, FORM)).toBe(200);
    expect({}).not.toHaveProperty('polluted');
    await goesOn();
  });
});

describe('a request that Slack has not signed just now is refused', () => {
  const body = JSON.stringify(directMessage());

  it.each([
    ['more than five minutes ago', 310, 401, 'bad_signature'],
    ['more than five minutes from now', -310, 401, 'from_the_future'],
    ['a minute ago', 60, 200, undefined],
    ['by a clock that is a minute ahead', -60, 200, undefined],
  ])('signed %s: %d s gives %d', async (_, age, status, code) => {
    const fresh = JSON.stringify(directMessage());
    expect(await post(fresh, headersFor(fresh, JSON_TYPE, secondsAgo(age)))).toBe(status);
    const refusals = running.lines.filter((line) => line.startsWith('warn'));
    expect(refusals).toEqual(code === undefined ? [] : [expect.stringContaining(`code=${code} `)]);
  });

  it.each([
    ['no signature', { 'content-type': JSON_TYPE, 'x-slack-request-timestamp': secondsAgo(0) }],
    ['no time', { 'content-type': JSON_TYPE, 'x-slack-signature': headersFor(body)['x-slack-signature'] ?? '' }],
    ['a time that is none', { ...headersFor(body), 'x-slack-request-timestamp': 'now' }],
    ['an empty signature', { ...headersFor(body), 'x-slack-signature': '' }],
    ['another way of signing', { ...headersFor(body), 'x-slack-signature': 'v1=00' }],
    ['nothing at all', {}],
  ])('with %s', async (_, headers) => {
    expect(await post(body, headers)).toBe(401);
    expect(running.lines).toEqual([expect.stringMatching(/^warn code=bad_signature .*SLACK_SIGNING_SECRET/)]);
  });

  it('with a payload beside the one request that Slack does not sign', async () => {
    const before = running.slack.said().length;
    const smuggled = `ssl_check=1&${asForm(JSON.stringify(mention()))}&${asCommand()}`;
    expect(await post(smuggled, { 'content-type': FORM })).toBe(200);
    expect(running.slack.said().length).toBe(before);
    expect(running.lines).toEqual([]);
  });

  it('with any one byte of it changed: body, signature or time', async () => {
    const changed = (text: string, at: number) =>
      Uint8Array.from(Buffer.from(text), (byte, index) => (index === at ? byte ^ 1 : byte));
    const positions = (text: string): number[] => Array.from(Buffer.from(text), (_, at) => at);
    const small = '{"type":"event_callback","event":{"type":"app_mention","text":"é"}}';
    const headers = headersFor(small);
    const tries = [
      ...positions(small).map((at) => post(changed(small, at), headers)),
      ...['x-slack-signature', 'x-slack-request-timestamp'].flatMap((name) => {
        const value = headers[name] ?? '';
        return positions(value).map((at) =>
          post(small, { ...headers, [name]: Buffer.from(changed(value, at)).toString() }),
        );
      }),
    ];
    expect(new Set(await Promise.all(tries))).toEqual(new Set([401]));
    expect(tries.length).toBeGreaterThan(small.length + 60);
    expect(await post(small, headers)).toBe(200);
  });
});

describe('a request of another size or form', () => {
  it('a body of more than a mebibyte is not read to its end', async () => {
    expect(await postSigned(`{"a":"${'x'.repeat(1024 * 1024)}"}`)).toBe(413);
    expect(running.lines).toEqual([expect.stringMatching(/^warn code=too_large /)]);
    await goesOn();
  });

  it('a body that breaks off', async () => {
    const cut = request({
      port: running.port,
      method: 'POST',
      path: '/slack/events',
      headers: { 'content-length': 99 },
    });
    cut.on('error', () => undefined);
    cut.write('{"type":');
    await new Promise((resolve) => cut.once('socket', (socket) => socket.once('connect', resolve)));
    cut.destroy();
    await vi.waitFor(() => expect(running.lines.length).toBe(1));
    expect(running.lines).toEqual([expect.stringMatching(/^warn code=cut_off /)]);
    await goesOn();
  });

  it.each(['/', '/slack', '/slack/events/', '//', '/%', '/slack/install', '/?/slack/events'])(
    'to the path %s finds nothing there',
    async (path) => {
      const body = JSON.stringify(mention());
      const status = new Promise((resolve, reject) => {
        const call = request({ port: running.port, method: 'POST', path, headers: headersFor(body) }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        call.on('error', reject).end(body);
      });
      expect(await status).toBe(404);
      await goesOn();
    },
  );

  it('however the path is written, the signature is asked for', async () => {
    expect(await post('null', {}, '/slack/%2e/events')).toBe(401);
    expect(await post('null', headersFor('null'), '/slack/x/%2e%2e/events?a=b')).toBe(400);
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('by %s is none of Slack’s', async (method) => {
    const { status } = await fetch(`http://127.0.0.1:${running.port}/slack/events`, { method });
    expect(status).toBe(404);
  });
});
