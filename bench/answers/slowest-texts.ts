// Measures the longest texts Slack delivers, each made to take as long as it can.

import { type Figure, median } from '../shared/figures.js';
import { loadShippedBot } from '../shared/shipped-bot.js';

/** The longest message that Slack delivers (docs.slack.dev/reference/methods/chat.postMessage). */
const LONGEST = 40_000;
/** Shorter ones can be slower: what is read whole is cut into more parts. */
const LENGTHS = [LONGEST, 4_000, 1_000];
const ROUNDS = 9;
const SHOWN = 5;

const fill = (part: string): string => part.repeat(Math.ceil(LONGEST / part.length));
/** Parts in a row, each made from its number. */
const row = (part: (count: number) => string): string => {
  let text = '';
  for (let count = 0; text.length < LONGEST; count += 1) text += part(count);
  return text;
};
const letter = (count: number): string => String.fromCharCode(97 + (count % 26));
/** The same in every run. */
const mixed = (count: number, most: number): number => (Math.imul(count + 1, 2_654_435_761) >>> 7) % most;

/** Each for what it could take long in: regular expressions, spelling, sentences, numbers. */
export const WORST_TEXTS: Readonly<Record<string, string>> = {
  'one word': fill('a'),
  'one word of slips': fill('salery'),
  'the same slips': fill('experiance bakcend salery developr freelanse universty degre interveiw '),
  'ever new slips': row((count) => `experi${letter(count)}${letter(count * 7)}nce `),
  'slips in many sentences': row((count) => `devel${letter(count)}${letter(count * 3)}per${count % 25 ? ' ' : '. '}`),
  numbers: row((count) => `${count} `),
  'one number': fill('7'),
  'sums of money': row((count) => `$${count}k lpa `),
  'sums in lakhs': fill('1 lakh '),
  'hours and years': row((count) => `${count % 90} hours a ${count % 30} years - `),
  spaces: fill(' '),
  'line breaks': fill('\n'),
  'full stops': fill('.'),
  'words with full stops': fill('a.'),
  'half sentences': fill('pay and '),
  'polite beginnings': fill('could you kindly '),
  'a long greeting': `hi ${fill('there ')}`,
  'open mentions': fill('<@'),
  'open links': fill('<https://a|b'),
  colons: fill(':a'),
  'open code': fill('`'),
  'code blocks': fill('``` '),
  entities: fill('&amp;'),
  'brackets in brackets': fill('([{<"'),
  'stacked accents': fill('e\u0301\u0302\u0303\u0304'),
  'zero-width characters': fill('pa\u200by '),
  ligatures: fill('\ufdfa'),
  emoji: fill('👨‍👩‍👧 '),
  'half characters': fill('\ud83d'),
  'right to left': fill('\u202eراتب '),
  'any characters': row((count) => String.fromCodePoint(32 + mixed(count, 0xd000))),
  'any letters': row((count) => (mixed(count, 6) === 0 ? ' ' : letter(mixed(count, 1000)))),
  'one question again and again': fill('what is the salary of a backend developer in india? '),
  'all topics': fill('salary skills degree hours freelance jobs outlook '),
  technologies: fill('python java Go rust node c c# or '),
  'almost phrases': fill('how much do you get how many '),
  'wishes to be forgotten': fill('please forget '),
};

/** Middles of a few runs each, in processor time. */
export async function measureWorstTexts(): Promise<Figure[]> {
  const bot = await loadShippedBot();
  const { context } = bot.answer({ text: 'what does a fresher earn?' });
  const measure = (text: string): number => {
    const times = Array.from({ length: ROUNDS }, () => {
      const before = process.cpuUsage();
      bot.answer({ text, ...(context && { context }) });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return median(times);
  };
  const cut = (length: number) =>
    Object.entries(WORST_TEXTS).map(([name, text]) => ({
      name: `${name}, ${length} characters`,
      text: text.slice(0, length),
    }));
  const texts = LENGTHS.flatMap(cut);
  // Warm as a running bot is: what is compiled meanwhile counts as processor time as well.
  for (const { text } of texts) measure(text);
  const slowest = texts.map(({ name, text }) => ({ name, value: measure(text) })).sort((a, b) => b.value - a.value);
  return slowest.slice(0, SHOWN).map(({ name, value }) => ({ name, value, unit: 'ms', wanted: { most: 5 } }));
}
