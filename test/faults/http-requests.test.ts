// Requests to the address that Slack calls: what isn't from Slack is refused, and nothing ends the process.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeMessages, openChapter, operatorLines } from '../helpers/fault-page.js';
import { CHANNEL, command, DIRECT, directMessage, mention, PERSON } from '../helpers/payloads.js';
import { type RunningApp, SIGNING_SECRET, startApp } from '../helpers/running-app.js';

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const ANSWERED = 'the answer, once';
const TWICE = 'the answer, 2 times';

const chapter = openChapter('Requests to the address that Slack calls');
let running: RunningApp;
beforeAll(async () => {
  running = await startApp('http');
});
afterAll(() => running.stop());
beforeEach(() => {
  running.lines.splice(0);
  for (const message of said()) running.slack.workspace.conversations.remove(message);
});

/** Everything that people got. */
const said = () => [
  ...running.slack.messagesIn(CHANNEL),
  ...running.slack.messagesIn(DIRECT),
  ...running.slack.ephemeralsFor(PERSON),
];

/** Checks that the next message is answered normally, and notes what people and the operator saw. */
async function goesOn(fault: string, operator: readonly string[], person = ANSWERED): Promise<void> {
  expect(await running.deliver(directMessage())).toMatchObject({ isAcknowledged: true });
  await running.settled();
  expect(running.lines.join()).not.toMatch(/secret words|what do they earn/);
  chapter.note(
    { fault, person, operator },
    { person: describeMessages(said(), 'You asked: what do they earn?'), operator: operatorLines(running.lines) },
  );
}

const refused = (code: string, status: number, advice: string): string =>
  `warn code=${code} Refused a request (${status}): ${advice}`;
const UNLIKE_SLACK = 'Slack doesn’t send requests like this. Check any proxy between Slack and the app';
const NO_PAYLOAD = refused('no_payload', 400, UNLIKE_SLACK);
const NO_TYPE = `error code=no_payload ${UNLIKE_SLACK}`;
const UNREADABLE = 'warn code=no_payload Couldn’t read the body of a request';
const UNSIGNED = refused(
  'bad_signature',
  401,
  'not signed by Slack, or signed more than 5 minutes ago. Check SLACK_SIGNING_SECRET if answers don’t arrive',
);
const EARLY = refused(
  'from_the_future',
  401,
  'signed more than 5 minutes in the future. Check the clock of this machine',
);
const TOO_LARGE = refused('too_large', 413, 'Slack sends nothing this large. No action needed');
const CUT_OFF = refused('cut_off', 400, 'it ended too early. No action needed unless this continues');

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

describe('a signed request without a payload is refused with a log line, and the app goes on answering', () => {
  const NO_OBJECT = 'signed, but not an object: null, a number, a string, an array, nothing, not JSON';
  const HALF = 'signed, but only the beginning of an object';
  const OTHER_TYPE = 'signed, but with a content type that doesn’t match its body';
  const NO_EVENT = 'signed, but its event isn’t an object, or is arrays nested a hundred thousand deep';
  const LINES: Readonly<Record<string, string>> = { [HALF]: UNREADABLE, [NO_EVENT]: NO_TYPE };

  it.each([
    [NO_OBJECT, 'null', 'null', JSON_TYPE],
    [NO_OBJECT, 'null in a form', asForm('null'), FORM],
    [NO_OBJECT, 'a number', '1', JSON_TYPE],
    [NO_OBJECT, 'a truth value', 'true', JSON_TYPE],
    [NO_OBJECT, 'a text', '"x"', JSON_TYPE],
    [NO_OBJECT, 'a list', '[]', JSON_TYPE],
    [NO_OBJECT, 'a list in a form', asForm('[{"type":"block_actions"}]'), FORM],
    [NO_OBJECT, 'nothing', '', JSON_TYPE],
    [NO_OBJECT, 'what is no JSON', 'secret words', JSON_TYPE],
    [HALF, 'what only begins as an object', '{secret words', JSON_TYPE],
    [HALF, 'half of an object', '{"type":"event_call', JSON_TYPE],
    [HALF, 'half of an object in a form', asForm('{"type":"block_act'), FORM],
    [OTHER_TYPE, 'a form under the name of JSON', asCommand(), JSON_TYPE],
    [OTHER_TYPE, 'a form under the name of plain text', asCommand(), 'text/plain'],
    [OTHER_TYPE, 'a form under no name', asCommand(), ''],
    [NO_EVENT, 'an event that is null', '{"type":"event_callback","event":null}', JSON_TYPE],
    [NO_EVENT, 'an event that is a number', '{"type":"event_callback","event":1}', JSON_TYPE],
    [NO_EVENT, 'an event that is a text', '{"type":"event_callback","event":"x"}', JSON_TYPE],
    [NO_EVENT, 'an event that is a list', '{"type":"event_callback","event":[]}', JSON_TYPE],
    [NO_EVENT, 'an event without a type', '{"type":"event_callback","event":{}}', JSON_TYPE],
    [
      NO_EVENT,
      'lists within lists, a hundred thousand deep',
      `{"event":${'['.repeat(1e5)}${']'.repeat(1e5)}}`,
      JSON_TYPE,
    ],
  ])('%s: %s', async (fault, _, body, type) => {
    expect(await postSigned(body, type)).toBe(400);
    expect(running.lines.length).toBe(1);
    await goesOn(fault, [LINES[fault] ?? NO_PAYLOAD]);
  });
});

