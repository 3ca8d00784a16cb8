// Answers one question or holds a conversation in a terminal; --explain says why, --json is for scripts.
import { createInterface, type Interface } from 'node:readline';
import { intents } from '../../intents/index.js';
import type { ExplainingBot } from '../answering/bot.js';
import type { AskedText } from '../answering/question.js';
import { DATA_OPTION, dataFolder } from '../config/data-folder.js';
import { trimEnvironment } from '../config/environment.js';
import type { Context } from '../conversation/context.js';
import { DataError } from '../knowledge/data-error.js';
import { loadBot } from '../training/load-bot.js';
import { writeExplanation } from './ask-explanation.js';
import { toRecord, writeAnswer } from './ask-output.js';
import { defineCommand, type Terminal, UsageError } from './command-line.js';

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
async function print(stdout: Terminal['stdout'], text: string): Promise<void> {
  if (!stdout.write(`${text}\n`)) await new Promise((go) => stdout.once('drain', go));
}

function readLines({ stdin, stdout }: Terminal, isConversation: boolean): Interface {
  const lines = { input: stdin, crlfDelay: Number.POSITIVE_INFINITY };
  const isTerminal = isConversation && stdin.isTTY === true && stdout.isTTY === true;
  return createInterface(isTerminal ? { ...lines, output: stdout, prompt: PROMPT } : lines);
}

/** For scripts. In a dialogue an empty line begins a new one and gets no answer. */
async function answerLines(terminal: Terminal, bot: ExplainingBot, isDialogue: boolean): Promise<void> {
  let context: Context | undefined;
  for await (const text of readLines(terminal, false)) {
    if (isDialogue && isEmpty(text)) {
      context = undefined;
      continue;
    }
    const [line, next] = record(bot, asQuestion(text, context));
    if (isDialogue) context = next;
    await print(terminal.stdout, line);
  }
}

/** For people: a prompt in a terminal; line by line and without a prompt if the questions come from elsewhere. */
async function converse(terminal: Terminal, bot: ExplainingBot, isExplained: boolean): Promise<void> {
  const { stdout } = terminal;
  const lines = readLines(terminal, true);
  const invite = () => {
    stdout.write('\n');
    lines.prompt();
  };
  const isTerminal = lines.terminal;
  if (isTerminal) stdout.write(`${hint(bot)}\n`);
  if (isTerminal) invite();
  let context: Context | undefined;
  let isFirst = true;
  for await (const text of lines) {
    if (LEAVE.test(text)) break;
    if (!isEmpty(text)) {
      const [answer, next] = write(bot, asQuestion(text, context), isExplained);
      context = next;
      await print(stdout, isTerminal || isFirst ? answer : `\n${answer}`);
      isFirst = false;
    }
    if (isTerminal) invite();
  }
  lines.close();
}

export const askCommand = defineCommand({
  usage: USAGE,
  options: {
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    dialogue: { type: 'boolean', default: false },
    ...DATA_OPTION,
  },
  mostWords: Number.POSITIVE_INFINITY,
  expected: [DataError],
  async run({ json, explain, dialogue, data }, words, terminal) {
    const text = words.join(' ');
    if (words.length > 0 && text === '') throw new UsageError('The question is empty.');
    if (dialogue && !(json && text === ''))
      throw new UsageError('--dialogue needs --json and questions on standard input.');
    const bot = await loadBot(intents, dataFolder(trimEnvironment(terminal.env), data));
    if (text === '') {
      await (json ? answerLines(terminal, bot, dialogue) : converse(terminal, bot, explain));
      return 0;
    }
    const [answer] = json ? record(bot, { text }) : write(bot, { text }, explain);
    terminal.stdout.write(`${answer}\n`);
    if (json && explain) terminal.stdout.write(`\n${writeExplanation(bot.explain({ text }))}\n`);
    return 0;
  },
});
