// Answers every text there is: none is too odd, none throws, and each gets the same answer again.

import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { writeAnswer } from '../../src/commands/ask-output.js';
import type { Context } from '../../src/conversation/context.js';
import { SHIPPED } from '../helpers/data-copy.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';
import { ALL_TEXTS, TOPICS } from '../helpers/specification.js';

const bot = await loadShippedBot();
/** A new one: the other is shared with other test files. */
const again = await loadShippedBot(SHIPPED);

/** The meaning of a word is the advisor's own text and needs no quote. */
const isOwn = (details: readonly string[]): boolean => details.some((line) => line.includes('my own explanation'));

/** Every answer has a part that says something, and what its outcome requires. */
function expectWhole(answer: Answer): void {
  expect(['answer', 'passage', 'not-in-documents', 'clarify', 'out-of-scope', 'about-bot', 'small-talk']).toContain(
    answer.outcome,
  );
  expect(answer.parts.length).toBeGreaterThan(0);
  for (const { headline, details, formulas, quotes } of answer.parts) {
    expect(headline.trim()).not.toBe('');
    expect([...details, ...formulas].filter((line) => line.trim() === '')).toEqual([]);
    if (answer.outcome === 'answer' && !isOwn(details)) expect(quotes.length).toBeGreaterThan(0);
  }
  expect(writeAnswer(answer)).not.toMatch(/\bundefined\b|\bnull\b|NaN|Infinity|\[object/);
}

const LONG = 40_000;
const ODD: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a space', ' '],
  ['line breaks', '\n\r\n\n'],
  ['one letter', 'a'],
  ['one sign', '?'],
  ['signs', '?!?!...---***'],
  ['40,000 letters', 'a'.repeat(LONG)],
  ['40,000 spaces', ' '.repeat(LONG)],
  ['40,000 digits', '9'.repeat(LONG)],
  ['40,000 signs of money', '$'.repeat(LONG)],
  ['40,000 characters of words', 'salary '.repeat(LONG / 7)],
  ['40,000 characters of different words', Array.from({ length: 6000 }, (_, i) => `word${i}`).join(' ')],
  ['40,000 characters of sentences', 'Do I need it? '.repeat(LONG / 14)],
  ['40,000 characters of “and”', 'pay and '.repeat(LONG / 8)],
  ['40,000 opening brackets', '<'.repeat(LONG)],
  ['40,000 characters of open mark-up', '<@U'.repeat(LONG / 3)],
  ['40,000 back-ticks', '`'.repeat(LONG)],
  ['40,000 colons', ':a'.repeat(LONG / 2)],
  ['40,000 combining marks', `a${'\u0301'.repeat(LONG)}`],
  ['40,000 characters of years', '5 - 6 '.repeat(LONG / 6)],
  ['40,000 characters of sums', '1,'.repeat(LONG / 2)],
  ['a question after 40,000 characters', `${'x '.repeat(LONG / 2)}what is the salary?`],
  ['only emoji', '😀🎉👩‍💻🇮🇳'],
  ['only emoji codes', ':tada: :wave::skin-tone-2:'],
  ['Hindi', 'बैकएंड डेवलपर का वेतन कितना है?'],
  ['Chinese', '后端开发人员的薪水是多少'],
  ['Arabic, right to left', 'كم راتب مطور الواجهة الخلفية؟'],
  ['Greek', 'Πόσα κερδίζει ένας προγραμματιστής;'],
  ['Thai, without spaces', 'นักพัฒนาแบ็กเอนด์เงินเดือนเท่าไหร่'],
  ['a right-to-left override', 'salary \u202Eyralas\u202C?'],
  ['control characters', '\u0000\u0001\u0007\u001B[31msalary\u007F'],
  ['zero-width characters', 's\u200Ba\u200Bl\u200Ba\u200Br\u200By\uFEFF'],
  ['only zero-width characters', '\u200B\u200C\u200D\uFEFF'],
  ['a lone high surrogate', '\uD83D salary'],
  ['a lone low surrogate', 'salary \uDE00'],
  ['a surrogate cut by a length', `${'😀'.repeat(3999)}x😀`],
  ['mathematical letters', '𝐬𝐚𝐥𝐚𝐫𝐲'],
  ['the name of a prototype', '__proto__'],
  ['the name of a constructor', 'constructor'],
  ['names that every object has', 'toString valueOf hasOwnProperty __defineGetter__'],
  ['only numbers', '1 2 3 4.5 6,7 1e999 0x10 -5'],
  ['a large number', `is ${'9'.repeat(12)} LPA ok`],
  ['a sum of nothing', 'is 0 LPA ok for a fresher'],
  ['no hours at all', 'freelance 0 hours a week'],
  ['more hours than there are', 'freelance 9999 hours a day'],
  ['a negative sum', 'is -5 LPA ok'],
  ['digits of another script', 'is ५ LPA ok for a fresher'],
  ['only a mention', '<@U123ABC>'],
  ['only a link', '<https://example.com/a?b=c|x>'],
  ['mark-up that does not end', '<https://example.com'],
  ['mark-up within mark-up', '<<@U1>|<!channel>>'],
  ['code that does not end', '```salary'],
  ['HTML', '<script>alert(1)</script> salary'],
  ['a template', '{{salary}} %s %d $& $1'],
  ['a regular expression', '(salary+)+$ [a-z]{1,999999} \\'],
  ['a path', '../../../../etc/passwd'],
  ['JSON', '{"text":"salary","topic":"degree"}'],
];

