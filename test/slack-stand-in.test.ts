// The stand-in refuses what Slack refuses; asked by Slack's own client, as the app would.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bolt } from '../src/slack/bolt.js';
import { command, directMessage, messageShortcut, press } from './helpers/payloads.js';
import { APP_TOKEN, BOT, CHANNEL, DIRECT, PERSON, type Slack, startSlack } from './helpers/slack-stand-in.js';

type Fields = Record<string, unknown>;

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

/** What a method gives back, be it a result or a refusal. */
async function call(method: string, args: Fields = {}, token = BOT.token, at = slack): Promise<Fields> {
  const { apiUrl: slackApiUrl } = at;
  const silent = new bolt.webApi.WebClient(token, { slackApiUrl, retryConfig: { retries: 0 }, logger: SILENT });
  return silent.apiCall(method, args).catch((error) => error.data);
}

const ignore = (): void => undefined;
const SILENT = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  setName: ignore,
  getLevel: () => bolt.LogLevel.ERROR,
};

const plain = (text: string, more: Fields = {}) => ({ type: 'plain_text', text, ...more });
const button = (more: Fields = {}) => ({ type: 'button', action_id: 'a', text: plain('Press'), value: 'v', ...more });
const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
const option = (value: string, text = value) => ({ text: plain(text), value });
const input = (element: Fields = {}, more: Fields = {}) => ({
  type: 'input',
  block_id: 'question',
  label: plain('Your question'),
  element: { type: 'plain_text_input', action_id: 'text', ...element },
  ...more,
});
const modal = (more: Fields = {}) => ({
  type: 'modal',
  title: plain('A modal'),
  submit: plain('Ask'),
  blocks: [input()],
  ...more,
});
const home = (...blocks: Fields[]) => ({ type: 'home', blocks });
const section = { type: 'section', text: plain('Words') };
const feedback = {
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      action_id: 'vote',
      positive_button: { text: plain('Helpful'), value: 'up' },
      negative_button: { text: plain('Not helpful'), value: 'down' },
    },
  ],
};
const rich = (...elements: Fields[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const points = (...labels: string[]) => labels.map((label) => ({ label, value: 1 }));
const bars = (series: Fields[], categories = ['Junior'], more: Fields = {}) => ({
  type: 'data_visualization',
  title: 'Pay',
  chart: { type: 'bar', series, axis_config: { categories, ...more } },
});
const pie = (...segments: Fields[]) => ({ type: 'data_visualization', title: 'Pay', chart: { type: 'pie', segments } });
const CHART = bars([{ name: 'India', data: points('Junior') }]);
const table = (...rows: string[][]) => ({
  type: 'table',
  rows: rows.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
});

describe('in a message Slack takes', () => {
  it.each<[string, Fields[]]>([
    ['a section with a button', [{ ...section, accessory: button() }]],
    ['feedback buttons', [feedback]],
    ['a chart with one point for each category', [CHART]],
    ['a pie', [pie({ label: 'a', value: 1 }, { label: 'b', value: 2 })]],
    ['a table', [table(['Level', 'Pay'], ['Junior', '5'])]],
    ['a choice among options', [actions({ type: 'static_select', action_id: 'a', options: [option('x')] })]],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
  ])('%s', async (_, blocks) => {
    expect(await call('chat.postMessage', { channel: CHANNEL, text: 'Words', blocks })).toMatchObject({ ok: true });
  });
});

const long = (length: number): string => 'x'.repeat(length);

describe('in a message Slack refuses', () => {
  it.each<[string, Fields[], RegExp]>([
    ['fifty-one blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), /51 blocks/],
    ['a block of a type that there is not', [{ type: 'sektion' }], /unexpected block sektion/],
    ['a field that there is not', [{ ...section, colour: 'red' }], /unknown field colour/],
    ['an alert, which is for modals', [{ type: 'alert', text: plain('!') }], /cannot stand in a message/],
    ['the same block_id twice', [0, 1].map(() => ({ ...section, block_id: 'b' })), /block_id b stands twice/],
    ['the same action_id twice', [actions(button(), button())], /action_id a stands twice/],
    ['a button without words', [actions(button({ text: plain('') }))], /text of a button of 0/],
    ['a button with 76 characters', [actions(button({ text: plain(long(76)) }))], /text of a button of 76/],
    ['a button with an empty value', [actions(button({ value: '' }))], /value of a button of 0/],
    ['a button with a value too long', [actions(button({ value: long(2001) }))], /value of a button of 2001/],
    [
      'a label read aloud that is too long',
      [actions(button({ accessibility_label: long(76) }))],
      /accessibility_label/,
    ],
    ['no button at all', [actions()], /0 elements in actions/],
    ['twenty-six buttons', [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `${i}` })))], /26 el/],
    ['feedback in a row of buttons', [actions(...feedback.elements)], /feedback_buttons cannot stand here/],
    ['a picture without alt_text', [{ type: 'image', image_url: 'https://x.test/a.png' }], /without alt_text/],
    ['a section with too much text', [{ type: 'section', text: plain(long(3001)) }], /text of a section of 3001/],
    ['an empty rich text', [rich()], /empty rich_text_section/],
    ['two tables', [table(['a']), table(['b'])], /2 tables/],
    ['an empty cell', [table([''])], /an empty cell/],
    ['rows of unlike length', [table(['a', 'b'], ['c'])], /rows of unlike length/],
    ['a hundred and one rows', [table(...Array.from({ length: 101 }, () => ['a']))], /101 rows/],
    ['three charts', [CHART, CHART, CHART], /3 charts/],
    ['a chart with a title too long', [{ ...CHART, title: long(51) }], /title of a chart of 51/],
    ['a category too long', [bars([{ name: 'a', data: points(long(21)) }], [long(21)])], /a category of 21/],
    ['a series with a name too long', [bars([{ name: long(21), data: points('Junior') }])], /name of a series of 21/],
    ['a series without a point for a category', [bars([{ name: 'a', data: [] }])], /exactly one point/],
    [
      'a series with two points for a category',
      [bars([{ name: 'a', data: points('Junior', 'Junior') }], ['Junior', 'Senior'])],
      /exactly one point/,
    ],
    ['a point for no category', [bars([{ name: 'a', data: points('Boss') }])], /exactly one point/],
    ['two series of one name', [bars([0, 1].map(() => ({ name: 'a', data: points('Junior') })))], /two series/],
    [
      'seven series',
      [bars([1, 2, 3, 4, 5, 6, 7].map((n) => ({ name: `${n}`, data: points('Junior') })))],
      /7 series, 1 to 6/,
    ],
    [
      'a label of an axis too long',
      [bars([{ name: 'a', data: points('Junior') }], ['Junior'], { x_label: long(51) })],
      /x_l/,
    ],
    ['a piece of a pie that is nothing', [pie({ label: 'a', value: 0 })], /more than 0/],
    ['a choice without options', [actions({ type: 'static_select', action_id: 'a', options: [] })], /0 options/],
    ['an option too long', [actions({ type: 'radio_buttons', options: [option('a', long(76))] })], /option of 76/],
    [
      'a first choice that is no option',
      [actions({ type: 'radio_buttons', options: [option('a')], initial_option: option('b') })],
      /b is chosen at first/,
    ],
    ['text that Slack would parse', [{ type: 'section', text: { type: 'mrkdwn', text: 'hi' } }], /not verbatim/],
    ['a name of somebody who has not spoken', [rich({ type: 'user', user_id: PERSON })], /has not spoken/],
  ])('%s', async (_, blocks, reason) => {
    const refusal = await call('chat.postMessage', { channel: CHANNEL, text: 'Words', blocks });
    expect(refusal).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(refusal.faults).toContainEqual(expect.stringMatching(reason));
    expect(slack.refused).toMatchObject([{ method: 'chat.postMessage', error: 'invalid_blocks' }]);
    expect(slack.messagesIn(CHANNEL)).toEqual([]);
  });
});

