// A process of its own: tries random documents, edits of the data and settings, a round for each seed that it is sent.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { shippedData } from '../../src/config/data-folder.js';
import { ConfigError, readBoth, trimEnvironment } from '../../src/config/environment.js';
import { readConfig } from '../../src/config/slack-config.js';
import { readStoreConfig } from '../../src/config/store-config.js';
import { DataError } from '../../src/knowledge/data-error.js';
import { knowledgeIn, languageIn, loadShippedBot } from '../shared/shipped-bot.js';
import { anyDocument, anyEdit, anyFileName, anySettings, edited, type TextEdit } from './random-data.js';
import { anyText } from './random-payloads.js';
import { unsourcedIn } from './unsourced-answers.js';

/** What a round did, and each fault with what shows it. */
export interface DataRound {
  readonly counts: Readonly<Record<'documents' | 'questions' | 'edits' | 'settings', number>>;
  readonly faults: readonly (readonly [fault: string, shownBy: string])[];
}

const SETTINGS = 100;
const EDITS = 6;
const QUESTIONS = 15;

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const copy = join(folder, 'data');
for (const name of ['documents', 'facts', 'language', 'phrases', 'answers', 'about.yml'])
  cpSync(join(shippedData(), name), join(copy, name), { recursive: true });
const files = readdirSync(copy, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.\w+$/.test(name))
  .sort();

const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1]?.trim()}` : String(error);

/** What is wrong with how work ends, if it neither succeeds nor throws what it may. */
function faultOf(what: string, work: () => unknown, isMeant: (error: unknown) => boolean): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return isMeant(error) ? [] : [`${what}: ${nameOf(error)}`];
  }
}

/** A fault of the data has to say where it is and what to do. */
const isTold = (error: unknown): boolean =>
  error instanceof DataError &&
  error.faults.length > 0 &&
  error.faults.every(({ file, problem, remedy }) => file !== '' && problem !== '' && remedy !== '');

const isToldSetting = (error: unknown): boolean =>
  error instanceof ConfigError && error.problems.length > 0 && error.problems.every((problem) => problem !== '');

function tryEdit(file: string, edit: TextEdit): string[] {
  const path = join(copy, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, edited(before, edit));
  const faults = [knowledgeIn, languageIn].flatMap((load) => faultOf('an edit', () => load(copy), isTold));
  writeFileSync(path, before);
  return faults;
}

/** A bot of this document alone; every answer of it has to have a source. */
async function tryDocument(name: string, text: string, questions: readonly string[]): Promise<string[]> {
  const dir = join(folder, 'document');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'documents'), { recursive: true });
  writeFileSync(join(dir, 'documents', name), text);
  try {
    const bot = await loadShippedBot(dir);
    const { documents } = knowledgeIn(dir);
    const headings = documents.flatMap(({ sections }) => sections.map(({ heading }) => heading)).slice(0, QUESTIONS);
    return [...questions, ...headings].flatMap((question) =>
      unsourcedIn(bot.answer({ text: question }), documents).map(
        (fault) => `${fault}, asked “${question.slice(0, 100)}”`,
      ),
    );
  } catch (error) {
    return isTold(error) ? [] : [`a document: ${nameOf(error)}`];
  }
}

async function work(seed: number): Promise<DataRound> {
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });
  const faults: [string, string][] = [];
  const note = (found: readonly string[], shownBy: unknown): void => {
    for (const fault of found) faults.push([fault, JSON.stringify(shownBy).slice(0, 2_000)]);
  };
  for (const settings of sample(anySettings, SETTINGS)) {
    const env = trimEnvironment(settings);
    const read = () =>
      readBoth(
        () => readConfig(env),
        () => readStoreConfig(env),
      );
    note(faultOf('settings', read, isToldSetting), settings);
  }
  for (const [place, edit] of sample(fc.tuple(fc.nat(), anyEdit), EDITS)) {
    const file = files[place % files.length] ?? '';
    note(tryEdit(file, edit), { file, ...edit });
  }
  const [document] = sample(fc.tuple(anyFileName, anyDocument), 1);
  const questions = sample(anyText, QUESTIONS);
  if (document !== undefined) note(await tryDocument(...document, questions), document);
  return { counts: { documents: 1, questions: QUESTIONS, edits: EDITS, settings: SETTINGS }, faults };
}

process.on('message', async (seed: number) => {
  process.send?.(await work(seed));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');
