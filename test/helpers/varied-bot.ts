// The tiny bot with more outcomes, chosen by words in the question.
import type { Answer, Outcome } from '../../src/answering/answer.js';
import type { Bot } from '../../src/answering/bot.js';
import { answerOf, part, TOPICS, tinyBot } from './tiny-bot.js';

export const TABLE = {
  caption: 'Pay a year',
  rows: [
    ['', 'India', 'Abroad'],
    ['Fresher', '5 LPA', '$ 85,000'],
  ],
};

const other = (outcome: Outcome, headline: string): Answer => ({
  outcome,
  parts: [part({ topic: '', title: '', headline })],
  suggestions: TOPICS,
  gap: { kind: outcome === 'clarify' ? 'offered' : 'refused', subjects: [] },
});

/** "unsure", "foreign", "table" and "again" in a question choose the outcome; everything else goes to the tiny bot. */
export const variedBot: Bot = {
  ...tinyBot,
  answer: (question) => {
    const { text, topic, full, context } = question;
    if (topic !== undefined && full) return answerOf({ topic, headline: `All on ${topic}.`, full }, TOPICS);
    if (topic !== undefined) return { ...answerOf({ topic, headline: `On ${topic}.` }, TOPICS), context: about(topic) };
    if (text.includes('unsure')) return other('clarify', 'Is it one of these?');
    if (text.includes('foreign')) return other('out-of-scope', 'My documents don’t say.');
    if (text.includes('table')) return answerOf({ headline: 'See the table.', table: TABLE }, TOPICS);
    if (text.includes('again')) return answerOf({ headline: `Again: ${context?.topics.join() ?? 'nothing'}` });
    return { ...tinyBot.answer(question), context: about('salary') };
  },
};

const about = (topic: string) => ({
  topics: [topic],
  offered: [],
  slots: { levels: [], places: [], technologies: [] },
});