describe('a text of', () => {
  it.each(ODD)('%s is answered, and again with the same answer', (_, text) => {
    const answer = bot.answer({ text });
    expectWhole(answer);
    expect(bot.answer({ text })).toEqual(answer);
  });
});

describe('a button', () => {
  it.each(['', 'unknown', 'toString', '__proto__', 'constructor', 'help', 'fallback', 'Salary', ' salary'])(
    'for “%s”, which isn’t a topic, says that the documents have no answer',
    (topic) => {
      const answer = bot.answer({ topic });
      expectWhole(answer);
      expect(answer).toMatchObject({ outcome: 'out-of-scope', parts: [{ topic: 'fallback' }] });
    },
  );

  it.each(TOPICS)('for %s gets that topic, in short and in full', (topic) => {
    for (const answer of [bot.answer({ topic }), bot.answer({ topic, full: true })]) {
      expectWhole(answer);
      expect(answer.parts.map((part) => part.topic)).toEqual([topic]);
    }
  });
});

it('every text of the specification gets a complete answer, and the same from a new bot, whatever was asked before', () => {
  const answers = ALL_TEXTS.map((text) => bot.answer({ text }));
  for (const answer of answers) expectWhole(answer);
  expect(
    ALL_TEXTS.toReversed()
      .map((text) => again.answer({ text }))
      .reverse(),
  ).toEqual(answers);
});

it('changing an answer changes no other', () => {
  const before = structuredClone(bot.answer({ text: 'backend salary' }));
  const given = bot.answer({ text: 'backend salary' });
  for (const part of given.parts) Object.assign(part, { headline: 'changed', details: [], quotes: [] });
  expect(bot.answer({ text: 'backend salary' })).toEqual(before);
});

