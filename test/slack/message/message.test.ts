// An answer as a Slack message: what it contains, that it fits Slack's limits, and that no text in it becomes active.
import { describe, expect, it } from 'vitest';
import { collectTexts, messageFaults } from '../../../local-slack/emulator/rules/message-rules.js';
import type { Answer, AnswerPart } from '../../../src/answering/answer.js';
import { cutText } from '../../../src/slack/message/escaping.js';
import { renderMessage } from '../../../src/slack/message/message.js';
import { answerOf, part, TOPICS } from '../../helpers/tiny-bot.js';

const QUOTE = { document: 'd', title: 'A Document', section: 'Pay', text: 'A fresher earns 5 LPA.' };
const TABLE = {
  caption: 'Pay a year',
  rows: [
    ['', 'India', 'Abroad'],
    ['Fresher', '5 LPA', '$ 85,000'],
    ['Experienced', '19 LPA', '$ 105,000'],
  ],
};
const FULL = {
  headline: 'A fresher earns 5 LPA.',
  details: ['One detail.', 'Another.'],
  table: TABLE,
  formulas: ['5 × 1 = 5'],
  quotes: [QUOTE],
};

function render(answer: Answer) {
  const message = renderMessage(answer);
  return { ...message, faults: messageFaults({ ...message }), types: message.blocks.map(({ type }) => type) };
}

