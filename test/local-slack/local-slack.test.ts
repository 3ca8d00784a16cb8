// Uses the local workspace with the real bot: what people do there, what each of them sees, and what is refused.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlockKitNode, ShownMessage, ShownView, State } from '../../local-slack/shared/state.js';
import { ANA, BEN, enter, type Launched, launch, type Visitor } from '../helpers/local-slack-process.js';
import { CHANNEL } from '../helpers/payloads.js';

let running: Launched;
let address: string;
let ana: Visitor;
let ben: Visitor;
const DIRECT = 'D00FAKEUSER1';

beforeAll(async () => {
  running = launch();
  address = await running.ready();
  [ana, ben] = await Promise.all([enter(address, ANA), enter(address, BEN)]);
});
afterAll(async () => {
  for (const visitor of [ana, ben]) visitor.leave();
  await running.stop();
});

const answerTo = (words: string, visitor = ana): Promise<ShownMessage> =>
  visitor.message((message) => message.author.isBot && message.askedBy?.words.includes(words) === true);

/** Every block, element and option inside these. */
function allIn(value: unknown): BlockKitNode[] {
  if (Array.isArray(value)) return value.flatMap(allIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as BlockKitNode, ...Object.values(value).flatMap(allIn)];
}

const wordsOf = (block: BlockKitNode): unknown => (block.text as BlockKitNode | undefined)?.text;

/** Where the button with these words is. */
function find(blocks: readonly BlockKitNode[] | undefined, words: string) {
  for (const block of blocks ?? [])
    for (const element of allIn(block))
      if (typeof element.action_id === 'string' && allIn(element).some((inner) => wordsOf(inner) === words))
        return { blockId: String(block.block_id), actionId: element.action_id };
  throw new Error(`Nothing to press says “${words}”.`);
}

describe('a person asks', () => {
  it('by command, and sees the answer with their question and how long it took', async () => {
    expect(await ana.say(CHANNEL, '/backend-career what does a fresher earn in India?')).toEqual({ ok: true });
    const answer = await answerTo('what does a fresher earn');
    expect(answer.text).toContain('5 LPA');
    expect(answer).toMatchObject({ isEphemeral: true, askedBy: { id: ANA, name: 'Ana' } });
    expect(answer.ms).toBeGreaterThan(0);
  });

  it('by message, in the direct conversation', async () => {
    await ana.say(DIRECT, 'how many hours a day do they work?');
    expect((await answerTo('how many hours a day')).text).toContain('9 hours');
  });

  it.each([
    '@backend-career do I need a degree?',
    '@Backend Career do I need a degree?',
    '<@U00FAKEBOT> do I need to know Python?',
  ])('by mention in a channel: %s', async (text) => {
    await ana.say(CHANNEL, text);
    const asked = await ana.message(({ author, text: said }) => !author.isBot && said.includes(text.slice(-10)));
    const answer = await ana.message(({ author, threadTs }) => author.isBot && threadTs === asked.ts);
    expect(answer.isEphemeral).toBe(false);
    await ben.message(({ ts }) => ts === answer.ts);
  });

  it('nothing, by writing in a channel without a mention', async () => {
    await ben.say(CHANNEL, 'good morning, all');
    await ben.say('D00FAKEUSER2', 'do I need Git?');
    await answerTo('do I need Git?', ben);
    const seen = await ben.sees(({ messages }) => messages[CHANNEL]);
    expect(seen.filter(({ askedBy }) => askedBy?.words.includes('good morning'))).toEqual([]);
  });
});

