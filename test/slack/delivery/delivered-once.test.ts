// Loses nothing and repeats nothing: when an event is acknowledged, and what a second delivery does.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/answering/bot.js';
import { freshStore } from '../../helpers/fresh-store.js';
import { command, directMessage, freshTs, mention, press } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp, texts } from '../../helpers/running-app.js';
import { answerOf, tinyBot } from '../../helpers/tiny-bot.js';

const SORRY = 'Something went wrong and I couldn’t answer. Please try again in a moment.';
const RETRY = { number: 1, reason: 'http_error' };

/** Has the previous question in place of the topic. */
const leaning: Bot = {
  ...tinyBot,
  answer: ({ text = '', context }) => ({
    ...answerOf({ headline: `${text} after ${context?.topics.join() ?? 'nothing'}` }),
    context: { topics: [text], offered: [], slots: { levels: [], places: [], technologies: [] } },
  }),
};

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode);
  });
  afterEach(() => running.stop());

  it('an event is acknowledged only once Slack has accepted the answer', async () => {
    const { slack, deliver } = running;
    const release = slack.hold('chat.postMessage');
    let isSettled = false;
    const receipt = deliver(directMessage()).finally(() => {
      isSettled = true;
    });
    await slack.until(() => slack.said().length === 1);
    await deliver(command());
    expect(isSettled).toBe(false);
    release();
    expect(await receipt).toMatchObject({ isAcknowledged: true });
  });

  it.each([
    ['is refused', { error: 'channel_not_found' }],
    ['meets a fault of Slack', { status: 500 }],
    ['meets a page of HTML', { status: 200, body: '<html>busy</html>' }],
    ['breaks off before it arrives', { reset: 'before' } as const],
    ['is to wait for longer than makes sense', { status: 429, headers: { 'retry-after': '3600' } }],
  ])('an answer that %s isn’t acknowledged, and the retry is answered', async (_, failure) => {
    const { slack, deliver } = running;
    slack.fail('chat.postMessage', failure);
    const body = directMessage();
    expect(await deliver(body)).toMatchObject({ isAcknowledged: false });
    const saidBefore = slack.said().length;
    expect(await deliver(body, RETRY)).toMatchObject({ isAcknowledged: true });
    expect(slack.said().length).toBe(saidBefore + 1);
  });

  it.each([
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
  ])('a mention in a channel that limits who can post (%s) is answered privately', async (error) => {
    running.slack.fail('chat.postMessage', { error });
    expect(await running.deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(texts(running.slack.said()).at(-1)).toMatch(/^I can’t answer in that channel: it’s archived or limits/);
  });

  it('the log says what failed and what to do, but not what was asked or by whom', async () => {
    running.slack.fail('chat.postMessage', { error: 'account_inactive' });
    await running.deliver(mention({ text: 'my secret salary question' }));
    const log = running.lines.join('\n');
    expect(log).toMatch(/error surface=app_mention code=account_inactive .*Copy SLACK_BOT_TOKEN again/);
    expect(log).not.toMatch(/secret salary|U00FAKE|C00FAKE|xoxb-fake|xapp-fake/);
  });

  it('the retry of an answered message posts nothing', async () => {
    const body = mention();
    await running.deliver(body);
    expect(await running.deliver(body, RETRY)).toMatchObject({ isAcknowledged: true });
    expect(running.slack.said().length).toBe(1);
  });

  it('one message in two kinds of events is answered once', async () => {
    const ts = freshTs();
    await running.deliver(directMessage({ ts }));
    await running.deliver(mention({ ts, channel: 'D00FAKEUSER1' }));
    expect(running.slack.said().length).toBe(1);
  });

  it('eleven events for one message at the same moment, each with its own id, are answered once', async () => {
    const { slack, deliver } = running;
    const release = slack.hold('chat.postMessage');
    const ts = freshTs();
    const receipts = Promise.all(Array.from({ length: 11 }, () => deliver(mention({ ts }))));
    await slack.until(() => slack.said().length > 0);
    release();
    expect((await receipts).every(({ isAcknowledged }) => isAcknowledged)).toBe(true);
    expect(slack.said().length).toBe(1);
  });

  it('a duplicate that waits for a failing answer gives the answer itself', async () => {
    const { slack, deliver } = running;
    const release = slack.hold('chat.postMessage');
    slack.fail('chat.postMessage', { error: 'internal_error' });
    const ts = freshTs();
    const first = deliver(mention({ ts }));
    await slack.until(() => slack.said().length === 1);
    const second = deliver(mention({ ts }));
    release();
    expect(await first).toMatchObject({ isAcknowledged: false });
    await slack.until(() => slack.said().length === 2);
    expect(await second).toMatchObject({ isAcknowledged: true });
    expect((await deliver(mention({ ts }), RETRY)).isAcknowledged).toBe(true);
    expect(slack.said().length).toBe(2);
  });

  it('messages with the same time in two channels are two messages', async () => {
    const ts = freshTs();
    await running.deliver(mention({ ts }));
    await running.deliver(mention({ ts, channel: 'C00FAKECHAN2' }));
    expect(running.slack.said().length).toBe(2);
  });

  it('waits when Slack asks for a moment, and posts then', async () => {
    const { slack, deliver } = running;
    slack.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '0' } });
    expect(await deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(slack.said().length).toBe(2);
  });

  it('sends the text alone when Slack does not take the blocks', async () => {
    const { slack, deliver } = running;
    slack.fail('chat.postMessage', { error: 'invalid_blocks' });
    expect(await deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(slack.said().at(-1)?.args).toMatchObject({ blocks: [], text: expect.stringContaining('You asked') });
  });

  it('what is asked in the same breath is answered in that order, and leans on what was said before it', async () => {
    const store = await freshStore();
    const { slack, deliver, stop } = await startApp(mode, { bot: leaning, store });
    const release = slack.hold('chat.postMessage');
    const first = deliver(directMessage({ text: 'first' }));
    await slack.until(() => slack.said().length === 1);
    const second = deliver(directMessage({ text: 'second' }));
    // What was sent after it has been answered: so has it arrived, and was not answered out of turn.
    await deliver(command());
    release();
    await Promise.all([first, second]);
    expect(texts(slack.said())).toEqual(['first after nothing', 'second after first']);
    await stop();
    await store.close();
  });

  it('behind an answer that hangs, the next is held up for a moment only', async () => {
    const { slack, deliver } = running;
    const release = slack.hold('chat.postMessage');
    const receipts = [deliver(directMessage({ text: 'first' })), deliver(directMessage({ text: 'second' }))];
    await slack.until(() => slack.said().length === 2);
    release();
    expect(await Promise.all(receipts)).toMatchObject([{ isAcknowledged: true }, { isAcknowledged: true }]);
  });

  it('an answer that hangs delays no one elsewhere', async () => {
    const { slack, deliver } = running;
    const release = slack.hold('chat.postMessage');
    const hanging = deliver(directMessage());
    await slack.until(() => slack.said().length === 1);
    expect(await deliver(command())).toMatchObject({ isAcknowledged: true });
    release();
    await hanging;
  });

  it('a click that arrives twice is answered once', async () => {
    const { slack, deliver } = running;
    const body = press('degree', slack.responseUrl, {}, { is_ephemeral: true });
    await deliver(body);
    await slack.until(() => slack.said().length === 1);
    await deliver(body);
    await running.app.bolt.drained();
    expect(slack.said().length).toBe(1);
  });
});

