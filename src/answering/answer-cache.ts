// Around the core: people ask the same things; what was answered lately need not be worked out again.
import { hash } from 'node:crypto';
import type { Answer } from './answer.js';
import type { Bot } from './bot.js';
import type { Question } from './question.js';

const CAPACITY = 1000;

/** Texts are kept as digests only: nobody's words stay in memory. */
const keyOf = ({ text, topic = '', full, context }: Question): string =>
  hash('sha256', `${topic}\0${full === true}\0${context ? JSON.stringify(context) : ''}\0${text}`, 'base64');

/** The same bot, giving the very same Answer value to a question that is among the last thousand. */
export function rememberAnswers(bot: Bot): Bot {
  const answers = new Map<string, Answer>();
  return {
    topics: bot.topics,
    documents: bot.documents,
    answer(question) {
      const key = keyOf(question);
      const answer = answers.get(key) ?? bot.answer(question);
      // Taken out and put back, it stands last again; the first one is the longest unasked.
      answers.delete(key);
      answers.set(key, answer);
      for (const oldest of answers.size > CAPACITY ? answers.keys() : []) {
        answers.delete(oldest);
        break;
      }
      return answer;
    },
  };
}
