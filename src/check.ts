// The entry of `npm run check`: tells an editor who has only changed data whether the program would start with it.
import { join } from 'node:path';
import { DataError } from './errors.js';
import { loadLanguage } from './language.js';
import { loadData } from './load-data.js';
import { topicIds } from './prepare.js';
import { findProjectRoot } from './project-root.js';

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
else console.log(good.join('\n'));
process.exitCode = faults.length > 0 ? 1 : 0;
