// A step of the build: trains the matcher once, so that no start has to; does nothing when nothing has changed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from './errors.js';
import { loadLanguage } from './language.js';
import { collectLessons, trainingFile } from './load-bot.js';
import { loadData } from './load-data.js';
import { trainMatcher } from './matcher.js';
import { findProjectRoot } from './project-root.js';
import { fingerprint, isCurrent, writeTraining } from './training-store.js';

/** The program's own files: a changed one may train otherwise. */
function readProgram(): string[] {
  const folder = join(findProjectRoot(), 'dist', 'src');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

try {
  const dir = join(findProjectRoot(), 'data');
  const lessons = collectLessons(loadLanguage(dir), loadData(dir).facts);
  const [made, program] = [fingerprint(lessons), fingerprint(readProgram())];
  if (!isCurrent(trainingFile(), made, program))
    writeTraining(trainingFile(), { lessons: made, program, trained: trainMatcher(...lessons) });
} catch (error) {
  // The program itself reports faulty data where an editor will look for it; the build of the code is still good.
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
}