describe('for a view Slack refuses', () => {
  it.each<[string, Fields, RegExp]>([
    ['a modal without a title', modal({ title: undefined }), /title of a modal is missing/],
    ['a title of 25 characters', modal({ title: plain(long(25)) }), /title of a modal of 25/],
    ['a submit button of 25 characters', modal({ submit: plain(long(25)) }), /submit button of 25/],
    ['a close button of 25 characters', modal({ close: plain(long(25)) }), /close button of 25/],
    ['private_metadata of 3001 characters', modal({ private_metadata: long(3001) }), /private_metadata of 3001/],
    ['a callback_id of 256 characters', modal({ callback_id: long(256) }), /callback_id of 256/],
    ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => section) }), /101 blocks/],
    ['an input that nobody can submit', modal({ submit: undefined }), /without a submit button/],
    ['an input with a label too long', modal({ blocks: [input({}, { label: plain(long(2001)) })] }), /label of an i/],
    ['an input for more than 3000 characters', modal({ blocks: [input({ max_length: 3001 })] }), /max_length 3001/],
    ['feedback buttons', modal({ blocks: [feedback] }), /context_actions cannot stand in a modal/],
    ['a chart', modal({ blocks: [CHART] }), /data_visualization cannot stand in a modal/],
    ['a table', modal({ blocks: [table(['a'])] }), /table cannot stand in a modal/],
    ['a chart on the Home', home(CHART), /data_visualization cannot stand in a home/],
    ['an alert on the Home', home({ type: 'alert', text: plain('!') }), /alert cannot stand in a home/],
    ['a Home with a title', { ...home(section), title: plain('Home') }, /unknown field title/],
  ])('%s', async (_, view, reason) => {
    slack.stamp(command({ trigger_id: 'trigger' }));
    const method = view.type === 'home' ? 'views.publish' : 'views.open';
    const refusal = await call(method, { trigger_id: 'trigger', user_id: PERSON, view });
    expect(refusal).toMatchObject({ ok: false, error: 'invalid_arguments' });
    expect(refusal.faults).toContainEqual(expect.stringMatching(reason));
    expect([slack.viewOf(PERSON), slack.homeOf(PERSON)]).toEqual([undefined, undefined]);
  });
});

