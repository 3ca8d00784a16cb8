// Checks with Slack's own client that the emulator refuses the calls that Slack refuses.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../local-slack/emulator/manifest.js';
import { callSlack } from '../helpers/call-slack.js';
import { command, directMessage, messageShortcut, press } from '../helpers/payloads.js';
import { CHART, home, long, modal, plain, section } from '../helpers/sample-blocks.js';
import { APP_TOKEN, BOT, CHANNEL, DIRECT, PERSON, type Slack, startSlack } from '../helpers/slack-emulator.js';

type Fields = Record<string, unknown>;

let slack: Slack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

const call = (method: string, args: Fields = {}, token = BOT.token, at = slack) => callSlack(at, method, args, token);

describe('a trigger_id', () => {
  const open = (view = modal()) => call('views.open', { trigger_id: 'trigger', view });

  it('opens a modal for the person whose interaction it came with', async () => {
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
  ])('opens nothing: %s', async (_, prepare, error) => {
    await prepare();
    expect(await open()).toMatchObject({ ok: false, error });
  });

  it('pushes onto an open modal, up to three', async () => {
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

describe('an open view', () => {
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

  it('can be a Home tab that is published again, unless with an older hash', async () => {
    const publish = (more: Fields = {}) => call('views.publish', { user_id: PERSON, view: home(section), ...more });
    const first = (await publish()).view as Fields;
    await publish({ hash: first.hash });
    expect(await publish({ hash: first.hash })).toMatchObject({ error: 'hash_conflict' });
    expect(slack.homeOf(PERSON)).toMatchObject({ id: first.id, type: 'home' });
  });
});

describe('a view is refused', () => {
  const opened = (trigger_id: string, view = modal()) => {
    slack.stamp(command({ trigger_id }));
    return call('views.open', { trigger_id, view });
  };
  it.each<[string, () => Promise<Fields>, string]>([
    ['that is a Home to be opened', () => opened('trigger', { ...modal(), ...home(section) }), 'invalid_arguments'],
    [
      'that is a modal to be published',
      () => call('views.publish', { user_id: PERSON, view: modal() }),
      'invalid_arguments',
    ],
    ['for no one', () => call('views.publish', { view: home(section) }), 'invalid_arguments'],
    [
      'with an external_id that another has',
      async () => {
        slack.stamp(command({ trigger_id: 'second', user_id: 'U00FAKEUSER2' }));
        await opened('first', modal({ external_id: 'mine' }));
        return call('views.open', { trigger_id: 'second', view: modal({ external_id: 'mine' }) });
      },
      'duplicate_external_id',
    ],
    [
      'on top of nothing',
      () => {
        slack.stamp(command({ trigger_id: 'trigger' }));
        return call('views.push', { trigger_id: 'trigger', view: modal() });
      },
      'invalid_trigger_id',
    ],
  ])('%s', async (_, attempt, error) => {
    expect(await attempt()).toMatchObject({ ok: false, error });
  });
});

describe('posting', () => {
  const post = (args: Fields = {}) => call('chat.postMessage', { channel: CHANNEL, text: 'Words', ...args });

  it.each<[string, () => unknown, Fields, string]>([
    ['in a channel the bot is no member of', () => slack.leave(CHANNEL), {}, 'not_in_channel'],
    ['in a channel that is archived', () => slack.archive(CHANNEL), {}, 'is_archived'],
    ['in an unknown channel', () => undefined, { channel: 'nowhere' }, 'channel_not_found'],
    ['without a word', () => undefined, { text: '' }, 'no_text'],
    ['in a thread with an invalid time', () => undefined, { thread_ts: 'yesterday' }, 'invalid_thread_ts'],
  ])('fails: %s', async (_, prepare, args, error) => {
    prepare();
    expect(await post(args)).toMatchObject({ ok: false, error });
    expect(slack.messagesIn(CHANNEL)).toEqual([]);
  });

  it('to a person posts to the conversation with that person', async () => {
    await post({ channel: PERSON });
    expect(slack.messagesIn(DIRECT)).toMatchObject([{ text: 'Words' }]);
  });

  it('in a thread appears only in that thread', async () => {
    await post({ thread_ts: '1700000000.000001' });
    expect(slack.messagesIn(CHANNEL, '1700000000.000001')).toMatchObject([{ text: 'Words' }]);
    expect(slack.messagesIn(CHANNEL, '1700000000.000002')).toEqual([]);
  });

  it('for one person is seen only by that person', async () => {
    await call('chat.postEphemeral', { channel: CHANNEL, user: PERSON, text: 'Words' });
    expect(slack.ephemeralsFor(PERSON)).toMatchObject([{ text: 'Words', channel: CHANNEL }]);
    expect([slack.messagesIn(CHANNEL), slack.ephemeralsFor('U00OTHER')]).toEqual([[], []]);
  });

  it('a chart in a workspace that does not know charts is refused, and taken once it does', async () => {
    slack.takeBlocks('data_visualization', false);
    expect(await post({ blocks: [CHART] })).toMatchObject({ error: 'invalid_blocks' });
    slack.takeBlocks('data_visualization', true);
    expect(await post({ blocks: [CHART] })).toMatchObject({ ok: true });
  });

  it.each<[string, Fields, string | undefined]>([
    ['its own message', {}, undefined],
    ['an unknown message', { ts: '1700000000.999999' }, 'message_not_found'],
    ['a message with too much text', { text: long(4001) }, 'msg_too_long'],
    ['someone’s message', { ts: '1700000000.000001' }, 'cant_update_message'],
  ])('again to replace %s', async (_, args, error) => {
    slack.stamp(directMessage({ channel: CHANNEL, ts: '1700000000.000001' }));
    const { ts } = await post({ blocks: [section] });
    expect((await call('chat.update', { channel: CHANNEL, ts, text: 'New', ...args })).error).toBe(error);
    const expected = error === undefined ? { text: 'New', isEdited: true } : { text: 'Words', isEdited: false };
    expect(slack.messagesIn(CHANNEL)).toMatchObject([{ ...expected, blocks: [section] }]);
  });
});

describe('a method is refused', () => {
  it.each<[string, string, string, string]>([
    ['that doesn’t exist', 'conversations.history', BOT.token, 'unknown_method'],
    ['with a token that is not known', 'auth.test', 'xoxb-other', 'invalid_auth'],
    ['with the token of the app', 'auth.test', APP_TOKEN, 'not_allowed_token_type'],
    ['with the token of the bot', 'apps.connections.open', BOT.token, 'not_allowed_token_type'],
  ])('%s', async (_, method, token, error) => {
    expect(await call(method, {}, token)).toMatchObject({ ok: false, error });
  });
});

describe('what manifest.yml doesn’t ask for', () => {
  /** manifest.yml without one of its lines. */
  function manifestWithout(line: string) {
    const whole = readFileSync('manifest.yml', 'utf8');
    if (!whole.includes(`- ${line}\n`)) throw new Error(`manifest.yml does not hold ${line}.`);
    const file = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.yml');
    writeFileSync(file, whole.replace(`- ${line}\n`, '\n'));
    return readManifest(false, file);
  }

  it.each<[string, string, Fields]>([
    ['chat:write', 'chat.postMessage', { channel: CHANNEL, text: 'Words' }],
    ['chat:write', 'chat.postEphemeral', { channel: CHANNEL, user: PERSON, text: 'Words' }],
    ['chat:write', 'chat.update', { channel: CHANNEL, ts: '1700000000.000001', text: 'Words' }],
    ['chat:write', 'agents.sessions.setStatus', { channel_id: DIRECT, status: 'active' }],
  ])('%s is required by %s, and the refusal says so', async (needed, method, args) => {
    const manifest = manifestWithout(needed);
    const other = await startSlack({ manifest });
    const provided = manifest.scopes.join(',');
    expect(await call(method, args, BOT.token, other)).toMatchObject({ error: 'missing_scope', needed, provided });
    expect(other.messagesIn(CHANNEL)).toEqual([]);
    await other.stop();
  });

  it('assistant:write isn’t granted to an app that isn’t an agent', async () => {
    const prompts = [{ title: 'Pay', message: 'What do they earn?' }];
    expect(await call('assistant.threads.setSuggestedPrompts', { channel_id: DIRECT, prompts })).toMatchObject({
      error: 'missing_scope',
      needed: 'assistant:write',
    });
  });

  it.each([
    ['app_mentions:read', 'app_mention'],
    ['app_mention', 'app_mention'],
    ['im:history', 'message.im'],
    ['message.im', 'message.im'],
    ['app_home_opened', 'app_home_opened'],
  ])('without %s the app doesn’t get %s', (line, event) => {
    const { events } = readManifest();
    expect(manifestWithout(line).events).toEqual(events.filter((name) => name !== event));
  });

  it('without the scope commands there are no commands or shortcuts', () => {
    const { commands, shortcuts } = manifestWithout('commands');
    expect([commands, shortcuts]).toEqual([[], []]);
  });
});

it('only this machine can reach the emulator', async () => {
  const { port } = new URL(slack.apiUrl);
  const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  // Every address of 127.0.0.0/8 is this machine too, and would answer if it listened on all addresses.
  const elsewhere = ['127.0.0.2', ...others.filter(({ family }) => family === 'IPv4').map(({ address }) => address)];
  for (const address of elsewhere.filter((one) => one !== '127.0.0.1'))
    await expect(fetch(`http://${address}:${port}/api/auth.test`, { method: 'POST' })).rejects.toThrow();
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
  /** The response_url of this payload, once it has gone through the emulator. */
  const urlOf = (body: Fields): string => String(slack.stamp(body).response_url);
  const use = async (url: string, message: Fields = {}): Promise<[number, unknown]> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'Words', ...message }) });
    return [response.status, ((await response.json()) as Fields).error];
  };

  it('works five times, also if the bot isn’t a member', async () => {
    slack.leave(CHANNEL);
    const url = urlOf(command());
    const results: unknown[] = [];
    for (let times = 0; times < 6; times += 1) results.push(await use(url));
    expect(results).toEqual([...Array(5).fill([200, undefined]), [404, 'used_url']]);
    expect(slack.ephemeralsFor(PERSON).length).toBe(5);
  });

  it('works for thirty minutes', async () => {
    const url = urlOf(command());
    slack.pass(30 * 60);
    expect(await use(url)).toEqual([200, undefined]);
    slack.pass(1);
    expect(await use(url)).toEqual([404, 'expired_url']);
  });

  it.each<[string, () => string, Fields, [number, string]]>([
    ['that Slack has not issued', () => `${new URL(slack.apiUrl).origin}/response/other`, {}, [404, 'no_service']],
    ['without a word', () => urlOf(command()), { text: '' }, [400, 'no_text']],
  ])('is refused for %s', async (_, url, message, expected) => {
    expect(await use(url(), message)).toEqual(expected);
  });

  it('refuses blocks that Slack refuses', async () => {
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

  it('of a shortcut on a reply doesn’t lead into the thread', async () => {
    const url = urlOf(messageShortcut('answer', { ts: '1700000000.000002', thread_ts: '1700000000.000001' }));
    await use(url, { response_type: 'in_channel', replace_original: false, thread_ts: '1700000000.000001' });
    expect(slack.messagesIn(CHANNEL)[0]).not.toHaveProperty('thread');
  });

  it.each<[string, Fields, Fields[]]>([
    ['puts it in the place of the message', { replace_original: true }, [{ text: 'Words', isEdited: true }]],
    ['takes the message away', { delete_original: true }, []],
    ['leaves the message alone', { replace_original: false }, [{ text: 'Old' }, { text: 'Words' }]],
  ])('of a click in a private message %s', async (_, message, expected) => {
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
