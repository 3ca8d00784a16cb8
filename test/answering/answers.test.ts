// Checks what answers say: only what was asked, figures from the documents, both sides, no guesses.

import { describe, expect, it } from 'vitest';
import { type AnswerPart, listPoints } from '../../src/answering/answer.js';
import { type FactOf, listItem } from '../../src/knowledge/facts.js';
import { SHIPPED } from '../helpers/data-copy.js';
import { listNumbers } from '../helpers/number-sources.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

const bot = await loadShippedBot();
const { documents, facts } = knowledgeIn(SHIPPED);

/** The part about one topic. */
function ask(text: string, topic: string): AnswerPart {
  const answer = bot.answer({ text });
  const part = answer.parts.find((candidate) => candidate.topic === topic);
  if (!part) throw new Error(`“${text}” got no answer about ${topic}, but: ${answer.outcome}.`);
  return part;
}

/** Everything in a part except its quotes, as one text. */
const tell = (part: AnswerPart): string => [part.headline, ...listPoints(part), ...part.formulas].join('\n');
const cite = ({ quotes }: AnswerPart): string[] => quotes.map(({ text }) => text);
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Salary = FactOf<'salary'>;
const SALARIES = facts.of('salary');

function pick(level: Salary['level'], place: Salary['place']): Salary {
  const found = SALARIES.find((salary) => salary.level === level && salary.place === place);
  if (!found) throw new Error(`The data holds no figure for ${level} ${place}.`);
  return found;
}

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('The data does not hold what this test needs.');
  return item;
}

const NORMAL = only(facts.of('hours'));
const RATE = only(facts.of('rate'));
const WEEK = NORMAL.daysPerWeek * NORMAL.hoursPerDay;

const write = (value: number, locale: string): string =>
  value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace(/\.00$/, '');
const rupees = (value: number): string => `₹${write(value, 'en-IN')}`;
const dollars = (value: number): string => `$${write(value, 'en-US')}`;
const yearly = ({ amount, unit }: Salary): number => (unit === 'LPA' ? amount * 100_000 : amount);
const money = (salary: Salary, value: number): string => (salary.currency === 'USD' ? dollars(value) : rupees(value));
const writeSalary = (salary: Salary): string => money(salary, yearly(salary));

describe('a question about pay', () => {
  it.each<[string, [Salary['level'], Salary['place']][]]>([
    ['what does a fresher earn in India?', [['fresher', 'india']]],
    ['fresher salary in Bangalore', [['fresher', 'india']]],
    ['what does a fresher earn abroad?', [['fresher', 'outside-india']]],
    ['entry level backend salary in the US', [['fresher', 'outside-india']]],
    ['what does an experienced backend developer earn in India?', [['experienced', 'india']]],
    ['salary of a senior backend developer in Germany', [['experienced', 'outside-india']]],
    ['backend salary with 5+ years of experience outside India', [['experienced', 'outside-india']]],
    [
      'what does a fresher earn as a backend developer?',
      [
        ['fresher', 'india'],
        ['fresher', 'outside-india'],
      ],
    ],
    [
      'senior backend salary',
      [
        ['experienced', 'india'],
        ['experienced', 'outside-india'],
      ],
    ],
    [
      'backend salary abroad',
      [
        ['fresher', 'outside-india'],
        ['experienced', 'outside-india'],
      ],
    ],
  ])('gets exactly the figures it asks for in the headline: %s', (text, wanted) => {
    const { headline } = ask(text, 'salary');
    const named = SALARIES.filter((salary) => headline.includes(writeSalary(salary)));
    expect(named.map(({ id }) => id).sort()).toEqual(wanted.map(([level, place]) => pick(level, place).id).sort());
  });

  it.each([
    ['what does a fresher earn in India?', /India/, /outside/i],
    ['what does a fresher earn abroad?', /outside India/i, /^India|[^e] India/],
  ])('labels each figure with its place: %s', (text, label, other) => {
    const { headline } = ask(text, 'salary');
    expect(headline).toMatch(label);
    expect(headline).not.toMatch(other);
  });

  it('a question without level and place gets all figures, in the full answer as a table too', () => {
    const short = ask('what does a backend developer earn?', 'salary');
    for (const salary of SALARIES) expect(tell(short)).toContain(writeSalary(salary));
    expect(short.table).toBeUndefined();
    const [part] = bot.answer({ topic: 'salary', full: true }).parts;
    if (part === undefined) throw new Error('There is no full answer.');
    for (const salary of SALARIES) expect(tell(part)).toContain(writeSalary(salary));
    const cells = part.table?.rows.flat().join(' ') ?? '';
    for (const salary of SALARIES) expect(cells).toContain(writeSalary(salary));
    expect(cells).toContain('India');
    expect(cells).toContain('Outside India');
  });

  it('gets each figure with the sentence that backs it', () => {
    expect(cite(ask('what does a fresher earn in India?', 'salary'))).toContain(fold(pick('fresher', 'india').quote));
    const all = cite(ask('what does a backend developer earn?', 'salary'));
    for (const { quote } of SALARIES) expect(all).toContain(fold(quote));
  });
});

