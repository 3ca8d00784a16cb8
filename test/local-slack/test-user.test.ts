// Checks the emulator's user for tests: what it clicks, writes and closes reaches an app as Slack would send it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsIn } from '../../local-slack/emulator/test-user.js';
import { MODES } from '../helpers/connect-to-app.js';
import { command, globalShortcut, homeOpened, messageShortcut } from '../helpers/payloads.js';
import { type RecordingApp, startRecordingApp } from '../helpers/recording-app.js';
import { CHANNEL, DIRECT, type Message, PERSON, type View } from '../helpers/slack-emulator.js';

type Fields = Record<string, unknown>;

const OTHER = 'U00FAKEUSER2';
const THREAD = '1700000000.000001';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string, text: string) => ({ text: plain(text), value });
const OPTIONS = [option('wrong', 'It’s wrong'), option('old', 'It’s out of date')];
const ask = { type: 'button' as const, action_id: 'ask', text: plain('Ask'), value: 'salary' };
const buttons = [{ type: 'actions' as const, block_id: 'row', elements: [ask] }];
const vote = {
  type: 'context_actions' as const,
  elements: [
    {
      type: 'feedback_buttons' as const,
      action_id: 'vote',
      positive_button: { text: plain('Helpful'), value: 'up' },
      negative_button: { text: plain('Not helpful'), value: 'down' },
    },
  ],
};
const input = (block_id: string, element: Fields, more: Fields = {}) => ({
  type: 'input',
  block_id,
  label: plain(`The ${block_id}`),
  element: { action_id: `given-${block_id}`, ...element },
  ...more,
});
const form = (more: Fields = {}) => ({
  type: 'modal',
  callback_id: 'form',
  private_metadata: 'context',
  title: plain('A form'),
  submit: plain('Send'),
  blocks: [
    input('line', { type: 'plain_text_input', max_length: 20 }),
    input('reason', { type: 'radio_buttons', options: OPTIONS }, { optional: true }),
    input('more', { type: 'checkboxes', options: OPTIONS }, { optional: true }),
    ...buttons,
  ],
  ...more,
});

