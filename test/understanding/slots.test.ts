// Reads what a question says besides its topic: level, place, amounts, hours, periods and technologies, as values.

import { describe, expect, it } from 'vitest';
import { openMatcher } from '../../src/understanding/matcher/matcher.js';
import { findSlots, type Slots } from '../../src/understanding/slots.js';
import { shippedTraining } from '../helpers/shipped-bot.js';

const prepared = shippedTraining();
const matcher = openMatcher(prepared.matcher);

const read = (text: string): Slots => findSlots(text, matcher.read(text), prepared.slots);
/** Amounts in whole units of their currency; `?` if none is named. */
const readSums = (text: string) =>
  read(text).amounts.map(
    ({ value, currency = '?', unit }) => `${unit === 'LPA' ? value * 100_000 : value} ${currency}`,
  );

describe('the level', () => {
  it.each<[string, string[]]>([
    ['what does a fresher earn', ['fresher']],
    ['what do freshers earn', ['fresher']],
    ['salary of a junior developer', ['fresher']],
    ['entry level pay', ['fresher']],
    ['entry-level pay', ['fresher']],
    ['new grad salary', ['fresher']],
    ['pay with no experience', ['fresher']],
    ['pay without any experience', ['fresher']],
    ['0 years of experience salary', ['fresher']],
    ['salary with 1 year of experience', ['fresher']],
    ['what does a senior developer earn', ['experienced']],
    ['salary of an experienced developer', ['experienced']],
    ['5+ years salary', ['experienced']],
    ['salary with 5 years of experience', ['experienced']],
    ['salary with 5 yoe', ['experienced']],
    ['salary with 3-5 years experience', ['experienced']],
    ['I have worked 10 years as a developer, what can I earn', ['experienced']],
    ['junior versus senior pay', ['fresher', 'experienced']],
    ['what does a senior earn, and what a fresher', ['experienced', 'fresher']],
    ['fresher fresher fresher', ['fresher']],
    ['FRESHER SALARY', ['fresher']],
    ['freshr salary', ['fresher']],
    ['pay with five years of experience', ['experienced']],
    ['pay, eight years in', ['experienced']],
    ['pay with half a year of experience', ['fresher']],
    ['pay with 18 months of experience', ['experienced']],
    ['I just graduated, what is the pay', ['fresher']],
    ['fresh out of university, the pay', ['fresher']],
    ['pay, but not for juniors', ['experienced']],
    ['not juniors, seniors', ['experienced']],
    ['pay except for seniors', ['fresher']],
  ])('in “%s” is %j', (text, levels) => {
    expect([...read(text).levels].sort()).toEqual(levels.sort());
  });

  it.each([
    'what does a backend developer earn',
    'how will it look in 10 years',
    'I am 35 years old',
    'is a 4 years degree needed',
    'pay over the next 5 years',
    'does experience matter',
    'I did a three-year course in java',
    'how will it look in ten years',
    'what do five years of pay add up to',
  ])('is not named in “%s”', (text) => {
    expect(read(text).levels).toEqual([]);
  });
});

describe('the place', () => {
  it.each([
    ['salary in india', 'india'],
    ['Indian salary', 'india'],
    ['salary in Bangalore', 'india'],
    ['salary in bengaluru', 'india'],
    ['pune backend pay', 'india'],
    ['salary abroad', 'outside-india'],
    ['salary outside India', 'outside-india'],
    ['salary outside of india', 'outside-india'],
    ['salary overseas', 'outside-india'],
    ['salary in Germany', 'outside-india'],
    ['salary in the US', 'outside-india'],
    ['salary in the us', 'outside-india'],
    ['US salary', 'outside-india'],
    ['salary in the USA', 'outside-india'],
    ['salary in the United States', 'outside-india'],
    ['salary in the UK', 'outside-india'],
    ['london backend salary', 'outside-india'],
    ['salary in canada', 'outside-india'],
    ['SALARY IN INDIA', 'india'],
    ['salary in germny', 'outside-india'],
    ['salary, not in India', 'outside-india'],
    ['salary anywhere but India', 'outside-india'],
    ['salary, not in the US', 'india'],
  ])('in “%s” is %s', (text, place) => {
    expect(read(text).places.map(({ id }) => id)).toEqual([place]);
  });

  it.each([
    ['all of India', 'salary in India', undefined],
    ['everywhere else', 'salary in another country', undefined],
    ['a city', 'salary in berlin', 'Berlin'],
    ['a country of two words', 'pay in new zealand', 'New Zealand'],
    ['a country with an article', 'pay in the united states', 'the US'],
    ['a short form', 'pay in sf', 'San Francisco'],
    ['an adjective', 'german salary', 'Germany'],
  ])('written in an answer as it should be: %s', (_, text, part) => {
    expect(read(text).places[0]?.part).toBe(part);
  });

  it('can be two places', () => {
    expect(read('salary in India and in Germany').places.map(({ id }) => id)).toEqual(['india', 'outside-india']);
  });

  it.each(['tell us the salary', 'what do you pay us', 'can you help us with the salary', 'salary at home'])(
    'is not named in “%s”',
    (text) => {
      expect(read(text).places).toEqual([]);
    },
  );
});