describe('pay in India, on which the documents disagree', () => {
  const part = ask('backend salary in India', 'salary');
  const average = pick('all', 'india');

  it('shows both figures side by side and cites each document', () => {
    for (const salary of SALARIES.filter(({ place }) => place === 'india'))
      expect(tell(part)).toContain(writeSalary(salary));
    expect(new Set(part.quotes.map(({ document }) => document)).size).toBe(2);
  });

  it('says where an average comes from', () => {
    expect(average.attributed).toBe('Indeed');
    expect(tell(part)).toMatch(/Indeed/);
  });

  it('is not averaged', () => {
    const india = SALARIES.filter(({ place }) => place === 'india').map(yearly);
    const mean = india.reduce((sum, value) => sum + value, 0) / india.length;
    for (const value of [mean, ((india[0] ?? 0) + (india[1] ?? 0)) / 2, 12])
      expect(listNumbers(tell(part))).not.toContain(Math.round(value));
  });
});

describe('pay for a shorter period shows its calculation', () => {
  it.each<[string, Salary, number]>([
    ['what does a fresher earn per month in India?', pick('fresher', 'india'), 12],
    ['monthly salary of an experienced backend developer in India', pick('experienced', 'india'), 12],
    ['what does a fresher earn a month abroad?', pick('fresher', 'outside-india'), 12],
    ['experienced backend salary per month outside India', pick('experienced', 'outside-india'), 12],
    ['fresher salary in India per week', pick('fresher', 'india'), 52],
    ['fresher salary in India per day', pick('fresher', 'india'), 52 * NORMAL.daysPerWeek],
    ['fresher salary in India per hour', pick('fresher', 'india'), 52 * WEEK],
  ])('%s', (text, salary, divisor) => {
    const part = ask(text, 'salary');
    const result = money(salary, yearly(salary) / divisor);
    const about = Number((yearly(salary) / divisor).toPrecision(3));
    expect(part.headline).toContain(`about ${money(salary, about)}`);
    expect(part.formulas.join('\n')).toContain(result);
    expect(part.formulas.join('\n')).toContain(money(salary, yearly(salary)));
  });

  it('5 LPA is about ₹41,700 a month, calculated as ₹41,666.67', () => {
    expect(ask('what does a fresher earn per month in India?', 'salary').headline).toContain('about ₹41,700 a month');
    expect(tell(ask('how much is 5 LPA per month?', 'salary'))).toContain('₹41,666.67 a month');
  });

  it('a result based on the documents’ hours cites them', () => {
    expect(cite(ask('fresher salary in India per hour', 'salary'))).toContain(fold(NORMAL.quote));
  });
});

