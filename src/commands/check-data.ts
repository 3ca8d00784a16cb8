// A folder of data in; out comes every error in it at once, or what the data would do in use.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { intents } from '../../intents/index.js';
import { createBot } from '../answering/bot.js';
import { findProjectRoot } from '../config/project-root.js';
import { DataError, describeFault } from '../knowledge/data-error.js';
import { hasTopics, type Knowledge, loadKnowledge } from '../knowledge/load-knowledge.js';
import { type Language, listAllPhrases, loadLanguage } from '../training/load-language.js';
import { fingerprintData, modelFile, readModel } from '../training/model-file.js';
import { trainBot } from '../training/train-bot.js';
import { openMatcher } from '../understanding/matcher/matcher.js';
import { describeReach, listUnreached, reachHeadings, reachSentences } from './check-reach.js';
import { type Effect, listAnsweredAlready, listAstray, listChanged, listClaimedTwice } from './check-review.js';
import { acceptSpecification, BASELINE, listAstrayInDialogues, readAccepted } from './check-specification.js';
import { readSpecification, SPECIFICATION } from './specification.js';

/** What checking a folder came to: what is to be read, what is wrong, and the exit status. */
export interface Checked {
  readonly status: 0 | 1;
  readonly told: readonly string[];
  readonly faults: readonly string[];
}

/** So many lines of a list are shown. */
const MOST_LINES = 12;

const listWarnings = ({ warnings }: Knowledge): Effect => ({
  what: 'Documents to look at',
  advice: 'All that could be read is answered from.',
  lines: warnings.map(describeFault),
});

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

function describeData({ documents, facts, answers, signed }: Knowledge): string {
  const counts = [
    count(documents.length, 'document'),
    count(facts.all.length, 'fact'),
    `${count(answers.length, 'answer')} without code`,
    ...(signed.length === 0 ? [] : [`${count(signed.length, 'answer')} by mentors`]),
  ];
  return `${counts.join(', ')}: all good`;
}

function describeLanguage({ concepts, technologies, missing, outOfScope }: Language): string {
  const counts = [
    `${Object.keys(concepts).length} concepts`,
    `${technologies.length} technologies`,
    `${missing.length} subjects the documents may not mention`,
    `${outOfScope.flatMap(({ phrases }) => phrases).length} out-of-scope texts`,
  ];
  return `${counts.join(', ')}: all good`;
}

function describeEffect({ what, advice, lines }: Effect, most = MOST_LINES): string {
  const rest = lines.length - most;
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  return [`${what}: ${lines.length}`, advice, ...shown, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n');
}

function describeEffects(
  dir: string,
  data: Knowledge,
  language: Language,
  accept: boolean,
): Pick<Checked, 'status' | 'told'> {
  const stored = readModel(modelFile());
  const trained =
    stored && stored.data === fingerprintData(dir, intents)
      ? stored.trained
      : trainBot(data, language, intents, stored?.trained);
  const bot = createBot(trained, intents);
  const matcher = openMatcher(trained.matcher);
  const { answers } = data;
  const specification = hasTopics(dir) ? readSpecification() : undefined;
  if (accept && specification) acceptSpecification(specification, bot);
  const headings = reachHeadings(data.documents, bot);
  const sentences = reachSentences(data.documents, bot);
  const effects = [
    listClaimedTwice(listAllPhrases(language, answers), matcher),
    ...(answers.length > 0
      ? [
          listAnsweredAlready(
            answers,
            createBot(trainBot({ ...data, answers: [] }, language, intents, stored?.trained), intents),
          ),
        ]
      : []),
    listAstray(answers, bot),
    ...(specification
      ? [listChanged(readAccepted(specification), bot, BASELINE), listAstrayInDialogues(specification, bot)]
      : []),
    listUnreached('Headings', headings),
    listUnreached('Sentences', sentences),
  ];
  const reach = [describeReach('Headings', headings), describeReach('Sentences', sentences)].join('\n');
  const told = [reach, ...effects.filter(({ lines }) => lines.length > 0).map((effect) => describeEffect(effect))];
  if (specification || !hasTopics(dir)) return { status: 0, told };
  // A checkout without it is broken; an installation for production never has it.
  if (existsSync(join(findProjectRoot(), 'src'))) return { status: 1, told: [...told, MISSING] };
  return { status: 0, told: [...told, NOT_INSTALLED] };
}

const NOT_INSTALLED = `${SPECIFICATION} isn’t installed here, so its questions weren’t checked.`;
const MISSING = `${SPECIFICATION} is missing, so its questions weren’t checked: restore it from git.`;

/** What a reader makes of the folder; its faults are added to the list. */
function read<T>(load: () => T, faults: string[]): T | undefined {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(error.message);
    return undefined;
  }
}

/** A folder without a fault: what it holds, and what is to be read about that. */
interface ReadFolder {
  readonly data: Knowledge;
  readonly language: Language;
  readonly told: readonly string[];
}

/** Reads a folder of data and trains nothing: every error in it, or what it holds. */
export function readFolder(dir: string): ReadFolder | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const data = read(() => loadKnowledge(dir, intents), faults);
  const language = read(() => loadLanguage(dir, intents), faults);
  // With a fault anywhere, nothing is called good.
  if (!data || !language) return { faults };
  const warnings = data.warnings.length > 0 ? [describeEffect(listWarnings(data), data.warnings.length)] : [];
  return { data, language, told: [[describeData(data), describeLanguage(language)].join('\n'), ...warnings] };
}

/** Checks a folder of data; with `accept`, saves what each question of the specification counts as. */
export function checkData(dir: string, accept = false): Checked {
  const folder = readFolder(dir);
  if ('faults' in folder) return { status: 1, told: [], faults: folder.faults };
  const { status, told } = describeEffects(dir, folder.data, folder.language, accept);
  return { status, told: [...folder.told, ...told], faults: [] };
}
