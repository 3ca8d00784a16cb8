// Uses the matcher on its own, as someone who imports the build would: any subject, only example phrases.
import { beforeAll, describe, expect, it } from 'vitest';
import { trainMatcher } from '../../src/understanding/matcher/matcher.js';

interface Topic {
  readonly id: string;
  readonly phrases: readonly string[];
}

interface Match {
  readonly id: string | undefined;
  readonly score: number;
  readonly ranked: readonly { readonly id: string; readonly score: number }[];
}

type CreateMatcher = (topics: readonly Topic[]) => { match(text: string): Match };

// The name is put together so that the tests compile without the build.
const BUILT = ['..', '..', 'dist', 'src', 'understanding', 'matcher', 'matcher.js'].join('/');
let createMatcher: CreateMatcher;
let bank: ReturnType<CreateMatcher>;
let travel: ReturnType<CreateMatcher>;

const BANK: readonly Topic[] = [
  {
    id: 'lost-card',
    phrases: [
      'I lost my card',
      'my card is gone',
      'someone stole my bank card',
      'my debit card was stolen',
      'I can’t find my credit card anywhere',
      'please block my card',
      'how do I report a missing card',
    ],
  },
  {
    id: 'balance',
    phrases: [
      'what is my balance',
      'how much money do I have',
      'show me my account balance',
      'how much is left in my account',
      'is there anything left on my savings account',
      'check my current balance',
    ],
  },
  {
    id: 'transfer',
    phrases: [
      'send money to a friend',
      'I want to transfer money',
      'how do I make a payment to another account',
      'wire 50 dollars to my landlord',
      'move money from savings to checking',
      'transfer funds abroad',
    ],
  },
  {
    id: 'exchange-rate',
    phrases: [
      'what is the exchange rate',
      'how many euros do I get for a dollar',
      'which rate do you use for foreign currency',
      'convert pounds into yen',
      'currency exchange rates today',
    ],
  },
  {
    id: 'pin',
    phrases: [
      'I forgot my PIN',
      'change the PIN of my card',
      'how do I reset my PIN',
      'my PIN is blocked',
      'I typed the wrong PIN three times',
    ],
  },
];

const TRAVEL: readonly Topic[] = [
  {
    id: 'weather',
    phrases: [
      'will it rain tomorrow',
      'what is the weather like in Rome',
      'do I need an umbrella',
      'how hot does it get in July',
      'weather forecast for the weekend',
      'is it snowing in the mountains',
    ],
  },
  {
    id: 'book-flight',
    phrases: [
      'book a flight to Lisbon',
      'I want to fly to New York on Monday',
      'find me a cheap plane ticket',
      'are there flights to Oslo tonight',
      'reserve two seats on the morning flight',
    ],
  },
  {
    id: 'luggage',
    phrases: [
      'how many bags can I take',
      'what may my suitcase weigh',
      'is hand luggage included',
      'my baggage did not arrive',
      'how much is an extra suitcase',
    ],
  },
  {
    id: 'hotel',
    phrases: [
      'find a hotel near the station',
      'I need a room for two nights',
      'which hotels have a pool',
      'book a double room in Vienna',
      'cheap place to sleep in the centre',
    ],
  },
];

beforeAll(async () => {
  ({ createMatcher } = (await import(/* @vite-ignore */ new URL(BUILT, import.meta.url).href)) as {
    createMatcher: CreateMatcher;
  });
  bank = createMatcher(BANK);
  travel = createMatcher(TRAVEL);
});

/** At most this many topics are ranked. */
const MOST_RANKED = 20;