describe('an offer is compared with the figures', () => {
  it.each([
    ['is 4 LPA low for a fresher in India?', '4 LPA', 'less than', pick('fresher', 'india')],
    ['is 6 LPA good for a fresher in India?', '6 LPA', 'more than', pick('fresher', 'india')],
    ['is 5 LPA ok for a fresher in India?', '5 LPA', 'the same as', pick('fresher', 'india')],
    ['is 25 LPA good for an experienced dev in India?', '25 LPA', 'more than', pick('experienced', 'india')],
    ['is $70,000 ok for a fresher abroad?', '$70,000', 'less than', pick('fresher', 'outside-india')],
    ['is $90k ok for a fresher abroad?', '$90,000', 'more than', pick('fresher', 'outside-india')],
  ])('%s', (text, own, word, salary) => {
    const { headline } = ask(text, 'salary');
    expect(headline).toContain(`${own} is ${word} what `);
    expect(headline).toContain(writeSalary(salary));
  });

  it('two offers are both compared', () => {
    const said = tell(ask('offer of 4 LPA or 6 LPA as a fresher, which is better?', 'salary'));
    expect(said).toMatch(/4 LPA is less than what freshers in India earn/);
    expect(said).toMatch(/6 LPA is more than what freshers in India earn/);
  });

  it('a monthly amount is first converted to a year, with the calculation', () => {
    expect(tell(ask('I get ₹40,000 a month as a fresher in India, ok?', 'salary'))).toContain(
      '₹40,000 × 12 months = ₹4,80,000 a year',
    );
  });

  it('rupees are never compared with dollars', () => {
    for (const text of ['is 4 LPA low for a fresher abroad?', 'is $80k good for a fresher in India?']) {
      expect(tell(ask(text, 'salary'))).not.toMatch(/is (?:less than|more than|the same as) /);
    }
  });
});

describe('a difference in pay is calculated within one place', () => {
  const inIndia = rupees(yearly(pick('experienced', 'india')) - yearly(pick('fresher', 'india')));
  const outside = pick('experienced', 'outside-india').amount - pick('fresher', 'outside-india').amount;

  it.each([
    ['how much more does an experienced dev earn than a fresher in India?', [inIndia], [dollars(outside)]],
    ['how much more do seniors earn than freshers abroad?', [dollars(outside)], [inIndia]],
    ['difference between fresher and senior salary', [inIndia, dollars(outside)], []],
  ])('%s', (text, there, absent) => {
    const part = ask(text, 'salary');
    for (const sum of there) expect(tell(part)).toContain(`= ${sum}`);
    for (const sum of absent) expect(tell(part)).not.toContain(`= ${sum}`);
  });

  it('cites both figures', () => {
    const quotes = cite(ask('how much more do seniors earn abroad?', 'salary'));
    expect(quotes).toContain(fold(pick('fresher', 'outside-india').quote));
    expect(quotes).toContain(fold(pick('experienced', 'outside-india').quote));
  });
});

it.each([
  'what is 5 LPA in dollars?',
  'convert the fresher salary to euros',
  'what is the pay in pounds?',
  'what is the fresher salary of 5 LPA in usd',
])('says that currencies aren’t converted: %s', (text) => {
  const part = ask(text, 'salary');
  expect(part.headline).toMatch(/don’t convert.*exchange rate/);
  expect(part.formulas).toEqual([]);
});

describe('a place that no document mentions', () => {
  it.each([
    ['salary in Bangalore', 'Bangalore', 'India'],
    ['fresher salary in Germany', 'Germany', 'outside India'],
    ['backend salary in Singapore', 'Singapore', 'outside India'],
  ])('is reported, and the figure has its real label: %s', (text, name, label) => {
    const line = ask(text, 'salary').details.find((detail) => detail.includes(name)) ?? '';
    expect(line).toMatch(/don’t mention/);
    expect(line).toContain(label);
  });

  it.each(['fresher salary in India', 'fresher salary abroad'])(
    'isn’t reported if the documents do mention it: %s',
    (text) => {
      expect(tell(ask(text, 'salary'))).not.toMatch(/don’t mention/);
    },
  );
});

