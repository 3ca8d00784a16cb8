// Blocks that Slack is only just taking, charts and sources that open when pressed: what happens where it takes none.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../../src/answering/bot.js';
import { operatorLines } from '../../helpers/fault-page.js';
import { command, directMessage, freshTs, globalShortcut, mention, messageShortcut } from '../../helpers/payloads.js';
import { MODES, type RunningApp, type Setting, startApp } from '../../helpers/running-app.js';
import { CHANNEL, DIRECT, type Message, PERSON, type View } from '../../helpers/slack-emulator.js';
import { answerOf, TOPICS, tinyBot } from '../../helpers/tiny-bot.js';

/** Answers with a chart and a source, but for what says "plain"; unsure of what says "unsure". */
const richBot: Bot = {
  ...tinyBot,
  answer: (question) => {
    const { text = '' } = question;
    if (text.includes('plain')) return tinyBot.answer(question);
    if (text.includes('unsure')) return { ...answerOf({}, TOPICS), outcome: 'clarify' };
    return answerOf(
      {
        headline: 'Pay.',
        table: {
          caption: 'Pay by level',
          rows: [
            ['Level', 'India'],
            ['Freshers', '5 LPA'],
          ],
        },
        chart: {
          title: 'Pay in India',
          unit: '₹ a year',
          categories: ['Freshers'],
          series: [{ name: 'Average', values: [500_000] }],
        },
        quotes: [{ document: 'd', title: 'A document', section: 'Pay', text: 'Freshers get 5 LPA.' }],
      },
      TOPICS,
    );
  },
};

const KINDS = [
  { name: 'charts', type: 'data_visualization', other: 'container' },
  { name: 'sources', type: 'container', other: 'data_visualization' },
] as const;
const NEWER: readonly string[] = KINDS.map(({ type }) => type);

const typesIn = (holder: Message | View | undefined): string[] => (holder?.blocks ?? []).map(({ type }) => type);

/** A way to an answer: what comes before, while all is taken, and the step itself. Both give the message to see. */
interface Way {
  readonly before?: (running: RunningApp) => Promise<Message | undefined>;
  readonly step: (running: RunningApp, shown: Message | undefined) => Promise<Message | undefined>;
}
const ephemeral = async (running: RunningApp, body: Record<string, unknown>): Promise<Message | undefined> => {
  await running.deliver(body);
  await running.settled();
  return running.slack.ephemeralsFor(PERSON).at(-1);
};
const pressing = async (running: RunningApp, message: Message | undefined, label: string): Promise<void> => {
  if (message === undefined) throw new Error('There is no message to press in.');
  await running.press(message, label);
  await running.settled();
};
const ROOT = freshTs();
const WAYS: readonly [string, Way][] = [
  ['a slash command', { step: (running) => ephemeral(running, command()) }],
  [
    'a direct message',
    {
      step: async ({ deliver, slack }) => {
        await deliver(directMessage());
        return slack.messagesIn(DIRECT).at(-1);
      },
    },
  ],
  [
    'a mention',
    {
      step: async ({ deliver, slack }) => {
        await deliver(mention());
        return slack.messagesIn(CHANNEL).at(-1);
      },
    },
  ],
  ['a message shortcut', { step: (running) => ephemeral(running, messageShortcut('answer_message')) }],
  [
    'a button beside an answer in private',
    {
      before: (running) => ephemeral(running, command({ text: 'plain' })),
      step: async (running, shown) => {
        await pressing(running, shown, 'Salary');
        return running.slack.ephemeralsFor(PERSON).at(-1);
      },
    },
  ],
  [
    'a pick, in place of the question what was meant',
    {
      before: (running) => ephemeral(running, command({ text: 'unsure' })),
      step: async (running, shown) => {
        await pressing(running, shown, 'Salary');
        expect(running.slack.ephemeralsFor(PERSON).length).toBe(1);
        return running.slack.ephemeralsFor(PERSON)[0];
      },
    },
  ],
  [
    'an answer that is shared in the channel',
    {
      before: (running) => ephemeral(running, command()),
      step: async (running, shown) => {
        await pressing(running, shown, 'Share in channel');
        return running.slack.messagesIn(CHANNEL).at(-1);
      },
    },
  ],
  [
    'an answer that is shared in a thread, on one of its replies',
    {
      before: (running) => ephemeral(running, messageShortcut('answer_message', { thread_ts: ROOT })),
      step: async (running, shown) => {
        await pressing(running, shown, 'Share in thread');
        return running.slack.messagesIn(CHANNEL, ROOT).at(-1);
      },
    },
  ],
];