describe('a trigger_id', () => {
  const open = (view = modal()) => call('views.open', { trigger_id: 'trigger', view });

  it('opens a modal for the one who brought it', async () => {
    slack.stamp(command({ trigger_id: 'trigger' }));
    const { view } = await open();
    expect(view).toMatchObject({ id: expect.any(String), hash: expect.any(String), previous_view_id: null });
    expect(slack.viewOf(PERSON)).toMatchObject({ id: (view as Fields).id, root_view_id: (view as Fields).id });
  });

  it.each<[string, () => unknown, string]>([
    ['that Slack has not issued', () => undefined, 'invalid_trigger_id'],
    [
      'that is older than three seconds',
      () => {
        slack.stamp(command({ trigger_id: 'trigger' }));
        slack.pass(4);
      },
      'expired_trigger_id',
    ],
    [
      'that has opened a modal before',
      async () => {
        slack.stamp(command({ trigger_id: 'trigger' }));
        await open();
      },
      'exchanged_trigger_id',
    ],
  ])('%s opens nothing', async (_, prepare, error) => {
    await prepare();
    expect(await open()).toMatchObject({ ok: false, error });
  });

  it('pushes onto an open modal, three at most', async () => {
    slack.stamp(command({ trigger_id: 'trigger' }));
    await open();
    const results: unknown[] = [];
    for (const trigger_id of ['second', 'third', 'fourth']) {
      slack.stamp(command({ trigger_id }));
      results.push((await call('views.push', { trigger_id, view: modal() })).error);
    }
    expect(results).toEqual([undefined, undefined, 'push_limit_reached']);
  });
});

describe('a view that stands', () => {
  it.each<[string, (id: unknown, hash: unknown) => Fields, Fields]>([
    ['is replaced by its id', (view_id) => ({ view_id }), { ok: true }],
    ['is replaced with its latest hash', (view_id, hash) => ({ view_id, hash }), { ok: true }],
    ['is not replaced with an older hash', (view_id) => ({ view_id, hash: 'old' }), { error: 'hash_conflict' }],
    ['is replaced by its external_id', () => ({ external_id: 'mine' }), { ok: true }],
    ['is not replaced by another id', () => ({ view_id: 'V00OTHER' }), { error: 'not_found' }],
  ])('%s', async (_, which, expected) => {
    slack.stamp(command({ trigger_id: 'trigger' }));
    const { view } = await call('views.open', { trigger_id: 'trigger', view: modal({ external_id: 'mine' }) });
    const { id, hash } = view as Fields;
    expect(await call('views.update', { ...which(id, hash), view: modal({ title: plain('New') }) })).toMatchObject(
      expected,
    );
    const title = expected.ok === true ? 'New' : 'A modal';
    expect(slack.viewOf(PERSON)).toMatchObject({ id, title: { text: title } });
  });

  it('is a Home that is published again, unless by an older hash', async () => {
    const publish = (more: Fields = {}) => call('views.publish', { user_id: PERSON, view: home(section), ...more });
    const first = (await publish()).view as Fields;
    await publish({ hash: first.hash });
    expect(await publish({ hash: first.hash })).toMatchObject({ error: 'hash_conflict' });
    expect(slack.homeOf(PERSON)).toMatchObject({ id: first.id, type: 'home' });
  });
});