describe('freelance income is hours times the documents’ rate', () => {
  it.each([
    ['how much does a freelancer make at 30 hours a week?', 30, 'week'],
    ['freelance 10 hours a month income', 10, 'month'],
    ['freelance income for 20 hours per week', 20, 'week'],
  ])('%s', (text, hours, per) => {
    const part = ask(text, 'freelance');
    const [from, to] = [dollars(RATE.from * hours), dollars(RATE.to * hours)];
    expect(part.headline).toContain(`${from} to ${to} a ${per}`);
    expect(part.formulas.join('\n')).toContain(`${hours} hours × ${dollars(RATE.from)} = ${from}`);
    expect(part.formulas.join('\n')).toContain(`${hours} hours × ${dollars(RATE.to)} = ${to}`);
    expect(cite(part)).toContain(fold(RATE.quote));
  });

  it('30 hours a week is $1,830 to $2,400', () => {
    expect(ask('what does a freelance backend dev make at 30 hours a week', 'freelance').headline).toContain(
      '$1,830 to $2,400',
    );
  });

  it('hours a week are converted to the year if that was asked', () => {
    const part = ask('freelance income a year at 20 hours a week', 'freelance');
    expect(part.headline).toContain(dollars(RATE.from * 20 * 52));
    expect(part.formulas.join('\n')).toContain('52 weeks');
  });

  it.each(['$70 an hour', '70$/hr', '70 dollars per hour'])('the person’s own rate takes precedence: %s', (rate) => {
    const part = ask(`freelancing at ${rate} for 10 hours a week, what is that a month?`, 'freelance');
    expect(part.headline).toContain('at your rate');
    expect(part.formulas.join('\n')).toContain('10 hours × 52 weeks ÷ 12 months × $70 = ');
  });

  it.each(['75 an hour', '75/h', '75 per hour'])('a rate without a currency gets none: %s', (rate) => {
    const part = ask(`I freelance at ${rate} for 10h a week, what do I make?`, 'freelance');
    expect(part.headline).toBe('You’d earn 750 a week at your rate.');
    expect(part.formulas).toEqual(['10 hours × 75 = 750 a week']);
    expect(part.details).toContain('In the currency that you charge in.');
  });

  it.each(['£50 an hour', '€50/h', '50 euros per hour', '50 pounds an hour'])(
    'a rate in a currency the documents don’t use is calculated as it is: %s',
    (rate) => {
      const part = ask(`I freelance at ${rate} for 20 hours a week, what do I make?`, 'freelance');
      expect(part.headline).toBe('You’d earn 1,000 a week at your rate.');
      expect(part.formulas).toEqual(['20 hours × 50 = 1,000 a week']);
      expect(part.details).toContain('In the currency that you charge in.');
    },
  );

  it.each([
    'is €40 an hour low for a freelancer?',
    'I charge £50 an hour as a freelance backend developer, is that good?',
    'is 2000 rupees an hour low for a freelancer?',
    'what do freelancers charge in euros?',
  ])(
    'next to a rate in a different currency the documents’ rate isn’t converted, and the answer says so: %s',
    (text) => {
      const part = ask(text, 'freelance');
      expect(part.headline).toMatch(/don’t convert.*exchange rate/);
      expect(part.details[0]).toContain(`$${RATE.from} to $${RATE.to}`);
      expect(cite(part)).toContain(fold(RATE.quote));
    },
  );

  it('asked in a different currency, the answer keeps the documents’ currency and says so', () => {
    const part = ask('what does a freelancer make in euros with 20 hours a week?', 'freelance');
    expect(part.headline).toContain('$1,220 to $1,600 a week');
    expect(part.details.join()).toMatch(/don’t convert.*exchange rate/);
  });

  it.each(['is $40 an hour low for a freelancer?', 'what do freelancers charge in dollars?'])(
    'in the documents’ own currency nothing is said about converting: %s',
    (text) => expect(tell(ask(text, 'freelance'))).not.toContain('convert'),
  );

  it('without hours the answer assumes the normal week, says so and cites it', () => {
    const part = ask('what can a freelancer earn in a month?', 'freelance');
    expect(part.headline).toContain(dollars(Number(((RATE.from * WEEK * 52) / 12).toPrecision(3))));
    expect(part.formulas.join()).toContain(dollars((RATE.from * WEEK * 52) / 12));
    expect(tell(part)).toMatch(/assum/i);
    expect(cite(part)).toContain(fold(NORMAL.quote));
  });

  it('the rate alone is given as the document words it', () => {
    const { headline } = ask('hourly rate for a backend freelancer', 'freelance');
    expect(listNumbers(headline)).toEqual([RATE.from, RATE.to]);
    expect(headline).toMatch(/more than/);
  });
});

