// Prints how fast the bot answers, starts and takes commands, with the target for each figure.

import { type Figure, writeTable } from '../shared/figures.js';
import { startSlack } from '../shared/minimal-slack.js';
import { listQuestions } from '../shared/questions.js';
import { measureAccuracy } from './accuracy.js';
import { measureAnswering } from './answer-time.js';
import { measureCommands } from './command-rate.js';
import { measureLocalStart } from './local-slack-start.js';
import { measureHundredfold, measureManyDocuments } from './more-documents.js';
import { measureGrowth } from './more-phrases.js';
import { measurePassages } from './passage-rates.js';
import { measureReconnect } from './reconnect-gap.js';
import { measureWorstTexts } from './slowest-texts.js';
import { measureStart } from './start-and-memory.js';

/** No part takes as long, even on a busy machine; one that hangs is ended with everything it started. */
const LONGEST_MS = 300_000;

/** Measures one part after the other and prints a table for each. */
export async function measureAnswers(): Promise<void> {
  const limit = setTimeout(() => {
    console.error('A part of the benchmark took too long, so it was ended.');
    process.exit(1);
  }, LONGEST_MS).unref();
  const questions = listQuestions();
  const slack = await startSlack();
  const parts: [name: string, measure: () => Figure[] | Promise<Figure[]>][] = [
    ['The specification', measureAccuracy],
    ['Six documents without topics', measurePassages],
    [`Answering ${questions.length} questions (warmed up, nothing cached)`, () => measureAnswering(questions)],
    ['The slowest of the longest texts', measureWorstTexts],
    ['Ten times the phrases', () => measureGrowth(questions)],
    ['A hundred times the documents', () => measureManyDocuments(questions)],
    ['A hundred times the documents and topics', () => measureHundredfold(questions)],
    ['Start and memory, over HTTP, beside a bare Bolt app', () => measureStart(slack.apiUrl)],
    ['npm start without tokens: the local Slack, beside a bare Bolt app', () => measureLocalStart(slack.apiUrl)],
    ['Signed slash commands over HTTP, beside a bare Bolt app', () => measureCommands(slack.apiUrl, questions)],
    ['Reconnecting in Socket Mode', measureReconnect],
  ];
  for (const [name, measure] of parts) {
    limit.refresh();
    console.log(`${name}\n${writeTable(await measure())}\n`);
  }
  slack.stop();
}
