// Asks by command, mention, direct message and button, with Bolt's real receivers, over HTTP and Socket Mode.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageFaults } from '../../../local-slack/emulator/rules/message-rules.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  eventBody,
  freshTs,
  MENTION,
  mention,
  PERSON,
  press,
} from '../../helpers/payloads.js';
import { MODES, postSigned, type RunningApp, startApp, texts } from '../../helpers/running-app.js';
import { BOT, TEAM } from '../../helpers/slack-emulator.js';

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode);
  });
  afterEach(() => running.stop());

  it('the start reports who it is and where', () => {
    expect(running.standing).toMatchObject({ who: `as @${BOT.name} in ${TEAM.name}` });
  });

  describe('a slash command', () => {
    it('is answered in the acknowledgement, for the asker only', async () => {
      const { isAcknowledged, payload } = await running.deliver(command({ text: 'what do they earn?' }));
      expect(isAcknowledged).toBe(true);
      expect(payload).toMatchObject({ response_type: 'ephemeral', unfurl_links: false, unfurl_media: false });
      expect((payload as { text: string }).text).toContain('You asked: what do they earn?');
      expect(messageFaults(payload as Record<string, unknown>)).toEqual([]);
      expect(running.slack.said()).toEqual([]);
    });

    it.each(['', '   ', 'help'])('with the text %j shows how to use it', async (text) => {
      const { payload } = await running.deliver(command({ text }));
      expect(payload).toMatchObject({ text: expect.stringContaining('Ask me.') });
    });
  });

  describe('a direct message', () => {
    it.each([
      ['as long as people write', 'what do they earn? '.repeat(50), false],
      ['of more words than are read', 'what do they earn? '.repeat(150), true],
      ['of more characters than are read', `what do they earn? ${'?'.repeat(39_000)}`, true],
    ])('%s: the answer says whether only the beginning was read', async (_, text, isInPart) => {
      await running.deliver(directMessage({ text }));
      const [answer] = running.slack.said();
      expect(JSON.stringify(answer?.args).includes('I only read the beginning')).toBe(isInPart);
    });

    it('is answered in the conversation, outside of any thread', async () => {
      await running.deliver(directMessage({ text: 'what do they earn?' }));
      const [answer, ...more] = running.slack.said();
      expect(answer).toMatchObject({ method: 'chat.postMessage', token: BOT.token, args: { channel: DIRECT } });
      expect(answer?.args).not.toHaveProperty('thread_ts');
      expect(answer?.args).toMatchObject({
        unfurl_links: 'false',
        unfurl_media: 'false',
        parse: 'none',
        link_names: 'false',
      });
      expect(more).toEqual([]);
    });

    it.each([
      ['in a thread is answered in that thread', { thread_ts: '1600000000.000001' }],
      [
        'in a thread, also sent to the conversation, is answered in that thread',
        { thread_ts: '1600000000.000001', subtype: 'thread_broadcast' },
      ],
    ])('%s', async (_, fields) => {
      await running.deliver(directMessage(fields));
      expect(running.slack.said()).toMatchObject([{ args: { channel: DIRECT, thread_ts: '1600000000.000001' } }]);
    });

    it.each([
      ['with a file', { subtype: 'file_share', files: [{ id: 'F00FAKEFILE' }] }],
      ['written as an action', { subtype: 'me_message' }],
    ])('%s is answered', async (_, fields) => {
      await running.deliver(directMessage(fields));
      expect(texts(running.slack.said())).toEqual([expect.stringContaining('You asked: what do they earn?')]);
    });
  });

  describe('a mention', () => {
    it('is answered in the thread of the message, without the bot’s name', async () => {
      const ts = freshTs();
      await running.deliver(mention({ ts, text: `${MENTION} hey ${MENTION}, what do they earn?` }));
      const [answer] = running.slack.said();
      expect(answer).toMatchObject({ args: { channel: CHANNEL, thread_ts: ts } });
      expect(answer?.args.text).not.toContain(BOT.userId);
    });

    it('in a thread is answered in that thread', async () => {
      await running.deliver(mention({ thread_ts: '1600000000.000001' }));
      expect(running.slack.said()).toMatchObject([{ args: { thread_ts: '1600000000.000001' } }]);
    });

    it('without other text shows how to use it', async () => {
      await running.deliver(mention({ text: MENTION }));
      expect(texts(running.slack.said())).toEqual([expect.stringContaining('Ask me.')]);
    });
  });

  it.each([
    [
      'an edit',
      eventBody({
        type: 'message',
        subtype: 'message_changed',
        channel_type: 'im',
        channel: DIRECT,
        ts: '1.1',
        message: { user: PERSON, text: 'new', ts: '1.0' },
      }),
    ],
    [
      'a deletion',
      eventBody({
        type: 'message',
        subtype: 'message_deleted',
        channel_type: 'im',
        channel: DIRECT,
        ts: '1.1',
        deleted_ts: '1.0',
      }),
    ],
    ['a message of another bot', directMessage({ bot_id: 'B00OTHERBOT' })],
    [
      'a message of a bot without a user',
      directMessage({ subtype: 'bot_message', bot_id: 'B00OTHERBOT', user: undefined }),
    ],
    ['its own message', directMessage({ user: BOT.userId, bot_id: BOT.botId })],
    ['its own message under its user alone', directMessage({ user: BOT.userId })],
    ['someone joining', directMessage({ subtype: 'channel_join' })],
    ['chatter in a channel', directMessage({ channel_type: 'channel', channel: CHANNEL })],
    ['a mention by another bot', mention({ bot_id: 'B00OTHERBOT' })],
    ['a mention in an edited message', mention({ edited: { user: PERSON, ts: '1700000001.000000' } })],
    [
      'an event the app didn’t subscribe to',
      eventBody({ type: 'reaction_added', user: PERSON, item: { channel: CHANNEL, ts: '1.0' } }),
    ],
  ])('%s is acknowledged and not answered', async (_, body) => {
    const { isAcknowledged } = await running.deliver(body);
    expect(isAcknowledged).toBe(true);
    expect(running.slack.said()).toEqual([]);
  });

  it.each([
    ['an empty message', directMessage({ text: '  ' })],
    ['a file without a word', directMessage({ subtype: 'file_share', text: '' })],
  ])('%s gets the reply that it has no text', async (_, body) => {
    await running.deliver(body);
    expect(texts(running.slack.said())).toEqual(['I couldn’t find any text to answer in this message.']);
  });

  describe('a clicked suggestion', () => {
    it('in a thread is answered in that thread', async () => {
      const { slack } = running;
      await running.deliver(press('degree', slack.responseUrl, {}, { thread_ts: '1600000000.000001' }));
      await slack.until(() => slack.said().length > 0);
      expect(slack.said()).toMatchObject([
        { method: 'chat.postMessage', args: { channel: CHANNEL, thread_ts: '1600000000.000001', text: 'On degree.' } },
      ]);
    });

    it('in a direct message is answered there', async () => {
      const { slack } = running;
      const where = { channel: { id: DIRECT, name: 'directmessage' } };
      await running.deliver(press('degree', slack.responseUrl, where, { channel_id: DIRECT }));
      await slack.until(() => slack.said().length > 0);
      const [answer] = slack.said();
      expect(answer).toMatchObject({ method: 'chat.postMessage', args: { channel: DIRECT, text: 'On degree.' } });
      expect(answer?.args).not.toHaveProperty('thread_ts');
    });

    it('in a private message is answered privately, and the message stays', async () => {
      const { slack } = running;
      await running.deliver(press('degree', slack.responseUrl, {}, { is_ephemeral: true }));
      await slack.until(() => slack.said().length > 0);
      const args = { response_type: 'ephemeral', replace_original: false, text: 'On degree.' };
      expect(slack.said()).toMatchObject([{ method: 'response_url', args }]);
    });

    it.each(['', 'no-such-topic', '__proto__', '<!channel>'])(
      'with the unknown value %j gets a calm message',
      async (value) => {
        const { slack } = running;
        await running.deliver(press(value, slack.responseUrl, {}, { is_ephemeral: true }));
        await slack.until(() => slack.said().length > 0);
        expect(texts(slack.said())).toEqual(['This button no longer works. Please type your question.']);
      },
    );

    it('that can’t be answered in the channel is answered privately', async () => {
      const { slack } = running;
      slack.fail('chat.postMessage', { error: 'not_in_channel' });
      await running.deliver(press('degree', slack.responseUrl));
      await slack.until(() => slack.said().length > 1);
      expect(slack.said().at(-1)).toMatchObject({
        method: 'response_url',
        args: { text: 'Something went wrong and I couldn’t answer. Please try again in a moment.' },
      });
    });
  });

  it('with a button of a different app is acknowledged and not answered', async () => {
    const foreign = {
      actions: [{ type: 'button', action_id: 'other', block_id: 'b', value: 'degree', action_ts: '1.0' }],
    };
    expect(await running.deliver(press('degree', running.slack.responseUrl, foreign))).toMatchObject({
      isAcknowledged: true,
    });
    expect(running.slack.said()).toEqual([]);
  });
});

describe('a request over HTTP', () => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp('http');
  });
  afterEach(() => running.stop());

  it.each([
    ['signed with another secret', { secret: 'another-secret' }],
    ['signed more than five minutes ago', { age: 301 }],
  ])('%s is refused with 401 and not answered', async (_, wrong) => {
    expect(await postSigned(running.port, directMessage(), undefined, wrong)).toMatchObject({ status: 401 });
    expect(running.slack.said()).toEqual([]);
  });

  it.each([['a click on nothing', { type: 'block_actions', actions: [] }]])(
    'that has %s is refused with 400, and is logged',
    async (_, body) => {
      expect(await postSigned(running.port, body)).toMatchObject({ status: 400 });
      expect(running.lines.at(-1)).toMatch(/^error code=no_payload Slack doesn’t send requests like this/);
    },
  );

  it('that checks the address gets its challenge back', async () => {
    const body = { type: 'url_verification', challenge: 'fake-challenge', event: undefined };
    expect(await postSigned(running.port, body)).toMatchObject({
      status: 200,
      payload: { challenge: 'fake-challenge' },
    });
  });
});
