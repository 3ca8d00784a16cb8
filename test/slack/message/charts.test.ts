// Pay as a Slack chart: which figures are drawn, where the chart is, and what happens if Slack refuses it.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageFaults } from '../../../local-slack/emulator/rules/message-rules.js';
import type { Answer, Chart } from '../../../src/answering/answer.js';
import type { Bot } from '../../../src/answering/bot.js';
import { renderMessage } from '../../../src/slack/message/message.js';
import { copyData } from '../../helpers/data-copy.js';
import { command, directMessage, freshTs, globalShortcut, mention, messageShortcut } from '../../helpers/payloads.js';
import { MODES, type RunningApp, type Setting, startApp } from '../../helpers/running-app.js';
import { loadShippedBot } from '../../helpers/shipped-bot.js';
import { CHANNEL, DIRECT, type Message, PERSON, type View } from '../../helpers/slack-emulator.js';
import { answerOf, part, TOPICS, tinyBot } from '../../helpers/tiny-bot.js';

const INDIA: Chart = {
  title: 'Pay in India, ₹ a year',
  unit: '₹ a year',
  categories: ['Freshers', 'Experienced', 'All levels (Indeed)'],
  series: [{ name: 'Average pay', values: [500_000, 1_900_000, 316_204] }],
};
const ABROAD: Chart = {
  title: 'Pay outside India, $ a year',
  unit: '$ a year',
  categories: ['Freshers', 'Experienced'],
  series: [{ name: 'Average pay', values: [80_451, 135_586] }],
};

describe('the answer about pay', () => {
  const chartsOf = (bot: Bot, text: string) => bot.answer({ text }).parts.flatMap(({ charts = [] }) => charts);

  it.each<[string, string, Chart[]]>([
    ['each currency has a chart of its own, for nothing is converted', 'backend salary', [INDIA, ABROAD]],
    ['a place asked for has its chart alone', 'salary in India', [INDIA]],
    ['two figures are read more quickly than drawn', 'salary abroad', []],
    ['one figure is no picture', 'what does a fresher earn in India?', []],
    ['a bar whose way from LPA is not in sight is not drawn, nor its neighbours', 'how much is 19 LPA a month', []],
    ['side by side they would look converted', 'convert the salary to dollars', []],
    ['another topic has none', 'how many hours a week?', []],
  ])('draws what helps: %s', async (_, text, charts) => {
    expect(chartsOf(await loadShippedBot(), text)).toEqual(charts);
  });

  describe('of documents that disagree', () => {
    const SENTENCE = 'In India freshers get 4 LPA and experienced developers 15 LPA.';
    const fact = (level: string, amount: number): string => `
- id: other-${level}-india
  kind: salary
  level: ${level}
  place: india
  amount: ${amount}
  unit: LPA
  currency: INR
  per: year
  says: ${level} in India get ${amount} LPA.
  document: career
  section: Work Hours
  quote: ${SENTENCE}
`;
    const AVERAGE = 'per annum (indeed).';
    const withFacts = (...facts: string[]): Promise<Bot> =>
      loadShippedBot(
        copyData([
          { file: 'documents/career.md', from: AVERAGE, to: `${AVERAGE} ${SENTENCE}` },
          {
            file: 'facts/salary.yml',
            from: '- id: salary-fresher-india',
            to: `${facts.join('')}\n- id: salary-fresher-india`,
          },
        ]),
      );
    const both = withFacts(fact('fresher', 4), fact('experienced', 15));

    it('are drawn side by side, a series each, if both have a figure for each bar', async () => {
      const series = [
        { name: 'Career as a Back End Developer', values: [400_000, 1_500_000] },
        { name: 'BackEnd Developer Job Description', values: [500_000, 1_900_000] },
      ];
      expect(chartsOf(await both, 'what do freshers and experienced developers earn in India?')).toEqual([
        { ...INDIA, categories: ['Freshers', 'Experienced'], series },
      ]);
    });

    it.each<[string, Promise<Bot>]>([
      ['lacks the average of all levels', both],
      ['lacks a level', withFacts(fact('fresher', 4))],
    ])('aren’t drawn if one document %s, since a gap would look like zero', async (_, bot) => {
      expect(chartsOf(await bot, 'backend salary')).toEqual([ABROAD]);
    });

    it('are in the table anyway', async () => {
      const { parts } = (await both).answer({ text: 'salary in India' });
      expect(parts[0]?.table?.rows).toContainEqual(['Freshers', '₹4,00,000; ₹5,00,000']);
    });
  });
});

