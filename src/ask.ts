// The entrance for terminals: `npm run ask -- "a question"`, `--explain` for editors, `--json` for scripts.
import { createInterface } from 'node:readline';
import type { ExplainingBot } from './bot.js';
import { DataError } from './errors.js';
import { writeExplanation } from './explanation.js';
import { loadBot } from './load-bot.js';
import { toRecord, writeAnswer } from './plain-answer.js';

const USAGE = `Usage:
  npm run ask -- "what does a fresher earn in India?"
  npm run ask -- --explain "what does a fresher earn in India?"
  npm run -s ask -- --json < questions.txt     one question a line in, one JSON object a line out`;

function record(bot: ExplainingBot, text: string): string {
  const before = performance.now();
  const answer = bot.answer({ text });
  return JSON.stringify(toRecord(text, answer, performance.now() - before));
}

async function answerLines(bot: ExplainingBot): Promise<void> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    // Waiting for a slow reader keeps thousands of lines out of memory.
    if (!process.stdout.write(`${record(bot, text)}\n`)) await new Promise((go) => process.stdout.once('drain', go));
  }
}

async function run(args: readonly string[]): Promise<void> {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const text = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--explain');
  if (unknown !== undefined || (text === '' && !flags.includes('--json'))) {
    console.error(unknown === undefined ? USAGE : `'${unknown}' is not known here.\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const bot = await loadBot();
  if (flags.includes('--json') && text === '') return answerLines(bot);
  if (flags.includes('--json')) console.log(record(bot, text));
  else console.log(writeAnswer(bot.answer({ text })));
  if (flags.includes('--explain')) console.log(`\n${writeExplanation(bot.explain({ text }))}`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DataError ? error.message : error);
  process.exitCode = 1;
});
// A reader that has seen enough, like `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
