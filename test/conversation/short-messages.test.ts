// Reads what people write on a phone: short follow-ups, amounts, times and lists, each with what the last answer must say.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import type { Context } from '../../src/conversation/context.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const bot = await loadShippedBot();

/** The answer to the last of several messages. */
function askInTurn(turns: readonly string[]): Answer {
  let context: Context | undefined;
  let answer = bot.answer({ text: '' });
  for (const text of turns) {
    answer = bot.answer({ text, ...(context && { context }) });
    context = answer.context;
  }
  return answer;
}

const plain = (text: string): string => text.toLowerCase().replace(/[‑–—]/g, '-');

/** Messages; the topics of the first part; what the answer has, `a~b` being either; what its headline must not have. */
type Row = readonly [
  turns: readonly string[],
  topics: readonly string[],
  holds: readonly string[],
  lacks: readonly string[],
];

function expectRow([turns, topics, holds, lacks]: Row): void {
  const { outcome, parts } = askInTurn(turns);
  const [first] = parts;
  const headline = plain(first?.headline ?? '');
  const said = parts.flatMap(({ headline: line, details, formulas, quotes }) => [
    line,
    ...details,
    ...formulas,
    ...quotes.map(({ text, title }) => `${text} ${title}`),
  ]);
  const whole = plain(said.join('\n'));
  if (topics.length === 0) expect(outcome, headline).not.toBe('answer');
  else expect(topics, headline).toContain(first?.topic);
  for (const words of holds)
    expect(
      words.split('~').some((one) => whole.includes(plain(one))),
      `${words} in ${whole}`,
    ).toBe(true);
  for (const words of lacks) expect(headline).not.toContain(plain(words));
}

