// Runs npm start: the local Slack, the product if there are tokens, and an end that leaves nothing behind.
import { once } from 'node:events';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ANA, copyProject, enter, isRunning, type Launched, launch } from '../helpers/local-slack-process.js';
import { APP_TOKEN, BOT, startSlack } from '../helpers/slack-emulator.js';

const launched: Launched[] = [];
const start: typeof launch = (...args) => {
  const one = launch(...args);
  launched.push(one);
  return one;
};
afterEach(() => {
  for (const { process } of launched.splice(0)) process.kill('SIGKILL');
});

describe('without tokens npm start', () => {
  it.each<[where: string, what: string, signals: NodeJS.Signals[], env: NodeJS.ProcessEnv, dotenv?: string]>([
    ['as it is', 'Ctrl-C', ['SIGINT'], {}],
    ['with .env.example as it is', 'a supervisor’s SIGTERM', ['SIGTERM'], {}, '.env.example'],
    [
      'where the product keeps things elsewhere',
      'a terminal that is closed',
      ['SIGHUP'],
      { DATABASE_URL: 'postgres://localhost:1/none', MIGRATE: 'off' },
    ],
    [
      'as an agent, with quotation marks around settings, of which one is empty',
      'Ctrl-C, as a terminal and npm both pass it on',
      ['SIGINT', 'SIGINT'],
      { AGENT: '"on"', SLACK_BOT_TOKEN: '""' },
    ],
    ['as it is', 'one signal after another', ['SIGTERM', 'SIGINT', 'SIGTERM'], {}],
  ])(
    '%s prints the address in one line once the bot is ready; %s leaves no process, no port and no file behind',
    async (_, __, signals, env, dotenv) => {
      const running = start(env, { ...(dotenv && { before: (folder) => cpSync(dotenv, join(folder, '.env')) }) });
      const address = await running.ready();
      expect(running.output()).toEqual({ out: expect.stringMatching(/^[^\n]+\n$/), err: '' });
      const ana = await enter(address, ANA);
      expect(await ana.sees(({ botState, faults }) => [botState, ...faults])).toEqual(['ready']);
      ana.leave();
      const own = dotenv === undefined ? [] : ['.env'];
      const children = running.children();
      expect([children.length, running.leftovers().length]).toEqual([1, own.length + 1]);
      for (const signal of signals) running.process.kill(signal);
      expect(await running.ended).toBe(0);
      await expect.poll(() => children.filter(isRunning)).toEqual([]);
      expect([running.leftovers(), running.output().err]).toEqual([own, '']);
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  it('leaves nothing behind after a signal before the bot is ready', async () => {
    const running = start();
    let children: number[] = [];
    await expect
      .poll(() => {
        children = running.children();
        return children;
      })
      .not.toEqual([]);
    running.process.kill('SIGINT');
    expect(await running.ended).toBe(0);
    await expect.poll(() => children.filter(isRunning)).toEqual([]);
    expect(running.leftovers()).toEqual([]);
  });

  it('reports a port in use in one line, with what to run instead, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? Number(address?.port) : 0;
    const running = start({ PORT: String(port) });
    expect(await running.ended).toBe(1);
    const way = `Port ${port} is in use by another program. Run: PORT=${port + 1} npm start\n`;
    expect(running.output()).toEqual({ out: '', err: way });
    expect(running.leftovers()).toEqual([]);
    other.close();
  });

  it.each(['nowhere', '65536', '-1', '1.5'])('refuses PORT=%s in one line', async (PORT) => {
    const running = start({ PORT });
    expect(await running.ended).toBe(1);
    expect(running.output()).toEqual({ out: '', err: expect.stringMatching(/^PORT must be a whole number[^\n]*\n$/) });
  });
});

describe('a signal to npm start itself', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ends everything it started, once open questions are answered',
    async (signal) => {
      const running = start({}, { entrance: 'npm' });
      const ana = await enter(await running.ready(), ANA);
      const children = running.descendants();
      expect(children.length).toBeGreaterThan(1);
      const answered = ana.say('C00FAKECHAN1', '/backend-career do I need a degree?');
      await ana.message(({ author }) => author.isBot);
      running.process.kill(signal);
      expect(await answered).toEqual({ ok: true });
      await running.ended;
      await expect.poll(() => children.filter(isRunning)).toEqual([]);
      expect(running.output().err).toBe('');
      ana.leave();
    },
  );
});

describe('the first start', () => {
  it('says that it is building, and a signal then ends the build', async () => {
    const root = copyProject();
    rmSync(join(root, 'dist'), { recursive: true });
    const running = start({}, { root, entrance: 'npm' });
    await running.complains(/^Building, about 10 seconds …$/m);
    const children = running.descendants();
    running.process.kill('SIGTERM');
    await running.ended;
    await expect.poll(() => children.filter(isRunning)).toEqual([]);
    rmSync(root, { recursive: true });
  });
});

describe('the product itself runs, and no local Slack', () => {
  it.each([
    ['in production without tokens, which says what is missing', { NODE_ENV: 'production' }],
    ['with one token of two', { SLACK_BOT_TOKEN: BOT.token }],
    ['with half of what many workspaces need', { SLACK_STATE_SECRET: 'fake-state-secret' }],
  ])('%s', async (_, env) => {
    const running = start(env);
    expect(await running.ended).toBe(1);
    expect(running.output()).toEqual({ out: '', err: expect.stringMatching(/^These settings need fixing:\n/) });
  });

  it('with tokens, and it connects to Slack, opens no port and stops when told to', async () => {
    const slack = await startSlack();
    const tokens = { SLACK_BOT_TOKEN: BOT.token, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
    // Opening a port in use would be an error.
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? Number(address?.port) : 0;
    const running = start({ ...tokens, PORT: String(port) });
    await running.says(/^Ready: Socket Mode, /m);
    expect([slack.connections(), running.children()]).toEqual([1, []]);
    expect(running.output().out).not.toContain('workspace');
    running.process.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(running.output().err).toBe('');
    other.close();
    await slack.stop();
  });

  it('with tokens in .env', async () => {
    const slack = await startSlack();
    const env = { SLACK_API_URL: slack.apiUrl };
    const dotenv = `SLACK_BOT_TOKEN=${BOT.token}\nSLACK_APP_TOKEN=${APP_TOKEN}\n`;
    const running = start(env, { before: (folder) => writeFileSync(join(folder, '.env'), dotenv) });
    await running.says(/^Ready: Socket Mode, /m);
    await running.stop();
    await slack.stop();
  });
});