describe('work hours', () => {
  it('a week is five days of nine hours, with the calculation', () => {
    const part = ask('how many hours a week do backend devs work?', 'work-hours');
    expect(part.formulas.join('\n')).toContain(
      `${NORMAL.daysPerWeek} days × ${NORMAL.hoursPerDay} hours = ${WEEK} hours`,
    );
    expect(WEEK).toBe(45);
    expect(cite(part)).toContain(fold(NORMAL.quote));
  });

  it.each(['how many hours a day do backend devs work?', 'is it a 9 to 5?', 'do backend devs work weekends?'])(
    'late nights and weekends come with their reason: %s',
    (text) => {
      expect(tell(ask(text, 'work-hours'))).toMatch(/urgent requirements or production issues/);
    },
  );

  it.each(['why do they work 12 hours every day?', 'Backend devs only work 6 hrs a day, isn’t it?'])(
    'a false assumption is not repeated; the fact is given: %s',
    (text) => {
      const part = ask(text, 'work-hours');
      expect(listNumbers(tell(part))).not.toContain(listNumbers(text)[0]);
      expect(part.headline).toContain(`${NORMAL.hoursPerDay} hours`);
    },
  );
});

describe('whether a degree is needed, on which the documents disagree, gets both sides', () => {
  it.each(['do I need a degree?', 'can I be a backend dev without btech', 'is a computer science degree mandatory'])(
    '%s',
    (text) => {
      const part = ask(text, 'degree');
      expect(part.headline).toBe('One document says yes, the other no.');
      for (const { title } of documents) expect(tell(part)).toContain(title);
      const stances = facts.of('degree').filter((fact) => cite(part).includes(fold(fact.quote)));
      expect(stances.map(({ stance }) => stance)).toEqual(expect.arrayContaining(['required', 'not-required']));
      expect(new Set(part.quotes.map(({ document }) => document)).size).toBe(2);
    },
  );

  it.each(['is BCA enough?', 'which courses are there?', 'is MCA better than BCA for backend'])(
    'an answer lists courses if asked for them: %s',
    (text) => {
      expect(ask(text, 'degree').headline).toMatch(/BCA,? (?:and )?MCA/);
    },
  );

  it('no answer mentions a PhD', () => {
    const part = ask('do I need a PhD?', 'degree');
    expect(part.headline).toMatch(/don’t mention a PhD/);
    expect(part.details).toEqual(['Whether you need a degree at all: one document says yes, the other no.']);
  });
});

