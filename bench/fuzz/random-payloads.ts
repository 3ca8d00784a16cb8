// Generates any text people can send and any payload that Slack, or someone with its secret, could.
import fc from 'fast-check';
import {
  command,
  directMessage,
  globalShortcut,
  homeOpened,
  interaction,
  mention,
  messageShortcut,
  press,
} from '../../local-slack/emulator/event-payloads.js';

export type Json = unknown;
export type Payload = Readonly<Record<string, Json>>;

/** Words that mean something to the bot, so that the texts reach all of its topics. */
const WORDS = (
  'what is the pay salary of a fresher experienced in India outside USA per month hour year 5 LPA 30 hours do I need ' +
  'a degree course Git Java Node skills why source more full both yes thanks help forget me freelance jobs apply ' +
  'difference front end back end future hours responsibilities and or not? ! , . 1,00,000 $80,451 ₹'
).split(' ');

/** What would come alive in Slack, or break something, if it were shown or read unescaped. */
const HOSTILE = [
  '<!channel>',
  '<!here|here>',
  '<!subteam^S0EVIL>',
  '<@U0EVIL99>',
  '<#C0EVIL99|evil>',
  '<https://evil.example|click>',
  'https://evil.example/x',
  '<!date^0^{date}|evil>',
  '@channel',
  '@here',
  '*bold* _it_ ~no~ `code`',
  '```',
  '&lt;!channel&gt;',
  '&amp;lt;!channel&amp;gt;',
  '\u202E',
  '\u2066',
  '\u200B',
  '\u200D',
  '\uFEFF',
  '\u0000',
  '\uD83D',
  '\uDE00',
  '👩‍💻',
  'e\u0301\u0301\u0301',
  'كم راتب المطور',
  'שכר',
  '__proto__',
  'constructor',
  '{{7*7}} $& $1',
  '%s%n',
  '\\',
  '"',
  "'; drop table answered; --",
  '\r\n',
  '|',
];

const LONGEST = 40_000;

const long = fc
  .tuple(
    fc.constantFrom('a', '9', '<', '&', '🎉', 'ab ', '1,', 'Do I? ', '\u0301', ':a'),
    fc.integer({ min: 1, max: LONGEST }),
  )
  .map(([piece, length]) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length));

/** A text of words, mark-up, odd characters and lengths, as long as Slack lets it be. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WORDS) }, fc.constantFrom(...HOSTILE)), {
        minLength: 1,
        maxLength: 14,
      })
      .map((pieces) => pieces.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: long },
);

/** A name as people could give it to themselves, to a channel or to a workspace. */
export const anyName: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));

/** A payload of each kind that Slack sends, with any text and any names in it. */
export const anyPayload: fc.Arbitrary<Payload> = fc
  .record({
    text: anyText,
    name: anyName,
    value: fc.oneof(anyText, fc.constantFrom('salary', 'degree')),
    kind: fc.nat(8),
  })
  .map(({ text, name, value, kind }) => {
    const user = { id: 'U00FAKEUSER1', username: name, name, team_id: 'T00FAKETEAM' };
    const places = { user, channel: { id: 'C00FAKECHAN1', name }, team: { id: 'T00FAKETEAM', domain: name } };
    const action = { type: 'button', block_id: name, value, action_ts: '1.0' };
    const kinds = [
      () => command({ text, user_name: name, channel_name: name, team_domain: name, enterprise_name: name }),
      () => directMessage({ text }),
      () => mention({ text: `<@U00FAKEBOT> ${text}` }),
      () => homeOpened(),
      () => messageShortcut('answer_message', { text }, places),
      () => globalShortcut('ask_question', { user, team: places.team }),
      () => press(value, NOWHERE, { ...places, actions: [{ ...action, action_id: `topic:${name}` }] }),
      () => press(value, NOWHERE, { ...places, actions: [{ ...action, action_id: `share:${name}` }] }),
      () => ({ ...interaction('view_submission'), ...places, view: formOf(text, name) }),
    ];
    return (kinds[kind] ?? kinds[0])?.() ?? {};
  });

const NOWHERE = 'http://127.0.0.1:9/response';

const formOf = (value: string, name: string): Json => ({
  id: 'V0',
  type: 'modal',
  callback_id: 'ask',
  private_metadata: name,
  state: { values: { 'question:1': { text: { type: 'plain_text_input', value } } } },
});

/** Puts anything anywhere: which place is chosen by the numbers, from the outside to the inside. */
export const anyChange = fc.record({
  path: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
  value: fc.oneof(
    fc.constantFrom<Json>(null, true, 0, -1, 1e308, '', 'x', [], {}, [[]], 'U00FAKEUSER1'),
    fc.jsonValue({ maxDepth: 3 }),
    anyText,
    fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
  ),
});

/** The payload with one value in it changed. */
export function changed(payload: Json, { path: [step = 0, ...rest], value }: { path: number[]; value: Json }): Json {
  if (typeof payload !== 'object' || payload === null) return value;
  const names = Object.keys(payload);
  const name = names[step % names.length];
  if (name === undefined) return value;
  const inner = Array.isArray(payload) ? payload[Number(name)] : (payload as Payload)[name];
  const next = rest.length === 0 ? value : changed(inner, { path: rest, value });
  return Array.isArray(payload) ? payload.with(Number(name), next) : { ...payload, [name]: next };
}
