// Reads the questions of the specification with what each was last accepted as, and saves what they count as now.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bot } from '../answering/bot.js';
import { findProjectRoot } from '../config/project-root.js';
import { type Expected, takeFor, UNANSWERED } from './check-review.js';

/** What the built specification exports. */
interface Questions {
  readonly IN_SCOPE: readonly { readonly question: string; readonly topic: string }[];
  readonly OUTSIDE: readonly { readonly question: string }[];
  readonly ABOUT_THE_BOT: readonly string[];
}

/** The file of what was accepted; a question that it doesn't list is taken for what the specification says. */
export const BASELINE = 'test/specification/understood.txt';

const HEADER = `# Questions of test/specification/questions.ts that are taken for something else than the topic they stand under there.
# \`npm run check\` compares with it, \`npm run check -- --accept\` writes it anew: read the difference before you commit it.
`;
const ARROW = ' ⇒ ';

const builtFile = (): string => join(findProjectRoot(), 'dist', 'test', 'specification', 'questions.js');
const baselineFile = (): string => join(findProjectRoot(), BASELINE);

/** All questions with what they were last taken for; undefined where the tests are not installed. */
export async function readSpecification(): Promise<Expected[] | undefined> {
  if (!existsSync(builtFile())) return undefined;
  const baseline = existsSync(baselineFile()) ? readFileSync(baselineFile(), 'utf8') : '';
  const accepted = new Map(
    baseline
      .split('\n')
      .filter((line) => line.includes(ARROW) && !line.startsWith('#'))
      .map((line) => {
        const [question = '', taken = ''] = line.split(ARROW);
        return [question, taken];
      }),
  );
  return (await listQuestions()).map(({ question, expected }) => ({
    question,
    expected: accepted.get(question) ?? expected,
  }));
}

/** Writes down what the bot takes each question for; does nothing where the tests are not installed. */
export async function acceptSpecification(bot: Bot): Promise<void> {
  if (!existsSync(builtFile())) return;
  const questions = await listQuestions();
  const lines = questions.flatMap(({ question, expected }) => {
    const taken = takeFor(bot, question);
    return taken === expected ? [] : [`${question}${ARROW}${taken}\n`];
  });
  writeFileSync(baselineFile(), HEADER + lines.join(''));
}

async function listQuestions(): Promise<Expected[]> {
  const { IN_SCOPE, OUTSIDE, ABOUT_THE_BOT }: Questions = await import(pathToFileURL(builtFile()).href);
  return [
    ...IN_SCOPE.map(({ question, topic }) => ({ question, expected: topic })),
    ...OUTSIDE.map(({ question }) => ({ question, expected: UNANSWERED })),
    ...ABOUT_THE_BOT.map((question) => ({ question, expected: 'help' })),
  ];
}
