// Checks which unanswered questions are one line of the report, and which stay separate.
import { describe, expect, it } from 'vitest';
import { groupAlike } from '../../src/reporting/question-groups.js';

const TITLES = ['BackEnd Developer', 'Career as a Back End Developer'];
const group = (...texts: string[]) =>
  groupAlike(
    texts.map((text, at) => ({ id: `${at}`, workspace: 'T1', text, at })),
    TITLES,
  );

describe('one group', () => {
  it.each<[string, string[]]>([
    ['the same words in other cases and signs', ['Visa sponsorship?', 'visa sponsorship', 'VISA SPONSORSHIP!!']],
    ['other small words', ['is docker needed?', 'do I need docker', 'and do you need the Docker thing']],
    ['a slip', ['how long is the notice period', 'how long is the notcie period']],
    ['other forms of a word', ['vacation days', 'vacations: how many days?']],
    ['words that every question has', ['age limit', 'is there an age limit for a backend developer']],
    ['questions of small words only', ['should I do it?', 'should i do it']],
    ['texts without a word', ['???', '???']],
  ])('%s', (_, texts) => {
    expect(group(...texts)).toHaveLength(1);
  });
});

describe('separate groups', () => {
  it.each<[string, string[]]>([
    ['other things', ['is docker needed?', 'is kubernetes needed?']],
    ['other places', ['salary in Poland', 'salary in Germany']],
    ['small words with another meaning', ['should I do it?', 'can they see me?']],
    ['what only the subject is common to', ['backend developer age limit', 'backend developer visa']],
    ['texts without a word', ['???', '!!!']],
  ])('%s', (_, texts) => {
    expect(group(...texts)).toHaveLength(texts.length);
  });
});

it('a group shows its most frequent wording (of several, the latest) and when it was last asked', () => {
  expect(group('is docker needed', 'Do I need Docker?', 'do I need docker', 'docker needed?')).toEqual([
    {
      text: 'do I need docker',
      count: 4,
      last: 3,
      ids: ['3', '2', '1', '0'],
      byWorkspace: new Map([['T1', 4]]),
      wordings: [
        { text: 'do I need docker', count: 2, last: 2, ids: ['2', '1'], byWorkspace: new Map([['T1', 2]]) },
        { text: 'docker needed?', count: 1, last: 3, ids: ['3'], byWorkspace: new Map([['T1', 1]]) },
        { text: 'is docker needed', count: 1, last: 0, ids: ['0'], byWorkspace: new Map([['T1', 1]]) },
      ],
    },
  ]);
});

it('the largest group comes first; of equal ones, the latest', () => {
  expect(group('visa', 'pension', 'docker', 'pension').map(({ text }) => text)).toEqual(['pension', 'docker', 'visa']);
});

it('the order of the questions makes no difference', () => {
  const asked = ['visa help', 'any visa help?', 'a laptop', 'which laptop', 'docker', 'dokcer', 'docker'].map(
    (text, at) => ({ id: `${at}`, workspace: 'T1', text, at }),
  );
  expect(groupAlike(asked.toReversed(), TITLES)).toEqual(groupAlike(asked, TITLES));
});

it('each of thousands of questions is counted once', () => {
  const groups = group(
    ...Array.from({ length: 2_000 }, (_, index) => `about thing${index} ${'x'.repeat(index % 700)}`),
  );
  expect(groups.reduce((all, { count }) => all + count, 0)).toBe(2_000);
});