describe('a technology', () => {
  it.each([
    ['Do I need to know Python?', 'Python'],
    ['do i need java', 'Java'],
    ['is php used', 'PHP'],
    ['do I need C#', 'C#'],
    ['is Oracle required for backend', 'Oracle'],
    ['is git a must', 'Git'],
    ['do I have to learn CSS for backend', 'CSS'],
    ['do I need SASS', 'SASS'],
    ['is dsa required for backend developer', 'DSA'],
    ['should a backend guy know OWASP', 'OWASP'],
  ])('in the documents is shown with the sentence that names it: %s', (text, name) => {
    const part = ask(text, 'skills');
    expect(part.headline.toLowerCase()).toContain(name.toLowerCase());
    expect(tell(part)).not.toMatch(/don’t mention/);
    expect(cite(part).some((quote) => quote.toLowerCase().includes(name.toLowerCase()))).toBe(true);
  });

  it.each([
    ['is Docker required?', 'Docker'],
    ['do I need kubernetes', 'Kubernetes'],
    ['is kotlin ok for backend', 'Kotlin'],
    ['do I need redis', 'Redis'],
    ['do I need Django', 'Django'],
    ['should I learn Rust', 'Rust'],
    ['do I need postgres', 'PostgreSQL'],
  ])('not in the documents is said not to be mentioned: %s', (text, name) => {
    const part = ask(text, 'skills');
    expect(part.headline).toBe(`The documents don’t mention ${name}.`);
    expect(part.details).toEqual([]);
  });

  it.each([
    ['do I need Python or Docker', /name Python/, /don’t mention Docker/],
    ['do I need HTML and Kafka', /name HTML/, /don’t mention Kafka/],
  ])('is kept apart from the one it’s compared with: %s', (text, there, absent) => {
    const said = tell(ask(text, 'skills'));
    expect(said).toMatch(there);
    expect(said).toMatch(absent);
  });

  it('isn’t found inside the name of another one', () => {
    const java = fold(only(facts.of('skill').filter(({ quote }) => quote.includes('JavaScript'))).quote);
    expect(ask('do I need java', 'skills').headline).not.toContain('JavaScript');
    expect(cite(ask('do I need JavaScript', 'skills'))).toContain(java);
    expect(ask('should I learn C or C++', 'skills').headline).toMatch(/don’t mention/);
  });
});

