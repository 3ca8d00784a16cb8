// The entrance for terminals: a question, or a conversation; `--explain` for editors, `--json` for scripts.
import { createInterface, type Interface } from 'node:readline';
import type { ExplainingBot } from '../answering/bot.js';
import type { Question } from '../answering/question.js';
import type { Context } from '../conversation/context.js';
import { DataError } from '../knowledge/data-error.js';
import { loadBot } from '../training/load-bot.js';
import { writeExplanation } from './ask-explanation.js';
import { toRecord, writeAnswer } from './ask-output.js';
import { tellUsage } from './command-line.js';

const USAGE = `Usage:
  npm run ask                                             a conversation; Ctrl-D or “bye” ends it
  npm run ask -- "what does a fresher earn in India?"     one question
  npm run ask -- --explain "what does a fresher earn?"    and why it was understood so; also for a conversation
  npm run -s ask -- --json < questions.txt                one question a line in, one JSON object a line out
  npm run -s ask -- --json --dialogue < talk.txt          each line goes on from the one before it,
                                                          an empty line begins a new conversation`;

const FLAGS = ['--json', '--explain', '--dialogue'];
const HINT =
  'Ask about a career as a back-end developer, then go on: “and outside India?”, “why?”, “more”. Ctrl-D ends it.';
const PROMPT = '> ';
const LEAVE = /^\s*(?:exit|quit|bye|goodbye)\s*[.!]*\s*$/i;

const isEmpty = (line: string): boolean => line.trim() === '';

const asQuestion = (text: string, context: Context | undefined): Question => ({ text, ...(context && { context }) });

/** The answer as people read it, and why, where that is wanted. */
function write(
  bot: ExplainingBot,
  question: Question,
  isExplained: boolean,
): [text: string, next: Context | undefined] {
  const answer = bot.answer(question);
  const reasons = isExplained ? `\n\n${writeExplanation(bot.explain(question))}` : '';
  return [`${writeAnswer(answer)}${reasons}`, answer.context];
}

function record(bot: ExplainingBot, question: Question): [line: string, next: Context | undefined] {
  const before = performance.now();
  const answer = bot.answer(question);
  return [JSON.stringify(toRecord(question.text, answer, performance.now() - before)), answer.context];
}

/** Waiting for a slow reader keeps thousands of lines out of memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await new Promise((go) => process.stdout.once('drain', go));
}

function readLines(isTalk: boolean): Interface {
  const lines = { input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY };
  const isTerminal = isTalk && process.stdin.isTTY && process.stdout.isTTY;
  return createInterface(isTerminal ? { ...lines, output: process.stdout, prompt: PROMPT } : lines);
}

/** For scripts. In a dialogue an empty line begins a new one and gets no answer. */
async function answerLines(bot: ExplainingBot, isDialogue: boolean): Promise<void> {
  let context: Context | undefined;
  for await (const text of readLines(false)) {
    if (isDialogue && isEmpty(text)) {
      context = undefined;
      continue;
    }
    const [line, next] = record(bot, asQuestion(text, context));
    if (isDialogue) context = next;
    await print(line);
  }
}

/** For people: a prompt in a terminal; line by line, with no prompt, where the questions come from elsewhere. */
async function talk(bot: ExplainingBot, isExplained: boolean): Promise<void> {
  const lines = readLines(true);
  const invite = () => {
    console.log();
    lines.prompt();
  };
  const isTerminal = lines.terminal;
  if (isTerminal) console.log(HINT);
  if (isTerminal) invite();
  let context: Context | undefined;
  let isFirst = true;
  for await (const text of lines) {
    if (LEAVE.test(text)) break;
    if (!isEmpty(text)) {
      const [answer, next] = write(bot, asQuestion(text, context), isExplained);
      context = next;
      await print(isTerminal || isFirst ? answer : `\n${answer}`);
      isFirst = false;
    }
    if (isTerminal) invite();
  }
  lines.close();
}

async function run(args: readonly string[]): Promise<void> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const words = args.filter((arg) => !arg.startsWith('--'));
  const text = words.join(' ');
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  const [isJson, isExplained, isDialogue] = FLAGS.map((flag) => flags.includes(flag));
  const isOdd = (words.length > 0 && text === '') || (isDialogue && (!isJson || text !== ''));
  const problem = unknown === undefined ? (isOdd ? '' : undefined) : `'${unknown}' is not known here.`;
  if (tellUsage(USAGE, args, problem)) return;
  const bot = await loadBot();
  if (text === '') return isJson ? answerLines(bot, isDialogue === true) : talk(bot, isExplained === true);
  const [answer] = isJson ? record(bot, { text }) : write(bot, { text }, isExplained === true);
  console.log(answer);
  if (isJson && isExplained) console.log(`\n${writeExplanation(bot.explain({ text }))}`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
});
// A reader that has seen enough, like `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
