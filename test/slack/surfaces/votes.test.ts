// Whether an answer helped: the buttons below it, what a click stores, and the form that asks why not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsIn } from '../../../local-slack/emulator/test-user.js';
import type { Store, Vote } from '../../../src/store/store.js';
import { everyOutcomeBot } from '../../helpers/every-outcome-bot.js';
import { freshFile, openFreshStore } from '../../helpers/fresh-store.js';
import { CHANNEL, command, DIRECT, directMessage, globalShortcut, mention, PERSON } from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import type { Message, View } from '../../helpers/slack-emulator.js';

const OTHER = 'U00FAKEUSER2';
const UP = 'Helpful';
const DOWN = 'Not helpful';
const THANKS = 'Thanks, your vote is counted.';

/** The only element; fails if there isn't exactly one. */
function only<T>(things: readonly (T | undefined)[]): T {
  const [thing, ...more] = things;
  if (thing === undefined || more.length > 0) throw new Error(`There are ${things.length} of them`);
  return thing;
}

describe.each(MODES)('over %s', (mode) => {
  let file: string;
  let store: Store;
  let running: RunningApp;
  beforeEach(async () => {
    file = freshFile();
    store = await openFreshStore(file);
    running = await startApp(mode, { store, bot: everyOutcomeBot });
  });
  afterEach(async () => {
    await running.stop();
    await store.close();
    expect(running.slack.refused).toEqual([]);
  });

  const votes = async () => (await store.figures(0)).votes;
  const last = (messages: readonly Message[]): Message => only(messages.slice(-1));

  /** The answer to a mention, which everyone sees. */
  async function answerTo(text: string): Promise<Message> {
    await running.deliver(mention({ text }));
    return last(running.slack.messagesIn(CHANNEL));
  }
  async function press(holder: Message | View, label: string, by?: string, value?: string): Promise<void> {
    await running.press(holder, label, { ...(by !== undefined && { by }), ...(value !== undefined && { value }) });
    await running.settled();
  }
  const modalOf = (person = PERSON): View => only([running.slack.viewOf(person)]);

  it.each<[string, string, Pick<Vote, 'outcome' | 'topics'>]>([
    ['an answer', 'what do they earn?', { outcome: 'answer', topics: ['salary'] }],
    ['an answer on two topics, for the main one', 'pay and degree?', { outcome: 'answer', topics: ['salary'] }],
    ['a passage', 'is there a canteen?', { outcome: 'passage', topics: [''] }],
    ['a question back', 'should I go for it?', { outcome: 'clarify', topics: [''] }],
    ['a refusal', 'is the moon made of cheese?', { outcome: 'out-of-scope', topics: [''] }],
  ])('%s can be voted on', async (_, text, { outcome, topics }) => {
    await press(await answerTo(text), UP);
    expect(await votes()).toEqual([{ outcome, topic: topics[0], isHelpful: true }]);
  });

  it('a courtesy, an answer about the bot and a fixed message have no buttons', async () => {
    expect(labelsIn(await answerTo('thank you'))).toEqual([]);
    expect(labelsIn(await answerTo('who are you?'))).toEqual([]);
    await running.deliver(directMessage({ text: 'forget me' }));
    expect(labelsIn(last(running.slack.messagesIn(DIRECT)))).toEqual([]);
  });

  it.each(['ephemeral', 'direct', 'shared'])('the buttons are below an answer that is %s', async (kind) => {
    const { slack, deliver } = running;
    await (kind === 'direct' ? deliver(directMessage()) : deliver(command()));
    if (kind === 'shared') await press(last(slack.ephemeralsFor(PERSON)), 'Share in channel');
    const seen = { ephemeral: slack.ephemeralsFor(PERSON), direct: slack.messagesIn(DIRECT) }[kind];
    await press(last(seen ?? slack.messagesIn(CHANNEL)), UP, kind === 'shared' ? OTHER : undefined);
    expect(await votes()).toMatchObject([{ topic: 'salary', isHelpful: true }]);
  });

  it('“Helpful” posts nothing and opens nothing, since Slack shows how the person voted', async () => {
    const answer = await answerTo('what do they earn?');
    const said = running.slack.calls.length;
    await press(answer, UP);
    expect(running.slack.calls.length).toBe(said);
  });

  describe('of several votes', () => {
    it.each<[string, readonly [answer: 0 | 1, label: string, by: string][], readonly boolean[]]>([
      [
        'the last one of a person on an answer counts',
        [
          [0, UP, PERSON],
          [0, DOWN, PERSON],
        ],
        [false],
      ],
      [
        'a change of mind and back is one vote',
        [
          [0, DOWN, PERSON],
          [0, UP, PERSON],
        ],
        [true],
      ],
      [
        'the same one twice is one',
        [
          [0, UP, PERSON],
          [0, UP, PERSON],
        ],
        [true],
      ],
      [
        'each person’s on an answer counts',
        [
          [0, UP, PERSON],
          [0, DOWN, OTHER],
        ],
        [true, false],
      ],
      [
        'a person’s on each answer counts',
        [
          [0, UP, PERSON],
          [1, DOWN, PERSON],
        ],
        [true, false],
      ],
    ])('%s', async (_, clicks, expected) => {
      const answers = [await answerTo('what do they earn?'), await answerTo('what do they earn, really?')] as const;
      for (const [answer, label, by] of clicks) await press(answers[answer], label, by);
      expect((await votes()).map(({ isHelpful }) => isHelpful).toSorted()).toEqual(expected.toSorted());
    });
  });

  it('votes don’t count as questions', async () => {
    const answer = await answerTo('what do they earn?');
    await press(answer, UP);
    await press(answer, DOWN);
    expect((await store.figures(0)).questions).toEqual([
      { surface: 'mention', outcome: 'answer', topic: 'salary', count: 1 },
    ]);
  });

  it('a click delivered twice is one vote and opens one form', async () => {
    const { slack, deliver } = running;
    const { ts } = await answerTo('what do they earn?');
    const body = {
      type: 'block_actions',
      team: { id: 'T00FAKETEAM', domain: 'fake' },
      user: { id: PERSON },
      trigger_id: 'fake-trigger-of-one-press',
      container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false },
      channel: { id: CHANNEL, name: 'general' },
      message: { ts },
      actions: [{ type: 'feedback_buttons', action_id: 'vote', block_id: 'b', value: 'down answer salary' }],
    };
    await deliver(body);
    await deliver(body);
    await running.settled();
    expect(await votes()).toMatchObject([{ isHelpful: false }]);
    expect(slack.refused.splice(0)).toMatchObject([{ method: 'views.open', error: 'exchanged_trigger_id' }]);
    expect(modalOf().callback_id).toBe('vote');
  });

  describe('a vote of “Not helpful”', () => {
    let form: View;
    beforeEach(async () => {
      await press(await answerTo('what do they earn?'), DOWN);
      form = modalOf();
    });

    it('is stored at once, before the form is sent', async () => {
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false }]);
    });

    it.each<[string, Record<string, string>, Partial<Vote>]>([
      [
        'a reason and a comment',
        { reason: 'out of date', comment: ' old\n figures ' },
        { reason: 'out of date', comment: 'old figures' },
      ],
      ['a reason alone', { reason: 'wrong' }, { reason: 'wrong' }],
      ['a comment alone', { comment: 'x'.repeat(300) }, { comment: 'x'.repeat(300) }],
      ['signs that would turn a text around', { comment: 'a\u202Eb\u0007c' }, { comment: 'abc' }],
      ['nothing', {}, {}],
      ['blanks', { comment: '   ' }, {}],
    ])('is stored with %s from the form', async (_, given, said) => {
      const { isAcknowledged, view } = await running.submit(form, given);
      expect({ isAcknowledged, view }).toEqual({ isAcknowledged: true, view: undefined });
      await running.settled();
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false, ...said }]);
    });

    it('stays if the form is closed', async () => {
      await running.close(form);
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false }]);
    });

    it('keeps its reason and comment if the button is clicked again', async () => {
      await running.submit(form, { reason: 'wrong', comment: 'no' });
      await running.settled();
      await press(last(running.slack.messagesIn(CHANNEL)), DOWN);
      expect(await votes()).toMatchObject([{ isHelpful: false, reason: 'wrong', comment: 'no' }]);
    });

    it('loses its reason if it becomes “Helpful”', async () => {
      await running.submit(form, { reason: 'wrong', comment: 'no' });
      await running.settled();
      await press(last(running.slack.messagesIn(CHANNEL)), UP);
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: true }]);
    });

    it.each([
      ['nothing', ''],
      ['no JSON', '{'],
      ['another form’s', '{"id":"x"}'],
      ['no vote', '{"answer":"C1 1.1","value":"drop table"}'],
      ['a vote for the answer', '{"answer":"C1 1.1","value":"up answer salary"}'],
    ])('isn’t changed by a form that names %s', async (_, private_metadata) => {
      const forged = running.slack.views.put({ ...form, private_metadata });
      const { isAcknowledged } = await running.submit(forged, { reason: 'wrong' });
      expect(isAcknowledged).toBe(true);
      await running.settled();
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false }]);
    });
  });

  it('is stored even if Slack opens no form, and that is logged', async () => {
    const answer = await answerTo('what do they earn?');
    running.slack.fail('views.open', { error: 'expired_trigger_id' });
    await press(answer, DOWN);
    expect(await votes()).toMatchObject([{ isHelpful: false }]);
    expect(running.lines.join('\n')).toMatch(/warn surface=vote code=expired_trigger_id Told the person/);
  });

  it('is stored even if the person can’t be told either, and that is logged', async () => {
    const answer = await answerTo('what do they earn?');
    running.slack.fail('views.open', { error: 'expired_trigger_id' });
    running.slack.fail('chat.postMessage', { error: 'messages_tab_disabled' });
    await press(answer, DOWN);
    expect(await votes()).toMatchObject([{ isHelpful: false }]);
    expect(running.lines.join('\n')).toMatch(/warn surface=vote code=expired_trigger_id The vote is stored/);
  });

  describe('a value that no button of this bot has', () => {
    it.each(['nonsense', 'up', 'sideways answer salary', 'up answered salary', '<!channel>', '__proto__ answer'])(
      'gets a calm message and isn’t a vote: %j',
      async (value) => {
        await press(await answerTo('what do they earn?'), UP, PERSON, value);
        expect(await votes()).toEqual([]);
        const sentence = last(running.slack.ephemeralsFor(PERSON));
        expect(sentence.text).toBe('I couldn’t count your vote because this button no longer works.');
      },
    );

    it('that names unknown topics is a vote without them', async () => {
      await press(await answerTo('what do they earn?'), UP, PERSON, 'up answer no-such-topic degree');
      expect(await votes()).toEqual([{ topic: 'degree', outcome: 'answer', isHelpful: true }]);
    });
  });

  describe('in a window', () => {
    let window: View;
    const ask = async (text: string): Promise<View> => {
      const open = modalOf();
      const question = only(open.blocks.filter(({ type }) => type === 'input')).block_id;
      const { view } = await running.submit(open, { [String(question)]: text });
      return only([view]);
    };
    beforeEach(async () => {
      await running.deliver(globalShortcut('ask_question'));
      await running.slack.until(() => running.slack.viewOf(PERSON) !== undefined);
      window = await ask('what do they earn?');
    });

    it('“Helpful” replaces the buttons with thanks', async () => {
      await press(window, UP);
      expect(await votes()).toMatchObject([{ topic: 'salary', isHelpful: true }]);
      expect(JSON.stringify(modalOf().blocks)).toContain(THANKS);
      expect(labelsIn(modalOf())).not.toContain(UP);
    });

    it('“Not helpful” opens the form on top, and the window below says thanks', async () => {
      await press(window, DOWN);
      await running.submit(modalOf(), { reason: 'missing' });
      await running.settled();
      expect(await votes()).toMatchObject([{ isHelpful: false, reason: 'missing' }]);
      expect(modalOf().id).toBe(window.id);
      expect(JSON.stringify(modalOf().blocks)).toContain(THANKS);
    });

    it('each answer has a vote of its own', async () => {
      await press(window, UP);
      await press(await ask('is the moon made of cheese?'), UP);
      expect((await votes()).map(({ outcome }) => outcome).toSorted()).toEqual(['answer', 'out-of-scope']);
    });

    it('the next question is answered as before', async () => {
      await press(window, UP);
      expect(JSON.stringify((await ask('and how much is that?')).blocks)).toContain('You asked: and how much is that?');
    });
  });

  it('a vote on an answer from before a restart counts, and is the same person’s on the same answer', async () => {
    const answer = await answerTo('what do they earn?');
    await press(answer, UP);
    await store.close();
    store = await openFreshStore(file);
    const again = await startApp(mode, { store, bot: everyOutcomeBot, slack: running.slack });
    await again.press(answer, DOWN);
    await again.settled();
    await again.stop();
    expect(await votes()).toMatchObject([{ isHelpful: false }]);
  });

  describe('with UNANSWERED=off, after a restart', () => {
    let form: View;
    let again: RunningApp;
    beforeEach(async () => {
      await press(await answerTo('what do they earn?'), DOWN);
      form = modalOf();
      await store.close();
      store = await openFreshStore(file, false);
      again = await startApp(mode, { store, bot: everyOutcomeBot, slack: running.slack });
    });
    afterEach(() => again.stop());
    const asked = ({ blocks }: View) => blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);

    it('the form only asks for the reason, which is stored', async () => {
      expect(asked(form)).toEqual(['reason', 'comment']);
      await again.close(form);
      await again.press(last(running.slack.messagesIn(CHANNEL)), DOWN);
      await again.settled();
      expect(asked(modalOf())).toEqual(['reason']);
      await again.submit(modalOf(), { reason: 'missing' });
      await again.settled();
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false, reason: 'missing' }]);
    });

    it('a form opened before keeps its reason and stores no words', async () => {
      await again.submit(form, { reason: 'wrong', comment: 'a secret remark' });
      await again.settled();
      expect(await votes()).toEqual([{ topic: 'salary', outcome: 'answer', isHelpful: false, reason: 'wrong' }]);
    });
  });

  it('the log names neither the person nor the words', async () => {
    await press(await answerTo('what do they earn?'), DOWN);
    await running.submit(modalOf(), { comment: 'a secret remark' });
    await running.settled();
    expect(running.lines.join('\n')).not.toMatch(/U00FAKEUSER|C00FAKE|secret remark/);
  });
});