describe('a conversation continues after small talk, a refusal or an offer', () => {
  it.each<Row>([
    [['fresher pay in india', 'lol nice', 'and in canada'], ['salary'], ['80,451'], ['5 LPA']],
    [['what do seniors make in the us', 'who won the match yesterday', 'monthly?'], ['salary'], ['11,298.83'], []],
    [['freelance rates?', 'brb phone', 'ok back. for 25 hours?'], ['freelance'], ['1,525', '2,000'], []],
    [['skills for backend', 'how is the weather', 'which databases'], ['skills'], ['MySQL'], []],
    [['junior salary abroad', 'hm not sure that helps', 'what about seniors'], ['salary'], ['135,586'], ['80,451']],
    [['hours per week?', 'xyz', 'why so long'], ['work-hours'], ['urgent'], []],
    [['pay in india for seniors', 'what can you do', 'and juniors?'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['fresher pay in india', 'how much does a nurse earn', 'and abroad?'], [], [], ['80,451']],
    [['senior salary abroad', 'and what does a plumber make', 'per month?'], [], [], ['11,298']],
    [['freelance for 12 hours', 'my cat is sick', 'and for 14?'], ['freelance'], ['854', '1,120'], []],
    [['senior pay in pune', 'is it raining', 'for juniors'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['fresher pay in the us', 'hmm let me think', 'per week?'], ['salary'], ['1,547.13'], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('courtesies and corrections don’t interrupt, and a slot alone corrects the last question', () => {
  it.each<Row>([
    [['senior pay in india', 'sorry i meant juniors'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['senior pay in india', 'no, not india, the us'], ['salary'], ['135,586'], ['19 LPA']],
    [['fresher pay us', 'oh no i meant uk lol'], ['salary'], ['80,451'], []],
    [['back end salary', 'ok then freelance rates'], ['freelance'], ['$61'], []],
    [['pay for juniors in pune', 'hmm ok, but what about ten years in'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['what are the cons of back end', 'cool thanks, the pros then'], ['pros-cons'], ['great pay'], []],
    [['do back end devs work weekends', 'ok wow, and the pay?'], ['salary'], ['LPA'], []],
    [['hello', 'yeah so the skills please'], ['skills'], [], []],
    [['fresher salary in india', 'actually make it seniors'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['freelance 20 hours a week', 'wait i meant 30'], ['freelance'], ['1,830', '2,400'], []],
    [['freelance for 20 hours', 'no wait, 35 hours'], ['freelance'], ['2,135', '2,800'], []],
    [['fresher pay abroad', 'not abroad, in india'], ['salary'], ['5 LPA'], ['80,451']],
    [['back end pay in india', 'not for seniors tho'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['senior pay in india', 'ok sure, and per week pls'], ['salary'], ['a week'], []],
    [['hours of work in back end', 'right, thx. and a degree needed?'], ['degree'], [], []],
    [['senior salary in back end', 'sorry typo, junior'], ['salary'], ['5 LPA', '80,451'], ['19 LPA']],
    [['senior salary in india', 'i was thinking more of europe'], ['salary'], ['135,586'], ['19 LPA']],
    [['fresher salary in india', 'my bad, the us i mean'], ['salary'], ['80,451'], ['5 LPA']],
    [['fresher salary in india', 'could you do the us as well please'], ['salary'], ['80,451'], []],
    [['do i need python', 'ah ok and what if i know java'], ['skills'], ['Java'], []],
    [['senior pay abroad', 'hang on, india i mean'], ['salary'], ['19 LPA'], ['135,586']],
    [['back end pay', "i'd rather know the hours"], ['work-hours'], [], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('a question without a topic is about the last one', () => {
  it.each<Row>([
    [['can i freelance in back end', 'how much does that bring in'], ['freelance'], ['$61'], []],
    [['which languages do i need for back end', 'which ones'], ['skills'], ['Java'], []],
    [['freelance rates', 'by the day?'], ['freelance'], ['a day'], []],
    [['fresher pay india', 'and for those with experience'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['salary of seniors in india', 'same for newbies'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['salary in india, juniors vs seniors', 'so how much more'], ['salary'], ['14,00,000'], []],
    [['junior vs senior pay abroad', "what's the gap"], ['salary'], ['55,135'], []],
    [['pay of seniors in india', 'and freelancers?'], ['freelance'], ['$61'], []],
    [['do back end devs work late', 'how often'], ['work-hours'], ['urgent'], []],
    [['do back end devs work late', 'when exactly'], ['work-hours'], ['urgent'], []],
    [['can i work as a back end freelancer', 'what would i charge then'], ['freelance'], ['$61'], []],
    [['how to become a back end dev', 'what comes first'], ['how-to-become'], [], []],
    [['how to become a back end dev', 'and after that'], ['how-to-become'], [], []],
    [['pros and cons of back end', 'which cons'], ['pros-cons'], ['pressure'], []],
    [['which databases should i know', 'is mysql ok'], ['skills'], ['MySQL'], []],
    [['fresher pay india', 'per day?'], ['salary'], ['a day'], []],
    [['fresher pay india', "what's that in a month"], ['salary'], ['41,666'], []],
    [['back end working hours?', 'per month?'], ['work-hours'], ['195'], []],
    [['back end working hours?', 'on saturdays too?'], ['work-hours'], ['weekend'], []],
    [['freelance for 10 hours a week', 'and in a year?'], ['freelance'], ['31,720', '41,600'], []],
    [['pay abroad for seniors', 'over 3 years?'], ['salary'], ['406,758'], []],
    [['freelance rate', 'for 3 weeks at 20 hours'], ['freelance'], ['3,660', '4,800'], []],
    [['which skills for back end', 'do i need all of them'], ['skills'], [], []],
    [['degree needed for back end?', "what if i don't have one"], ['degree'], [], []],
    [['what does a backend dev do', 'with whom'], ['responsibilities'], ['front-end~front end'], []],
    [['salary', 'freshers', 'india'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['fresher pay', 'bangalore', 'london'], ['salary'], ['80,451'], ['5 LPA']],
    [['hi', 'senior pay in pune', 'great', 'what about freelancing there'], ['freelance'], [], []],
    [['senior pay', 'us', 'india'], ['salary'], ['19 LPA'], ['135,586']],
    [['pay in india back end', 'not that, the hours'], ['work-hours'], [], []],
    [['senior pay in germany', 'same in india?'], ['salary'], ['19 LPA'], ['135,586']],
    [['salary india', 'which one is for beginners'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['fresher pay in india', 'k and after 4 years'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['fresher pay in india', "once i'm senior?"], ['salary'], ['19 LPA'], ['5 LPA']],
    [['what does a freelancer charge', 'and in a week of 40 hours'], ['freelance'], ['2,440', '3,200'], []],
    [['is there a future in back end', 'why'], ['outlook'], [], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('times and situations are understood', () => {
  it.each<Row>([
    [['what does a back end dev with five years of experience make in india'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['backend pay in india, eight years in'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['i just graduated, what will backend pay me in india'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['back end salary after seven years in india'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['fresh out of uni, back end pay abroad?'], ['salary'], ['80,451'], ['135,586']],
    [['what would a freelancer get for a hundred hours'], ['freelance'], ['6,100', '8,000'], []],
    [["freelance back end, twenty hours a week, what's that a month"], ['freelance'], ['5,286.67'], []],
    [['freelancing 160 hours in a month'], ['freelance'], ['9,760', '12,800'], []],
    [['freelance income over three weeks at 30 hours a week'], ['freelance'], ['5,490', '7,200'], []],
    [['what do two years as a junior back end dev in india add up to'], ['salary'], ['10 LPA~10,00,000'], []],
    [['what does a senior backend dev earn abroad over 3 years'], ['salary'], ['406,758'], []],
    [['how much does a junior back end developer abroad make in half a year'], ['salary'], ['40,225.5'], []],
    [['does a 4 year degree help for back end'], ['degree'], [], []],
    [['how many hours do back end devs work in 3 months'], ['work-hours'], ['585'], []],
    [['how many hours is it in two weeks for a back end dev'], ['work-hours'], ['90'], []],
    [['freelance 8 hours a day for 10 days'], ['freelance'], ['4,880', '6,400'], []],
    [['freelance 6 hours daily for 2 weeks'], ['freelance'], ['3,660', '4,800'], []],
    [['if i bill 15 hours a week for 6 months as back end freelancer'], ['freelance'], ['23,790', '31,200'], []],
    [['freelancer with a 12 hour project'], ['freelance'], ['732', '960'], []],
    [['pay of a backend veteran in india'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['old hand salary back end abroad'], ['salary'], ['135,586'], ['80,451']],
    [['rookies in back end, what do they get in india'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['twelve years of coding behind me, back end pay in the us?'], ['salary'], ['135,586'], ['80,451']],
    [['half a year of experience, back end pay in india'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['no job yet, first back end pay in india?'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['what does a mid-career back end developer get abroad'], ['salary'], ['135,586'], ['80,451']],
    [['three-year degree or self taught for back end'], ['degree'], [], []],
    [['salary for 2 to 4 yrs exp backend india'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['how many hours a year do backend devs work'], ['work-hours'], ['2,340'], []],
    [['a month of back end freelancing full time'], ['freelance'], ['11,895', '15,600'], []],
    [['freelance at $90 an hour for 25 hours, how much'], ['freelance'], ['2,250'], []],
    [['senior back end pay for a quarter in india'], ['salary'], ['4.75~4,75,000'], []],
    [['freelance back end one day a week at 8 hours, what per month'], ['freelance'], ['2,114.67'], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('a figure of the documents is a reference; any other amount is compared', () => {
  it.each<Row>([
    [['why is $80,451 the pay in india for back end'], ['salary'], ['outside India', 'resher'], []],
    [["what's the 5 LPA figure"], ['salary'], ['resher', 'India'], []],
    [['the 19 lpa, who gets that'], ['salary'], ['xperienced'], []],
    [['what is 3,16,204'], ['salary'], ['India'], []],
    [['is $135,586 what freshers get?'], ['salary'], ['xperienced', 'outside India'], []],
    [['who pays $61 an hour'], ['freelance'], ['hour'], []],
    [['which document says $135,586'], ['salary'], ['Job Description'], []],
    [['does 80451 dollars mean abroad'], ['salary'], ['outside India'], []],
    [['is 19 LPA the average for everyone in backend'], ['salary'], ['xperienced'], []],
    [['5 lakhs for backend, is that for india'], ['salary'], ['resher', 'India'], []],
    [['why do freshers get 19 LPA'], ['salary'], ['xperienced'], []],
    [['is 7 LPA ok for a fresher back end'], ['salary'], ['more than what freshers'], []],
    [['is $61 an hour low for a back-end freelancer'], ['freelance'], ['61'], []],
    [['5 LPA offer for a fresher, fair?'], ['salary'], ['same as'], []],
    [['you said 19 LPA. is that per year?'], ['salary'], ['xperienced~a year'], []],
    [['is 80,451 rupees or dollars'], ['salary'], ['$80,451'], []],
    [['80 dollars per hour, is this for india only'], ['freelance'], ['globally'], []],
    [['where is the Rs. 3,16,204 from'], ['salary'], ['Career'], []],
    [['is 9 hours the norm in back end'], ['work-hours'], ['9-hour'], []],
    [['is the $80 shirt any good'], [], [], ['61']],
    [['my rent is 19 lpa of headaches'], [], [], ['xperienced']],
    [['what does 135586 mean'], ['salary'], ['xperienced'], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('the lines and items of a list are separate questions', () => {
  it.each<Row>([
    [['back end pay in india\ndo i need a degree'], ['salary'], ['LPA', 'degree'], []],
    [['- skills for back end?\n- hours?'], ['skills', 'work-hours'], ['Java', 'five days'], []],
    [
      ['1. what do freelancers charge\n2. which databases should i know'],
      ['freelance', 'skills'],
      ['$61', 'MySQL'],
      [],
    ],
    [['1) fresher salary india back end 2) back end work hours'], ['salary'], ['5 LPA', 'five days'], []],
    [['• pros of back end\n• pay of back end'], ['pros-cons'], ['continuous learning', 'LPA'], []],
    [
      ['hi, two questions:\npay for a back end fresher in india\nhow to become one'],
      ['salary', 'how-to-become'],
      ['5 LPA'],
      [],
    ],
    [
      ['what does a back end dev do\nwhat do they earn\nis there a future in it'],
      ['responsibilities', 'definition', 'salary'],
      ['LPA'],
      [],
    ],
    [['back end salary?\nback end hours?'], ['salary'], ['LPA', 'five days'], []],
    [['a) is a degree needed for back end\nb) where are the jobs'], ['degree'], ['Get Hired'], []],
    [['* back end pay abroad\n* freelance rates\n* hours'], ['salary'], ['80,451', '$61', 'five days'], []],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

describe('what is excluded isn’t asked for', () => {
  it.each<Row>([
    [['back end pay, not in india'], ['salary'], ['80,451'], ['5 LPA']],
    [['backend salary outside of india but not for freshers'], ['salary'], ['135,586'], ['80,451']],
    [["pay of back end devs who aren't freshers in india"], ['salary'], ['19 LPA'], ['5 LPA']],
    [['back end salary anywhere but india'], ['salary'], ['135,586'], ['LPA']],
    [['what do non-seniors earn in back end india'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['pay for back end except freshers'], ['salary'], ['19 LPA'], ['5 LPA']],
    [['back end pay in india excluding seniors'], ['salary'], ['5 LPA'], ['19 LPA']],
    [['how much do back end developers earn without experience in india'], ['salary'], ['5 LPA'], ['19 LPA']],
  ])('%j', (...row) => {
    expectRow(row);
  });
});

it('“in the age of AI” doesn’t ask for an age', () => {
  const { parts } = askInTurn(['will back end pay well in the age of ai']);
  expect(parts[0]?.headline).not.toContain('age or');
});
