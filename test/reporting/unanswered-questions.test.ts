// Checks which questions are stored with their words: those not answered, until the person picks a topic.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { everyOutcomeBot } from '../helpers/every-outcome-bot.js';
import { openFreshStore } from '../helpers/fresh-store.js';
import {
  CHANNEL,
  command,
  directMessage,
  globalShortcut,
  mention,
  messageShortcut,
  PERSON,
} from '../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../helpers/running-app.js';

const DECLINED = 'is the moon made of cheese?';
const UNSURE = 'should I go for it?';

describe.each(MODES)('over %s', (mode) => {
  let store: Store;
  let running: RunningApp;
  const start = async (keepTexts = true): Promise<void> => {
    store = await openFreshStore(undefined, keepTexts);
    running = await startApp(mode, { store, bot: everyOutcomeBot });
  };
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });
  const noted = async () => (await store.figures(0)).unanswered.map(({ text, outcome }) => ({ text, outcome }));

  describe('a question', () => {
    beforeEach(() => start());

    it.each([
      ['declined', DECLINED, 'out-of-scope', [{ text: DECLINED, outcome: 'out-of-scope' }]],
      ['asked back', UNSURE, 'clarify', [{ text: UNSURE, outcome: 'clarify' }]],
      ['answered', 'what do they earn?', 'answer', []],
      ['answered by a passage', 'is there a canteen?', 'passage', []],
      ['about the bot', 'who are you?', 'about-bot', []],
      ['a courtesy', 'thank you', 'small-talk', []],
    ])('%s: its words are stored only if it wasn’t answered', async (_, text, outcome, expected) => {
      await running.deliver(mention({ text }));
      expect(await noted()).toEqual(expected);
      expect((await store.figures(0)).questions).toMatchObject([{ surface: 'mention', outcome, count: 1 }]);
    });

    it.each([
      ['the command', 'command', command({ text: DECLINED })],
      ['a direct message', 'direct message', directMessage({ text: DECLINED })],
      [
        'the message shortcut on the asker’s own message',
        'message shortcut',
        messageShortcut('answer_message', { text: DECLINED, user: PERSON }),
      ],
    ])('declined in %s is stored, and counted for that surface', async (_, surface, body) => {
      await running.deliver(body);
      await running.settled();
      expect(await noted()).toEqual([{ text: DECLINED, outcome: 'out-of-scope' }]);
      expect((await store.figures(0)).questions).toMatchObject([{ surface, outcome: 'out-of-scope', count: 1 }]);
    });

    it('of which the meaning was chosen in words isn’t stored any longer, and others are', async () => {
      for (const text of [DECLINED, UNSURE, 'the first one']) await running.deliver(directMessage({ text }));
      await running.settled();
      expect(await noted()).toEqual([{ text: DECLINED, outcome: 'out-of-scope' }]);
    });

    it.each([
      ['a colleague’s message', messageShortcut('answer_message', { text: DECLINED })],
      ['a message without an author', messageShortcut('answer_message', { text: DECLINED, user: undefined })],
      ['a message that the asker forwarded', directMessage({ text: '', attachments: [{ text: DECLINED }] })],
    ])('%s is counted, and none of its words are stored', async (_, body) => {
      await running.deliver(body);
      await running.settled();
      expect(await noted()).toEqual([]);
      expect((await store.figures(0)).questions).toMatchObject([{ outcome: 'out-of-scope', count: 1 }]);
    });

    it('declined in a window is stored, and counted for the form', async () => {
      await running.deliver(globalShortcut('ask_question'));
      await running.slack.until(() => running.slack.viewOf(PERSON) !== undefined);
      const window = running.slack.viewOf(PERSON);
      if (window === undefined) throw new Error('No window is open');
      await running.submit(window, { [String(window.blocks[0]?.block_id)]: DECLINED });
      await running.settled();
      expect(await noted()).toEqual([{ text: DECLINED, outcome: 'out-of-scope' }]);
      expect((await store.figures(0)).questions).toMatchObject([{ surface: 'form', count: 1 }]);
    });

    it('declined and sent twice by Slack is stored once', async () => {
      const body = mention({ text: DECLINED });
      await running.deliver(body);
      await running.deliver(body, { number: 1, reason: 'http_timeout' });
      expect(await noted()).toEqual([{ text: DECLINED, outcome: 'out-of-scope' }]);
    });

    it('that’s very long is stored up to the length that anyone reads', async () => {
      await running.deliver(mention({ text: 'tell me '.repeat(2_000) }));
      expect((await noted()).map(({ text }) => text.length)).toEqual([1_000]);
    });

    it('that needed clarifying is deleted once the person picks a topic, and the pick isn’t a new question', async () => {
      await running.deliver(mention({ text: UNSURE }));
      await running.deliver(mention({ text: DECLINED }));
      const [asked] = running.slack.messagesIn(CHANNEL);
      if (asked === undefined) throw new Error('Nothing was said');
      await running.press(asked, 'Salary');
      await running.settled();
      expect(await noted()).toEqual([{ text: DECLINED, outcome: 'out-of-scope' }]);
      expect((await store.figures(0)).questions).toContainEqual({
        surface: 'button',
        outcome: 'answer',
        topic: 'salary',
        count: 1,
      });
    });

    it('that needed clarifying stays if the button no longer works', async () => {
      await running.deliver(mention({ text: UNSURE }));
      const [asked] = running.slack.messagesIn(CHANNEL);
      if (asked === undefined) throw new Error('Nothing was said');
      await running.press(asked, 'Salary', { value: 'no-such-topic' });
      await running.settled();
      expect(await noted()).toEqual([{ text: UNSURE, outcome: 'clarify' }]);
    });

    it('whose answer is shared counts when it was asked, not again', async () => {
      await running.deliver(command());
      const [answer] = running.slack.ephemeralsFor(PERSON);
      if (answer === undefined) throw new Error('Nothing was said');
      await running.press(answer, 'Share in channel');
      await running.settled();
      expect(await noted()).toEqual([]);
      expect((await store.figures(0)).questions).toMatchObject([{ surface: 'command', outcome: 'answer', count: 1 }]);
    });
  });

  it('with UNANSWERED=off no words are stored, but the question is counted', async () => {
    await start(false);
    await running.deliver(mention({ text: DECLINED }));
    expect(await noted()).toEqual([]);
    expect((await store.figures(0)).questions).toMatchObject([
      { surface: 'mention', outcome: 'out-of-scope', count: 1 },
    ]);
  });
});