describe.each(MODES)('over %s', (mode) => {
  let running: RunningApp;
  let clock = 0;
  const start = async (setting: Setting = {}): Promise<void> => {
    running = await startApp(mode, { bot: richBot, now: () => clock, ...setting });
  };
  const switchLines = (feature: string): string[] =>
    running.lines.filter((line) => line.includes(`feature=${feature}`));
  beforeEach(() => {
    clock = 0;
    return start();
  });
  afterEach(() => running.stop());

  describe.each(WAYS)('%s', (_, { before, step }) => {
    it('has the chart beside the table, and the sources in a block that opens', async () => {
      const message = await step(running, await before?.(running));
      expect(typesIn(message)).toEqual(expect.arrayContaining(['table', ...NEWER]));
      expect(running.slack.refused).toEqual([]);
    });

    it.each(KINDS)(
      'goes out without $name where Slack takes none, with all else, and no more are tried',
      async (kind) => {
        const shown = await before?.(running);
        running.slack.takeBlocks(kind.type, false);
        const message = await step(running, shown);
        expect(typesIn(message)).toEqual(expect.arrayContaining(['table', kind.other, 'actions']));
        expect(JSON.stringify(message?.blocks)).toContain('“Freshers get 5 LPA.”');
        expect(message?.text).toContain('“Freshers get 5 LPA.”');
        expect([message, ...running.slack.ephemeralsFor(PERSON).slice(1)].flatMap(typesIn)).not.toContain(kind.type);
        const refusals = running.slack.refused.length;
        expect(running.slack.refused.map(({ error }) => error)).toEqual(Array(refusals).fill('invalid_blocks'));
        await running.deliver(mention());
        await running.deliver(command());
        await running.settled();
        expect(typesIn(running.slack.messagesIn(CHANNEL).at(-1))).toContain(kind.other);
        expect(running.slack.refused.length).toBe(refusals);
        expect(switchLines(kind.name)).toEqual([expect.stringMatching(/^warn feature=\w+ code=\w+ .* for a day$/)]);
      },
    );

    it('goes out without both where Slack takes neither', async () => {
      const shown = await before?.(running);
      for (const type of NEWER) running.slack.takeBlocks(type, false);
      const message = await step(running, shown);
      expect(typesIn(message)).toEqual(expect.arrayContaining(['table', 'actions']));
      expect(JSON.stringify(message?.blocks)).toContain('“Freshers get 5 LPA.”');
    });
  });

  it.each(KINDS)('$name are tried again after a day, and not before', async ({ type }) => {
    running.slack.takeBlocks(type, false);
    await running.deliver(mention());
    running.slack.takeBlocks(type, true);
    clock = 24 * 3_600_000 - 1;
    await running.deliver(mention());
    clock += 1;
    await running.deliver(mention());
    const shown = running.slack.messagesIn(CHANNEL).map((message) => typesIn(message).includes(type));
    expect(shown).toEqual([false, false, true]);
  });

  it('charts that are refused in one workspace stay on in every other', async () => {
    running.slack.takeBlocks('data_visualization', false);
    for (const team_id of ['T00FAKETEAM', 'T00FAKEOTHER']) {
      await running.deliver(command({ team_id }));
      await running.settled();
    }
    expect(running.slack.refused.map(({ error }) => error)).toEqual(['invalid_blocks', 'invalid_blocks']);
  });

  it.each([
    ['without newer blocks is in it', 'plain', true],
    ['with some does not at first, for nobody would hear of a refusal', 'what do they earn?', false],
  ])('an acknowledgement: an answer %s', async (_, text, isIn) => {
    const { payload } = await running.deliver(command({ text }));
    await running.settled();
    expect(JSON.stringify(payload ?? '').includes('blocks')).toBe(isIn);
    expect(running.slack.said().length).toBe(isIn ? 0 : 1);
  });

  it('once Slack has taken such blocks, answers with them stand in the acknowledgement, for a day', async () => {
    const isInAcknowledgement = async (): Promise<boolean> => {
      const { payload } = await running.deliver(command());
      await running.settled();
      return JSON.stringify(payload ?? '').includes('"container"');
    };
    expect(await isInAcknowledgement()).toBe(false);
    expect(await isInAcknowledgement()).toBe(true);
    clock = 24 * 3_600_000;
    expect(await isInAcknowledgement()).toBe(false);
    expect(await isInAcknowledgement()).toBe(true);
    expect(running.slack.refused).toEqual([]);
  });

  it('once both are off, an answer that would have them is in the acknowledgement again', async () => {
    for (const type of NEWER) running.slack.takeBlocks(type, false);
    // What the first answer tells is that sources are refused: charts were never sent without them.
    for (let round = 0; round < 2; round += 1) {
      await running.deliver(command());
      await running.settled();
    }
    const calls = running.slack.said().length;
    const { payload } = await running.deliver(command());
    expect(payload).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('5 LPA') });
    expect(running.slack.said().length).toBe(calls);
  });

  it('an answer of which Slack takes no block at all goes out as text', async () => {
    const refusal = { error: 'invalid_blocks' };
    running.slack.fail('chat.postMessage', refusal, refusal, refusal, refusal);
    expect(await running.deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(running.slack.messagesIn(CHANNEL)).toMatchObject([{ blocks: [], text: expect.stringContaining('5 LPA') }]);
  });

  it('a response_url that refuses everything says nothing about blocks: they stay on', async () => {
    running.slack.fail('response_url', ...Array.from({ length: 5 }, () => ({ status: 400, body: 'invalid_payload' })));
    await running.deliver(command());
    await running.settled();
    expect(running.slack.messagesIn(DIRECT).map(({ text }) => text)).toEqual([expect.stringContaining('5 LPA')]);
    expect(operatorLines(running.lines)).toEqual([
      expect.stringMatching(/^warn surface=command code=response_url_400 Told the person in a direct message\. /),
    ]);
    expect(KINDS.flatMap(({ name }) => switchLines(name))).toEqual([]);
    expect(typesIn(await ephemeral(running, command()))).toEqual(expect.arrayContaining([...NEWER]));
  });

  it('when the response_url has expired, the answer comes as a direct message, and newer blocks stay on', async () => {
    running.slack.fail('response_url', { status: 404, body: 'expired_url' });
    await running.deliver(command());
    await running.settled();
    expect(JSON.stringify(running.slack.said())).toContain('5 LPA');
    expect(running.lines.join('\n')).toMatch(/warn surface=command .*code=\w+/);
    expect(KINDS.flatMap(({ name }) => switchLines(name))).toEqual([]);
  });

  it.each([
    [
      'meets a fault of Slack',
      { status: 500 },
      'response_url_500 Told the person in a direct message. Slack is busy. No action needed unless this continues',
    ],
    [
      'breaks off',
      { reset: 'before' } as const,
      'UND_ERR_SOCKET Told the person in a direct message. Couldn’t reach Slack. Check the network, any proxy and SLACK_API_URL',
    ],
  ])(
    'when the response_url %s, the asker is told in a direct message and the operator too',
    async (_, failure, line) => {
      running.slack.fail('response_url', failure);
      expect(await ephemeral(running, command())).toBeUndefined();
      expect(running.slack.messagesIn(DIRECT).map(({ text }) => text)).toEqual([
        'Something went wrong and I couldn’t answer. Please try again in a moment.',
      ]);
      const [told, ...more] = operatorLines(running.lines);
      expect(told?.replace(/ request=\w+$/, '')).toBe(`warn surface=command code=${line}`);
      expect(more).toEqual([]);
      expect(KINDS.flatMap(({ name }) => switchLines(name))).toEqual([]);
    },
  );

  it('windows have neither: the quotes are in full sight', async () => {
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    const form = running.slack.viewOf(PERSON);
    if (form === undefined) throw new Error('No form has opened.');
    const [input] = form.blocks;
    const { view } = await running.submit(form, { [String(input?.block_id)]: 'what do they earn?' });
    expect(JSON.stringify(view?.blocks)).toContain('Pay.');
    expect(JSON.stringify(view?.blocks)).toContain('“Freshers get 5 LPA.”');
    expect(typesIn(view).filter((type) => NEWER.includes(type))).toEqual([]);
  });
});
