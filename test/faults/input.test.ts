// Any text, any name and any payload: properties that hold for all of them.

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WORST_TEXTS } from '../../bench/answers/slowest-texts.js';
import { anyChange, anyName, anyPayload, anyText, changed } from '../../bench/fuzz/random-payloads.js';
import { harmIn } from '../../bench/fuzz/unescaped-markup.js';
import { SHIPPED } from '../helpers/data-copy.js';
import { type FaultCase, openChapter, operatorLines } from '../helpers/fault-page.js';
import { findUnfounded } from '../helpers/number-sources.js';
import { CHANNEL, command, DIRECT, directMessage, MENTION, mention, PERSON } from '../helpers/payloads.js';
import { type RunningApp, startApp } from '../helpers/running-app.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

/** The same texts in every run, other ones in each test; `npm run bench -- fuzz` generates new ones. */
const runs = (seed: number, numRuns = 75) => ({ seed: 20_261_121 + seed, numRuns }) as const;
const ONE = 'one message, with nothing active in it';

const chapter = openChapter('What people send');
const bot = await loadShippedBot();
const { documents } = knowledgeIn(SHIPPED);
let running: RunningApp;
beforeAll(async () => {
  running = await startApp('http', { bot });
});
afterAll(() => running.stop());
beforeEach(() => running.lines.splice(0));

type Body = Record<string, unknown>;

/** Everything sent to PERSON from now on: in public, in private or in an acknowledgement. */
async function heardAfter(body: Body): Promise<{ readonly text: string; readonly blocks: unknown }[]> {
  const { slack } = running;
  const all = () => [...slack.messagesIn(CHANNEL), ...slack.messagesIn(DIRECT), ...slack.ephemeralsFor(PERSON)];
  const before = all().length;
  expect(await running.deliver(body)).toMatchObject({ isAcknowledged: true });
  await running.settled();
  return all().slice(before);
}

/** Asks, and describes the result in words: one harmless message, or what it was instead. */
async function comesTo(body: Body, known: readonly string[] = []): Promise<string> {
  const { slack } = running;
  slack.refused.splice(0);
  const { conversations } = slack.workspace;
  const heard = await heardAfter(body);
  const harm = heard.flatMap((message) => harmIn(message, known));
  for (const message of [...slack.messagesIn(CHANNEL), ...slack.messagesIn(DIRECT), ...slack.ephemeralsFor(PERSON)])
    conversations.remove(message);
  if (slack.refused.length > 0) return `refused: ${JSON.stringify(slack.refused[0])}`;
  if (harm.length > 0) return `alive: ${harm.join(', ')}`;
  return heard.length === 1 ? ONE : `${heard.length} messages`;
}

/** Whether words of the text are in a log line. */
const leaks = (text: string): boolean => {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  return words.length > 12 && running.lines.some((line) => line.includes(words));
};

async function holdsForAll(
  seed: number,
  expected: FaultCase,
  bodies: fc.Arbitrary<readonly [Body, string]>,
): Promise<void> {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(bodies, async ([body, text]) => {
      const outcome = await comesTo(body);
      outcomes.add(outcome);
      expect(outcome).toBe(expected.person);
      expect(leaks(text)).toBe(false);
    }),
    runs(seed),
  );
  chapter.note(expected, { person: [...outcomes].join(', '), operator: operatorLines(running.lines) });
}

describe('any text in', () => {
  // Slack sends no message that is only whitespace and invisible characters.
  const written = anyText.filter((text) => text.trim() !== '').map((text) => text.slice(0, 12_000));

  it('a slash command is answered', () =>
    holdsForAll(
      1,
      { fault: 'any text in a slash command: mark-up, right-to-left, invisible, endless', person: ONE, operator: [] },
      written.map((text) => [command({ text }), text] as const),
    ));

  it('a direct message is answered', () =>
    holdsForAll(
      2,
      { fault: 'the same in a direct message', person: ONE, operator: [] },
      written.map((text) => [directMessage({ text }), text] as const),
    ));

  it('a mention is answered', () =>
    holdsForAll(
      3,
      { fault: 'the same in a mention', person: ONE, operator: [] },
      written.map((text) => [mention({ text: `${MENTION} ${text}` }), text] as const),
    ));

  it('the names of people, channels and workspaces is harmless', () =>
    holdsForAll(
      4,
      { fault: 'any names of people, channels and workspaces', person: ONE, operator: [] },
      anyName.map((name) => [
        command({ user_name: name, channel_name: name, team_domain: name, enterprise_name: name }),
        name,
      ]),
    ));
});

it('a message of a megabyte without a space is answered', async () => {
  const body = command({ text: 'x'.repeat(1_000_000) });
  chapter.note(
    { fault: 'a megabyte without a space, in a slash command', person: ONE, operator: [] },
    { person: await comesTo(body), operator: operatorLines(running.lines) },
  );
});

it.each(Object.entries(WORST_TEXTS).filter(([, text]) => text.trim() !== ''))(
  '40,000 characters chosen to take as long as possible are answered: %s',
  async (_, text) => {
    chapter.note(
      { fault: '40,000 characters chosen to take long, such as nested brackets', person: ONE, operator: [] },
      { person: await comesTo(directMessage({ text })), operator: operatorLines(running.lines) },
    );
  },
);

it.each([
  { text: 'Hello <!channel>' },
  { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }] },
  { text: '', blocks: [{ type: 'rich_text', elements: [{ elements: [{ type: 'broadcast', range: 'here' }] }] }] },
])('active mark-up is noticed: %j', (message) => {
  expect(harmIn(message).length).toBe(1);
});

it('no answer has a number that’s neither in the documents nor in the question', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(findUnfounded(text, bot.answer({ text }), documents)).toEqual([]);
    }),
    runs(5),
  );
});

it('a payload with any value in any place ends nothing and pollutes no prototype', async () => {
  await fc.assert(
    fc.asyncProperty(anyPayload, fc.array(anyChange, { minLength: 1, maxLength: 3 }), async (payload, changes) => {
      const body = changes.reduce<unknown>(changed, payload);
      const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
      await running.deliver(isObject ? (body as Body) : { payload: body }).catch(() => undefined);
      expect({}).not.toHaveProperty('polluted');
    }),
    runs(6, 150),
  );
  await running.settled();
  running.lines.splice(0);
  chapter.note(
    { fault: 'a message after 150 payloads with any value in any place', person: ONE, operator: [] },
    { person: await comesTo(directMessage()), operator: operatorLines(running.lines) },
  );
});

it('docs/faults.md says what happened', () => chapter.expectOnPage());
