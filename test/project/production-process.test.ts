// Runs the real process as in production, with fake tokens and an address on this machine.
import { Pool } from 'undici';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectToApp,
  envelope,
  postSigned,
  readReceipt,
  SIGNING_SECRET,
  signBody,
} from '../helpers/connect-to-app.js';
import { type Launched, launch } from '../helpers/local-slack-process.js';
import { CHANNEL, command, DIRECT, directMessage, mention, PERSON } from '../helpers/payloads.js';
import { APP_TOKEN, BOT, type Slack, startSlack, TEAM } from '../helpers/slack-emulator.js';

const ONE_LINE = /^[^\n]+\n$/;

const started: Launched[] = [];
let slack: Slack;
async function stopAll(): Promise<void> {
  for (const { process } of started.splice(0)) process.kill('SIGKILL');
  await slack.stop();
}

/** Each test of a block with a Slack of its own, and its processes ended after it. */
function eachWithItsOwn(): void {
  beforeEach(async () => {
    slack = await startSlack();
  });
  afterEach(stopAll);
}

/** Starts the app in an empty directory, so that it reads no .env of the developer's. */
function start(env: Record<string, string>): Launched {
  const app = launch(env, { entrance: 'dist/src/main.js' });
  started.push(app);
  return app;
}

const socketEnv = () => ({ SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl });
const httpEnv = () => ({
  SLACK_BOT_TOKEN: BOT.token,
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  SLACK_API_URL: slack.apiUrl,
  PORT: '0',
});

/** A command's answer comes with the acknowledgement or a moment later; other answers are there when they're acknowledged. */
async function allDoorsAreAnswered(): Promise<void> {
  await slack.until(() => slack.ephemeralsFor(PERSON).length === 1);
  expect([slack.messagesIn(DIRECT).length, slack.messagesIn(CHANNEL).length]).toEqual([1, 1]);
  expect(slack.refused).toEqual([]);
}

describe('the process over HTTP, from its start to its end', () => {
  let app: Launched;
  let port: number;
  beforeAll(async () => {
    slack = await startSlack();
    app = start(httpEnv());
  });
  afterAll(stopAll);

  it('reports who it is and where, and answers on every surface', async () => {
    const ready = new RegExp(`Ready: HTTP, listening on port (\\d+), as @${BOT.name} in ${TEAM.name}\n`);
    port = Number((await app.says(ready))[1]);
    const { deliver } = connectToApp('http', slack, port);
    for (const body of [command(), directMessage(), mention()]) await deliver(body);
    await allDoorsAreAnswered();
  });

  it('lets no other process have its port, which reports that in one line', async () => {
    const second = start({ ...httpEnv(), PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.output().err).toMatch(/^Stopped: EADDRINUSE\. .*set PORT.*\n$/);
  });

  it('told to stop, finishes and acknowledges the current answer first, and ends with status 0', async () => {
    const before = slack.said().length;
    const release = slack.hold('chat.postMessage');
    const receipt = postSigned(port, directMessage());
    await slack.until(() => slack.said().length === before + 1);
    app.process.kill('SIGTERM');
    app.process.kill('SIGTERM');
    // It's no longer listening once a new connection is refused.
    while (
      await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    );
    release();
    expect(await receipt).toMatchObject({ isAcknowledged: true });
    expect(await app.ended).toBe(0);
    expect(app.output().err).toBe('');
  });
});

describe('the process over HTTP', () => {
  eachWithItsOwn();

  it('told to stop under load, answers everything sent on open connections and refuses new ones', async () => {
    const app = start(httpEnv());
    const [, port] = await app.says(/port (\d+)/);
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 8, pipelining: 1 });
    const outcomes: string[] = [];
    const ask = async (): Promise<void> => {
      const question = slack.stamp(command({ text: 'do I need a degree?' }));
      const { headers, raw } = signBody(question);
      const sent = pool.request({ path: '/slack/events', method: 'POST', headers, body: raw });
      const outcome = await sent.then(
        async ({ statusCode, body }) => {
          slack.take(question, readReceipt(statusCode, await body.text()));
          return `${statusCode}`;
        },
        ({ code }) => `${code}`,
      );
      outcomes.push(outcome);
      if (outcome !== 'ECONNREFUSED') await ask();
    };
    const load = Promise.all(Array.from({ length: 8 }, ask));
    await expect.poll(() => outcomes.length).toBeGreaterThan(40);
    app.process.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    await load;
    await pool.close();
    expect(new Set(outcomes)).toEqual(new Set(['200', 'ECONNREFUSED']));
    // The first answers come to the response_url, since this workspace hasn't taken newer blocks yet.
    expect(slack.ephemeralsFor(PERSON).length).toBe(outcomes.filter((outcome) => outcome === '200').length);
    expect(slack.refused).toEqual([]);
  });

  it('killed while answering, hasn’t acknowledged the event', async () => {
    const app = start(httpEnv());
    const [, port] = await app.says(/port (\d+)/);
    slack.hold('chat.postMessage');
    const receipt = postSigned(Number(port), directMessage());
    await slack.until(() => slack.said().length === 1);
    app.process.kill('SIGKILL');
    await expect(receipt).rejects.toThrow();
  });
});

