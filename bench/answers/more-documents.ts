// Measures what a hundred times the documents cost: an answer, the index and memory; and what as many topics cost besides.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { intents } from '../../intents/index.js';
import { type Bot, createBot } from '../../src/answering/bot.js';
import type { TrainedBot } from '../../src/answering/trained-bot.js';
import { listSearched } from '../../src/answering/written-answers.js';
import type { SourceDocument } from '../../src/knowledge/documents.js';
import type { WrittenAnswer } from '../../src/knowledge/files/answer-file.js';
import { indexSections } from '../../src/knowledge/section-index.js';
import { type Figure, median } from '../shared/figures.js';
import { shippedTraining } from '../shared/shipped-bot.js';

const TIMES = 100;
const times = Array.from({ length: TIMES - 1 }, (_, index) => index + 2);
const ROUNDS = 7;
const QUESTIONS = 200;

/** What a hundred times the documents cost: the time of an answer and of the index, and the memory of a bot that has answered. */
export function measureManyDocuments(questions: readonly string[]): Figure[] {
  const data = shippedTraining();
  const small = createBot(data, intents);
  for (const text of questions) small.answer({ text });
  const least = measureMemory();
  const documents = [...data.documents, ...listCopies(data.documents)];
  const before = process.cpuUsage();
  const sections = indexSections(listSearched(data.answers, documents));
  const { user, system } = process.cpuUsage(before);
  const large = createBot({ ...data, documents, sections }, intents);
  for (const text of questions) large.answer({ text });
  const most = measureMemory();
  return [
    ...compare(small, large, questions, `${TIMES} times the documents`, 2),
    { name: 'the index of all of them', value: (user + system) / 1000, unit: 'ms', wanted: { most: 2000 } },
    { name: 'memory for all that, questions asked', value: (most - least) / 1e6, unit: 'MB', wanted: { most: 60 } },
  ];
}

/** The bytes in use once nothing is left to collect. */
function measureMemory(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Answers the same questions with the data as it is and with a hundred times as much. */
export function measureHundredfold(questions: readonly string[]): Figure[] {
  const data = shippedTraining();
  const [small, large] = [createBot(data, intents), createBot(multiply(data), intents)];
  return compare(small, large, questions, `${TIMES} times the documents and topics`, 3);
}

/** The time of an answer of both bots, asked in turn; by processor time. */
function compare(small: Bot, large: Bot, questions: readonly string[], what: string, most: number): Figure[] {
  const step = Math.max(1, Math.floor(questions.length / QUESTIONS));
  const asked = questions.filter((_, index) => index % step === 0);
  const run = (bot: Bot): number => {
    const before = process.cpuUsage();
    for (const text of asked) bot.answer({ text });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / asked.length;
  };
  for (const bot of [small, large, small, large]) run(bot);
  const rounds = Array.from({ length: ROUNDS }, () => ({ small: run(small), large: run(large) }));
  return [
    { name: 'an answer, the data as it is', value: median(rounds.map((round) => round.small)), unit: 'ms' },
    { name: `an answer, ${what}`, value: median(rounds.map((round) => round.large)), unit: 'ms' },
    {
      name: `${what} cost`,
      value: median(rounds.map((round) => round.large / round.small)),
      unit: 'x',
      wanted: { most },
    },
  ];
}

/** Training this would take an hour: each further topic takes over the weights of one, but for other features. */
function multiply(data: TrainedBot): TrainedBot {
  const { matcher } = data;
  const own = matcher.ids.length;
  const { classes, weights, rows } = matcher.model;
  const others = classes - own;
  const wide = own * TIMES + others;
  const count = weights.length / classes;
  const learnt = rows.size;
  const more = new Int16Array(count * wide);
  for (let row = 0; row < count; row += 1) {
    more.set(weights.subarray(row * classes, row * classes + own), row * wide);
    for (let time = 1; time < TIMES; time += 1) {
      const from = row < learnt ? (row + time * 31) % learnt : learnt + ((row + time) % (count - learnt));
      more.set(weights.subarray(from * classes, from * classes + own), row * wide + time * own);
    }
    more.set(weights.subarray(row * classes + own, (row + 1) * classes), row * wide + own * TIMES);
  }
  const copies = times.flatMap((time) => matcher.ids.map((id) => `${id}-${time}`));
  const documents = [...data.documents, ...listCopies(data.documents)];
  const answers = [...data.answers, ...copies.map(writeAnswer)];
  return {
    ...data,
    documents,
    answers,
    sections: indexSections(listSearched(answers, documents)),
    matcher: {
      ...matcher,
      ids: [...matcher.ids, ...copies],
      vocabulary: [
        ...matcher.vocabulary,
        ...times.flatMap((time) => matcher.vocabulary.filter(isLong).map(turn(time))),
      ],
      model: { ...matcher.model, classes: wide, weights: more },
    },
  };
}

const listCopies = (documents: readonly SourceDocument[]): SourceDocument[] =>
  times.flatMap((time) => documents.map((one) => vary(one, time)));

const writeAnswer = (id: string): WrittenAnswer => ({
  id,
  title: id,
  example: `tell me about ${id}`,
  says: [],
  related: [],
  headline: id,
  details: [],
  quotes: [],
});

const isLong = (word: string, index: number): boolean => word.length > 4 && index % 10 === 0;

/** Another word of the same letters. */
const turn =
  (time: number) =>
  (word: string): string => {
    const at = 1 + (time % (word.length - 1));
    return word.slice(0, 1) + word.slice(at) + word.slice(1, at);
  };

/** Another document: every third long word is another one. */
function vary({ id, title, sections }: SourceDocument, time: number): SourceDocument {
  const other = turn(time);
  const text = (words: string): string =>
    words.replaceAll(/[a-z]{5,}/g, (word, at: number) => ((at + time) % 3 === 0 ? other(word) : word));
  return {
    id: `${id}-${time}`,
    title: `${title} ${time}`,
    sections: sections.map((section) => ({
      ...section,
      text: text(section.text),
      blocks: section.blocks.map((block) => ({ ...block, units: block.units.map(text) })),
    })),
  };
}