/** What holds for every match. */
function expectWellFormed(match: Match, topics: readonly Topic[]): void {
  const scores = match.ranked.map(({ score }) => score);
  const ids = match.ranked.map(({ id }) => id);
  expect(new Set(ids).size).toBe(Math.min(topics.length, MOST_RANKED));
  expect(topics.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  for (const score of [match.score, ...scores]) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  expect(match.score).toBe(scores[0] ?? 0);
  if (match.id !== undefined) expect(match.id).toBe(match.ranked[0]?.id);
}

describe('a match', () => {
  it.each([
    'I lost my card',
    'what is the meaning of life',
    '',
    '???',
    'card balance transfer rate PIN',
    '😀',
    '__proto__',
    'constructor toString',
    'x'.repeat(40_000),
    'card '.repeat(8000),
    '\uD83D',
  ])('for “%.30s” ranks all topics, best first, with scores from 0 to 1', (text) => {
    expectWellFormed(bank.match(text), BANK);
  });

  it('for no text is none', () => {
    for (const text of ['', ' ', '…', '?!']) {
      expect(bank.match(text).id).toBeUndefined();
      expect(bank.match(text).score).toBe(0);
    }
  });

  it('is the same each time, and from a new matcher with the same phrases', () => {
    const other = createMatcher(BANK);
    for (const text of ['my card is lost', 'is it raining', 'how much money', 'asdf'])
      expect([bank.match(text), other.match(text)]).toEqual([bank.match(text), bank.match(text)]);
  });

  it('doesn’t depend on earlier matches', () => {
    const fresh = createMatcher(BANK);
    for (const text of ['zzzz', 'card '.repeat(500), 'PIN']) bank.match(text);
    expect(bank.match('my card was stolen')).toEqual(fresh.match('my card was stolen'));
  });
});

describe('a topic’s own phrases are recognised', () => {
  it.each(BANK.map(({ id, phrases }) => [id, phrases] as const))('%s', (id, phrases) => {
    expect(phrases.map((phrase) => bank.match(phrase).id)).toEqual(phrases.map(() => id));
  });
});

it('an exact phrase outweighs everything else its words suggest', () => {
  const many = Array.from({ length: 30 }, (_, at) => `who made the ${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${at} toy`);
  const makers = createMatcher([
    { id: 'about', phrases: ['who made you', 'what is your name'] },
    { id: 'toys', phrases: many },
  ]);
  expect(makers.match('Who made you?').id).toBe('about');
  expect(makers.match('who made the b1 toy').id).toBe('toys');
});

it('a phrase of two topics decides nothing', () => {
  const torn = createMatcher([
    { id: 'one', phrases: ['how much is it', 'price of a ticket'] },
    { id: 'two', phrases: ['how much is it', 'weight of a parcel'] },
  ]);
  expect(torn.match('how much is it').score).toBeLessThan(1);
});

describe('other words for the same thing are recognised', () => {
  it.each([
    ['my bank card has been stolen', 'lost-card'],
    ['I think I lost my debit card', 'lost-card'],
    ['block the card please', 'lost-card'],
    ['how much money is in my account', 'balance'],
    ['tell me the balance of my account', 'balance'],
    ['I would like to send some money to my sister', 'transfer'],
    ['transfer 200 dollars to another account', 'transfer'],
    ['what rate do I get for euros', 'exchange-rate'],
    ['reset the PIN', 'pin'],
  ])('%s', (text, id) => {
    expect(bank.match(text).id).toBe(id);
  });

  it.each([
    ['weather in Paris', 'weather'],
    ['a cheap flight to Madrid please', 'book-flight'],
    ['how heavy may my suitcase be', 'luggage'],
    ['I am looking for a hotel with a pool', 'hotel'],
  ])('%s', (text, id) => {
    expect(travel.match(text).id).toBe(id);
  });
});

describe('typos are corrected', () => {
  it.each([
    ['I lost my creditt crad', 'lost-card'],
    ['what is my balence', 'balance'],
    ['I want to trasnfer mony', 'transfer'],
    ['exchnage rate', 'exchange-rate'],
    ['I FORGOT MY PIN', 'pin'],
    ['i cant find my credit card', 'lost-card'],
  ])('%s', (text, id) => {
    expect(bank.match(text).id).toBe(id);
  });
});

describe('a text unrelated to the topics is refused', () => {
  it.each([
    'who won the football match',
    'how do I bake bread',
    'is it snowing in the mountains',
    'book a double room in Vienna',
    'tell me a joke',
    'when was Napoleon born',
    'qwertz uiop',
    'Wie geht es dir?',
  ])('%s', (text) => {
    expect(bank.match(text).id).toBeUndefined();
  });

  it('most phrases of one subject are refused by a matcher for another', () => {
    const foreign = [
      ...BANK.flatMap(({ phrases }) => phrases.map((phrase) => travel.match(phrase).id)),
      ...TRAVEL.flatMap(({ phrases }) => phrases.map((phrase) => bank.match(phrase).id)),
    ];
    const taken = foreign.filter((id) => id !== undefined);
    expect(taken.length / foreign.length).toBeLessThan(0.4);
  });
});

/** Asked as people ask anything, but unrelated to a bank or a journey. */
const FOREIGN = [
  'what is the meaning of life',
  'who won the football match',
  'how do I bake bread',
  'tell me a joke',
  'when was Napoleon born',
  'my neighbour is too loud',
  'how many planets are there',
  'can you recommend a good film',
  'what is the capital of Australia',
  'how do I repair a bicycle',
  'is there a doctor in the house',
  'how do I learn to swim',
  'where is my dog',
  'show me a picture of a cat',
  'I want to become a pilot',
  'my printer is blocked',
  'I forgot my umbrella',
  'how much does a giraffe weigh',
  'the lift in our house is gone',
  'what should I cook tonight',
  'is my sister at home',
  'do I need a haircut',
];

describe('with few topics, what they share with everyday language counts for little', () => {
  it.each([...BANK, ...TRAVEL])('a matcher for $id alone knows its phrases and refuses others', (topic) => {
    const matcher = createMatcher([topic]);
    expect(topic.phrases.map((phrase) => matcher.match(phrase).id)).toEqual(topic.phrases.map(() => topic.id));
    const taken = FOREIGN.filter((text) => matcher.match(text).id !== undefined);
    expect(taken.length, taken.join(', ')).toBeLessThanOrEqual(3);
  });

  it.each([
    ['how heavy may my suitcase be', 'luggage'],
    ['my bank card has been stolen', 'lost-card'],
    ['transfer 200 dollars to another account', 'transfer'],
  ])('a matcher for one topic knows other words for it: %s', (text, id) => {
    expect(createMatcher([...BANK, ...TRAVEL].filter((topic) => topic.id === id)).match(text).id).toBe(id);
  });
});

describe('a matcher can be made of', () => {
  const all = [...BANK, ...TRAVEL];

  it.each([1, 2, 3, 4, 9])('%i topics', (count) => {
    const topics = all.slice(0, count);
    const matcher = createMatcher(topics);
    for (const { id, phrases } of topics) {
      const match = matcher.match(phrases[0] ?? '');
      expectWellFormed(match, topics);
      expect(match.ranked[0]?.id).toBe(id);
    }
  });

  it('60 topics', () => {
    const things = 'apple bread chair dress engine flower guitar hammer island jacket'.split(' ');
    const verbs = 'buy sell clean paint lose repair'.split(' ');
    const topics = verbs.flatMap((verb) =>
      things.map((thing) => ({
        id: `${verb}-${thing}`,
        phrases: [`${verb} the ${thing}`, `how do I ${verb} a ${thing}`, `I want to ${verb} my ${thing}`],
      })),
    );
    expect(topics).toHaveLength(60);
    const matcher = createMatcher(topics);
    for (const { id } of topics) {
      const [verb, thing] = id.split('-');
      const match = matcher.match(`could you ${verb} this ${thing}`);
      expectWellFormed(match, topics);
      expect(match.ranked[0]?.id).toBe(id);
    }
  });

  it('topics of one phrase', () => {
    const topics = all.map(({ id, phrases }) => ({ id, phrases: phrases.slice(0, 1) }));
    const matcher = createMatcher(topics);
    for (const { id, phrases } of topics) {
      expectWellFormed(matcher.match(phrases[0] ?? ''), topics);
      expect(matcher.match(phrases[0] ?? '').ranked[0]?.id).toBe(id);
    }
  });

  it('no topics', () => {
    const matcher = createMatcher([]);
    expect(matcher.match('anything')).toMatchObject({ id: undefined, score: 0, ranked: [] });
    expect(matcher.match('')).toMatchObject({ id: undefined, score: 0, ranked: [] });
  });

  it('topics without phrases, or with empty ones', () => {
    const topics = [{ id: 'silent', phrases: [] }, { id: 'blank', phrases: ['', ' ', '?'] }, ...BANK];
    const matcher = createMatcher(topics);
    expectWellFormed(matcher.match('I lost my card'), topics);
    expect(matcher.match('I lost my card').ranked[0]?.id).toBe('lost-card');
  });

  it('topics with names that every object has', () => {
    const topics = ['__proto__', 'constructor', 'toString'].map((id, index) => ({
      id,
      phrases: BANK[index]?.phrases ?? [],
    }));
    const matcher = createMatcher(topics);
    expectWellFormed(matcher.match('I lost my card'), topics);
    expect(matcher.match('I lost my card').ranked[0]?.id).toBe('__proto__');
  });
});

it('not of two topics with one id, which it names', () => {
  expect(() => createMatcher([...BANK, { id: 'pin', phrases: ['my secret number'] }])).toThrow(/pin/);
});

it('lists that stay as they are', () => {
  const topics = structuredClone(BANK);
  createMatcher(topics);
  expect(topics).toEqual(BANK);
});

it('a training keeps what an earlier one learnt from the same phrases, and learns anew from other phrases', () => {
  const earlier = trainMatcher(BANK, { vocabulary: ['savings'] });
  expect(trainMatcher(structuredClone(BANK), { vocabulary: ['savings'] }, earlier)).toBe(earlier);
  const kept = trainMatcher(BANK, { vocabulary: ['pension'] }, earlier);
  expect(kept.model).toBe(earlier.model);
  expect(kept).toEqual(trainMatcher(BANK, { vocabulary: ['pension'] }));
  const [first, ...others] = BANK;
  const changed = [{ id: first?.id ?? '', phrases: [...(first?.phrases ?? []), 'where is my money'] }, ...others];
  for (const topics of [changed, BANK.toReversed()])
    expect(trainMatcher(topics, {}, earlier)).toEqual(trainMatcher(topics));
});
