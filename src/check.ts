// The entry of `npm run check`: tells an editor who has only changed data whether the program would start with it.
import { join } from 'node:path';
import { intents } from '../intents/index.js';
import { createBot } from './bot.js';
import { type Effect, listAnsweredAlready, listAstray, listClaimedTwice } from './effects.js';
import { DataError } from './errors.js';
import { loadLanguage } from './language.js';
import { loadData } from './load-data.js';
import { openMatcher } from './matcher.js';
import { topicIds, train } from './prepare.js';
import { findProjectRoot } from './project-root.js';
import { listUnreached } from './unreached.js';
import { addWritten } from './written-answer.js';

/** Looks at one part of the data folder: says what it holds, or throws a DataError. */
type Check = (dir: string) => string;

const checkSources: Check = (dir) => {
  const { documents, facts, answers } = loadData(dir);
  return `${documents.length} documents, ${facts.all.length} facts, ${answers.length} answers: all good`;
};

const checkLanguage: Check = (dir) => {
  const { concepts, technologies, missing, outside } = loadLanguage(dir, topicIds);
  const counts = [
    `${Object.keys(concepts).length} concepts`,
    `${technologies.length} technologies`,
    `${missing.length} subjects that may be missing`,
    `${outside.flatMap(({ phrases }) => phrases).length} texts outside`,
  ];
  return `${counts.join(', ')}: all good`;
};

const MOST_LINES = 10;

/** What the data does once it is in use; nothing of it keeps the program from starting. */
function tellEffects(dir: string): string[] {
  const data = loadData(dir);
  const language = loadLanguage(dir, topicIds);
  const prepared = train(data, language);
  const matcher = openMatcher(prepared.matcher);
  const { topics } = addWritten(intents, data.answers);
  const effects = [listClaimedTwice(topics, matcher), listUnreached(data, prepared.passages, matcher)];
  if (data.answers.length > 0) {
    const coded = createBot(train({ ...data, answers: [] }, language), intents);
    effects.push(listAnsweredAlready(data.answers, coded), listAstray(data.answers, createBot(prepared, intents)));
  }
  return effects.filter(({ lines }) => lines.length > 0).flatMap(tell);
}

const tell = ({ about, lines }: Effect): string[] => {
  const more = lines.length - MOST_LINES;
  return [`To look at: ${about}`, ...lines.slice(0, MOST_LINES), ...(more > 0 ? [`and ${more} more`] : [])].map(
    (line, index) => (index === 0 ? line : `  ${line}`),
  );
};

const checks: readonly Check[] = [checkSources, checkLanguage];

const [dir = join(findProjectRoot(), 'data')] = process.argv.slice(2);
const good: string[] = [];
const faults: string[] = [];
for (const check of checks) {
  try {
    good.push(check(dir));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(error.message);
  }
}
// With a fault anywhere, nothing is called good.
if (faults.length > 0) console.error(faults.join('\n'));
else console.log([...good, ...tellEffects(dir)].join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