it('what Slack sends instead of events that it leaves out is accepted, and the operator told', async () => {
  expect(await postSigned('{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}')).toBe(200);
  await goesOn('signed, with the note that Slack has left out events', [
    'warn code=app_rate_limited Slack left out events of T1, since there were more than 30,000 in an hour. ' +
      'Anyone who got no answer can ask again. No action needed unless this continues',
  ]);
});

describe('a payload with extra fields is handled as what it is', () => {
  const DEEP = 'JSON nested a hundred thousand deep, in a mention';
  const POLLUTING = 'the names of prototypes, in a mention or as a command’s field';
  const withMore = (more: string): string => JSON.stringify(mention()).replace(/\}\}$/, `${more}}}`);

  it.each([
    [DEEP, 'lists within lists', withMore(`,"blocks":${'['.repeat(1e5)}${']'.repeat(1e5)}`)],
    [DEEP, 'objects within objects', withMore(`,"blocks":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`)],
    [
      POLLUTING,
      'a prototype',
      withMore(',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
    ],
  ])('%s: %s', async (fault, _, body) => {
    expect(await postSigned(body)).toBe(200);
    await goesOn(fault, [], TWICE);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([false, true, 7, {}, ['T00FAKETEAM'], null])('a workspace that isn’t an id: %j', async (team_id) => {
    const body = { ...mention(), team_id, authorizations: [{ team_id, enterprise_id: team_id, is_bot: true }] };
    expect(await running.deliver(body)).toMatchObject({ status: 400 });
    await goesOn('a workspace or an organisation that isn’t an ID', [NO_TYPE]);
  });

  it.each(['__proto__', 'constructor', '__proto__[polluted]', 'hasOwnProperty'])('a field named %s', async (name) => {
    expect(await running.deliver(command({ [name]: 'true' }))).toMatchObject({ isAcknowledged: true });
    await goesOn(POLLUTING, [], TWICE);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a request that Slack hasn’t signed just now is refused', () => {
  const body = JSON.stringify(directMessage());
  afterEach(() => void vi.useRealTimers());

  it('replayed: recognised within five minutes, refused after that', async () => {
    const fresh = JSON.stringify(directMessage());
    const headers = headersFor(fresh);
    expect([await post(fresh, headers), await post(fresh, headers)]).toEqual([200, 200]);
    vi.setSystemTime(Date.now() + 310_000);
    expect(await post(fresh, headers)).toBe(401);
    vi.useRealTimers();
    await goesOn('a signed question, replayed at once and after more than five minutes', [UNSIGNED], TWICE);
  });

  it.each([
    ['signed more than five minutes ago', 310, UNSIGNED],
    ['signed more than five minutes in the future', -310, EARLY],
  ])('%s', async (fault, age, line) => {
    const fresh = JSON.stringify(directMessage());
    expect(await post(fresh, headersFor(fresh, JSON_TYPE, secondsAgo(age)))).toBe(401);
    await goesOn(fault, [line]);
  });

  it.each([
    ['a minute ago', 60],
    ['by a clock that is a minute ahead', -60],
  ])('a request signed %s is accepted', async (_, age) => {
    const fresh = JSON.stringify(directMessage());
    expect(await post(fresh, headersFor(fresh, JSON_TYPE, secondsAgo(age)))).toBe(200);
    expect(operatorLines(running.lines)).toEqual([]);
  });

  it.each([
    ['no signature', { 'content-type': JSON_TYPE, 'x-slack-request-timestamp': secondsAgo(0) }],
    ['no time', { 'content-type': JSON_TYPE, 'x-slack-signature': headersFor(body)['x-slack-signature'] ?? '' }],
    ['an invalid time', { ...headersFor(body), 'x-slack-request-timestamp': 'now' }],
    ['an empty signature', { ...headersFor(body), 'x-slack-signature': '' }],
    ['another way of signing', { ...headersFor(body), 'x-slack-signature': 'v1=00' }],
    ['nothing at all', {}],
  ])('with %s', async (_, headers) => {
    expect(await post(body, headers)).toBe(401);
    await goesOn('without a signature or its time, or with a different kind of signature', [UNSIGNED]);
  });

  it('with a payload, as if it were the one kind of request that Slack doesn’t sign', async () => {
    const smuggled = `ssl_check=1&${asForm(JSON.stringify(mention()))}&${asCommand()}`;
    expect(await post(smuggled, { 'content-type': FORM })).toBe(200);
    await goesOn('unsigned, with a payload next to `ssl_check`, the one request that Slack doesn’t sign', []);
  });

  it('with any one byte changed: of the body, signature or time', async () => {
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
    await goesOn(
      'each byte of a signed request changed in turn: body, signature, time',
      tries.map(() => UNSIGNED),
    );
    expect(await post(small, headers)).toBe(200);
  });
});

describe('a request of a different size or form', () => {
  it('a body of more than a mebibyte isn’t read to its end', async () => {
    expect(await postSigned(`{"a":"${'x'.repeat(1024 * 1024)}"}`)).toBe(413);
    await goesOn('signed, with a body of more than a mebibyte', [TOO_LARGE]);
  });

  it('a connection on which a body was too long brings the next message', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = (body: string): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const call = request(
          { agent, port: running.port, method: 'POST', path: '/slack/events', headers: headersFor(body) },
          (response) => {
            response.resume().once('end', () => resolve(response.statusCode));
          },
        );
        call.once('error', reject);
        call.end(body);
      });
    try {
      expect(await send(`{"a":"${'x'.repeat(3 * 1024 * 1024)}"}`)).toBe(413);
      expect(await send(JSON.stringify(directMessage()))).toBe(200);
    } finally {
      agent.destroy();
    }
    await goesOn('a message on the connection on which a body was too long', [TOO_LARGE], TWICE);
  });

  it('a body that breaks off is refused', async () => {
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
    await expect.poll(() => running.lines.length).toBe(1);
    await goesOn('with a body that breaks off', [CUT_OFF]);
  });

  it.each(['/', '/slack', '/slack/events/', '//', '/%', '/slack/install', '/?/slack/events'])(
    'a request to the path %s finds nothing',
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
      await goesOn('signed, to a different path', []);
    },
  );

  it('the signature is required however the path is written', async () => {
    expect(await post('null', {}, '/slack/%2e/events')).toBe(401);
    expect(await post('null', headersFor('null'), '/slack/x/%2e%2e/events?a=b')).toBe(400);
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('a %s request finds nothing', async (method) => {
    const { status } = await fetch(`http://127.0.0.1:${running.port}/slack/events`, { method });
    expect(status).toBe(404);
  });
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
