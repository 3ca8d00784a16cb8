// Documents that are added to a running bot: found like all others, by each of their questions, and gone when taken away.
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/knowledge/documents.js';
import { joinIndexes } from '../../src/knowledge/joined-index.js';
import { indexSections } from '../../src/knowledge/section-index.js';
import { knowledgeIn, loadShippedBot } from '../helpers/shipped-bot.js';

const ADDED: SourceDocument = {
  id: 'colleagues',
  title: 'Answers by colleagues',
  sections: [
    {
      id: 'lockers',
      heading: 'Where can I keep my bicycle helmet?',
      questions: ['Is there a locker for cyclists?', 'Who hands out the keys of the cloakroom?'],
      above: [],
      blocks: [
        {
          kind: 'paragraph',
          units: ['Helmets go into the lockers behind the boiler room.', 'Ask Wendeline for a padlock.'],
        },
      ],
      text: 'Helmets go into the lockers behind the boiler room.\nAsk Wendeline for a padlock.',
      links: [],
    },
    {
      id: 'docker',
      heading: 'Do we use Docker?',
      above: [],
      blocks: [{ kind: 'paragraph', units: ['Everyone here runs the services in Docker.'] }],
      text: 'Everyone here runs the services in Docker.',
      links: [],
    },
  ],
};

const bot = await loadShippedBot();
const more = bot.withDocuments([ADDED]);
const tell = (one: typeof bot, text: string) => {
  const { outcome, parts } = one.answer({ text });
  return {
    outcome,
    said: parts.flatMap(({ headline, quotes }) => [headline, ...quotes.map((quote) => quote.text)]).join(' '),
  };
};

describe('a document that is added to a running bot', () => {
  it.each([
    ['its heading', 'Where can I keep my bicycle helmet?'],
    ['a further question of the section', 'Is there a locker for cyclists?'],
    ['other words', 'a place to store my cycling helmet'],
    ['words of its text', 'whom do I ask for a padlock for the lockers'],
    ['its words with a slip', 'whom do I ask for a padlok for the lockers'],
  ])('is found by %s', (_, question) => {
    expect(tell(bot, question).outcome).not.toBe('passage');
    const { outcome, said } = tell(more, question);
    expect(outcome).toBe('passage');
    expect(said).toContain('behind the boiler room');
  });

  it('is offered once, whichever of its questions come close', () => {
    const found = more.explain({ text: 'cyclists and helmets and keys of lockers' }).passages;
    expect(found.filter(({ section }) => section === 'Where can I keep my bicycle helmet?')).toHaveLength(1);
  });

  it('is not denied', () => {
    expect(tell(bot, 'is Docker required?').said).toContain('don’t mention Docker');
    expect(tell(more, 'is Docker required?').said).toContain('runs the services in Docker');
  });

  it('changes nothing of what was answered before', () => {
    for (const text of ['what does a fresher earn in India?', 'do I need a degree?', 'how long is a day of work?'])
      expect(more.answer({ text })).toEqual(bot.answer({ text }));
  });

  it('is gone when the bot is asked that it was added to', () => {
    const gone = bot.withDocuments([]);
    expect(tell(gone, 'Is there a locker for cyclists?').outcome).not.toBe('passage');
    expect(tell(gone, 'is Docker required?').said).toContain('don’t mention Docker');
  });
});

it('the joined index is the index of all documents together, but for the form of a word that stands for its stem', () => {
  const { documents } = knowledgeIn();
  const [first, ...others] = documents;
  const base = first ? [first] : [];
  const { forms, ...joined } = joinIndexes(indexSections(base), base.length, indexSections([...others, ADDED]));
  const { forms: ofAll, ...all } = indexSections([...documents, ADDED]);
  expect(joined).toEqual(all);
  expect(forms).toHaveLength(ofAll.length);
});
