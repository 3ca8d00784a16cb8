// Turns any payload into a question or nothing: the whole table in one place, without Bolt.
import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/slack/inbound/read-question.js';
import { CHANNEL, command, DIRECT, directMessage, mention, press } from '../../helpers/payloads.js';

const SELF = { team: 'T00FAKETEAM', userId: 'U00FAKEBOT' };
const URL = 'http://127.0.0.1:9/response';

describe('the text of a question', () => {
  it.each([
    ['is what was typed after the command', command({ text: ' how much? ' }), 'how much?'],
    [
      'keeps other people’s names as Slack writes them',
      mention({ text: '<@U00FAKEBOT> ask <@U00OTHER> too' }),
      'ask <@U00OTHER> too',
    ],
    ['is freed from the own name with a label', mention({ text: '<@U00FAKEBOT|bot>: how much?' }), ': how much?'],
    ['is freed from the own name in a direct message', directMessage({ text: 'hi <@U00FAKEBOT>' }), 'hi'],
    ['is freed from Slack’s escapes once', directMessage({ text: 'R&amp;D &lt;b&gt; &amp;lt;' }), 'R&D <b> &lt;'],
    ['is help when a mention says nothing', mention({ text: ' <@U00FAKEBOT> ' }), 'help'],
    ['is help when a command says nothing', command({ text: undefined }), 'help'],
    ['is none for a button, whose topic says it all', press('salary', URL), undefined],
    ['may be as long as Slack allows', directMessage({ text: 'x'.repeat(40_000) }), 'x'.repeat(40_000)],
  ])('%s', (_, body, text) => {
    expect(readQuestion(body, SELF)?.text).toBe(text);
  });
});

describe('the destination of the answer', () => {
  const thread = '1600000000.000001';
  it.each([
    ['the acknowledgement for a command', command(), { kind: 'acknowledgement' }],
    ['the conversation for a direct message', directMessage(), { kind: 'conversation', channel: DIRECT }],
    [
      'its thread for a direct message in one',
      directMessage({ thread_ts: thread }),
      { kind: 'conversation', channel: DIRECT, thread },
    ],
    ['a new thread for a mention', mention({ ts: thread }), { kind: 'conversation', channel: CHANNEL, thread }],
    [
      'the thread it is in for a mention',
      mention({ thread_ts: thread }),
      { kind: 'conversation', channel: CHANNEL, thread },
    ],
    [
      'one person for a button that only this person sees',
      press('salary', URL, {}, { is_ephemeral: true }),
      { kind: 'response' },
    ],
    [
      'the thread of the message for a button in a channel',
      press('salary', URL, { message: { ts: thread } }),
      { kind: 'conversation', channel: CHANNEL, thread },
    ],
  ])('is %s', (_, body, place) => {
    expect(readQuestion(body, SELF)?.destination).toEqual(place);
  });
});

describe('no question', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hello'],
    ['an empty object', {}],
    ['a list', []],
    ['an envelope without an event', { type: 'event_callback' }],
    ['an event that is null', { type: 'event_callback', event: null }],
    ['a message without a channel', directMessage({ channel: undefined })],
    ['a message without a time', directMessage({ ts: undefined })],
    ['a message whose text is no text', directMessage({ text: 42 })],
    ['a message in a group conversation', directMessage({ channel_type: 'mpim' })],
    ['a click without actions', press('salary', URL, { actions: undefined })],
    ['a click on something else', press('salary', URL, { actions: [{ action_id: 'other' }] })],
    ['a click without a place', press('salary', URL, { channel: undefined, container: {}, message: undefined })],
    ['a field inherited from nowhere', { type: 'event_callback', event: { __proto__: { type: 'app_mention' } } }],
  ])('%s', (_, body) => {
    expect(readQuestion(body, SELF)).toBeUndefined();
  });
});

it('one message has one key, whichever event brings it, with its workspace', () => {
  const ts = '1700000000.000001';
  const key = (body: unknown): string | undefined => readQuestion(body, SELF)?.key;
  expect(key(directMessage({ ts, channel: 'C1' }))).toBe(key(mention({ ts, channel: 'C1' })));
  expect(key(mention({ ts, channel: 'C1' }))).not.toBe(key(mention({ ts, channel: 'C2' })));
  expect(readQuestion(mention(), { ...SELF, team: 'T2' })?.workspace).toBe('T2');
});