describe('a chart in Slack’s format', () => {
  const withChart = (chart: Partial<Chart>): Answer => answerOf({ charts: [{ ...INDIA, ...chart }] });
  const seriesOf = (...names: string[]) => names.map((name) => ({ name, values: [1, 2, 3] }));
  const render = (answer: Answer) => {
    const { text, blocks } = renderMessage(answer);
    return {
      faults: messageFaults({ text, blocks }),
      charts: blocks.filter(({ type }) => type === 'data_visualization'),
    };
  };

  it('has its title, its unit, and a point for each category', () => {
    expect(render(withChart({}))).toEqual({
      faults: [],
      charts: [
        {
          type: 'data_visualization',
          title: INDIA.title,
          chart: {
            type: 'bar',
            series: [
              {
                name: 'Average pay',
                data: [
                  { label: 'Freshers', value: 500_000 },
                  { label: 'Experienced', value: 1_900_000 },
                  { label: 'All levels (Indeed)', value: 316_204 },
                ],
              },
            ],
            axis_config: { categories: INDIA.categories, y_label: '₹ a year' },
          },
        },
      ],
    });
  });

  const LONG = 'A name of more than twenty characters';
  const THREE = ['a', 'b', 'c'];
  it.each<[string, number, Answer]>([
    ['long names are cut', 1, withChart({ title: LONG.repeat(3), unit: LONG.repeat(3), series: seriesOf(LONG) })],
    ['names that the cut makes alike', 0, withChart({ series: seriesOf(`${LONG} one`, `${LONG} two`) })],
    ['categories that the cut makes alike', 0, withChart({ categories: [LONG, `${LONG}!`, 'c'] })],
    ['no category', 0, withChart({ categories: [], series: [{ name: 'a', values: [] }] })],
    ['21 categories', 0, withChart({ categories: Array.from({ length: 21 }, (_, index) => `${index}`) })],
    ['no series', 0, withChart({ series: [] })],
    ['seven series', 0, withChart({ series: seriesOf('a', 'b', 'c', 'd', 'e', 'f', 'g') })],
    ['a value too few', 0, withChart({ series: [{ name: 'a', values: [1, 2] }] })],
    ['a value that isn’t a number', 0, withChart({ series: [{ name: 'a', values: [1, Number.NaN, 3] }] })],
    ['no title', 0, withChart({ title: '' })],
    ['a name that holds nothing to be seen', 0, withChart({ categories: ['a', '\u202E', 'c'] })],
    ['three charts', 2, answerOf({ charts: THREE.map((title) => ({ ...INDIA, title })) })],
    [
      'charts in several parts',
      2,
      { outcome: 'answer', parts: THREE.map(() => part({ charts: [INDIA, ABROAD] })), suggestions: [] },
    ],
    [
      'so much text that no room is left',
      0,
      answerOf({ details: Array.from({ length: 60 }, () => LONG.repeat(70)), charts: [INDIA] }),
    ],
  ])('with %s: %i of them, and nothing that Slack would refuse', (_, count, answer) => {
    const { faults, charts } = render(answer);
    expect(faults).toEqual([]);
    expect(charts.length).toBe(count);
  });
});

/** Answers with a chart, unless the question says "plain"; unsure if it says "unsure". */
const chartingBot: Bot = {
  ...tinyBot,
  answer: (question) => {
    if (question.text.includes('plain')) return tinyBot.answer(question);
    if (question.text.includes('unsure')) return { ...answerOf({}, TOPICS), outcome: 'clarify' };
    const rows = [
      ['Level', 'India'],
      ['Freshers', '5 LPA'],
    ];
    return answerOf({ headline: 'Pay.', table: { caption: 'Pay by level', rows }, charts: [INDIA] }, TOPICS);
  },
};

const typesIn = (holder: Message | View | undefined): string[] => (holder?.blocks ?? []).map(({ type }) => type);
const REFUSED = [{ method: expect.any(String), error: 'invalid_blocks' }];

