// Shares private answers: from the command, from the shortcut on a message, from buttons.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionOf, choicesIn, pressInMessage } from '../../../local-slack/emulator/interaction-payloads.js';
import { words } from '../../../local-slack/emulator/rules/block-kit-node.js';
import { labelsIn } from '../../../local-slack/emulator/test-user.js';
import { operatorLines } from '../../helpers/fault-page.js';
import { CHANNEL, command, DIRECT, freshTs, messageShortcut, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import type { Message } from '../../helpers/slack-emulator.js';
import { variedBot } from '../../helpers/varied-bot.js';

const ROOT = '1600000000.000100';
const SHARED = 'Shared. Everyone here can see this answer now.';
const NOT_A_MEMBER = 'I can’t share here because I’m not in this channel. Add me with /invite, then try again.';
const CLOSED = 'I can’t share here: the channel is archived or limits who can post. You still have the answer above.';
const SORRY = 'Something went wrong and I couldn’t answer. Please try again in a moment.';
const NO_TEXT = 'I couldn’t find any text to answer in this message.';

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  beforeEach(async () => {
    running = await startApp(mode, { bot: variedBot });
  });
  afterEach(() => running.stop());

  /** The newest message that only PERSON sees; fails if there is none. */
  function privateAnswer(): Message {
    const answer = running.slack.ephemeralsFor(PERSON).at(-1);
    if (answer === undefined) throw new Error('Nothing is said to this person alone.');
    return answer;
  }
  async function ask(text: string): Promise<Message> {
    await running.deliver(command({ text }));
    return privateAnswer();
  }
  async function useShortcut(message: Record<string, unknown> = {}): Promise<Message> {
    await running.deliver(messageShortcut('answer_message', message));
    await running.settled();
    return privateAnswer();
  }
  async function press(message: Message, label: string, value?: string): Promise<void> {
    await running.press(message, label, value === undefined ? {} : { value });
    await running.settled();
  }
  const forAll = (): Message[] => running.slack.messagesIn(CHANNEL);
  const textsFor = (person: string): string[] => running.slack.ephemeralsFor(person).map(({ text }) => text);

  describe('the private answer to a command', () => {
    it('is shared in the channel with who asked what, and the person who shares it sees that it’s done', async () => {
      const answer = await ask('what do they earn?');
      await press(answer, 'Share in channel');
      expect(forAll()).toMatchObject([{ channel: CHANNEL }]);
      expect(forAll()[0]?.text).toMatch(
        /^<@U00FAKEUSER1> asked: “what do they earn\?”\n\nYou asked: what do they earn\?/,
      );
      expect(forAll()[0]?.thread).toBeUndefined();
      expect(labelsIn(forAll()[0] ?? { blocks: [] })).not.toContain('Share in channel');
      expect(running.slack.ephemeralsFor(PERSON)).toMatchObject([{ ts: answer.ts }]);
      expect(privateAnswer().text).toContain(SHARED);
      expect(labelsIn(privateAnswer())).not.toContain('Share in channel');
      expect(running.slack.refused).toEqual([]);
    });

    it('is shared even if the bot isn’t a member', async () => {
      running.slack.leave(CHANNEL);
      await press(await ask('what do they earn?'), 'Share in channel');
      expect(forAll().length).toBe(1);
    });

    it('is shared once, however often the button is clicked before it disappears', async () => {
      const answer = await ask('what do they earn?');
      const release = running.slack.hold('response_url');
      await Promise.all([
        running.press(answer, 'Share in channel'),
        running.press(answer, 'Share in channel'),
        running.press(answer, 'Share in channel'),
      ]);
      release();
      await running.settled();
      expect(forAll().length).toBe(1);
    });

    it('has the same words at any later time', async () => {
      const answer = await ask('what do they earn?');
      running.slack.pass(21 * 24 * 3600);
      await press(answer, 'Share in channel');
      expect(forAll()[0]?.text).toContain('You asked: what do they earn?');
    });

    it('is shared by a button of an older version, whose value has an empty text beside the topic', async () => {
      const value = JSON.stringify({ text: '', topic: 'degree', full: true });
      await press(await ask('what do they earn?'), 'Share in channel', value);
      expect(forAll()[0]?.text).toContain('All on degree.');
    });

    it('has its text shared as plain text', async () => {
      await press(await ask('<!channel> *loud* <@U00FAKEUSER2>'), 'Share in channel');
      expect(forAll()[0]?.text).toMatch(/asked: “@channel loud @someone”/);
      expect(running.slack.refused).toEqual([]);
    });

    it.each([
      ['unsure', 'Is it one of these?'],
      ['foreign', 'My documents don’t say.'],
      ['help', 'Ask me.'],
    ])('can’t be shared if it says no more than the reply to “%s”', async (text, words) => {
      const answer = await ask(text);
      expect(answer.text).toContain(words);
      expect(labelsIn(answer)).not.toContain('Share in channel');
    });

    it('can’t be shared if the question is longer than a button’s value', async () => {
      expect(labelsIn(await ask('why '.repeat(600)))).not.toContain('Share in channel');
      expect(running.slack.refused).toEqual([]);
    });

    it('leads to answers that can be shared too', async () => {
      const answer = await ask('what do they earn?');
      await press(answer, 'Degree');
      expect(running.slack.ephemeralsFor(PERSON).length).toBe(2);
      await press(privateAnswer(), 'Full answer');
      await press(privateAnswer(), 'Share in channel');
      expect(forAll().map(({ text }) => text)).toEqual([
        expect.stringMatching(/^<@U00FAKEUSER1> shared this answer\n\nAll on degree\./),
      ]);
    });

    it('answers twenty clicks below it, since each has its own response_url', async () => {
      const answer = await ask('what do they earn?');
      for (let presses = 0; presses < 20; presses += 1) await press(answer, 'Degree');
      expect(running.slack.ephemeralsFor(PERSON).length).toBe(21);
      expect(running.slack.refused).toEqual([]);
    });

    it.each([
      ['isn’t JSON', 'no JSON'],
      ['is of another kind', '[1, 2]'],
      ['names an unknown topic', JSON.stringify({ topic: 'no-such-topic' })],
      ['names a property of all objects', JSON.stringify({ topic: '__proto__' })],
      ['names a thread that cannot be', JSON.stringify({ text: 'x', thread: '../../C1' })],
    ])('with a forged value that %s gets a calm message, stays as it is, and nothing is posted', async (_, value) => {
      const answer = await ask('what do they earn?');
      await press(answer, 'Share in channel', value);
      expect(forAll()).toEqual([]);
      expect(textsFor(PERSON)).toEqual([answer.text, 'This button no longer works. Please type your question.']);
      expect(labelsIn(running.slack.ephemeralsFor(PERSON)[0] ?? answer)).toContain('Share in channel');
    });
  });

  describe('the shortcut on a message', () => {
    it('answers only the person who uses it', async () => {
      const answer = await useShortcut({ text: 'what do they earn?' });
      expect(answer.text).toContain('You asked: what do they earn?');
      expect(forAll()).toEqual([]);
      expect(textsFor('U00FAKEUSER2')).toEqual([]);
      expect(running.slack.refused).toEqual([]);
    });

    it('on a message of the channel shares in its thread, and says who shared rather than who asked', async () => {
      const ts = freshTs();
      await press(await useShortcut({ ts, text: 'what do they earn?' }), 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ts }]);
      expect(forAll()[0]?.text).toMatch(/^<@U00FAKEUSER1> shared this answer to “what do they earn\?”/);
      expect(privateAnswer().text).toContain(SHARED);
    });

    it('on a reply answers and shares in that thread', async () => {
      const answer = await useShortcut({ thread_ts: ROOT, text: 'what do they earn?' });
      expect(answer.thread).toBe(ROOT);
      await press(answer, 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ROOT }]);
      expect(privateAnswer().text).toContain(SHARED);
      expect(running.slack.refused).toEqual([]);
    });

    it('on a message with a thread answers below the message', async () => {
      const answer = await useShortcut({ ts: ROOT, thread_ts: ROOT });
      expect(answer.thread).toBeUndefined();
      await press(answer, 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ROOT }]);
    });

    it('on a reply where the bot isn’t a member still answers privately', async () => {
      running.slack.leave(CHANNEL);
      const answer = await useShortcut({ thread_ts: ROOT, text: 'what do they earn?' });
      expect(answer.text).toContain('You asked: what do they earn?');
      expect(running.slack.ephemeralsFor(PERSON).length).toBe(1);
    });

    it('is followed up in that thread, where the next answers can be shared too', async () => {
      const answer = await useShortcut({ thread_ts: ROOT });
      await press(answer, 'Degree');
      expect(privateAnswer()).toMatchObject({ thread: ROOT, text: expect.stringContaining('On degree.') });
      await press(privateAnswer(), 'Full answer');
      await press(privateAnswer(), 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ROOT, text: expect.stringContaining('All on degree.') }]);
    });

    it('lets the picked answer be shared in the thread, also on a message without one', async () => {
      const ts = freshTs();
      const unsure = await useShortcut({ ts, text: 'unsure' });
      expect(labelsIn(unsure)).not.toContain('Share in thread');
      await press(unsure, 'Degree');
      expect(privateAnswer()).toMatchObject({ ts: unsure.ts, text: expect.stringContaining('On degree.') });
      await press(privateAnswer(), 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ts, text: expect.stringContaining('On degree.') }]);
    });

    it.each([
      ['without text', { text: '' }],
      ['of spaces', { text: '  \n ' }],
      ['with blocks only', { text: undefined, blocks: [{ type: 'divider' }] }],
      ['with an attachment that says nothing', { text: '', attachments: [{ fallback: '[no preview available]' }] }],
      ['of a bot, with an attachment only', { user: undefined, bot_id: 'B00OTHERBOT', text: '', attachments: [{}] }],
      ['that only calls the bot', { text: '<@U00FAKEBOT>' }],
    ])('on a message %s gets a calm message', async (_, message) => {
      expect((await useShortcut(message)).text).toBe(NO_TEXT);
      expect(running.lines.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
    });

    it('on a reply without text says so in the thread', async () => {
      expect(await useShortcut({ text: '', thread_ts: ROOT })).toMatchObject({ text: NO_TEXT, thread: ROOT });
    });

    it('on a bot’s message answers its text', async () => {
      const answer = await useShortcut({ user: undefined, bot_id: 'B00OTHERBOT', subtype: 'bot_message' });
      expect(answer.text).toContain('You asked: what do they earn?');
    });

    it('falls back to text if Slack refuses the blocks in a thread', async () => {
      running.slack.fail('chat.postEphemeral', { error: 'invalid_blocks' });
      expect(await useShortcut({ thread_ts: ROOT })).toMatchObject({ thread: ROOT, blocks: [] });
    });
  });

  describe('an answer to be shared, if Slack gives no response_url', () => {
    const share = async (): Promise<void> => {
      const answer = await ask('what do they earn?');
      const choice = choicesIn(answer.blocks).find(({ choice: { text } }) => words(text) === 'Share in channel');
      if (choice === undefined) throw new Error('The answer can’t be shared.');
      await running.deliver({ ...pressInMessage(answer, actionOf(choice)), response_url: undefined });
      await running.settled();
    };

    it('is posted by the bot where it is a member', async () => {
      await share();
      expect(forAll()).toMatchObject([{ text: expect.stringContaining('You asked: what do they earn?') }]);
      expect(running.slack.messagesIn(DIRECT)).toEqual([]);
    });

    it('isn’t shared where it is no member: the person is told in a direct message, and the operator too', async () => {
      running.slack.leave(CHANNEL);
      await share();
      expect(forAll()).toEqual([]);
      expect(running.slack.messagesIn(DIRECT)).toMatchObject([
        { text: expect.stringMatching(/^I couldn’t share the answer/) },
      ]);
      expect(operatorLines(running.lines)).toEqual([
        expect.stringMatching(/^warn surface=share code=no_response_url /),
      ]);
    });
  });

  describe('an answer that can’t be shared', () => {
    it('because the bot isn’t a member stays, and can be shared once it is', async () => {
      const answer = await useShortcut({ thread_ts: ROOT });
      running.slack.leave(CHANNEL);
      await press(answer, 'Share in thread');
      expect(forAll()).toEqual([]);
      expect(textsFor(PERSON)).toEqual([answer.text, NOT_A_MEMBER]);
      running.slack.join(CHANNEL);
      await press(answer, 'Share in thread');
      expect(forAll()).toMatchObject([{ thread: ROOT }]);
    });

    it('because the channel is archived stays', async () => {
      const answer = await useShortcut({ thread_ts: ROOT });
      running.slack.archive(CHANNEL);
      await press(answer, 'Share in thread');
      expect(textsFor(PERSON)).toEqual([answer.text, CLOSED]);
      expect(labelsIn(running.slack.ephemeralsFor(PERSON)[0] ?? answer)).toContain('Share in thread');
    });

    it.each([
      [403, CLOSED],
      [410, CLOSED],
      [500, SORRY],
    ])('because the response_url returns %i stays, and can be shared later', async (status, words) => {
      const answer = await ask('what do they earn?');
      running.slack.fail('response_url', { status });
      await press(answer, 'Share in channel');
      expect(textsFor(PERSON)).toEqual([answer.text, words]);
      await press(answer, 'Share in channel');
      expect(forAll().length).toBe(1);
    });

    it('with its blocks is shared as text', async () => {
      const answer = await ask('what do they earn?');
      running.slack.fail('response_url', { status: 400 });
      await press(answer, 'Share in channel');
      expect(forAll()).toMatchObject([{ blocks: [], text: expect.stringContaining('You asked') }]);
      expect(privateAnswer().text).toContain(SHARED);
    });
  });
});
