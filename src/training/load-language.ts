// Reads data/language and data/outside: how people talk about this career, checked like all other data.
import * as v from 'valibot';
import type { Intents } from '../answering/intent.js';
import { COURTESIES, type FollowUpWords, MOVES } from '../conversation/phrase-roles.js';
import { DataError, type Fault, type FaultText } from '../knowledge/data-error.js';
import { readTextFiles, type TextFile } from '../knowledge/files/text-files.js';
import { readYaml } from '../knowledge/files/yaml-file.js';
import type { MissingSubject } from '../knowledge/undocumented-subjects.js';
import type { MatcherTopic } from '../understanding/matcher/matcher.js';
import type { TechnologyCues } from '../understanding/technology-names.js';
import { findListFaults } from '../understanding/text/english-lists.js';
import { expandPattern } from '../understanding/text/phrase-patterns.js';

/** All of `data/language`, patterns expanded. */
export interface Language {
  /** Words that mean the same in this career, by concept. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Phrases by level (`fresher`, `experienced`) and by place (`india`, `outside-india`). */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Technologies, each with its usual spelling first; `everyday` are those that are ordinary words too. */
  readonly technologies: readonly (readonly string[])[];
  readonly everyday: readonly string[];
  readonly cues: TechnologyCues;
  /** What a word in capitals stands for. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly missing: readonly MissingSubject[];
  readonly followUps: FollowUpWords;
  /** Example texts of what is no question about this career, by kind. */
  readonly outside: readonly MatcherTopic[];
}

const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const words = v.array(word);
const patterns = v.record(v.string(), words);
const listsOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v.array(word)] as const));
const schemas = {
  concepts: patterns,
  levels: patterns,
  places: patterns,
  technologies: v.strictObject({
    names: v.array(v.array(word)),
    words: v.array(v.array(word)),
    cues: v.strictObject({
      followers: words,
      links: words,
      'weak-links': words,
      verbs: words,
      'after-verbs': words,
      asked: words,
    }),
  }),
  abbreviations: v.record(v.string(), v.string()),
  missing: v.array(v.strictObject({ name: v.string(), topics: v.array(v.string()), words: v.array(word) })),
  'follow-ups': v.strictObject({
    leads: v.array(word),
    leans: v.array(word),
    frame: v.array(word),
    fillers: v.array(word),
    courtesies: v.strictObject(listsOf(COURTESIES)),
    moves: v.strictObject(listsOf(MOVES)),
    means: patterns,
  }),
};

/** These files are lists of lists, in which the entries beside a faulty one are the best description. */
function describeMisfit({ expected, input }: v.BaseIssue<unknown>, key: string): FaultText {
  if (expected === 'never')
    return { problem: `has the unknown key “${key}”`, remedy: 'spell it as its neighbours do, or remove it' };
  if (input === undefined) return { problem: `lacks “${key}”`, remedy: `add the line “${key}: …”` };
  return {
    problem: `has ${JSON.stringify(input)}, which does not fit`,
    remedy: 'write it as its neighbours are written',
  };
}

function readLanguageFile<S extends keyof typeof schemas>(
  name: S,
  files: readonly TextFile[],
  faults: Fault[],
): v.InferOutput<(typeof schemas)[S]> | undefined {
  const found = files.find((file) => file.name === name);
  if (found === undefined) {
    faults.push({ file: `data/language/${name}.yml`, problem: 'is missing', remedy: 'restore it from git' });
    return undefined;
  }
  const yaml = readYaml(found.text, 1, (fault) => faults.push({ file: found.file, ...fault }));
  if (yaml === undefined) return undefined;
  const parsed = v.safeParse(schemas[name], yaml.value);
  if (parsed.success) return parsed.output as v.InferOutput<(typeof schemas)[S]>;
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((item) => item.key as PropertyKey);
    faults.push({ file: found.file, line: yaml.lineOf(path), ...describeMisfit(issue, String(path.at(-1))) });
  }
  return undefined;
}

const expandAll = (lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.flatMap(expandPattern)]));

const splitLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Every list by its own name, so that a word is looked up once; of two lists with the same phrase the first one wins. */
function expandFollowUps(read: v.InferOutput<(typeof schemas)['follow-ups']> | undefined): FollowUpWords {
  if (read === undefined) return { phrases: {}, means: {} };
  const { leads, leans, frame, fillers, courtesies, moves, means } = read;
  return {
    phrases: expandAll({ lead: leads, ...courtesies, ...moves, lean: leans, frame, filler: fillers }),
    means: expandAll(means),
  };
}

/** Loads the language data below the data folder `dir`, for these topics. Throws one DataError that names all faults. */
export function loadLanguage(dir: string, intents: Pick<Intents, 'topics' | 'help'>): Language {
  const topics = [...intents.topics.map(({ id }) => id), intents.help.id];
  const faults: Fault[] = [];
  const files = readTextFiles(dir, 'language', '.yml', faults);
  const concepts = readLanguageFile('concepts', files, faults) ?? {};
  const levels = readLanguageFile('levels', files, faults) ?? {};
  const places = readLanguageFile('places', files, faults) ?? {};
  const technologies = readLanguageFile('technologies', files, faults);
  const abbreviations = readLanguageFile('abbreviations', files, faults) ?? {};
  const missing = readLanguageFile('missing', files, faults) ?? [];
  const followUps = readLanguageFile('follow-ups', files, faults);
  for (const subject of missing) {
    for (const topic of subject.topics.filter((id) => !topics.includes(id))) {
      const remedy = `name one of: ${topics.join(', ')}`;
      faults.push({
        file: 'data/language/missing.yml',
        key: subject.name,
        problem: `names no topic with '${topic}'`,
        remedy,
      });
    }
  }
  const outside = readTextFiles(dir, 'outside', '.txt', faults);
  faults.push(...findListFaults());
  if (faults.length > 0 || technologies === undefined) throw new DataError(faults);
  return {
    concepts: expandAll(concepts),
    levels: expandAll(levels),
    places: expandAll(places),
    technologies: technologies.names,
    everyday: technologies.words.flat(),
    cues: technologies.cues,
    abbreviations,
    missing,
    followUps: expandFollowUps(followUps),
    outside: outside.map(({ name, text }) => ({ id: name, phrases: splitLines(text) })),
  };
}
