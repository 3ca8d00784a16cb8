// Asks the bot the specification's questions and dialogues, and counts what comes of them.

import type { Answer } from '../../src/answering/answer.js';
import type { ExplainingBot } from '../../src/answering/bot.js';
import type { Figure } from '../shared/figures.js';
import { specification } from '../shared/questions.js';
import { loadShippedBot } from '../shared/shipped-bot.js';

const ANSWERED = ['answer', 'passage', 'not-in-documents'];

const isAnswered = ({ outcome }: Answer): boolean => ANSWERED.includes(outcome);
const topicOf = ({ parts }: Answer): string => parts[0]?.topic ?? '';

/** The share of a whole that holds, in percent. */
function percent<T>(name: string, all: readonly T[], holds: (one: T) => boolean): Figure {
  return { name, value: (100 * all.filter(holds).length) / all.length, unit: '%' };
}

/** Two letters of the longest word of five letters or more swapped: the slip that thumbs make most. */
export function slip(question: string): string {
  const words = question.split(' ');
  const [longest = ''] = words.filter((word) => /^[a-z]{5,}$/i.test(word)).sort((a, b) => b.length - a.length);
  const at = Math.floor(longest.length / 2) - 1;
  const swapped =
    longest.slice(0, at) + longest.slice(at + 1, at + 2) + longest.slice(at, at + 1) + longest.slice(at + 2);
  return words.map((word) => (word === longest && longest !== '' ? swapped : word)).join(' ');
}

/** The turns of the dialogues that are taken for what the specification wants. */
function rateDialogues(bot: ExplainingBot): Figure {
  const turns = specification().dialogues.flatMap(({ lines }) => {
    let context: Answer['context'];
    return lines.map(({ says, wanted }) => {
      const answer = bot.answer({ text: says, ...(context && { context }) });
      context = answer.context;
      return isAnswered(answer) ? topicOf(answer) === wanted : !bot.topics.some(({ topic }) => topic === wanted);
    });
  });
  return percent('turns of dialogues taken for the topic wanted, or for none', turns, (isRight) => isRight);
}

/** How many questions of the specification get the right topic, and how many of the others none. */
export async function measureAccuracy(): Promise<Figure[]> {
  const bot = await loadShippedBot();
  const { inScope, outOfScope, aboutTheBot } = specification();
  const asked = inScope.map(({ question, accepted }) => ({ accepted, answer: bot.answer({ text: question }) }));
  const slipped = inScope.map(({ question, accepted }) => ({ accepted, answer: bot.answer({ text: slip(question) }) }));
  const isRight = ({ accepted, answer }: (typeof asked)[number]) =>
    isAnswered(answer) && accepted.includes(topicOf(answer));
  const others = outOfScope.map(({ question }) => bot.answer({ text: question }));
  return [
    percent('questions about this career: the right topic', asked, isRight),
    percent('the same with a slip in the longest word', slipped, isRight),
    percent('a wrong topic', asked, (one) => isAnswered(one.answer) && !isRight(one)),
    percent('asked back', asked, ({ answer }) => answer.outcome === 'clarify'),
    percent('out of scope: not answered', others, (answer) => !isAnswered(answer)),
    percent('about the bot: taken for that', aboutTheBot, (text) => bot.answer({ text }).outcome === 'about-bot'),
    rateDialogues(bot),
  ];
}