describe('posting', () => {
  const post = (args: Fields = {}) => call('chat.postMessage', { channel: CHANNEL, text: 'Words', ...args });

  it.each<[string, () => unknown, Fields, string]>([
    ['in a channel the bot is no member of', () => slack.leave(CHANNEL), {}, 'not_in_channel'],
    ['in a channel that is archived', () => slack.archive(CHANNEL), {}, 'is_archived'],
    ['in a channel that there is not', () => undefined, { channel: 'nowhere' }, 'channel_not_found'],
    ['without a word', () => undefined, { text: '' }, 'no_text'],
    ['in a thread that is no time', () => undefined, { thread_ts: 'yesterday' }, 'invalid_thread_ts'],
  ])('%s is refused', async (_, prepare, args, error) => {
    prepare();
    expect(await post(args)).toMatchObject({ ok: false, error });
    expect(slack.messagesIn(CHANNEL)).toEqual([]);
  });

  it('to a person is posting to the conversation with that person', async () => {
    await post({ channel: PERSON });
    expect(slack.messagesIn(DIRECT)).toMatchObject([{ text: 'Words' }]);
  });

  it('in a thread stands in that thread only', async () => {
    await post({ thread_ts: '1700000000.000001' });
    expect(slack.messagesIn(CHANNEL, '1700000000.000001')).toMatchObject([{ text: 'Words' }]);
    expect(slack.messagesIn(CHANNEL, '1700000000.000002')).toEqual([]);
  });

  it('for one person is seen by that person only', async () => {
    await call('chat.postEphemeral', { channel: CHANNEL, user: PERSON, text: 'Words' });
    expect(slack.ephemeralsFor(PERSON)).toMatchObject([{ text: 'Words', channel: CHANNEL }]);
    expect([slack.messagesIn(CHANNEL), slack.ephemeralsFor('U00OTHER')]).toEqual([[], []]);
  });

  it('a chart in a workspace that does not know charts is refused, and taken once it does', async () => {
    slack.takeCharts(false);
    expect(await post({ blocks: [CHART] })).toMatchObject({ error: 'invalid_blocks' });
    slack.takeCharts(true);
    expect(await post({ blocks: [CHART] })).toMatchObject({ ok: true });
  });

  it.each<[string, Fields, string | undefined]>([
    ['its own message', {}, undefined],
    ['a message that there is not', { ts: '1700000000.999999' }, 'message_not_found'],
    ['a message with too much text', { text: long(4001) }, 'msg_too_long'],
    ['somebody’s message', { ts: '1700000000.000001' }, 'cant_update_message'],
  ])('again in the place of %s', async (_, args, error) => {
    slack.stamp(directMessage({ channel: CHANNEL, ts: '1700000000.000001' }));
    const { ts } = await post({ blocks: [section] });
    expect((await call('chat.update', { channel: CHANNEL, ts, text: 'New', ...args })).error).toBe(error);
    const expected = error === undefined ? { text: 'New', isEdited: true } : { text: 'Words', isEdited: false };
    expect(slack.messagesIn(CHANNEL)).toMatchObject([{ ...expected, blocks: [section] }]);
  });
});

