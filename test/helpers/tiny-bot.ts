// A small bot for tests of the Slack side, which must not depend on what the real one knows.
import type { Answer, AnswerPart } from '../../src/answering/answer.js';
import type { Bot } from '../../src/answering/bot.js';

/** A part of an answer; a test names only what matters to it. */
export function part(fields: Partial<AnswerPart> = {}): AnswerPart {
  return {
    topic: 'salary',
    title: 'Salary',
    headline: 'A headline.',
    details: [],
    formulas: [],
    quotes: [],
    ...fields,
  };
}

/** An answer of one part. */
export function answerOf(fields: Partial<AnswerPart> = {}, suggestions: Answer['suggestions'] = []): Answer {
  return { outcome: 'answer', parts: [part(fields)], suggestions };
}

export const TOPICS = [
  { topic: 'salary', title: 'Salary', example: 'What does a fresher earn in India?' },
  { topic: 'degree', title: 'Degree', example: 'Do I need a degree?' },
];

/** Repeats the question or the topic, so that a test sees what arrived. */
export const tinyBot: Bot = {
  topics: TOPICS,
  subject: 'a career as a back-end developer',
  examples: TOPICS.map(({ example }) => example),
  withAnswers: () => tinyBot,
  sectionsFor: () => [{ document: 'career', title: 'A career', section: 'Salary' }],
  knows: (topic) => TOPICS.some((known) => known.topic === topic),
  documents: [{ id: 'career', title: 'A career', updated: '02 Feb, 2023' }],
  answer: ({ text, topic }) => {
    if (topic !== undefined) return answerOf({ topic, headline: `On ${topic}.` });
    if (text === 'help') return { ...answerOf({ topic: 'help', headline: 'Ask me.' }, TOPICS), outcome: 'about-bot' };
    return answerOf({ headline: `You asked: ${text}` }, TOPICS);
  },
};