describe('the process in Socket Mode, from its start to its end', () => {
  let app: Launched;
  beforeAll(async () => {
    slack = await startSlack();
    app = start({ ...socketEnv(), SLACK_SIGNING_SECRET: SIGNING_SECRET });
  });
  afterAll(stopAll);

  it('reports who it is, and answers on every surface', async () => {
    await app.says(new RegExp(`Ready: Socket Mode, connected by WebSocket, as @${BOT.name} in ${TEAM.name}\n`));
    await app.says(/both set\. Using Socket Mode/);
    const { deliver } = connectToApp('socket', slack);
    for (const body of [command(), directMessage(), mention()]) await deliver(body);
    await allDoorsAreAnswered();
  });

  it('reconnects when Slack closes the connection, and answers there', async () => {
    const opened = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    const before = opened();
    slack.disconnectAll('refresh_requested');
    // The next connection is open before the last one is closed.
    await slack.until(() => opened() > before && slack.connections() === 1);
    expect(await connectToApp('socket', slack).deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(slack.messagesIn(CHANNEL).length).toBe(2);
  });

  it('told to stop, finishes and acknowledges the current answer first, and ends with status 0', async () => {
    const before = slack.said().length;
    const release = slack.hold('chat.postMessage');
    const id = slack.send(envelope(directMessage()));
    await slack.until(() => slack.said().length === before + 1);
    app.process.kill('SIGINT');
    // The answer came over the same connection, so the signal didn't close that.
    await slack.acknowledgement(slack.send(envelope(command())));
    expect(slack.isAcknowledged(id)).toBe(false);
    release();
    await slack.acknowledgement(id);
    expect(await app.ended).toBe(0);
    expect(app.output().err).toBe('');
  });
});

describe('the process in Socket Mode', () => {
  eachWithItsOwn();

  it.each(['invalid_auth', 'missing_scope'])(
    'ends with one line if Slack refuses to reconnect it: %s',
    async (error) => {
      const app = start(socketEnv());
      await app.says(/Ready/);
      slack.fail('apps.connections.open', { error });
      slack.disconnectAll('refresh_requested');
      expect(await app.ended).toBe(1);
      expect(app.output().err).toMatch(new RegExp(`^Stopped: ${error}\\. [^\n]+\n$`));
      expect(app.output().err).not.toContain('    at ');
    },
  );
});

describe('without a terminal, every line is one JSON object', () => {
  eachWithItsOwn();

  const readLines = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('from the start to the end', async () => {
    const app = start({ ...httpEnv(), LOG_FORMAT: '', LOG_LEVEL: 'debug' });
    const [, port] = await app.says(/port (\d+)/);
    const { deliver } = connectToApp('http', slack, Number(port));
    slack.fail('chat.postMessage', { error: 'internal_error' });
    await deliver(mention());
    app.process.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(readLines(app.output().out)).toEqual([
      { time: expect.any(String), level: 'info', message: expect.stringMatching(/^Ready: HTTP/) },
    ]);
    const [answer, failure, ...more] = readLines(app.output().err);
    expect(answer).toMatchObject({ level: 'debug', surface: 'mention', request: expect.any(String) });
    expect(failure).toMatchObject({ level: 'error', code: 'internal_error', request: answer.request });
    expect(more).toEqual([]);
  });

  it('if it can’t start', async () => {
    const app = start({ LOG_FORMAT: '' });
    expect(await app.ended).toBe(1);
    expect(readLines(app.output().err)).toEqual([
      { time: expect.any(String), level: 'error', message: expect.stringContaining('SLACK_BOT_TOKEN is missing') },
    ]);
  });
});

describe('a start that fails ends with one line and a status other than 0', () => {
  eachWithItsOwn();

  it.each([
    ['auth.test', { error: 'invalid_auth' }, /^Stopped: invalid_auth\. Copy SLACK_BOT_TOKEN again/],
    ['auth.test', { status: 500 }, /^Stopped: http_500\. Couldn’t reach Slack/],
    ['auth.test', { status: 200, body: '<html>' }, /^Stopped: unreadable_response\. Couldn’t reach Slack/],
    ['apps.connections.open', { error: 'invalid_auth' }, /Stopped: invalid_auth\. Copy SLACK_BOT_TOKEN again/],
    ['apps.connections.open', { error: 'missing_scope' }, /Stopped: missing_scope\. .*connections:write/],
  ])('%s: %j', async (method, failure, line) => {
    slack.fail(method, failure);
    const app = start(socketEnv());
    expect(await app.ended).toBe(1);
    expect(app.output().err).toMatch(line);
    expect(app.output().err).toMatch(ONE_LINE);
    expect(app.output().out).toBe('');
  });

  it('if nothing listens at Slack’s address', async () => {
    const app = start({ ...socketEnv(), SLACK_API_URL: 'http://127.0.0.1:1/' });
    expect(await app.ended).toBe(1);
    expect(app.output().err).toMatch(/^Stopped: \w+\. Couldn’t reach Slack\.[^\n]+\n$/);
  });

  it('if settings are invalid, with all of them listed', async () => {
    const app = start({ UNANSWERED: 'no' });
    expect(await app.ended).toBe(1);
    expect(app.output().err).toMatch(
      /SLACK_BOT_TOKEN is missing[\s\S]*SLACK_APP_TOKEN[\s\S]*UNANSWERED must be one of/,
    );
    expect(app.output().err).not.toContain('    at ');
  });
});
