// The app as an agent: each message starts a thread, Slack shows that an answer is coming, and no answer depends on that.
import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/answering/bot.js';
import { command, directMessage, freshTs, homeOpened, mention } from '../../helpers/payloads.js';
import { MODES, type RunningApp, type Setting, startApp } from '../../helpers/running-app.js';
import { CHANNEL, DIRECT, type InjectedFailure, PERSON } from '../../helpers/slack-emulator.js';
import { answerOf, TOPICS, tinyBot } from '../../helpers/tiny-bot.js';

const STATUS = 'agents.sessions.setStatus';
const DAY_MS = 24 * 3_600_000;

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  let clock = 0;
  const start = async (setting: Setting = {}): Promise<void> => {
    clock = 0;
    running = await startApp(mode, { workspace: { isAgent: true }, now: () => clock, ...setting });
  };
  afterEach(() => running.stop());

  /** Asks in a direct message, waits until everything is done, and returns the result. */
  const ask = async (fields: Record<string, unknown> = {}) => {
    const ts = freshTs();
    const receipt = await running.deliver(directMessage({ ts, ...fields }));
    await running.settled();
    const thread = String(fields.thread_ts ?? ts);
    const { slack } = running;
    return {
      ...receipt,
      thread,
      answers: slack.messagesIn(DIRECT, thread).map(({ text }) => text),
      statuses: slack.statusesOf(DIRECT, thread),
    };
  };
  const statusCalls = () => running.slack.calls.filter(({ method }) => method === STATUS);
  const warnings = () => running.lines.filter((line) => /^(warn|error) /.test(line));
  const ANSWER = expect.stringContaining('You asked: what do they earn?');

  describe('a direct message', () => {
    it('starts a thread with the answer in it', async () => {
      await start();
      expect(await ask()).toMatchObject({
        isAcknowledged: true,
        answers: [ANSWER],
        statuses: ['processing', 'active'],
      });
      expect(running.slack.refused).toEqual([]);
      expect(warnings()).toEqual([]);
    });

    it('in a thread is followed up in that thread', async () => {
      await start();
      const { thread } = await ask();
      expect(await ask({ thread_ts: thread })).toMatchObject({
        answers: [ANSWER, ANSWER],
        statuses: ['processing', 'active', 'processing', 'active'],
      });
    });

    it('has its status before its answer, and the last status after it', async () => {
      await start();
      await ask();
      const called = running.slack.calls.map(({ method, args }) => args.status ?? method);
      expect(called.slice(-3)).toEqual(['processing', 'chat.postMessage', 'active']);
    });

    it('that Slack sends again gets neither an answer nor a status again', async () => {
      await start();
      const body = directMessage();
      await running.deliver(body);
      await running.deliver(body, { number: 1, reason: 'http_timeout' });
      await running.settled();
      expect(statusCalls().length).toBe(2);
      expect(running.slack.said().length).toBe(1);
    });

    it('whose answer Slack refuses isn’t left with “Working…”, and is answered when it comes again', async () => {
      await start();
      running.slack.fail('chat.postMessage', { error: 'internal_error' });
      const body = directMessage({ ts: '1700000500.000001' });
      expect(await running.deliver(body)).toMatchObject({ isAcknowledged: false });
      await running.settled();
      expect(running.slack.statusesOf(DIRECT, '1700000500.000001').at(-1)).toBe('active');
      await running.deliver(body, { number: 1, reason: 'http_error' });
      await running.settled();
      expect(running.slack.messagesIn(DIRECT, '1700000500.000001').length).toBe(1);
      expect(running.slack.statusesOf(DIRECT, '1700000500.000001').at(-1)).toBe('active');
    });
  });

  /** Says about each question whether something was said before it. */
  const leaning: Bot = {
    ...tinyBot,
    answer: ({ text, context }) => ({
      ...answerOf({ headline: `${text} after ${context?.topics.join() ?? 'nothing'}` }, TOPICS),
      context: { topics: ['salary'], offered: [], slots: { levels: [], places: [], technologies: [] } },
    }),
  };

  it('a follow-up builds on its own thread only', async () => {
    await start({ bot: leaning });
    const { thread } = await ask({ text: 'one' });
    const follow = await ask({ text: 'two', thread_ts: thread });
    const other = await ask({ text: 'three' });
    expect([...follow.answers, ...other.answers]).toEqual([
      expect.stringContaining('one after nothing'),
      expect.stringContaining('two after salary'),
      expect.stringContaining('three after nothing'),
    ]);
  });

  it.each([
    ['within a thread stays there', true],
    ['on a message from before the app was an agent begins a thread there', false],
  ])('a button clicked %s', async (_, isThreaded) => {
    await start({ isAgent: isThreaded });
    await ask();
    const [answer] = running.slack.messagesIn(DIRECT);
    const { slack } = running;
    if (!isThreaded) {
      await running.app.stop(1_000);
      running = await startApp(mode, { slack, isAgent: true });
    }
    if (answer === undefined) throw new Error('There is no answer to press in.');
    await running.press(answer, 'Degree');
    await running.settled();
    expect(slack.messagesIn(DIRECT, answer.thread ?? answer.ts).at(-1)).toMatchObject({ text: 'On degree.' });
    if (!isThreaded) await slack.stop();
  });

  it.each([
    ['a mention', mention()],
    ['a slash command', command()],
    ['someone opening the conversation', homeOpened({ tab: 'messages' })],
  ])('%s is handled as without an agent, with no status', async (_, body) => {
    await start();
    expect(await running.deliver(body)).toMatchObject({ isAcknowledged: true });
    await running.settled();
    expect(statusCalls()).toEqual([]);
    expect(running.slack.refused).toEqual([]);
  });

  it('without AGENT nothing of this is called, and answers are next to their questions', async () => {
    await start({ isAgent: false });
    await running.deliver(directMessage());
    await running.settled();
    expect(statusCalls()).toEqual([]);
    expect(running.slack.messagesIn(DIRECT)).toMatchObject([{ text: ANSWER }]);
    expect(running.slack.messagesIn(DIRECT)[0]).not.toHaveProperty('thread');
  });

  describe('a permanent refusal', () => {
    it.each(['missing_scope', 'feature_disabled', 'unknown_method', 'not_allowed_token_type', 'some_new_error'])(
      '%s costs no one an answer, is logged once, and turns the status off for a day',
      async (error) => {
        await start();
        running.slack.fail(STATUS, { error });
        expect(await ask()).toMatchObject({ isAcknowledged: true, answers: [ANSWER], statuses: [] });
        expect(await ask()).toMatchObject({ answers: [ANSWER], statuses: [] });
        expect(statusCalls().length).toBe(1);
        expect(warnings()).toEqual([expect.stringMatching(`^warn feature=status code=${error} .*AGENT=off$`)]);
        clock = DAY_MS;
        expect(await ask()).toMatchObject({ statuses: ['processing', 'active'] });
      },
    );

    it('is what an app gets that isn’t an agent in Slack: people are still answered', async () => {
      await start({ workspace: { isAgent: false }, isAgent: true });
      for (const _ of ['first', 'second']) expect(await ask()).toMatchObject({ answers: [ANSWER] });
      expect(statusCalls().length).toBe(1);
    });
  });

  describe('a temporary failure', () => {
    const FAILURES: readonly [string, InjectedFailure, readonly string[]][] = [
      ['a fault of Slack', { status: 500 }, ['active']],
      ['a connection that breaks before', { reset: 'before' }, ['active']],
      ['a connection that breaks after', { reset: 'after' }, ['processing', 'active']],
      ['a page of HTML', { status: 200, body: '<html>busy</html>' }, ['active']],
      ['a Slack that is busy', { error: 'internal_error' }, []],
      ['too many calls', { status: 429, headers: { 'retry-after': '3600' } }, []],
      ['this one conversation', { error: 'channel_not_found' }, []],
    ];
    it.each(FAILURES)(
      'at the beginning (%s) costs no one an answer, is logged once, and is tried again',
      async (...row) => {
        const [, failure, statuses] = row;
        await start();
        running.slack.fail(STATUS, failure);
        expect(await ask()).toMatchObject({ isAcknowledged: true, answers: [ANSWER], statuses });
        expect(warnings()).toEqual([
          expect.stringMatching(/^warn feature=status code=\w+ The answer was sent without it/),
        ]);
        expect(await ask()).toMatchObject({ statuses: ['processing', 'active'] });
      },
    );

    it.each<[string, InjectedFailure, number]>([
      ['a fault of Slack', { status: 500 }, 3],
      ['a connection that breaks', { reset: 'before' }, 2],
      ['too many calls for a moment', { status: 429, headers: { 'retry-after': '0' } }, 3],
    ])('at the end (%s) doesn’t leave “Working…” behind', async (_, failure, calls) => {
      await start();
      const release = running.slack.hold('chat.postMessage');
      const asked = ask();
      await running.slack.until(() => running.slack.said().length === 1);
      running.slack.fail(STATUS, failure);
      release();
      expect(await asked).toMatchObject({ answers: [ANSWER], statuses: ['processing', 'active'] });
      expect(statusCalls().length).toBe(calls);
      expect(warnings()).toEqual([]);
    });
  });

  it('a slow Slack delays neither the answer nor its acknowledgement, and the order stays', async () => {
    await start();
    const release = running.slack.hold(STATUS);
    const ts = freshTs();
    expect(await running.deliver(directMessage({ ts }))).toMatchObject({ isAcknowledged: true });
    expect(running.slack.messagesIn(DIRECT, ts)).toMatchObject([{ text: ANSWER }]);
    expect(statusCalls().map(({ args }) => args.status)).toEqual(['processing']);
    release();
    await running.settled();
    expect(running.slack.statusesOf(DIRECT, ts)).toEqual(['processing', 'active']);
  });

  it('a stop waits for the last status', async () => {
    await start();
    const release = running.slack.hold(STATUS);
    const ts = freshTs();
    await running.deliver(directMessage({ ts }));
    const stopped = running.app.stop(10_000);
    release();
    expect(await stopped).toBe(true);
    expect(running.slack.statusesOf(DIRECT, ts)).toEqual(['processing', 'active']);
  });

  it('Slack’s remark on every call that there’s no stop button isn’t logged', async () => {
    await start();
    const warning = { response_metadata: { warnings: ['missing_agent_session_stopped_event_subscription'] } };
    running.slack.fail(STATUS, { status: 200, body: JSON.stringify({ ok: true, ...warning }) });
    await ask();
    expect(warnings()).toEqual([]);
  });

  it('the log doesn’t say what was asked, by whom or where', async () => {
    await start();
    running.slack.fail(STATUS, { error: 'missing_scope' });
    await ask({ text: 'my secret salary question' });
    expect(running.lines.join('\n')).not.toMatch(new RegExp(`secret|${PERSON}|${DIRECT}|${CHANNEL}`));
  });
});