describe('nothing in a question becomes active in its answer', () => {
  const marks = [
    ['a channel-wide call', '<!channel>'],
    ['a call to everyone here', '<!here|here>'],
    ['a mention', '<@U123ABC>'],
    ['a link', '<https://evil.example|click>'],
    ['an address', 'https://evil.example/x'],
    ['an HTML element', '<b>bold</b>'],
    ['a script', '<script>alert(1)</script>'],
    ['bold', '*bold*'],
    ['code', '`rm -rf`'],
  ] as const;
  const questions = [
    (mark: string) => `what does a fresher earn in ${mark}?`,
    (mark: string) => `do I need ${mark} and Docker?`,
    (mark: string) => `${mark} is 4 LPA low for a fresher in India ${mark}`,
    (mark: string) => `${mark} nurse salary`,
    (mark: string) => `who are you ${mark}`,
    (mark: string) => mark,
  ];
  it.each(marks)('%s', (_, mark) => {
    for (const ask of questions) {
      const { parts, suggestions } = bot.answer({ text: ask(mark) });
      const said = parts.flatMap(({ headline, details, formulas, table }) => [
        headline,
        ...details,
        ...formulas,
        ...(table?.rows.flat() ?? []),
      ]);
      for (const line of [...said, ...suggestions.map(({ title }) => title)]) {
        expect(line).not.toContain(mark);
        expect(line).not.toMatch(/[<>`*]|evil|alert/);
      }
    }
  });
});

describe('a stored context', () => {
  const slots = { levels: ['fresher'], places: [{ id: 'india', name: 'india' }], technologies: [] };
  const contexts: readonly (readonly [string, unknown])[] = [
    ['that isn’t an object', 'salary'],
    ['that is nothing', null],
    ['that is a list', [1, 2]],
    ['without a field', {}],
    ['with only topics', { topics: ['salary'] }],
    ['with only what was offered', { offered: ['salary'] }],
    ['of topics that are gone', { topics: ['horoscope'], offered: ['lottery'], slots }],
    ['of topics of which one is gone', { topics: ['horoscope', 'salary'], offered: [], slots }],
    ['of topics that are no names', { topics: [1, null, {}, ['salary'], ''], offered: 'salary', slots: 7 }],
    ['with a name that every object has', { topics: ['__proto__', 'constructor', 'salary'], offered: [], slots }],
    ['with facts that are gone', { topics: ['salary'], offered: [], slots, facts: ['no-such-fact', 5] }],
    [
      'with slots of another form',
      { topics: ['salary'], offered: [], slots: { levels: 'fresher', places: ['india'] } },
    ],
    ['with an invalid place', { topics: ['salary'], slots: { places: [{ id: 'moon', name: 'moon' }, null, 3] } }],
    ['with an invalid level', { topics: ['salary'], slots: { levels: ['wizard'], per: 'eon', hours: { value: 'x' } } }],
    ['with hours beyond reason', { topics: ['freelance'], slots: { hours: { value: 1e308 }, span: { value: -1 } } }],
    ['with a field from a newer version', { topics: ['salary'], offered: [], slots, mood: 'cheerful', full: 'maybe' }],
    ['that is huge', { topics: Array(5000).fill('salary'), offered: Array(5000).fill('degree'), slots }],
  ];
  const texts = [
    'and outside India?',
    'why?',
    'source?',
    'more',
    'the second one',
    'both',
    'yes',
    'thanks',
    'and 30 hours',
  ];

  /** Each odd text comes after one of the contexts. */
  const rows = contexts.map(([name, stored], place) => {
    const odd = ODD.filter((_, at) => at % contexts.length === place);
    return [
      name,
      stored,
      [...texts, 'what does a fresher earn?', ...odd.map(([, text]) => text.slice(0, 400))],
    ] as const;
  });
  it.each(rows)('with %s doesn’t matter', (_, stored, asked) => {
    const context = stored as Context;
    for (const text of asked) {
      const answer = bot.answer({ text, context });
      expectWhole(answer);
      expect(JSON.parse(JSON.stringify(answer.context ?? null))).toEqual(answer.context ?? null);
    }
  });

  it('isn’t changed by what is said after it', () => {
    const { context } = bot.answer({ text: 'what does a fresher earn in India?' });
    const before = structuredClone(context);
    for (const text of texts) bot.answer({ text, ...(context && { context }) });
    expect(context).toEqual(before);
  });

  it.each(ODD)('doesn’t affect a text of %s', (_, text) => {
    const { context } = bot.answer({ text: 'what does a fresher earn in India?' });
    expectWhole(bot.answer({ text, ...(context && { context }) }));
  });
});