describe('a method is refused', () => {
  it.each<[string, string, string, string]>([
    ['that there is not', 'conversations.history', BOT.token, 'unknown_method'],
    ['with a token that is not known', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['with the token of the app', 'auth.test', APP_TOKEN, 'not_allowed_token_type'],
    ['with the token of the bot', 'apps.connections.open', BOT.token, 'not_allowed_token_type'],
  ])('%s', async (_, method, token, error) => {
    expect(await call(method, {}, token)).toMatchObject({ ok: false, error });
  });
});

describe('an agent', () => {
  const thread = { channel_id: DIRECT, thread_ts: '1700000000.000001' };
  const prompts = [{ title: 'Pay', message: 'What do they earn?' }];

  it.each<[string, string, Fields, boolean, string | undefined]>([
    ['tells its status', 'agents.sessions.setStatus', { ...thread, status: 'processing' }, true, undefined],
    ['tells no other status', 'agents.sessions.setStatus', { ...thread, status: 'busy' }, true, 'invalid_arguments'],
    ['suggests prompts', 'assistant.threads.setSuggestedPrompts', { channel_id: DIRECT, prompts }, true, undefined],
    [
      'suggests none in a thread',
      'assistant.threads.setSuggestedPrompts',
      { ...thread, prompts },
      true,
      'invalid_arguments',
    ],
    [
      'is refused its status elsewhere',
      'agents.sessions.setStatus',
      { ...thread, status: 'active' },
      false,
      'feature_disabled',
    ],
  ])('%s', async (_, method, args, isAgent, error) => {
    const other = await startSlack({ isAgent });
    expect((await call(method, args, BOT.token, other)).error).toBe(error);
    const isTold = error === undefined && 'status' in args;
    expect(other.statusesOf(DIRECT, thread.thread_ts)).toEqual(isTold ? ['processing'] : []);
    await other.stop();
  });
});

describe('a response_url', () => {
  /** The response_url of this payload, once it has passed the stand-in. */
  const urlOf = (body: Fields): string => String(slack.stamp(body).response_url);
  const use = async (url: string, message: Fields = {}): Promise<[number, unknown]> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Words', ...message }) });
    return [response.status, ((await response.json()) as Fields).error];
  };

  it('is taken five times, where the bot is no member as well', async () => {
    slack.leave(CHANNEL);
    const url = urlOf(command());
    const results: unknown[] = [];
    for (let times = 0; times < 6; times += 1) results.push(await use(url));
    expect(results).toEqual([...Array(5).fill([200, undefined]), [404, 'used_url']]);
    expect(slack.ephemeralsFor(PERSON).length).toBe(5);
  });

  it('is taken for thirty minutes', async () => {
    const url = urlOf(command());
    slack.pass(30 * 60);
    expect(await use(url)).toEqual([200, undefined]);
    slack.pass(1);
    expect(await use(url)).toEqual([404, 'expired_url']);
  });

  it('refuses blocks that Slack does not take', async () => {
    const url = urlOf(command());
    expect(await use(url, { blocks: [{ type: 'sektion' }] })).toEqual([400, 'invalid_blocks']);
    expect(slack.ephemeralsFor(PERSON)).toEqual([]);
  });

  it.each<[string, Fields, Fields[], Fields[]]>([
    ['says it to the one person', {}, [], [{ text: 'Words' }]],
    ['says it to all', { response_type: 'in_channel' }, [{ text: 'Words' }], []],
    [
      'says it to all in a thread',
      { response_type: 'in_channel', replace_original: false, thread_ts: '1700000000.000001' },
      [{ text: 'Words', thread: '1700000000.000001' }],
      [],
    ],
  ])('%s', async (_, message, all, one) => {
    await use(urlOf(command()), message);
    expect(slack.messagesIn(CHANNEL)).toMatchObject(all);
    expect(slack.ephemeralsFor(PERSON)).toMatchObject(one);
  });

  it('of a shortcut on a reply leads nobody into the thread', async () => {
    const url = urlOf(messageShortcut('answer', { ts: '1700000000.000002', thread_ts: '1700000000.000001' }));
    await use(url, { response_type: 'in_channel', replace_original: false, thread_ts: '1700000000.000001' });
    expect(slack.messagesIn(CHANNEL)[0]).not.toHaveProperty('thread');
  });

  it.each<[string, Fields, Fields[]]>([
    ['puts it in the place of the message', { replace_original: true }, [{ text: 'Words', isEdited: true }]],
    ['takes the message away', { delete_original: true }, []],
    ['leaves the message alone', { replace_original: false }, [{ text: 'Old' }, { text: 'Words' }]],
  ])('of a press in what one person sees %s', async (_, message, expected) => {
    await call('chat.postEphemeral', { channel: CHANNEL, user: PERSON, text: 'Old' });
    const [shown] = slack.ephemeralsFor(PERSON);
    const url = urlOf(press('v', 'http://127.0.0.1:9/response', {}, { message_ts: shown?.ts, is_ephemeral: true }));
    await use(url, { response_type: 'in_channel', ...message });
    const seen =
      message.replace_original === false
        ? [...slack.ephemeralsFor(PERSON), ...slack.messagesIn(CHANNEL)]
        : slack.ephemeralsFor(PERSON);
    expect(seen).toMatchObject(expected);
  });
});