describe('a message', () => {
  it('holds headline, details, table, formulas, sources, one row of buttons and votes, in this order', () => {
    const { types, blocks, faults } = render(answerOf(FULL, TOPICS));
    expect(faults).toEqual([]);
    expect(types).toEqual([
      'rich_text',
      'rich_text',
      'rich_text',
      'table',
      'rich_text',
      'container',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(collectTexts(blocks)).toEqual([
      'A fresher earns 5 LPA.',
      'One detail.',
      'Another.',
      'Pay a year',
      '–',
      'India',
      'Abroad',
      'Fresher',
      '5 LPA',
      '$ 85,000',
      'Experienced',
      '19 LPA',
      '$ 105,000',
      '5 × 1 = 5',
      'Sources (1)',
      '*A Document › Pay:* “A fresher earns 5 LPA.”',
      'Ask next:',
      'Salary',
      'Degree',
      'Full answer',
      'Helpful',
      'Not helpful',
    ]);
  });

  it('has the same in its text, as it would be read aloud', () => {
    expect(render(answerOf(FULL, TOPICS)).text.split('\n')).toEqual([
      'A fresher earns 5 LPA.',
      '• One detail.',
      '• Another.',
      'Pay a year',
      'Fresher: India 5 LPA; Abroad $ 85,000',
      'Experienced: India 19 LPA; Abroad $ 105,000',
      '5 × 1 = 5',
      '',
      'Sources (1):',
      'A Document › Pay: “A fresher earns 5 LPA.”',
      '',
      'Ask next: Salary · Degree',
    ]);
  });

  it('has a button for each suggestion, with the topic as its value', () => {
    const actions = render(answerOf({ full: true }, TOPICS)).blocks.at(-2);
    expect(actions).toMatchObject({ elements: [{ value: 'salary' }, { value: 'degree' }] });
  });

  it('has a button for more only where there is more', () => {
    const buttons = (full: { full?: true }) => collectTexts(render(answerOf(full)).blocks);
    expect(buttons({})).toContain('Full answer');
    expect(buttons({ full: true })).not.toContain('Full answer');
  });

  it.each(['about-bot', 'small-talk'] as const)('has no buttons and no votes where the outcome is %s', (outcome) => {
    expect(render({ ...answerOf({}), outcome }).types).toEqual(['rich_text']);
  });

  it('of two parts keeps them apart and holds one table, the other as lines', () => {
    const { types, blocks, faults } = render({ outcome: 'answer', parts: [part(FULL), part(FULL)], suggestions: [] });
    expect(faults).toEqual([]);
    expect(types.filter((type) => type === 'table').length).toBe(1);
    expect(types).toContain('divider');
    expect(collectTexts(blocks)).toContain('Fresher: India 5 LPA; Abroad $ 85,000');
  });
});

describe('the sources', () => {
  const from = (section: string, text: string) => ({ ...QUOTE, section, text });
  const foldedIn = (answer: Answer) =>
    render(answer)
      .blocks.filter((block) => block.type === 'container')
      .map(({ title, child_blocks, ...look }) => ({ title: title?.text, lines: collectTexts(child_blocks), look }));

  it('are folded away with a line for each section, in the order in which they are needed', () => {
    const quotes = [from('Pay', 'One.'), from('Hours', 'Two.'), from('Pay', 'Three.')];
    expect(foldedIn(answerOf({ quotes }))).toEqual([
      {
        title: 'Sources (2)',
        lines: ['*A Document › Pay:* “One.” “Three.”', '*A Document › Hours:* “Two.”'],
        look: { type: 'container', is_collapsible: true, default_collapsed: true },
      },
    ]);
  });

  it('of several parts are together, and no sentence is in them twice', () => {
    const parts = [part({ quotes: [QUOTE] }), part({ quotes: [QUOTE, from('Pay', 'A fresher')] })];
    expect(foldedIn({ outcome: 'answer', parts, suggestions: [] })).toMatchObject([
      { title: 'Sources (1)', lines: [`*A Document › Pay:* “${QUOTE.text}”`] },
    ]);
  });

  it('of more than ten sections are in two blocks, for one holds no more', () => {
    const quotes = Array.from({ length: 12 }, (_, index) => from(`${index}`, `Sentence ${index}.`));
    const { faults } = render(answerOf({ quotes }));
    expect(faults).toEqual([]);
    expect(foldedIn(answerOf({ quotes })).map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Sources 1–10 of 12', 10],
      ['Sources 11–12 of 12', 2],
    ]);
  });

  it('name a document alone where it has no headings', () => {
    expect(foldedIn(answerOf({ quotes: [from('A Document', 'One.')] }))).toMatchObject([
      { lines: ['*A Document:* “One.”'] },
    ]);
  });

  it('keep the links of a document', () => {
    const links = [
      { label: 'the portal', url: 'https://a.test/?a=1&b=2' },
      { label: 'a bad one', url: 'https://a.test/|x>' },
    ];
    const quote = { ...from('Jobs', 'Apply on the portal, not on a bad one.'), links };
    expect(foldedIn(answerOf({ quotes: [quote] }))[0]?.lines).toEqual([
      '*A Document › Jobs:* “Apply on <https://a.test/?a=1&amp;b=2|the portal>, not on a bad one.”',
    ]);
  });

  it.each(['a_b_c', '*a*', '`a`', '~a~', ':tada:', 'one\n> two'])(
    'stay plain where Slack would format them: %j',
    (text) => {
      const [block] = render(answerOf({ quotes: [from('Pay', text)] })).blocks.filter(
        ({ type }) => type === 'container',
      );
      expect(block).toMatchObject({
        child_blocks: [{ text: { type: 'plain_text', text: `A Document › Pay: “${text}”`, emoji: false } }],
      });
    },
  );

  it('are the answer itself, and open, where quotes were asked for', () => {
    const { blocks, text } = render(answerOf({ isQuotation: true, quotes: [QUOTE] }));
    expect(blocks.map(({ type }) => type)).not.toContain('container');
    expect(collectTexts(blocks)).toContain(`“${QUOTE.text}”`);
    expect(text).toContain(`“${QUOTE.text}” — A Document, Pay`);
  });

  it('begin in the first line of the text, which a phone shows alone', () => {
    const { text } = render(
      answerOf({ headline: '“A Document” says:', details: [], isQuotation: true, quotes: [QUOTE] }),
    );
    expect(text.split('\n')[0]).toContain(`“A Document” says: “${QUOTE.text}”`);
  });
});

describe('text from people and documents', () => {
  it.each([
    '<!channel> <!here> <!everyone> <!subteam^S1>',
    '@here @channel #general <#C1|general> <@U1>',
    '<https://evil.test|click here> https://evil.test mailto:a@evil.test',
    '*bold* _italic_ ~gone~ `code` ```block``` > quote',
    '&lt;!channel&gt; &amp;lt;!channel&amp;gt; &',
    ':tada: :smile:',
    '\u202Ereversed\u2066 \u0000\u0007\u001B[31m',
    'half a pair \uD83D and \uDE00',
  ])('stays plain text: %j', (text) => {
    const quote = { ...QUOTE, text, title: text, section: text };
    const answer = answerOf(
      {
        headline: text,
        details: [text],
        formulas: [text],
        quotes: [quote],
        table: {
          caption: text,
          rows: [
            [text, text],
            [text, text],
          ],
        },
      },
      [{ topic: text, title: text }],
    );
    const { faults, text: plain, blocks } = render(answer);
    expect(faults).toEqual([]);
    expect(JSON.stringify({ plain, blocks })).not.toMatch(
      /[\u202A-\u202E\u2066-\u2069]|\\u0000|\\u001b|\\ud83d|\\ude00/i,
    );
  });

  it('is escaped once in the top-level text and not at all in blocks', () => {
    const { text, blocks } = render(answerOf({ headline: 'R&D <b>' }));
    expect(text).toBe('R&amp;D &lt;b&gt;');
    expect(collectTexts(blocks)[0]).toBe('R&D <b>');
  });
});

describe('an answer of any size stays within Slack’s limits', () => {
  const long = 'A sentence of some length that says little. '.repeat(400);
  const huge: Partial<AnswerPart> = {
    headline: long,
    details: Array.from({ length: 60 }, () => long),
    formulas: Array.from({ length: 30 }, () => long),
    quotes: Array.from({ length: 30 }, () => ({ ...QUOTE, text: long, section: long })),
  };
  it.each<[string, Answer]>([
    ['nothing at all', { outcome: 'out-of-scope', parts: [], suggestions: [] }],
    [
      'empty texts',
      answerOf(
        { headline: '', details: [''], formulas: [''], quotes: [{ ...QUOTE, text: '', title: '', section: '' }] },
        [{ topic: '', title: '' }],
      ),
    ],
    ['everything huge', { outcome: 'answer', parts: Array.from({ length: 30 }, () => part(huge)), suggestions: [] }],
    ['one huge part', answerOf(huge)],
    ['a word of 40,000 letters', answerOf({ headline: 'x'.repeat(40_000) })],
    ['40,000 emoji', answerOf({ headline: '😀'.repeat(40_000) })],
    ['40,000 ampersands', answerOf({ headline: '&'.repeat(40_000) })],
    [
      'a table of 200 rows and 40 columns',
      answerOf({
        table: {
          caption: long,
          rows: Array.from({ length: 200 }, () => Array.from({ length: 40 }, () => 'cell of a table')),
        },
      }),
    ],
    ['a table with rows of unlike length', answerOf({ table: { caption: '', rows: [['a'], ['a', 'b', 'c'], []] } })],
    ['a table without rows', answerOf({ table: { caption: 'c', rows: [] } })],
    [
      '100 suggestions with long titles',
      answerOf(
        {},
        Array.from({ length: 100 }, (_, index) => ({ topic: `${index}`, title: long })),
      ),
    ],
    ['a suggestion whose topic is no button value', answerOf({}, [{ topic: 'x'.repeat(2001), title: 'x' }])],
  ])('%s', (_, answer) => {
    expect(render(answer).faults).toEqual([]);
  });
});

describe('a text that’s too long', () => {
  it.each([
    ['is left alone when it fits', 'One. Two.', 9, 'One. Two.'],
    ['ends with a sentence', 'One is here. Two is there. Three is nowhere.', 30, 'One is here. Two is there. …'],
    ['ends with a word where no sentence ends', 'a sentence that goes on and on', 20, 'a sentence that…'],
    ['ends anywhere in a word without end', 'x'.repeat(50), 10, `${'x'.repeat(8)}…`],
    ['does not end in half a character', '😀'.repeat(9), 9, '😀😀😀…'],
    ['is not shown at all where there is no room', 'text', 2, ''],
  ])('%s', (_, text, limit, expected) => {
    expect(cutText(text, limit)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(limit);
  });
});
