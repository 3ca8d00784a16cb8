// A month of questions to the shipped bot, each recorded by the app itself, for the sample of the report in the docs.
import type { Outcome } from '../../src/answering/answer.js';
import { createLog } from '../../src/operations/log.js';
import { createAnswerQuestion } from '../../src/slack/answer-question.js';
import type { Surface } from '../../src/slack/inbound/slack-question.js';
import { createWorkspaceBots } from '../../src/slack/workspace-bots.js';
import type { Vote } from '../../src/store/store.js';
import { freshFile, freshStore } from './fresh-store.js';
import { loadShippedBot } from './shipped-bot.js';
import { TEAM } from './slack-emulator.js';

const DAY_MS = 24 * 60 * 60_000;
/** The last day of the month. */
export const LAST_DAY = '2026-05-31';

const PERSON = 'U00FAKEUSER1';

/** How many days before the last one, how it was asked, and what. */
const QUESTIONS: readonly (readonly [days: number, surface: Surface, text: string])[] = [
  [29, 'command', 'What does a fresher earn in India?'],
  [28, 'command', 'Do I need to know Python?'],
  [27, 'mention', 'Do I need a degree?'],
  [23, 'command', 'What does a back-end developer earn in Germany?'],
  [22, 'direct message', 'Do I need Docker?'],
  [21, 'command', 'How do I become a back-end developer?'],
  [20, 'mention', 'How many hours do they work?'],
  [16, 'command', 'What do experienced developers earn abroad?'],
  [15, 'direct message', 'How do I prepare for an interview?'],
  [14, 'command', 'Which databases should I know?'],
  [13, 'mention', 'Is docker needed for this job?'],
  [9, 'command', 'What’s the salary in Germany for freshers?'],
  [8, 'command', 'What does a fresher earn in India?'],
  [8, 'direct message', 'Do I need Docker?'],
  [7, 'mention', 'Can I work as a freelancer?'],
  [6, 'command', 'What do they ask in interviews?'],
  [3, 'command', 'Is the moon made of cheese?'],
  [2, 'command', 'Which languages are used?'],
  [1, 'mention', 'What are the pros and cons?'],
];

/** A store in which that month is, and nothing else. */
export async function seedExampleMonth(): Promise<string> {
  const file = freshFile();
  let at = 0;
  const store = await freshStore({ file, now: () => at });
  const log = createLog('error', (line) => {
    throw new Error(line);
  });
  const bots = createWorkspaceBots(await loadShippedBot(), store.mentors([]));
  const answer = createAnswerQuestion({ bots, store, log });
  const dayBefore = (days: number): number => Date.parse(LAST_DAY) + DAY_MS / 2 - days * DAY_MS;
  for (const [days, surface, text] of QUESTIONS) {
    at = dayBefore(days);
    const question = {
      surface,
      workspace: TEAM.id,
      person: PERSON,
      text,
      destination: { kind: 'acknowledgement' },
    } as const;
    await answer(question, async () => undefined);
  }
  const vote = (answered: string, outcome: Outcome, topics: readonly string[], rest: Partial<Vote> = {}) =>
    store.vote({ workspace: TEAM.id, person: PERSON, answer: answered, outcome, topics, isHelpful: true, ...rest });
  await vote('1', 'answer', ['salary']);
  await vote('2', 'answer', ['skills']);
  await vote('3', 'answer', ['salary'], {
    isHelpful: false,
    reason: 'out of date',
    comment: 'Which year are these from?',
  });
  await vote('4', 'not-in-documents', ['skills'], { isHelpful: false, reason: 'missing', comment: 'Docker' });
  await store.once(TEAM.id, undefined, async () => ({
    workspace: TEAM.id,
    person: PERSON,
    surface: 'command',
    outcome: 'out-of-scope',
    topics: [],
    // Asked before a document said so.
    unanswered: { id: 'earlier', text: 'Is version control needed?', kind: 'refused', subjects: [] },
  }));
  await store.close();
  return file;
}
