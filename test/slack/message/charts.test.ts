// Pay as Slack's own chart: when it's shown, which figures are drawn, and that Slack takes it.

import { describe, expect, it } from 'vitest';
import { intents } from '../../../intents/index.js';
import { messageFaults } from '../../../local-slack/emulator/rules/message-rules.js';
import type { Answer, Chart } from '../../../src/answering/answer.js';
import { type Bot, createBot } from '../../../src/answering/bot.js';
import { renderMessage } from '../../../src/slack/message/message.js';
import { copyData } from '../../helpers/data-copy.js';
import { knowledgeIn, loadShippedBot, shippedTraining } from '../../helpers/shipped-bot.js';
import { answerOf, part } from '../../helpers/tiny-bot.js';

const INDIA: Chart = {
  title: 'Pay in India, ₹ a year',
  unit: '₹ a year',
  categories: ['Freshers', 'Experienced', 'Average (Indeed)'],
  series: [{ name: 'Average pay', values: [500_000, 1_900_000, 316_204] }],
};
const ABROAD: Chart = {
  title: 'Pay outside India, $ a year',
  unit: '$ a year',
  categories: ['Freshers', 'Experienced'],
  series: [{ name: 'Average pay', values: [80_451, 135_586] }],
};

const ABOUT_PAY = { topic: 'salary', full: true } as const;

describe('pay', () => {
  it.each(['backend salary', 'salary in India', 'what does a fresher earn in India?', 'convert the salary to dollars'])(
    'is in words only, unless more is asked for: %s',
    async (text) => {
      const { parts } = (await loadShippedBot()).answer({ text });
      expect(parts.flatMap(({ chart, table }) => [chart, table])).toEqual([undefined, undefined]);
      expect(parts[0]?.full).toBeUndefined();
    },
  );

  const chartOf = (bot: Bot): Chart | undefined => bot.answer(ABOUT_PAY).parts[0]?.chart;

  it('has one chart in the full answer, of one currency, for nothing is converted', async () => {
    expect(chartOf(await loadShippedBot())).toEqual(INDIA);
  });

  it('comes in full for “more” as for the button', async () => {
    const bot = await loadShippedBot();
    const { context } = bot.answer({ text: 'backend salary' });
    expect(bot.answer({ text: 'tell me more', ...(context && { context }) }).parts[0]?.chart).toEqual(INDIA);
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
    /** Answers to buttons alone: what is asked in words would have to be learnt, which takes seconds. */
    const withFacts = (facts: string[], changes: Parameters<typeof copyData>[0] = []): Bot => {
      const dir = copyData([
        ...changes,
        { file: 'documents/career.md', from: AVERAGE, to: `${AVERAGE} ${SENTENCE}` },
        {
          file: 'facts/salary.yml',
          from: '- id: salary-fresher-india',
          to: `${facts.join('')}\n- id: salary-fresher-india`,
        },
      ]);
      const { documents, facts: read } = knowledgeIn(dir);
      return createBot({ ...shippedTraining(), documents, facts: read.all }, intents);
    };
    const BOTH = [fact('fresher', 4), fact('experienced', 15)];
    const NO_AVERAGE = {
      file: 'facts/salary.yml',
      from: 'level: all\n  place: india',
      to: 'level: all\n  place: outside-india',
    };

    it('are drawn side by side, a series each, if both have a figure for each bar', () => {
      const series = [
        { name: 'Career as a Back End Developer', values: [400_000, 1_500_000] },
        { name: 'BackEnd Developer Job Description', values: [500_000, 1_900_000] },
      ];
      expect(chartOf(withFacts(BOTH, [NO_AVERAGE]))).toEqual({
        ...INDIA,
        categories: ['Freshers', 'Experienced'],
        series,
      });
    });

    it.each<[string, Bot]>([
      ['lacks the average of all levels', withFacts(BOTH)],
      ['lacks a level', withFacts([fact('fresher', 4)], [NO_AVERAGE])],
    ])('is not drawn where one document %s, for a gap would look like zero', (_, bot) => {
      expect(chartOf(bot)).toEqual(ABROAD);
    });

    it('are in the table anyway', () => {
      const { parts } = withFacts(BOTH).answer(ABOUT_PAY);
      expect(parts[0]?.table?.rows).toContainEqual(['Freshers', '₹4,00,000; ₹5,00,000', '$80,451']);
    });
  });
});

describe('a chart as Slack takes it', () => {
  const withChart = (chart: Partial<Chart>): Answer => answerOf({ chart: { ...INDIA, ...chart } });
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
                  { label: 'Average (Indeed)', value: 316_204 },
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
    [
      'charts in several parts',
      1,
      { outcome: 'answer', parts: [INDIA, ABROAD].map((chart) => part({ chart })), suggestions: [] },
    ],
    [
      'so much text that no room is left',
      0,
      answerOf({ details: Array.from({ length: 60 }, () => LONG.repeat(70)), chart: INDIA }),
    ],
  ])('with %s: %i of them, and nothing that Slack would refuse', (_, count, answer) => {
    const { faults, charts } = render(answer);
    expect(faults).toEqual([]);
    expect(charts.length).toBe(count);
  });
});
