// Watches the process as a monitor does: whether it lives, whether it's ready, and what it has answered.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectToApp, MODES, SIGNING_SECRET } from '../helpers/connect-to-app.js';
import { type Launched, launch } from '../helpers/local-slack-process.js';
import { command, mention } from '../helpers/payloads.js';
import { APP_TOKEN, BOT, type Slack, startSlack } from '../helpers/slack-emulator.js';

const READY = { status: 200, body: { status: 'ready', slack: 'connected', store: 'reachable' } };

let slack: Slack;
let app: Launched;
async function stop(): Promise<void> {
  app.process.kill('SIGKILL');
  await slack.stop();
}

/** Each test of a block with a Slack of its own, and its process ended after it. */
function eachWithItsOwn(): void {
  beforeEach(async () => {
    slack = await startSlack();
  });
  afterEach(stop);
}

type Mode = (typeof MODES)[number];
function start(mode: Mode, env: NodeJS.ProcessEnv = {}): void {
  const way = mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN };
  const common = { SLACK_BOT_TOKEN: BOT.token, SLACK_API_URL: slack.apiUrl, MONITORING_PORT: '0' };
  app = launch({ ...common, ...way, ...env }, { entrance: 'dist/src/main.js' });
}

const monitoringPort = async (): Promise<string> => (await app.says(/^Monitoring: port (\d+)$/m))[1] ?? '';
const slackPort = async (): Promise<string> => (await app.says(/listening on port (\d+)/))[1] ?? '';

