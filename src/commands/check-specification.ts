// Compares how questions and dialogues are understood with the specification and with what was last accepted.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, answeredTopics, listPoints } from '../answering/answer.js';
import type { Bot } from '../answering/bot.js';
import { findProjectRoot } from '../config/project-root.js';
import type { Context } from '../conversation/context.js';
import { type Effect, type Expected, takeFor, UNANSWERED } from './check-review.js';
import { type DialogueLine, SPECIFICATION, type Specification } from './specification.js';

/** The file of accepted results; a question that isn't in it must be understood as the specification says. */
export const BASELINE = `${SPECIFICATION}/understood.txt`;

const HEADER = `# Questions of the specification that are taken for something else than the topic they're listed under.
# \`npm run check\` compares with it, \`npm run check -- --accept\` updates it: read the difference before you commit it.
`;
const ARROW = ' ⇒ ';

const baselineFile = (): string => join(findProjectRoot(), BASELINE);

/** All questions with their last accepted results. */
export function readAccepted(specification: Specification): Expected[] {
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
  return listQuestions(specification).map(({ question, expected }) => ({
    question,
    expected: accepted.get(question) ?? expected,
  }));
}

/** Saves how the bot understands each question. */
export function acceptSpecification(specification: Specification, bot: Bot): void {
  const lines = listQuestions(specification).flatMap(({ question, expected }) => {
    const taken = takeFor(bot, question);
    return taken === expected ? [] : [`${question}${ARROW}${taken}\n`];
  });
  writeFileSync(baselineFile(), HEADER + lines.join(''));
}

function listQuestions({ inScope, outOfScope, aboutTheBot }: Specification): Expected[] {
  return [
    ...inScope.map(({ question, topic }) => ({ question, expected: topic })),
    ...outOfScope.map(({ question }) => ({ question, expected: UNANSWERED })),
    ...aboutTheBot.map((question) => ({ question, expected: 'about-bot' })),
  ];
}

/** What an answer in a dialogue is, in the words of the specification. */
export function nameAnswer(answer: Answer): string {
  return answer.outcome === 'small-talk' ? 'courtesy' : (answeredTopics(answer)[0] ?? answer.outcome);
}

/** The words of the specification that an answer lacks, or has but must not. */
function findWrongWords({ parts }: Answer, { has, lacks }: DialogueLine): string[] {
  const said = parts.flatMap((part) => [part.headline, ...listPoints(part), ...part.formulas]).join('\n');
  const quoted = parts.flatMap(({ quotes }) => quotes.map(({ text }) => text)).join('\n');
  return [
    ...has.filter((words) => !`${said}\n${quoted}`.includes(words)).map((words) => `lacks “${words}”`),
    ...lacks.filter((words) => said.includes(words)).map((words) => `has “${words}”`),
  ];
}

/** Lines of dialogues that aren't answered as the specification says. */
export function listAstrayInDialogues({ dialogues }: Specification, bot: Bot): Effect {
  const lines = dialogues.flatMap((dialogue) => {
    let context: Context | undefined;
    return dialogue.lines.flatMap((line) => {
      const answer = bot.answer({ text: line.says, ...(context && { context }) });
      context = answer.context;
      const taken = nameAnswer(answer);
      const wrong = taken === line.wanted ? findWrongWords(answer, line) : [`${line.wanted} → ${taken}`];
      return wrong.map((what) => `“${line.says}”: ${what}`);
    });
  });
  return {
    what: 'Lines of dialogues that aren’t answered as specified',
    advice: `If the new answers are right, change ${SPECIFICATION}/dialogues.txt.`,
    lines,
  };
}