/** A way to get an answer: what comes before, while charts work, and the step itself. Both return the message to check. */
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
    running = await startApp(mode, { bot: chartingBot, now: () => clock, ...setting });
  };
  const switchLines = (): string[] => running.lines.filter((line) => line.includes('feature=charts'));
  beforeEach(() => {
    clock = 0;
    return start();
  });
  afterEach(() => running.stop());

  describe.each(WAYS)('%s', (_, { before, step }) => {
    it('has the chart next to the table', async () => {
      const message = await step(running, await before?.(running));
      expect(typesIn(message)).toEqual(expect.arrayContaining(['table', 'data_visualization']));
      expect(running.slack.refused).toEqual([]);
    });

    it('is posted without the chart if Slack refuses it, with everything else, and no further chart is tried', async () => {
      const shown = await before?.(running);
      running.slack.takeCharts(false);
      const message = await step(running, shown);
      expect(typesIn(message)).toContain('table');
      expect(typesIn(message)).toContain('actions');
      expect(message?.text).toContain('5 LPA');
      expect([message, ...running.slack.ephemeralsFor(PERSON).slice(1)].flatMap(typesIn)).not.toContain(
        'data_visualization',
      );
      await running.deliver(mention());
      await running.deliver(command());
      await running.settled();
      expect(running.slack.refused).toMatchObject(REFUSED);
      expect(switchLines()).toEqual([expect.stringMatching(/^warn feature=charts code=\w+ .* for a day$/)]);
    });
  });

  it('are tried again after a day, and not before', async () => {
    running.slack.takeCharts(false);
    await running.deliver(mention());
    running.slack.takeCharts(true);
    clock = 24 * 3_600_000 - 1;
    await running.deliver(mention());
    clock += 1;
    await running.deliver(mention());
    const shown = running.slack.messagesIn(CHANNEL).map((message) => typesIn(message).includes('data_visualization'));
    expect(shown).toEqual([false, false, true]);
  });

  it('stay on in every other workspace', async () => {
    running.slack.takeCharts(false);
    for (const team_id of ['T00FAKETEAM', 'T00FAKEOTHER']) {
      await running.deliver(command({ team_id }));
      await running.settled();
    }
    expect(running.slack.refused).toMatchObject([...REFUSED, ...REFUSED]);
  });

  it.each([
    ['without a chart is in it', 'plain', true],
    ['with a chart isn’t, since a refusal would go unnoticed', 'what do they earn?', false],
  ])('an acknowledgement: an answer %s', async (_, text, isIn) => {
    const { payload } = await running.deliver(command({ text }));
    await running.settled();
    expect(JSON.stringify(payload ?? '').includes('blocks')).toBe(isIn);
    expect(running.slack.said().length).toBe(isIn ? 0 : 1);
  });

  it('once charts are off, an answer that would have one is in the acknowledgement again', async () => {
    running.slack.takeCharts(false);
    await running.deliver(command());
    await running.settled();
    const calls = running.slack.said().length;
    const { payload } = await running.deliver(command());
    expect(payload).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('5 LPA') });
    expect(running.slack.said().length).toBe(calls);
  });

  it('an answer whose blocks Slack all refuses is posted as text', async () => {
    running.slack.fail('chat.postMessage', { error: 'invalid_blocks' }, { error: 'invalid_blocks' });
    expect(await running.deliver(mention())).toMatchObject({ isAcknowledged: true });
    expect(running.slack.messagesIn(CHANNEL)).toMatchObject([{ blocks: [], text: expect.stringContaining('5 LPA') }]);
  });

  it('a response_url that refuses everything says nothing about charts, so they stay on', async () => {
    running.slack.fail('response_url', ...Array.from({ length: 4 }, () => ({ status: 400, body: 'invalid_payload' })));
    await running.deliver(command());
    await running.settled();
    expect(running.lines.join('\n')).toContain('error surface=command code=response_url_400');
    expect(switchLines()).toEqual([]);
    expect(typesIn(await ephemeral(running, command()))).toContain('data_visualization');
  });

  it('if the response_url has expired, the answer is sent as a direct message, and charts stay on', async () => {
    running.slack.fail('response_url', { status: 404, body: 'expired_url' });
    await running.deliver(command());
    await running.settled();
    expect(JSON.stringify(running.slack.said())).toContain('5 LPA');
    expect(running.lines.join('\n')).toMatch(/warn surface=command .*code=\w+/);
    expect(switchLines()).toEqual([]);
  });

  it.each([
    ['meets a fault of Slack', { status: 500 }],
    ['breaks off', { reset: 'before' } as const],
  ])('if the response_url %s, the asker and the operator are told', async (_, failure) => {
    running.slack.fail('response_url', failure);
    const message = await ephemeral(running, command());
    expect(message?.text).toBe('Something went wrong and I couldn’t answer. Please try again in a moment.');
    expect(running.lines.join('\n')).toMatch(/error surface=command code=\w+/);
    expect(switchLines()).toEqual([]);
  });

  it('aren’t in windows', async () => {
    await running.deliver(globalShortcut('ask_question'));
    await running.settled();
    const form = running.slack.viewOf(PERSON);
    if (form === undefined) throw new Error('No form has opened.');
    const [input] = form.blocks;
    const { view } = await running.submit(form, { [String(input?.block_id)]: 'what do they earn?' });
    expect(JSON.stringify(view?.blocks)).toContain('Pay.');
    expect(typesIn(view)).not.toContain('data_visualization');
  });
});
