// The benchmark: prints what the project promises of its speed, what was measured, and whether the promise holds.
import { measureAnswering } from './answering.js';
import { measureCommands } from './commanding.js';
import { measureGrowth } from './growing.js';
import { measureHundredfold } from './hundredfold.js';
import { measureLocalStart } from './local-starting.js';
import { type Figure, writeTable } from './measuring.js';
import { listQuestions } from './questions.js';
import { startSlack } from './slack-stand-in.js';
import { measureStart } from './starting.js';
import { measureWorstTexts } from './worst-texts.js';

/** Nothing here takes a minute; whatever hangs is ended, and all that was started with it. */
const LONGEST_MS = 300_000;
setTimeout(() => {
  console.error('The benchmark took too long and was ended.');
  process.exit(1);
}, LONGEST_MS).unref();

const questions = listQuestions();
const slack = await startSlack();
const parts: [name: string, measure: () => Figure[] | Promise<Figure[]>][] = [
  [
    `Answering ${questions.length} questions (a warm bot that keeps nothing of its answers)`,
    () => measureAnswering(questions),
  ],
  ['The longest texts that are slowest, of those made to be', measureWorstTexts],
  ['Ten times the phrases', () => measureGrowth(questions)],
  ['A hundred times the documents and topics', () => measureHundredfold(questions)],
  ['Start and memory, over HTTP, beside a bare Bolt app', () => measureStart(slack.apiUrl)],
  ['npm start without tokens: the local workspace, beside a bare Bolt app', () => measureLocalStart(slack.apiUrl)],
  ['Signed slash commands over HTTP, beside a bare Bolt app', () => measureCommands(slack.apiUrl, questions)],
];
for (const [name, measure] of parts) console.log(`${name}\n${writeTable(await measure())}\n`);
slack.stop();