it('an answer that takes longer than Slack waits is still handed over and acknowledged', async () => {
  const running = await startApp('http');
  const release = running.slack.hold('chat.postMessage');
  const receipt = running.deliver(directMessage());
  await expect.poll(() => running.lines.join()).toContain('code=slow_answer');
  release();
  expect(await receipt).toMatchObject({ isAcknowledged: true });
  await running.stop();
});

describe.each(MODES)('over %s, a bot that fails', (mode) => {
  const failing: Bot = {
    ...tinyBot,
    answer: ({ text }) => {
      throw new Error(`cannot answer ${text}`);
    },
  };
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode, { bot: failing });
  });
  afterEach(() => running.stop());

  it('says so calmly in the acknowledgement of a command', async () => {
    const { isAcknowledged, payload } = await running.deliver(command());
    expect(isAcknowledged).toBe(true);
    expect(payload).toMatchObject({ response_type: 'ephemeral', text: SORRY });
  });

  it('says so calmly to a message, once, and logs where but not what', async () => {
    // Its second line looks like one of a stack.
    await running.deliver(directMessage({ text: 'my question:\n  at work my secret salary' }));
    expect(texts(running.slack.said())).toEqual([SORRY]);
    expect(running.lines.join('\n')).toMatch(/error surface="direct message" code=answer_failed Failed at /);
    expect(running.lines.join('\n')).not.toContain('secret');
  });
});

it('an error in the program outside the bot is logged with its own place, not that of the library that passes it on', async () => {
  const store = await freshStore();
  const once = (): Promise<never> => Promise.reject(new TypeError('a fault'));
  const running = await startApp('http', { store: { ...store, once } });
  expect(await running.deliver(directMessage())).toMatchObject({ isAcknowledged: false });
  expect(running.lines.join('\n')).toMatch(
    /error surface=message code=TypeError Failed at .*delivered-once\.test\.ts:\d+/,
  );
  await running.stop();
  await store.close();
});