async function read(port: string, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

async function readHealth(port: string, path = '/readyz'): Promise<{ status: number; body: unknown }> {
  const { status, text } = await read(port, path);
  return { status, body: JSON.parse(text) };
}

describe.each(MODES)('over %s', (mode) => {
  // One process for all of its life, in this order.
  describe('from its start to its end', () => {
    let port: string;
    let line: ReturnType<typeof connectToApp>;
    let release: () => void;
    beforeAll(async () => {
      slack = await startSlack();
      release = slack.hold('auth.test');
      start(mode);
      port = await monitoringPort();
    });
    afterAll(stop);

    it('it’s alive but not ready until Slack has accepted it', async () => {
      expect(await readHealth(port, '/healthz')).toEqual({ status: 200, body: { status: 'alive' } });
      const body = { status: 'not ready', slack: 'not connected', store: 'reachable' };
      expect(await readHealth(port)).toEqual({ status: 503, body });
      release();
      await app.says(/^Ready/m);
      expect(await readHealth(port)).toEqual(READY);
      line = connectToApp(mode, slack, mode === 'http' ? Number(await slackPort()) : 0);
    });

    it('it has no other pages, and these are only read', async () => {
      expect((await read(port, '/')).status).toBe(404);
      expect((await fetch(`http://127.0.0.1:${port}/readyz`, { method: 'POST' })).status).toBe(404);
    });

    it('it counts answers, refusals and retries, and names no one', async () => {
      const { deliver } = line;
      await deliver(mention({ text: 'what does a fresher earn in India?' }));
      await deliver(mention({ text: 'is pizza healthy?' }), { number: 1, reason: 'http_timeout' });
      await deliver(mention({ text: 'what are the hours?' }), { number: 2, reason: 'made up' });
      // Two refusals, since the second attempt goes without mark-up.
      slack.fail('chat.postMessage', { error: 'invalid_blocks' });
      await deliver(mention({ text: 'do I need a degree?' }));
      await deliver(mention({ user: undefined, bot_id: 'B00WORKFLOW', subtype: 'bot_message' }));
      await deliver(mention({ app_id: 'A00OTHER' }));
      await deliver(command());
      // An answer may be delivered a moment after its command was acknowledged.
      const readMetrics = async () => (await read(port, '/metrics')).text;
      await expect.poll(readMetrics).toContain('advisor_answer_seconds_count{surface="command"} 1');
      const text = await readMetrics();
      expect(text.split('\n')).toEqual(
        expect.arrayContaining([
          'advisor_answers_total{surface="mention",outcome="answer",topic="salary"} 1',
          'advisor_answers_total{surface="mention",outcome="answer",topic="degree"} 1',
          'advisor_answers_total{surface="mention",outcome="out-of-scope",topic=""} 1',
          'advisor_slack_errors_total{method="chat.postMessage",code="invalid_blocks"} 1',
          'advisor_ignored_mentions_total{reason="no user"} 1',
          'advisor_ignored_mentions_total{reason="app"} 1',
          'advisor_retries_total{reason="http_timeout"} 1',
          'advisor_retries_total{reason="other"} 1',
          'advisor_up{part="slack"} 1',
          'advisor_up{part="store"} 1',
        ]),
      );
      expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
      expect(text).not.toMatch(/U00|C00|T00|xox|xapp|fresher|pizza/);
    });

    if (mode === 'socket') {
      it('a lost connection means not ready until it’s open again', async () => {
        const open = slack.hold('apps.connections.open');
        slack.cut();
        await expect.poll(() => readHealth(port)).toMatchObject({ status: 503, body: { slack: 'not connected' } });
        open();
        await slack.until(() => slack.connections() === 1);
        await expect.poll(() => readHealth(port)).toEqual(READY);
      });
    }

    it('told to stop, it’s no longer ready while it finishes open questions', async () => {
      const before = slack.said().length;
      const finish = slack.hold('chat.postMessage');
      const receipt = line.deliver(mention());
      await slack.until(() => slack.said().length === before + 1);
      app.process.kill('SIGTERM');
      await expect.poll(() => readHealth(port)).toMatchObject({ status: 503, body: { slack: 'stopping' } });
      expect(await readHealth(port, '/healthz')).toMatchObject({ status: 200 });
      finish();
      expect(await receipt).toMatchObject({ isAcknowledged: true });
      expect(await app.ended).toBe(0);
    });
  });

  describe('in a process of its own', () => {
    eachWithItsOwn();

    it('without its store it still answers, so it’s degraded but ready', async () => {
      start(mode, { DATABASE_URL: `file:${join('/dev/null', 'advisor.sqlite')}` });
      await app.says(/^Ready/m);
      const port = await monitoringPort();
      const body = { status: 'degraded', slack: 'connected', store: 'not reachable' };
      expect(await readHealth(port)).toEqual({ status: 200, body });
      const { text } = await read(port, '/metrics');
      expect(text).toMatch(/^advisor_up\{part="store"\} 0$/m);
      expect(text).toMatch(/^advisor_store_faults_total\{kind="unreachable"\} [1-9]/m);
    });
  });
});

describe('the port that Slack calls', () => {
  beforeAll(async () => {
    slack = await startSlack();
    start('http', { MONITORING_PORT: '' });
    await app.says(/^Ready/m);
  });
  afterAll(stop);

  it('keeps a connection open for longer than any balancer keeps an idle one', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${await slackPort()}/healthz`);
    expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(600);
  });

  it('has the health page for a balancer, and no metrics', async () => {
    const port = await slackPort();
    expect(await readHealth(port)).toEqual(READY);
    expect(await readHealth(port, '/healthz')).toMatchObject({ status: 200 });
    expect((await fetch(`http://127.0.0.1:${port}/readyz`, { method: 'HEAD' })).status).toBe(200);
    expect((await read(port, '/metrics')).status).toBe(404);
    expect(app.output().out).not.toContain('Monitoring');
  });
});

describe('in Socket Mode', () => {
  eachWithItsOwn();

  it('nothing listens unless it’s asked to', async () => {
    start('socket', { MONITORING_PORT: '', PORT: '0' });
    await app.says(/^Ready/m);
    expect(app.output().out).toMatch(/^Ready: [^\n]+\n$/);
  });
});

describe('a port in use', () => {
  eachWithItsOwn();

  it('ends the start with one line', async () => {
    const other = createServer().listen(0);
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    start('http', { MONITORING_PORT: `${typeof address === 'object' ? address?.port : ''}` });
    expect(await app.ended).toBe(1);
    expect(app.output().err).toMatch(/^Stopped: EADDRINUSE\. .*MONITORING_PORT.*\n$/);
    other.close();
  });
});
