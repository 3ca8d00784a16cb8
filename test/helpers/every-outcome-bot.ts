// A bot of a few lines whose answers have every outcome there is.
import type { Answer, Gap } from '../../src/answering/answer.js';
import type { Bot } from '../../src/answering/bot.js';
import { part, TOPICS, tinyBot } from './tiny-bot.js';

const context = { topics: ['salary'], offered: [], slots: { levels: [], places: [], technologies: [] } };
const nothing = { topic: 'fallback', title: '', headline: 'No topic.' };

const ASKED = { ...context, topics: [], offered: TOPICS.map(({ topic }) => topic), asked: true } as const;
const REFUSED: Gap = { kind: 'refused', subjects: [] };
const OFFERED: Gap = { kind: 'offered', subjects: [] };
const MISSING: Gap = { kind: 'missing', subjects: ['Docker'] };
const CLOSEST: Gap = { kind: 'closest', subjects: [], nearest: { document: 'career', section: 'Work hours' } };
const passages = [{ topic: 'salary', document: 'career', title: 'A career', section: 'Work hours' }];

const ANSWERS: Readonly<Record<string, Answer>> = {
  'is the moon made of cheese?': { outcome: 'out-of-scope', parts: [part(nothing)], suggestions: [], gap: REFUSED },
  'should I go for it?': {
    outcome: 'clarify',
    parts: [part(nothing)],
    suggestions: TOPICS,
    gap: OFFERED,
    context: ASKED,
  },
  'how much holiday is there?': { outcome: 'clarify', parts: [part(nothing)], suggestions: [], passages, gap: CLOSEST },
  'do I need Docker?': { outcome: 'not-in-documents', parts: [part()], suggestions: TOPICS, gap: MISSING },
  'do I need Git and Docker?': { outcome: 'answer', parts: [part()], suggestions: [], gap: MISSING },
  'is there a canteen?': { outcome: 'passage', parts: [part(nothing)], suggestions: [] },
  'who are you?': { outcome: 'about-bot', parts: [part(nothing)], suggestions: [] },
  'thank you': { outcome: 'small-talk', parts: [part(nothing)], suggestions: [] },
  'pay and degree?': { outcome: 'answer', parts: [part(), part({ topic: 'degree' })], suggestions: [] },
};

/** Gives each outcome to a question of its own, and to any other an answer that follow-ups can build on. */
export const everyOutcomeBot: Bot = {
  ...tinyBot,
  answer: (question) => {
    const { text = '' } = question;
    if (text.length > 1_000) {
      return { outcome: 'out-of-scope', parts: [part(nothing)], suggestions: [], gap: REFUSED };
    }
    return ANSWERS[text] ?? { ...tinyBot.answer(question), context };
  },
};
