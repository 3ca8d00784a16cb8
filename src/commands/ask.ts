// Answers one question or holds a conversation in a terminal; --explain says why, --json is for scripts.
import { createInterface, type Interface } from 'node:readline';
import { intents } from '../../intents/index.js';
import type { ExplainingBot } from '../answering/bot.js';
import type { AskedText } from '../answering/question.js';
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import type { Context } from '../conversation/context.js';
import { DataError } from '../knowledge/data-error.js';
import { loadBot } from '../training/load-bot.js';
import { writeExplanation } from './ask-explanation.js';
import { toRecord, writeAnswer } from './ask-output.js';
import { runCommand, UsageError } from './command-line.js';

const USAGE = `Usage:
  npm run ask                                             a conversation; Ctrl-D or “bye” ends it
  npm run ask -- "what does a fresher earn in India?"     one question
  npm run ask -- --explain "what does a fresher earn?"    also explain how it was understood; works in conversations
  npm run -s ask -- --json < questions.txt                one question per line in, one JSON object per line out
  npm run -s ask -- --json --dialogue < talk.txt          each line follows up on the one before;
                                                          an empty line starts a new conversation
  --data FOLDER with any of them, or DATA_DIR in the environment: another folder of data`;

const hint = ({ subject }: ExplainingBot): string =>
  subject === undefined
    ? 'Ask a question that the documents answer. Ctrl-D ends it.'
    : `Ask about ${subject}, then follow up: “and outside India?”, “why?”, “more”. Ctrl-D ends it.`;
const PROMPT = '> ';
const LEAVE = /^\s*(?:exit|quit|bye|goodbye)\s*[.!]*\s*$/i;

const isEmpty = (line: string): boolean => line.trim() === '';

const asQuestion = (text: string, context: Context | undefined): AskedText => ({ text, ...(context && { context }) });

/** The answer as people read it, with the reasons if they're wanted. */
function write(
  bot: ExplainingBot,
  question: AskedText,
  isExplained: boolean,
): [text: string, next: Context | undefined] {
  const answer = bot.answer(question);
  const reasons = isExplained ? `\n\n${writeExplanation(bot.explain(question))}` : '';
  return [`${writeAnswer(answer)}${reasons}`, answer.context];
}

function record(bot: ExplainingBot, question: AskedText): [line: string, next: Context | undefined] {
  const before = performance.now();
  const answer = bot.answer(question);
  return [JSON.stringify(toRecord(question.text, answer, performance.now() - before)), answer.context];
}

/** Waiting for a slow reader keeps thousands of lines out of memory. */
async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await new Promise((go) => process.stdout.once('drain', go));
}

function readLines(isConversation: boolean): Interface {
  const lines = { input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY };
  const isTerminal = isConversation && process.stdin.isTTY && process.stdout.isTTY;
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

/** For people: a prompt in a terminal; line by line and without a prompt if the questions come from elsewhere. */
async function converse(bot: ExplainingBot, isExplained: boolean): Promise<void> {
  const lines = readLines(true);
  const invite = () => {
    console.log();
    lines.prompt();
  };
  const isTerminal = lines.terminal;
  if (isTerminal) console.log(hint(bot));
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

await runCommand({
  usage: USAGE,
  options: {
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    dialogue: { type: 'boolean', default: false },
    ...DATA_OPTION,
  },
  mostWords: Number.POSITIVE_INFINITY,
  expected: [DataError],
  async run({ json, explain, dialogue, data }, words) {
    const text = words.join(' ');
    if (words.length > 0 && text === '') throw new UsageError('The question is empty.');
    if (dialogue && !(json && text === ''))
      throw new UsageError('--dialogue needs --json and questions on standard input.');
    const bot = await loadBot(intents, dataFolder(process.env, data));
    if (text === '') return json ? answerLines(bot, dialogue) : converse(bot, explain);
    const [answer] = json ? record(bot, { text }) : write(bot, { text }, explain);
    console.log(answer);
    if (json && explain) console.log(`\n${writeExplanation(bot.explain({ text }))}`);
  },
});