describe('an amount of money', () => {
  it.each<[string, string[]]>([
    ['is 4 LPA low', ['400000 INR']],
    ['is 4lpa low', ['400000 INR']],
    ['is 4.5 LPA low', ['450000 INR']],
    ['is 6 lakhs ok', ['600000 INR']],
    ['is 1 crore realistic', ['10000000 INR']],
    ['is ₹5,00,000 ok', ['500000 INR']],
    ['is Rs. 5,00,000 ok', ['500000 INR']],
    ['is Rs 40000 ok', ['40000 INR']],
    ['is 40000 rupees ok', ['40000 INR']],
    ['is INR 500000 ok', ['500000 INR']],
    ['is $80k ok', ['80000 USD']],
    ['is $80,000 ok', ['80000 USD']],
    ['is $25/hr too low', ['25 USD']],
    ['is 80000 dollars ok', ['80000 USD']],
    ['is 80k ok', ['80000 ?']],
    ['is 80,000 ok', ['80000 ?']],
    ['is 80k usd ok', ['80000 USD']],
    ['is 60k euros ok', ['60000 other']],
    ['is €60k ok', ['60000 other']],
    ['is £50,000 ok', ['50000 other']],
    ['3 LPA or 6 LPA', ['300000 INR', '600000 INR']],
    ['$80k or ₹20,00,000', ['80000 USD', '2000000 INR']],
  ])('in “%s” is %j', (text, sums) => {
    expect(readSums(text)).toEqual(sums);
  });

  it.each([
    'how many hours a week',
    'with 5 years of experience',
    'is it a 9 to 5',
    '40 hours a week',
    'in 2025',
    'chapter 7',
    'k8s',
    'I have 2 kids',
  ])('is not named in “%s”', (text) => {
    expect(readSums(text)).toEqual([]);
  });
});

describe('hours', () => {
  it.each<[string, number, string | undefined]>([
    ['30 hours a week', 30, 'week'],
    ['30 hrs per week', 30, 'week'],
    ['30h/week', 30, 'week'],
    ['30 hours', 30, undefined],
    ['a 40 hour week', 40, undefined],
    ['a 40-hour week', 40, undefined],
    ['12 hours every day', 12, 'day'],
    ['6 hrs a day', 6, 'day'],
    ['10 hours a month', 10, 'month'],
    ['7.5 hours a day', 7.5, 'day'],
    ['1 hour a day', 1, 'day'],
    ['160 hours in a month', 160, 'month'],
    ['twenty five hours a week', 25, 'week'],
    ['a hundred hours', 100, undefined],
    ['a week of 40 hours', 40, 'week'],
    ['8 hours a day, 3 days a week', 24, 'week'],
    ['20 hours over 3 weeks', 20, undefined],
  ])('in “%s” are %s a %s', (text, value, per) => {
    expect(read(text).hours).toMatchObject({ value, ...(per && { per }) });
  });

  it.each(['how many hours', 'hours', '5 days a week', 'html5', 'at 3am'])('are not named in “%s”', (text) => {
    expect(read(text).hours).toBeUndefined();
  });
});