describe.each(MODES)('over %s', (mode) => {
  let recordingApp: RecordingApp;
  beforeEach(async () => {
    recordingApp = await startRecordingApp(mode);
  });
  afterEach(() => recordingApp.stop());

  const seen = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('There is nothing to be seen.');
    return value;
  };
  const posted = async (blocks: object[], more: Fields = {}): Promise<Message> => {
    await recordingApp.client.apiCall('chat.postMessage', { channel: CHANNEL, text: 'Words', blocks, ...more });
    return seen(recordingApp.slack.messagesIn(CHANNEL).at(-1));
  };
  const opened = async (view: Fields = form()): Promise<View> => {
    recordingApp.slack.stamp(globalShortcut('any', { trigger_id: 'opening' }));
    await recordingApp.client.apiCall('views.open', { trigger_id: 'opening', view });
    return seen(recordingApp.slack.viewOf(PERSON));
  };

  describe('a click', () => {
    it('in a message brings the message, its channel and a response_url', async () => {
      const message = await posted(buttons, { thread_ts: THREAD });
      await recordingApp.press(message, 'Ask', { by: OTHER });
      expect(recordingApp.heard).toMatchObject([
        {
          type: 'block_actions',
          user: { id: OTHER },
          channel: { id: CHANNEL },
          container: {
            type: 'message',
            channel_id: CHANNEL,
            message_ts: message.ts,
            thread_ts: THREAD,
            is_ephemeral: false,
          },
          message: { ts: message.ts, text: 'Words', thread_ts: THREAD, blocks: buttons },
          response_url: expect.stringContaining('/response/'),
          actions: [{ type: 'button', action_id: 'ask', block_id: 'row', value: 'salary', text: plain('Ask') }],
        },
      ]);
    });

    it('in a command’s answer brings no message, since Slack stores none, and replaces it', async () => {
      recordingApp.answerWith({ response_type: 'ephemeral', text: 'Words', blocks: buttons });
      await recordingApp.deliver(command());
      recordingApp.answerWith(undefined, ({ respond }) => respond({ replace_original: true, text: 'Shared' }));
      await recordingApp.press(seen(recordingApp.slack.ephemeralsFor(PERSON)[0]), 'Ask');
      expect(recordingApp.heard[1]).toMatchObject({ user: { id: PERSON }, container: { is_ephemeral: true } });
      expect(recordingApp.heard[1]).not.toHaveProperty('message');
      await recordingApp.slack.until(() => recordingApp.slack.ephemeralsFor(PERSON)[0]?.text === 'Shared');
      expect(recordingApp.slack.ephemeralsFor(PERSON)).toMatchObject([{ blocks: [], isEdited: true }]);
    });

    it('on a thumb brings the value of that thumb', async () => {
      await recordingApp.press(await posted([vote]), 'Not helpful');
      expect(recordingApp.heard).toMatchObject([
        { actions: [{ type: 'feedback_buttons', action_id: 'vote', value: 'down' }] },
      ]);
    });

    it('with a forged value brings that value', async () => {
      await recordingApp.press(await posted(buttons), 'Ask', { value: 'forged' });
      expect(recordingApp.heard).toMatchObject([{ actions: [{ action_id: 'ask', value: 'forged' }] }]);
    });

    it('on the Home tab brings the view, and no way to respond', async () => {
      await recordingApp.client.apiCall('views.publish', { user_id: PERSON, view: { type: 'home', blocks: buttons } });
      const home = seen(recordingApp.slack.homeOf(PERSON));
      await recordingApp.press(home, 'Ask');
      expect(recordingApp.heard).toMatchObject([
        { user: { id: PERSON }, view: { id: home.id, type: 'home' }, container: { view_id: home.id } },
      ]);
      expect(recordingApp.heard[0]).not.toHaveProperty('response_url');
      expect(recordingApp.heard[0]).not.toHaveProperty('channel');
    });

    it('in a modal brings what has been written there so far', async () => {
      const view = await opened();
      recordingApp.fill(view, { line: 'half a' });
      await recordingApp.press(view, 'Ask');
      const values = { line: { 'given-line': { type: 'plain_text_input', value: 'half a' } } };
      expect(recordingApp.heard).toMatchObject([{ view: { private_metadata: 'context', state: { values } } }]);
    });

    it('on an option brings the option, and the view remembers it', async () => {
      const choice = { type: 'static_select', action_id: 'choice', options: OPTIONS };
      const view = await opened(
        form({ submit: undefined, blocks: [{ type: 'actions', block_id: 'row', elements: [choice] }] }),
      );
      await recordingApp.press(view, 'It’s out of date');
      const chosen = { type: 'static_select', selected_option: OPTIONS[1] };
      expect(recordingApp.heard).toMatchObject([
        { actions: [chosen], view: { state: { values: { row: { choice: chosen } } } } },
      ]);
    });

    it.each<[string, (message: Message) => unknown, RegExp]>([
      [
        'on words that are not there',
        (message) => recordingApp.press(message, 'Share'),
        /Nothing to press says “Share”, only: Ask/,
      ],
      [
        'on a message that is gone',
        (message) => recordingApp.press({ ...message, ts: '1.000000' }, 'Ask'),
        /no longer exists/,
      ],
      [
        'in someone else’s view',
        (message) => recordingApp.press(message, 'Ask', { by: OTHER }),
        /Only the one who sees/,
      ],
    ])('fails: %s', async (_, attempt, reason) => {
      recordingApp.answerWith({ text: 'Words', blocks: buttons });
      await recordingApp.deliver(command());
      const message = seen(recordingApp.slack.ephemeralsFor(PERSON)[0]);
      expect(() => attempt(message)).toThrow(reason);
      expect(labelsIn(message)).toEqual(['Ask']);
    });
  });

  describe('a submission', () => {
    const given = { line: 'Words', reason: 'It’s wrong', more: ['wrong', 'old'] };

    it('brings everything that was filled in', async () => {
      await recordingApp.submit(await opened(), given);
      expect(recordingApp.heard).toMatchObject([
        {
          type: 'view_submission',
          user: { id: PERSON },
          view: {
            callback_id: 'form',
            private_metadata: 'context',
            state: {
              values: {
                line: { 'given-line': { value: 'Words' } },
                reason: { 'given-reason': { selected_option: OPTIONS[0] } },
                more: { 'given-more': { selected_options: OPTIONS } },
              },
            },
          },
        },
      ]);
    });

    it.each<[string, unknown, Fields, string | undefined]>([
      ['closes the modal when nothing is said', undefined, {}, undefined],
      ['closes all when told to clear', { response_action: 'clear' }, {}, undefined],
      [
        'shows errors beside the inputs',
        { response_action: 'errors', errors: { line: 'Too short.' } },
        { line: 'Too short.' },
        'A form',
      ],
      [
        'shows another view in its place',
        { response_action: 'update', view: form({ title: plain('Done') }) },
        {},
        'Done',
      ],
      ['shows another view on top', { response_action: 'push', view: form({ title: plain('Next') }) }, {}, 'Next'],
    ])('%s', async (_, answer, errors, title) => {
      const view = await opened();
      recordingApp.answerWith(answer);
      const submitted = await recordingApp.submit(view, given);
      expect(submitted.errors).toEqual(errors);
      expect((submitted.view?.title as Fields | undefined)?.text).toBe(title);
      expect(recordingApp.slack.refused).toEqual([]);
    });

    it.each<[string, unknown, RegExp]>([
      [
        'an error for a block that isn’t an input',
        { response_action: 'errors', errors: { row: 'No.' } },
        /block_id of an input/,
      ],
      [
        'a view that Slack does not take',
        { response_action: 'update', view: form({ title: plain('') }) },
        /title of a modal of 0/,
      ],
    ])('answered with %s leaves the modal unchanged', async (_, answer, reason) => {
      const view = await opened();
      recordingApp.answerWith(answer);
      expect(await recordingApp.submit(view, given)).toMatchObject({
        errors: {},
        view: { id: view.id, hash: view.hash },
      });
      expect(recordingApp.slack.refused).toMatchObject([{ faults: [expect.stringMatching(reason)] }]);
    });

    it('after a push returns to the first modal', async () => {
      const first = await opened();
      recordingApp.answerWith({ response_action: 'push', view: form() });
      const { view: second } = await recordingApp.submit(first, given);
      expect(second).toMatchObject({ previous_view_id: first.id, root_view_id: first.id });
      recordingApp.answerWith(undefined);
      expect((await recordingApp.submit(seen(second), given)).view?.id).toBe(first.id);
    });

    it.each<[string, Fields, RegExp]>([
      ['an input that is needed is empty', { line: '' }, /empty inputs: The line/],
      ['a text is longer than the input takes', { line: 'x'.repeat(21) }, /21 characters here, only 20/],
      [
        'an unknown option',
        { line: 'x', reason: 'Boredom' },
        /No option “Boredom”, only It’s wrong · It’s out of date/,
      ],
      ['an unknown input', { lines: 'x' }, /no input in a block “lines”/],
    ])('isn’t sent if Slack wouldn’t send it: %s', async (_, wrong, reason) => {
      const view = await opened();
      await expect(recordingApp.submit(view, wrong as Record<string, string>)).rejects.toThrow(reason);
      expect(recordingApp.heard).toEqual([]);
    });
  });

  it.each([
    [true, ['view_closed']],
    [false, []],
  ])('closing a modal with notify_on_close %s sends %j', async (notify_on_close, types) => {
    await recordingApp.close(await opened(form({ notify_on_close })));
    expect(recordingApp.heard.map(({ type }) => type)).toEqual(types);
    expect(recordingApp.slack.viewOf(PERSON)).toBeUndefined();
  });

  it.each([
    ['a command', command(), { command: '/backend-career' }],
    ['a global shortcut', globalShortcut('ask'), { type: 'shortcut', callback_id: 'ask' }],
    ['a message shortcut', messageShortcut('answer'), { type: 'message_action', message: { user: OTHER } }],
  ])('%s brings a trigger_id that opens a modal', async (_, body, expected) => {
    recordingApp.answerWith(undefined, ({ body: { trigger_id } }) =>
      recordingApp.client.apiCall('views.open', { trigger_id, view: form() }),
    );
    await recordingApp.deliver(body);
    expect(recordingApp.heard).toMatchObject([expected]);
    await recordingApp.slack.until(() => recordingApp.slack.viewOf(PERSON) !== undefined);
    expect(recordingApp.slack.viewOf(PERSON)).toMatchObject({ callback_id: 'form' });
  });

  it('opening the app says which tab', async () => {
    await recordingApp.deliver(homeOpened());
    await recordingApp.deliver(homeOpened({ tab: 'messages' }));
    const event = { type: 'app_home_opened', user: PERSON, channel: DIRECT };
    expect(recordingApp.heard).toMatchObject([
      { event: { ...event, tab: 'home' } },
      { event: { ...event, tab: 'messages' } },
    ]);
  });
});