describe('a subject that no document mentions is said not to be, with at most one related line', () => {
  it.each([
    ['do backend developers get a bonus', 'salary', /bonus/i],
    ['do backend devs get stock options', 'salary', /stock/i],
    ['will AI replace backend devs', 'outlook', /AI/],
    ['are backend devs paid for overtime', 'work-hours', /overtime/i],
    ['can backend devs work remotely', 'work-hours', /remote/i],
    ['how do I prepare for interviews as a backend developer', 'jobs', /interview/i],
    ['how long does it take to become a backend developer', 'how-to-become', /how long/i],
    ['do I need math for backend', 'skills', /math/i],
    ['do developers get company shares', 'salary', /stock/i],
    ['do back-end developers talk with customers', 'responsibilities', /clients/i],
    ['must backend developers speak fluent English', 'skills', /English/],
    ['is there a drug test for backend developers', 'responsibilities', /drug tests/i],
    ['do backend developers get maternity leave', 'work-hours', /parental leave/i],
    ['can a deaf person become a backend developer', 'how-to-become', /disabilities/i],
    ['which laptop should I have to become a backend developer', 'how-to-become', /equipment/i],
    ['what notice period do backend developers have', 'jobs', /notice periods/i],
    ['could I become a backend developer in 4 months', 'how-to-become', /how long/i],
    ['I am 52, can I switch to backend development', 'how-to-become', /age/i],
    ['drawbacks of freelancing', 'freelance', /disadvantages/],
    ['max package', 'salary', /highest or lowest/],
    ['what gpa do I need for a backend degree', 'degree', /grades/],
    ['which companies hire backend developers', 'jobs', /companies/],
  ])('%s', (text, topic, subject) => {
    const part = ask(text, topic);
    expect(part.headline).toMatch(/^The documents don’t mention /);
    expect(part.headline).toMatch(subject);
    expect(part.details.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['what does a backend developer earn?', 'salary'],
    ['is it true that backend pays over $100k', 'salary'],
    ['is 90k dollars ok for a fresher abroad', 'salary'],
    ['do I need Python', 'skills'],
    ['how many hours a week do backend devs work?', 'work-hours'],
    ['where can I apply?', 'jobs'],
  ])('nothing is denied that wasn’t asked for: %s', (text, topic) => {
    expect(tell(ask(text, topic))).not.toMatch(/don’t mention/);
  });
});

describe('pros and cons', () => {
  const both = (kind: 'pro' | 'con') =>
    facts
      .of(kind)
      .filter(({ summary }) => summary !== undefined)
      .map(({ quote }) => fold(quote));

  it('are both listed, each with its source', () => {
    const part = ask('pros and cons of being a backend dev', 'pros-cons');
    expect(part.lists?.map(({ heading }) => heading)).toEqual(['Pros', 'Cons']);
    expect(cite(part)).toEqual(expect.arrayContaining([...both('pro'), ...both('con')]));
  });

  it.each([
    ['advantages of backend', 'pro', /^Four pros/],
    ['what is bad about backend development', 'con', /^Four cons/],
  ] as const)('one side alone is told by itself: %s', (text, kind, lead) => {
    const part = ask(text, 'pros-cons');
    expect(part.headline).toMatch(lead);
    expect(part.lists).toEqual([]);
    expect(cite(part)).toEqual(expect.arrayContaining(both(kind)));
  });

  it('the pressure of the job comes with what it depends on', () => {
    expect(ask('is backend development stressful?', 'pros-cons').headline).toMatch(/pressure.*depending on/);
  });
});

describe('how to become one', () => {
  it.each(['how do I become a backend developer?', 'backend roadmap', 'steps to get into backend from zero'])(
    'lists the steps in order: %s',
    (text) => {
      const part = ask(text, 'how-to-become');
      const steps = facts.of('step').toSorted((a, b) => a.order - b.order);
      expect(part.lists?.[0]).toEqual({ isOrdered: true, items: steps.map(listItem) });
      expect(cite(part)).toEqual(expect.arrayContaining(steps.map(({ quote }) => fold(quote))));
    },
  );
});

it.each(['where can I apply?', 'backend jobs where', 'any openings for SDE'])(
  'names the Get Hired Portal for applications: %s',
  (text) => {
    const part = ask(text, 'jobs');
    expect(tell(part)).toContain('Get Hired Portal');
    expect(cite(part).join('\n')).toContain('Get Hired Portal');
  },
);

it.each([
  'can you share the salary details',
  'please share with me the salary for freshers',
  'Pls share salary details',
])('a request to share something isn’t a question about shares: %s', (text) => {
  const part = ask(text, 'salary');
  expect(part.headline).toMatch(/freshers earn ₹5,00,000/i);
});

describe('every answer', () => {
  const questions = [
    'backend salary',
    'do I need a degree?',
    'what skills do I need',
    'how many hours a week',
    'can I freelance?',
    'where can I apply?',
    'pros and cons',
    'future of backend development',
    'frontend or backend',
    'what is a backend developer?',
    'what does a backend developer do all day?',
    'how do I become a backend developer?',
  ];

  it.each(questions)('quotes the documents word for word, with title and section: %s', (text) => {
    const { parts } = bot.answer({ text });
    for (const { document, title, section, text: quoted } of parts.flatMap(({ quotes }) => quotes)) {
      const source = only(documents.filter(({ id }) => id === document));
      expect(title).toBe(source.title);
      const own = only(source.sections.filter(({ heading }) => heading === section));
      expect(fold(own.text)).toContain(quoted);
    }
  });

  it.each(questions)('says nothing twice: %s', (text) => {
    for (const { headline, details, quotes } of bot.answer({ text }).parts) {
      const lines = [headline, ...details];
      expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
      const quoted = quotes.map((quote) => `${quote.document} ${quote.text}`);
      expect(new Set(quoted).size).toBe(quoted.length);
    }
  });
});

it.each([
  'can you see my messages?',
  'are our conversations private',
  'what do you store about me',
  'who can see what i ask',
  'how long do you keep my data?',
])('says what the bot reads and stores: %s', (text) => {
  const { outcome, parts } = bot.answer({ text });
  expect(outcome).toBe('about-bot');
  expect(parts[0]?.headline).toContain('I only read commands');
  expect(parts[0]?.details.join()).toContain('My Home tab');
});

it.each([
  ['please delete my data', '“forget me”'],
  ['can you erase what I said', '“forget me”'],
  ['how can i vote', 'Not helpful'],
  ['how do I share this', 'a button below it shares it'],
])('says what people can do with an answer or with stored data: %s', (text, told) => {
  const { outcome, parts } = bot.answer({ text });
  expect(outcome).toBe('about-bot');
  expect(parts[0]?.headline).toContain(told);
});

it.each([
  'see all topics',
  'can i see what topics you know',
  'where can i see what you can do',
  'let me see what i can ask',
])('lists what people can ask: %s', (text) => {
  const { outcome, parts } = bot.answer({ text });
  expect(outcome).toBe('about-bot');
  expect(parts[0]?.headline).not.toContain('I only read commands');
  expect(parts[0]?.details.join()).toContain('Do I need a degree?');
});

describe('help', () => {
  const [help] = bot.answer({ text: 'help' }).parts;

  it('says what the bot is, and gives an example for every topic', () => {
    expect(help?.headline).toMatch(/bot/);
    const examples = (help?.details ?? []).flatMap((line) => /^“(.+)”$/.exec(line)?.[1] ?? []);
    expect(examples).toEqual(bot.examples);
    expect(examples).toHaveLength(bot.topics.length);
  });

  it('names the bot’s sources', () => {
    for (const { title } of documents) expect(help?.details.join('\n')).toContain(title);
  });

  it('says how old the documents are', () => {
    const { outcome, parts } = bot.answer({ text: 'when were the documents updated?' });
    expect(outcome).toBe('about-bot');
    for (const { updated } of documents)
      if (updated) expect(parts[0]?.headline).toContain(updated.replace(/^0|,/g, ''));
  });
});

describe('a refusal says what the bot is for', () => {
  it.each(['nurse salary', 'when is payday', 'how do I connect Node to MySQL', 'what is the weather today'])(
    '%s',
    (text) => {
      const { outcome, parts } = bot.answer({ text });
      expect(outcome).toBe('out-of-scope');
      expect(parts[0]?.headline).toMatch(/back-end developer/);
      expect(parts[0]?.quotes).toEqual([]);
    },
  );

  it.each([
    ['another job', 'nurse salary', /other jobs/],
    ['the own company', 'who approves my leave request', /your own company/],
    ['a technical matter', 'how do I connect Node to MySQL', /technical questions/],
    ['none where no kind is clear', 'who won the match yesterday', /^I couldn’t find that in the documents/],
  ])('and gives the reason: %s', (_, text, reason) => {
    expect(bot.answer({ text }).parts[0]?.headline).toMatch(reason);
  });
});

describe('an answer says what was asked, and no more', () => {
  it.each([
    // The question doesn’t mention weeks.
    ['how much for 100 hours of freelancing?', 'freelance', '$6,100 to $8,000 for 100 hours', 'a week'],
    // One sentence mentions both.
    ['java or python', 'skills', 'The documents name both Java and Python and prefer neither.', 'don’t mention'],
    ['salary in Germany', 'salary', 'These are their figures for everywhere outside India', 'This is'],
    [
      'what does a fresher earn in Germany?',
      'salary',
      'This is their figure for everywhere outside India',
      'These are',
    ],
    ['how many hours do they work a year?', 'work-hours', '= 2,340 hours a year', '2340'],
    [
      'what does a senior earn a month in India?',
      'salary',
      'Experienced developers in India earn about ₹',
      'Experienced in',
    ],
    ['backend vs frontend', 'front-vs-back', 'the back end is the part that they don’t see', '; you see'],
  ])('%s', (text, topic, holds, lacks) => {
    const said = tell(ask(text, topic));
    expect(said).toContain(holds);
    expect(said).not.toContain(lacks);
  });

  it('how old the documents are: each with its date, or “undated”', () => {
    const said = tell(only(bot.answer({ text: 'how old are your documents?' }).parts));
    for (const { title, updated } of documents) {
      const date = updated?.replace(/^0|,/g, '');
      expect(said).toContain(`“${title}” ${date === undefined ? 'has no date' : `was last updated on ${date}`}`);
    }
  });
});
