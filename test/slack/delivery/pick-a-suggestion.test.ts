// Offers topics if the bot isn't sure; the answer to the picked one replaces the offer, however late.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labelsIn } from '../../../local-slack/emulator/test-user.js';
import { freshStore } from '../../helpers/fresh-store.js';
import {
  CHANNEL,
  command,
  DIRECT,
  directMessage,
  MENTION,
  mention,
  messageShortcut,
  PERSON,
} from '../../helpers/payloads.js';
import { MODES, type RunningApp, startApp } from '../../helpers/running-app.js';
import { type Message, type Slack, startSlack } from '../../helpers/slack-emulator.js';
import { variedBot } from '../../helpers/varied-bot.js';

const OTHER = 'U00FAKEUSER2';
const ROOT = '1600000000.000100';
/** Values that no button of the bot has; a click on one gets a message saying so. */
const FORGED = ['', 'no-such-topic', '__proto__', 'constructor', '<!channel>', 'x'.repeat(2000)];
const NOWHERE = 'This button no longer works. Please type your question.';

/** Each surface with an unsure answer, and how to see it there. */
const SURFACES: readonly [string, Record<string, unknown>, (slack: Slack) => Message[]][] = [
  ['in a direct message', directMessage({ text: 'unsure' }), (slack) => slack.messagesIn(DIRECT)],
  [
    'in the thread of a direct message',
    directMessage({ text: 'unsure', thread_ts: ROOT }),
    (slack) => slack.messagesIn(DIRECT, ROOT),
  ],
  [
    'in a thread of a channel',
    mention({ text: `${MENTION} unsure`, thread_ts: ROOT }),
    (slack) => slack.messagesIn(CHANNEL, ROOT),
  ],
  ['below a command', command({ text: 'unsure' }), (slack) => slack.ephemeralsFor(PERSON)],
  ['below a message', messageShortcut('answer_message', { text: 'unsure' }), (slack) => slack.ephemeralsFor(PERSON)],
  [
    'below a reply',
    messageShortcut('answer_message', { text: 'unsure', thread_ts: ROOT }),
    (slack) => slack.ephemeralsFor(PERSON),
  ],
];

const placeOf = ({ channel, thread, ts, viewer }: Message) => ({ channel, thread, ts, viewer });

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  let slack: Slack;
  beforeEach(async () => {
    slack = await startSlack();
    running = await startApp(mode, { bot: variedBot, slack });
  });
  afterEach(async () => {
    await running.stop();
    await slack.stop();
  });

  /** The one message that should be there. */
  function only(messages: readonly Message[]): Message {
    const [message, ...more] = messages;
    if (message === undefined || more.length > 0) throw new Error(`${messages.length} messages are to be seen.`);
    return message;
  }
  async function ask(body: Record<string, unknown>, seen: (slack: Slack) => Message[]): Promise<Message> {
    await running.deliver(body);
    await running.settled();
    return only(seen(slack));
  }
  async function press(message: Message, label: string, manner = {}): Promise<void> {
    await running.press(message, label, manner);
    await running.settled();
  }

  describe.each(SURFACES)('%s', (_, body, seen) => {
    it('the answer replaces the question, for the same people', async () => {
      const unsure = await ask(body, seen);
      expect(unsure.text).toContain('Is it one of these?');
      await press(unsure, 'Degree');
      const answer = only(seen(slack));
      expect(placeOf(answer)).toEqual(placeOf(unsure));
      expect(answer.text).toContain('On degree.');
      expect(answer.text).not.toContain('Is it one of these?');
      expect(slack.refused).toEqual([]);
    });

    it('it still does weeks later, after a restart with an empty memory', async () => {
      const unsure = await ask(body, seen);
      await running.stop();
      slack.pass(40 * 24 * 3600);
      running = await startApp(mode, { bot: variedBot, slack, store: await freshStore() });
      await press(unsure, 'Degree');
      expect(only(seen(slack))).toMatchObject({ ts: unsure.ts, text: expect.stringContaining('On degree.') });
      expect(slack.refused).toEqual([]);
    });

    it('a click with a forged value gets a calm private message, and the message stays', async () => {
      const unsure = await ask(body, seen);
      for (const [index, value] of FORGED.entries()) {
        await press(unsure, 'Degree', { value });
        const told = slack.ephemeralsFor(PERSON).filter(({ ts }) => ts !== unsure.ts);
        expect(told.length, `after ${JSON.stringify(value)}`).toBe(index + 1);
        expect(told.at(-1)?.text).toBe(NOWHERE);
        expect(slack.findMessage(unsure.channel, unsure.ts)).toEqual(unsure);
        expect(slack.messagesIn(unsure.channel).filter(({ ts }) => ts !== unsure.ts)).toEqual([]);
      }
    });
  });

  it('in a channel anyone can pick', async () => {
    const unsure = await ask(mention({ text: `${MENTION} unsure`, thread_ts: ROOT }), (slack) =>
      slack.messagesIn(CHANNEL, ROOT),
    );
    await press(unsure, 'Degree', { by: OTHER });
    expect(only(slack.messagesIn(CHANNEL, ROOT)).text).toContain('On degree.');
    expect(slack.ephemeralsFor(OTHER)).toEqual([]);
  });

  it('a topic below an answer is answered next to it, not in its place', async () => {
    const answer = await ask(directMessage(), (slack) => slack.messagesIn(DIRECT));
    await press(answer, 'Degree');
    expect(slack.messagesIn(DIRECT).map(({ text }) => text)).toEqual([
      answer.text,
      expect.stringContaining('On degree.'),
    ]);
  });

  it('the answer picked from a command’s answer can be shared', async () => {
    const unsure = await ask(command({ text: 'unsure' }), (slack) => slack.ephemeralsFor(PERSON));
    await press(unsure, 'Degree');
    await press(only(slack.ephemeralsFor(PERSON)), 'Share in channel');
    expect(slack.messagesIn(CHANNEL)).toMatchObject([{ text: expect.stringContaining('On degree.') }]);
  });

  it('a picked question is no longer unanswered, by the id in the message', async () => {
    const settled: string[] = [];
    const store = { ...(await freshStore()), settle: async (_: string, id: string) => void settled.push(id) };
    const other = await startApp(mode, { bot: variedBot, slack, store });
    await other.deliver(command({ text: 'unsure' }));
    const unsure = only(slack.ephemeralsFor(PERSON));
    await other.press(unsure, 'Degree');
    await other.settled();
    expect(settled).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
    expect(labelsIn(only(slack.ephemeralsFor(PERSON)))).toContain('Full answer');
    await other.stop();
  });
});
