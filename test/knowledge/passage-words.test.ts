// What counts of a question when passages are searched: its subject, its numbers, and words that reading mistakes for others.
import { describe, expect, it } from 'vitest';
import type { ExplainingBot } from '../../src/answering/bot.js';
import { copyData, writeFolder } from '../helpers/data-copy.js';
import { loadShippedBot } from '../helpers/shipped-bot.js';

const TEAM = `# How the platform team works

Interviews have three rounds, and the last one is an afternoon at the office.

Services are written in Kotlin, and events go through Kafka.

In the workshop there is a 3d printer that anyone may use. The 401k is matched up to five percent.
`;
const HOUSE = `# House rules

## Being ill

Tell the front desk before nine. A note from the doctor is needed from the third day on.

## Sheds

Shed 12 belongs to the Ferreiras, shed 17 to the choir.

## 4. Together again

The summer party is in July.

## How do I borrow e-books?

With your card and the app.

## Printing

We don't print ebooks.

## Getting in

Visitors show a photo ID at the gate.
`;
const ANSWER = `---
id: bonfires
title: Bonfires
example: May I light a bonfire?
says:
  - may i light a bonfire
  - are bonfires allowed
  - can i burn leaves in the yard
  - open fires behind the house
  - is a camp fire all right
  - burning garden waste
  - may we grill over wood
  - lighting a fire outside
quotes:
  - document: house
    quote: The summer party is in July.
---

Only at the summer party.
`;

/** What is answered, with all its quotes. */
function tell(bot: ExplainingBot, text: string): string {
  const { parts } = bot.answer({ text });
  return parts.flatMap(({ headline, quotes }) => [headline, ...quotes.map((quote) => quote.text)]).join(' ');
}

const withTeam = loadShippedBot(copyData([{ file: 'documents/team.md', to: TEAM }]));

describe('beside the topics of the career', () => {
  it.each([
    ['how many interview rounds are there for a backend developer', 'three rounds'],
    ['do back-end engineers use kafka', 'Kafka'],
    ['is kotlin used by the backend developers', 'Kotlin'],
    ['do backend developers get a 401k', 'The 401k is matched'],
    ['is there a 3d printer', '3d printer'],
  ])('“%s” asks for its subject, not for the job', async (question, words) => {
    expect(tell(await withTeam, question)).toContain(words);
  });
});

describe.each([
  ['documents alone', withDocuments({})],
  ['documents and a written answer', withDocuments({ 'answers/bonfires.md': ANSWER })],
])('with %s', (_, loading) => {
  it.each([
    ['when do i need a note if i am ill', 'from the third day on', '“ill” is no “I’ll”'],
    ['do visitors need an id', 'photo ID', 'nor “id” an “I’d”'],
    ['whose is shed 17', 'shed 17 to the choir', 'a number'],
    ['4. Together again', 'The summer party is in July', 'a heading with its number'],
    ['How do I borrow e-books?', 'With your card', 'a heading with a word that the documents write in two ways'],
    ['The summer party is in July.', 'The summer party is in July', 'a sentence, also one that an answer quotes'],
  ])('“%s” finds “%s”: %s', async (question, words) => {
    expect(tell(await loading, question)).toContain(words);
  });

  it.each(['do you sell used tools', 'do you do catering', 'can i borrow a van from you'])(
    'takes “%s” for no question about the bot',
    async (question) => {
      expect((await loading).answer({ text: question }).outcome).not.toBe('about-bot');
    },
  );

  it.each(['what can you do', 'are you a bot', 'who made you'])('takes “%s” for one', async (question) => {
    expect((await loading).answer({ text: question }).outcome).toBe('about-bot');
  });
});

function withDocuments(more: Readonly<Record<string, string>>): Promise<ExplainingBot> {
  return loadShippedBot(writeFolder({ 'documents/house.md': HOUSE, ...more }));
}

describe('with documents about different places', () => {
  const loading = loadShippedBot(
    writeFolder({
      'documents/gardens.md':
        '# Gardens by the river\n\n## Watering\n\nSprinklers left alone are forbidden, and the taps are off from December to March.\n',
      'documents/cabin.md':
        '# Staying at the cabin\n\n## Water and light\n\nThe water is not fit for drinking; a bottle costs four euros. Boil it for a minute. Lamps burn oil. Matches are in the drawer. Take one box.\n',
    }),
  );

  it.each(['can I drink the tap water at the cabin?', 'may I drink water from the tap in the cabin'])(
    '“%s” finds what the document of that name says, well ahead of the other one',
    async (question) => {
      const [best] = (await loading).explain({ text: question }).passages;
      expect(best?.document).toBe('cabin');
      expect(best?.lead).toBeGreaterThan(0.2);
    },
  );

  it('shows three sentences of many, the one that is asked for among them', async () => {
    expect(tell(await loading, 'do the lamps burn oil at the cabin')).toBe(
      '“Staying at the cabin” says: Boil it for a minute. Lamps burn oil. Matches are in the drawer.',
    );
  });
});