describe('the period that the answer should be in', () => {
  it.each([
    ['salary per month', 'month'],
    ['salary a month', 'month'],
    ['monthly salary', 'month'],
    ['what do they earn each month', 'month'],
    ['salary/month', 'month'],
    ['pay per week', 'week'],
    ['pay in weeks', 'week'],
    ['hours in a normal month', 'month'],
    ['hours in an average week', 'week'],
    ['weekly pay', 'week'],
    ['pay per hour', 'hour'],
    ['hourly rate', 'hour'],
    ['rate for an hour', 'hour'],
    ['pay per day', 'day'],
    ['daily pay', 'day'],
    ['pay per annum', 'year'],
    ['yearly pay', 'year'],
    ['annual pay', 'year'],
    ['what do I make a month at 20 hours a week', 'month'],
  ])('in “%s” is the %s', (text, per) => {
    expect(read(text).per).toBe(per);
  });

  it.each(['salary in india', 'at 20 hours a week', 'months of learning'])('is not named in “%s”', (text) => {
    expect(read(text).per).toBeUndefined();
  });
});

describe('the total duration', () => {
  it.each<[string, number, string]>([
    ['15 hours a week for 6 months', 6, 'month'],
    ['pay over three years', 3, 'year'],
    ['pay for a quarter', 3, 'month'],
    ['pay in half a year', 0.5, 'year'],
    ['what do two years of pay add up to', 2, 'year'],
  ])('in “%s” is %s %ss', (text, value, unit) => {
    expect(read(text).span).toEqual({ value, unit });
  });

  it.each(['in ten years', '20 hours over 3 weeks', 'a 4 year degree', 'with 5 years of experience'])(
    'is not named in “%s”',
    (text) => {
      expect(read(text).span).toBeUndefined();
    },
  );
});

describe('a technology', () => {
  it.each<[string, string[]]>([
    ['do I need Python', ['Python']],
    ['do i need python', ['Python']],
    ['do I need pyhton', ['Python']],
    ['is docker required', ['Docker']],
    ['java or python', ['Java', 'Python']],
    ['do I need JavaScript', ['JavaScript']],
    ['is java the same as javascript', ['Java', 'JavaScript']],
    ['do I need C#', ['C#']],
    ['do i need c#', ['C#']],
    ['is C++ useful', ['C++']],
    ['is c++ useful', ['C++']],
    ['C# or C++', ['C#', 'C++']],
    ['is Node enough', ['Node.js']],
    ['is nodejs enough', ['Node.js']],
    ['do I need MySQL', ['MySQL']],
    ['do I need sql', ['SQL']],
    ['do I need postgres', ['PostgreSQL']],
    ['is k8s needed', ['Kubernetes']],
    ['is aws needed', ['AWS']],
    ['is golang used', ['Golang']],
    ['should I learn Go', ['Go']],
    ['go or rust', ['Go', 'Rust']],
    ['should I learn C or C++', ['C', 'C++']],
    ['is the R language needed', ['R']],
    ['python or R', ['Python', 'R']],
    ['should I learn Ruby', ['Ruby']],
    ['do I need Swift', ['Swift']],
    ['should i learn rust first', ['Rust']],
    ['is go needed', ['Go']],
    ['SASS or LESS', ['SASS', 'LESS']],
    ['do I need Spring', ['Spring']],
    ['html and css', ['HTML', 'CSS']],
    ['is git a must', ['Git']],
    ['docker, docker and docker', ['Docker']],
  ])('in “%s” is %j', (text, technologies) => {
    expect([...read(text).technologies].sort()).toEqual(technologies.sort());
  });

  it.each([
    'how do I go about it',
    'where do I go to apply',
    'go to work at nine',
    'do they earn less than others',
    'more or less',
    'less stress and more pay',
    'can I start in spring',
    'a swift answer please',
    'should I use less time for breaks',
    'do I need to go abroad',
    'is my skill set getting a bit of rust',
    'how r u',
    'r there jobs',
    'what does a c level manager do',
    'is vitamin c healthy',
    'do I express myself well',
    'what is the next step',
  ])('is not named in “%s”', (text) => {
    expect(read(text).technologies).toEqual([]);
  });
});

it('a question that says nothing but its topic has empty slots', () => {
  expect(read('what are the pros and cons')).toEqual({ levels: [], places: [], amounts: [], technologies: [] });
});

it('one question can fill every slot', () => {
  const { levels, places, amounts, hours, technologies } = read(
    'Is 6 LPA ok for a fresher in Pune who knows Python and works 45 hours a week?',
  );
  expect(levels).toEqual(['fresher']);
  expect(places.map(({ id }) => id)).toEqual(['india']);
  expect(amounts.map(({ written }) => written)).toEqual(['6 lpa']);
  expect(hours).toMatchObject({ value: 45, per: 'week' });
  expect(technologies).toEqual(['Python']);
});