describe('a person clicks', () => {
  it('a topic below an answer, and gets that answer too', async () => {
    await ana.say(DIRECT, 'what are the pros and cons?');
    const answer = await answerTo('pros and cons');
    await ana.act({ type: 'press', on: answer.ts, ...find(answer.blocks, 'Salary') });
    const next = await ana.message(({ askedBy }) => askedBy?.words === 'Salary');
    expect(next.text).not.toBe('');
  });

  it('in a window, writes there, and reads the answer in it', async () => {
    await ana.act({ type: 'shortcut', callbackId: 'ask_question' });
    const form = await ana.sees(({ modals }) => modals[0]);
    const [input = { type: 'none' }] = form.blocks.filter(({ type }) => type === 'input');
    const [blockId, actionId] = [String(input.block_id), String((input.element as BlockKitNode).action_id)];
    const submit = (value: string) =>
      ana.act({ type: 'submit', viewId: form.id, values: { [blockId]: { [actionId]: value } } });
    await submit('');
    expect(await ana.sees(({ modalErrors }) => modalErrors)).toHaveProperty(blockId);
    await submit('do I need a degree?');
    const shown = await ana.sees(({ modals }) =>
      modals.find((view) => JSON.stringify(view.blocks).includes('One document says yes')),
    );
    expect(shown.id).toBe(form.id);
    await ana.act({ type: 'close', viewId: form.id });
    await ana.sees(({ modals }) => (modals.length === 0 ? true : undefined));
  });

  it('a topic on the Home tab, and gets a window', async () => {
    await ana.act({ type: 'openHome' });
    const home = await ana.sees((state): ShownView | undefined => state.home);
    await ana.act({ type: 'press', on: home.id, ...find(home.blocks, 'Salary'), value: 'salary' });
    const answer = await ana.sees(({ modals }) => modals[0]);
    expect(answer.type).toBe('modal');
    await ana.act({ type: 'close', viewId: answer.id });
    await ana.sees(({ modals }) => (modals.length === 0 ? true : undefined));
  });

  it('a topic on a Home tab that is drawn anew meanwhile, and gets a window all the same', async () => {
    const home = await ana.sees((state): ShownView | undefined => state.home);
    const { actionId } = find(home.blocks, 'Salary');
    await ana.act({ type: 'press', on: home.id, blockId: 'before', actionId, value: 'salary' });
    const answer = await ana.sees(({ modals }) => modals[0]);
    await ana.act({ type: 'close', viewId: answer.id });
    await ana.sees(({ modals }) => (modals.length === 0 ? true : undefined));
  });

  it('the shortcut on someone’s message, and alone sees the answer', async () => {
    await ben.say(CHANNEL, 'does anybody know what a freelancer makes?');
    const asked = await ana.message(({ text }) => text.includes('what a freelancer makes'));
    expect(await ana.act({ type: 'shortcut', callbackId: 'answer_message', ts: asked.ts })).toEqual({ ok: true });
    const answer = await answerTo('what a freelancer makes');
    expect(answer.isEphemeral).toBe(true);
  });
});

describe('what only one person sees', () => {
  it('isn’t shown to others, and they can’t click it', async () => {
    await ana.say(CHANNEL, '/backend-career is it a good career?');
    const answer = await answerTo('is it a good career');
    await ben.say(CHANNEL, '/backend-career how do I become one?');
    await answerTo('how do I become one', ben);
    const seen = await ben.sees(({ messages }) => messages[CHANNEL]);
    expect(seen.map(({ ts }) => ts)).not.toContain(answer.ts);
    const button = find(answer.blocks, 'Share in channel');
    expect(await ben.act({ type: 'press', on: answer.ts, ...button })).toEqual({
      ok: false,
      error: 'This message no longer exists.',
    });
  });

  it('is shared when that person wants it', async () => {
    await ana.say(CHANNEL, '/backend-career where can I apply?');
    const answer = await answerTo('where can I apply');
    await ana.act({ type: 'press', on: answer.ts, ...find(answer.blocks, 'Share in channel') });
    const shared = await ben.message(({ author, text }) => author.isBot && text.includes('Get Hired Portal'));
    expect(shared.isEphemeral).toBe(false);
  });
});

it('includes a window, in the browser tab that asked for it', async () => {
  const [first, second] = await Promise.all([enter(address, ANA, 'first'), enter(address, ANA, 'second')]);
  const isOpen = ({ modals }: State): true | undefined => (modals.length > 0 ? true : undefined);
  const { shortcuts } = await first.sees((state) => state);
  const ask = shortcuts.find(({ type }) => type === 'global')?.callbackId ?? '';
  expect(await first.act({ type: 'shortcut', callbackId: ask })).toEqual({ ok: true });
  await first.sees(isOpen);
  // This message reaches both tabs after the window.
  await first.say(DIRECT, 'thanks for the window');
  const isHere = ({ text }: ShownMessage): boolean => text === 'thanks for the window';
  await second.message(isHere);
  expect(await second.sees(({ modals }) => modals.length)).toBe(0);
  expect(await second.act({ type: 'shortcut', callbackId: ask })).toEqual({ ok: true });
  await second.sees(isOpen);
  expect(await first.sees(({ modals }) => modals.length)).toBe(1);
  first.leave();
  second.leave();
});

describe('Slack’s rules apply', () => {
  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['an unknown command', () => ana.say(CHANNEL, '/weather'), /not a valid command/],
    ['a command in a thread', () => ana.say(CHANNEL, '/backend-career help', '1.000001'), /not supported in threads/],
    ['an unknown channel', () => ana.say('C00OTHER', 'hello'), /no such channel/],
    ['someone else’s direct conversation', () => ana.say('D00FAKEUSER2', 'hello'), /no such channel/],
    ['a window that is closed', () => ana.act({ type: 'submit', viewId: 'V0', values: {} }), /closed/],
    ['an unknown shortcut', () => ana.act({ type: 'shortcut', callbackId: 'x' }), /no such shortcut/],
  ])('%s', async (_, act, error) => {
    expect(await act()).toEqual({ ok: false, error: expect.stringMatching(error) });
  });
});

describe('below an answer is', () => {
  const about = async (what: string, ts: string) => fetch(`${address}/local/${what}?ts=${ts}`);

  it('why it matched', async () => {
    await ana.say(DIRECT, '--what does a fresher earn in Pune & Delhi?');
    const { ts } = await answerTo('--what does');
    const why = await (await about('why', ts)).text();
    expect(why).toMatch(/Why: answer/);
    expect(why).toContain('Pune & Delhi');
  });

  it('the traffic with Slack as JSON, with the milliseconds of each call', async () => {
    await ana.say(DIRECT, 'tell me about freelancing');
    const { ts } = await answerTo('freelancing');
    const wire = (await (await about('traffic', ts)).json()) as Record<string, unknown>;
    expect(wire).toMatchObject({
      sent: { type: 'event_callback', event: { text: 'tell me about freelancing' } },
      calls: [{ method: 'chat.postMessage', args: { channel: DIRECT }, result: { ts }, at: expect.any(Number) }],
    });
  });

  it('nothing, for an unknown message', async () => {
    expect((await about('why', '1.000001')).status).toBe(404);
  });
});

describe('a request from elsewhere', () => {
  const status = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${address}${path}`, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });

  it.each<[string, string, Record<string, string>, string, number]>([
    ['another website', '/local/action', { origin: 'https://example.org' }, 'POST', 403],
    ['another program’s page on this machine', '/local/action', { origin: 'http://localhost:1' }, 'POST', 403],
    ['a page without an address', '/', { origin: 'null' }, 'GET', 403],
    ['a name that was made to point here', '/', { host: 'example.org' }, 'GET', 403],
    ['a picture on another website', '/local/why', { 'sec-fetch-site': 'cross-site' }, 'GET', 403],
    ['another website that calls the Web API', '/api/auth.test', { origin: 'https://example.org' }, 'POST', 403],
    ['a form', '/local/action', { 'content-type': 'application/x-www-form-urlencoded' }, 'POST', 415],
    ['a form that says it is text', '/local/action', { 'content-type': 'text/plain' }, 'POST', 415],
    ['a path out of the page’s folder', '/..%2f..%2fpackage.json', {}, 'GET', 404],
  ])('is refused: %s', async (_, path, headers, method, expected) => {
    expect(await status(path, headers, method)).toBe(expected);
  });

  it('can’t open the bot’s connection from another website', async () => {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', origin: 'https://example.org' };
    await expect(status('/link', { ...headers, ...key })).rejects.toThrow();
  });

  it.each<[string, string, RegExp]>([
    ['text that isn’t JSON', 'hello', /must be JSON/],
    ['an action of an unknown type', '{"type":"delete","person":"U00FAKEUSER1"}', /isn’t an action/],
    ['an action with an unknown field', '{"type":"openHome","person":"U00FAKEUSER1","by":"me"}', /isn’t an action/],
    ['an action of an unknown person', '{"type":"openHome","person":"U1"}', /no such person/],
  ])('is refused with a reason: %s', async (_, body, error) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}/local/action`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual({ ok: false, error: expect.stringMatching(error) });
  });
});

it('the page gets the commands, shortcuts and five example questions', async () => {
  const { commands, shortcuts, questions, botState } = await ana.sees((state) => state);
  const manifest = readFileSync('manifest.yml', 'utf8');
  for (const { callbackId } of shortcuts) expect(manifest).toContain(callbackId);
  expect(commands.map(({ command }) => command)).toEqual(['/backend-career']);
  expect([questions.length, botState]).toEqual([5, 'ready']);
});
