// Reads data/language and data/out-of-scope: how people talk about this career, checked like all other data.
import { basename } from 'node:path';
import * as v from 'valibot';
import type { Intents } from '../answering/intent.js';
import { shippedData } from '../config/data-folder.js';
import { COURTESIES, type FollowUpWords, MOVES } from '../conversation/phrase-roles.js';
import { DataError, type Fault, type FaultText } from '../knowledge/data-error.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import { readOptionalFiles, readTextFiles, type TextFile } from '../knowledge/files/text-files.js';
import { readYaml } from '../knowledge/files/yaml-file.js';
import type { GlossaryEntry } from '../knowledge/glossary.js';
import { hasTopics } from '../knowledge/load-knowledge.js';
import type { MissingSubject } from '../knowledge/undocumented-subjects.js';
import { OTHER_LANGUAGE } from '../understanding/language-detection.js';
import type { MatcherTopic } from '../understanding/matcher/matcher.js';
import type { TechnologyCues } from '../understanding/technology-names.js';
import { findListFaults, phrasesOf } from '../understanding/text/english-lists.js';
import { expandPattern, listPhrases } from '../understanding/text/phrase-patterns.js';
import { type ClassesByConcept, CONCEPT_CLASSES, type ConceptClass } from '../understanding/text/synonyms.js';

/** How people talk about this career, patterns expanded. */
export interface Language {
  /** Words that mean the same in this career, by concept. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** The classes of each concept. */
  readonly classes: ClassesByConcept;
  /** Phrases by level (`fresher`, `experienced`) and by place (`india`, `outside-india`). */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Technologies, each with its usual spelling first; `everyday` are those that are ordinary words too. */
  readonly technologies: readonly (readonly string[])[];
  readonly everyday: readonly string[];
  readonly cues: TechnologyCues;
  /** What a word in capitals means. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly missing: readonly MissingSubject[];
  /** Words explained by the advisor itself. */
  readonly glossary: readonly GlossaryEntry[];
  /** Words by which a question asks for a part of its topic, by the name that the topic uses. */
  readonly subtopics: Readonly<Record<string, readonly string[]>>;
  readonly followUps: FollowUpWords;
  /** What people say when they mean a topic, in the order it's learnt in; without topics, no entry. */
  readonly phrases: readonly MatcherTopic[];
  /** What people say when they ask about the bot itself. */
  readonly help: MatcherTopic;
  /** Example texts that aren't questions about this career, by kind. */
  readonly outOfScope: readonly MatcherTopic[];
}

const helpPhrases = phrasesOf('help');

const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const words = v.array(word);
const patterns = v.record(v.string(), words);
const listsOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v.array(word)] as const));
const schemas = {
  concepts: v.objectWithRest({ classes: v.strictObject(listsOf(CONCEPT_CLASSES)) }, words),
  levels: v.strictObject({ fresher: words, experienced: words }),
  places: v.strictObject({ india: words, 'outside-india': words }),
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
  glossary: v.array(
    v.strictObject({
      term: word,
      topic: v.string(),
      words: v.array(word),
      says: v.pipe(
        v.string(),
        v.maxLength(160, 'must have 160 characters at most'),
        v.endsWith('.', 'must end with a full stop'),
      ),
    }),
  ),
  subtopics: v.record(v.string(), v.pipe(words, v.nonEmpty('must not be empty'))),
  'follow-ups': v.strictObject({
    leads: v.array(word),
    corrections: v.array(word),
    leans: v.array(word),
    frame: v.array(word),
    fillers: v.array(word),
    courtesies: v.strictObject(listsOf(COURTESIES)),
    moves: v.strictObject(listsOf(MOVES)),
    means: patterns,
  }),
};

/** Files that a folder without topics may leave out, as if they were empty. */
const EMPTY: Readonly<Record<keyof typeof schemas, string>> = {
  concepts: `{ classes: { ${CONCEPT_CLASSES.map((name) => `${name}: []`).join(', ')} } }`,
  levels: '{ fresher: [], experienced: [] }',
  places: '{ india: [], outside-india: [] }',
  technologies:
    '{ names: [], words: [], cues: { followers: [], links: [], weak-links: [], verbs: [], after-verbs: [], asked: [] } }',
  abbreviations: '{}',
  missing: '[]',
  glossary: '[]',
  subtopics: '{}',
  'follow-ups': '',
};

/** These files are lists of lists, so the entries around a malformed one describe it best. */
function describeMisfit({ expected, input }: v.BaseIssue<unknown>, key: string): FaultText {
  if (expected === 'never')
    return { problem: `has the unknown key “${key}”`, remedy: 'spell it like the entries around it, or remove it' };
  if (input === undefined) return { problem: `is missing “${key}”`, remedy: `add the line “${key}: …”` };
  return {
    problem: `has ${JSON.stringify(input)}, which doesn’t fit`,
    remedy: 'write it like the entries around it',
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

/** Every list by its own name, so that each word is looked up once; if two lists have a phrase, the first one wins. */
function expandFollowUps(read: v.InferOutput<(typeof schemas)['follow-ups']> | undefined): FollowUpWords {
  if (read === undefined) return { phrases: {}, means: {} };
  const { leads, corrections, leans, frame, fillers, courtesies, moves, means } = read;
  return {
    phrases: expandAll({
      lead: leads,
      ...courtesies,
      ...moves,
      correction: corrections,
      lean: leans,
      frame,
      filler: fillers,
    }),
    means: expandAll(means),
  };
}

/** The classes of each concept. Reports a name that no concept has, and a concept that no class names. */
function classifyConcepts(
  lists: Readonly<Record<string, readonly string[]>>,
  concepts: readonly string[],
  faults: Fault[],
): ClassesByConcept {
  const file = 'data/language/concepts.yml';
  const classes = new Map<string, ConceptClass[]>(concepts.map((concept) => [concept, []]));
  for (const name of CONCEPT_CLASSES) {
    for (const concept of lists[name] ?? []) {
      const own = classes.get(concept);
      const problem = `lists “${concept}” in the class “${name}”, but there’s no such concept`;
      if (own === undefined)
        faults.push({ file, problem, remedy: 'add the concept, or remove its name from the class' });
      else own.push(name);
    }
  }
  for (const [concept, own] of classes) {
    const problem = `has the concept “${concept}”, which is in no class`;
    if (own.length === 0 && Object.keys(lists).length > 0)
      faults.push({ file, problem, remedy: 'add its name to a class, to “plain” if no other fits' });
  }
  return Object.fromEntries(classes);
}

/** Kinds of out-of-scope texts that the fallback has words for but no file has. */
const findMissingKinds = (kinds: readonly string[], files: readonly TextFile[]): Fault[] =>
  [...kinds]
    .filter((kind) => kind !== OTHER_LANGUAGE && !files.some(({ name }) => name === kind))
    .map((kind) => ({
      file: `data/out-of-scope/${kind}.txt`,
      problem: 'is missing, but intents/fallback.ts has an answer for it',
      remedy: 'restore it from git, or remove its answer there',
    }));

/** The phrases of every topic, in the order of the topics; none if the folder has no phrases at all. */
function readPhrases(dir: string, { topics }: Pick<Intents, 'topics'>, faults: Fault[]): MatcherTopic[] {
  if (!hasTopics(dir)) return [];
  const files = readTextFiles(dir, 'phrases', '.txt', faults);
  const ids = topics.map(({ id }) => id);
  for (const { file } of files.filter((one) => !ids.includes(one.name))) {
    const remedy = `rename it after one of: ${ids.join(', ')}; an answer without code goes into data/answers`;
    faults.push({ file, problem: 'isn’t named after a topic', remedy });
  }
  return ids.flatMap((id) => {
    const found = files.find(({ name }) => name === id);
    const lines = splitLines(found?.text ?? '');
    const file = `${basename(dir)}/phrases/${id}.txt`;
    const remedy = `write what people say when they mean the topic “${id}”, one phrase a line`;
    if (found === undefined) faults.push({ file, problem: 'is missing', remedy });
    else if (lines.length === 0) faults.push({ file, problem: 'holds no phrase', remedy });
    return found ? [{ id, phrases: lines }] : [];
  });
}

/** A folder without topics may leave out language files: follow-ups are then the product's own. */
function readLanguageFiles(dir: string, faults: Fault[]): TextFile[] {
  if (hasTopics(dir)) return readTextFiles(dir, 'language', '.yml', faults);
  const own = readOptionalFiles(dir, 'language', '.yml', faults);
  const shipped = readTextFiles(shippedData(), 'language', '.yml', faults).filter(({ name }) => name === 'follow-ups');
  const missing = (Object.keys(schemas) as (keyof typeof schemas)[])
    .filter((name) => ![...own, ...shipped].some((file) => file.name === name))
    .map((name) => ({ file: `data/language/${name}.yml`, name, text: EMPTY[name] }));
  return [...own, ...shipped.filter(({ name }) => !own.some((file) => file.name === name)), ...missing];
}

/** Every topic's phrases, those of written answers and those of help: everything the matcher must tell apart. */
export const listAllPhrases = ({ phrases, help }: Language, answers: readonly WrittenAnswer[]): MatcherTopic[] => [
  ...phrases,
  ...answers.map(({ id, says }) => ({ id, phrases: listPhrases(says) })),
  help,
];

/** Topics that an entry names but that don't exist. */
const findUnknownTopics = (file: string, key: string, own: readonly string[], topics: readonly string[]): Fault[] =>
  own
    .filter((id) => !topics.includes(id))
    .map((id) => ({
      file: `data/language/${file}.yml`,
      key,
      problem: `names the topic “${id}”, which doesn’t exist`,
      remedy: `name one of: ${topics.join(', ')}`,
    }));

/** Words of the glossary that an entry before explains already: only one explanation would ever be shown. */
function findExplainedTwice(glossary: readonly GlossaryEntry[]): Fault[] {
  const firstOf = (word: string) => glossary.find(({ words }) => words.includes(word));
  return glossary.flatMap((entry) =>
    entry.words.flatMap((word) => {
      const first = firstOf(word);
      if (first === undefined || first === entry) return [];
      const problem = `explains “${word}”, as “${first.term}” does`;
      return [{ file: 'data/language/glossary.yml', key: entry.term, problem, remedy: 'remove it from one of them' }];
    }),
  );
}

/** Sub-topics that a topic asks for and the data lacks, and those that no topic asks for. */
function findSubtopicFaults(
  words: Readonly<Record<string, readonly string[]>>,
  topics: Pick<Intents, 'topics'>['topics'],
): Fault[] {
  const file = 'data/language/subtopics.yml';
  const asked = topics.flatMap(({ title, subtopics = [] }) => subtopics.map((name) => ({ name, title })));
  const names = [...new Set(asked.map(({ name }) => name))];
  return [
    ...asked
      .filter(({ name }) => words[name] === undefined)
      .map(({ name, title }) => ({
        file,
        problem: `is missing “${name}”, by which the topic “${title}” tells what is asked`,
        remedy: `add the line “${name}: [word, …]”, or restore it from git`,
      })),
    ...Object.keys(words)
      .filter((name) => !names.includes(name))
      .map((name) => ({
        file,
        problem: `has “${name}”, which no topic asks for`,
        remedy: `remove it, or use one of: ${names.join(', ')}`,
      })),
  ];
}

/** Loads the language data of the data folder `dir` for these topics. Throws one DataError that names all faults. */
export function loadLanguage(dir: string, intents: Pick<Intents, 'topics' | 'help' | 'fallback'>): Language {
  const topics = [...intents.topics.map(({ id }) => id), intents.help.id];
  const faults: Fault[] = [];
  const files = readLanguageFiles(dir, faults);
  const { classes: classLists = {}, ...concepts } = readLanguageFile('concepts', files, faults) ?? {};
  const levels = readLanguageFile('levels', files, faults) ?? {};
  const places = readLanguageFile('places', files, faults) ?? {};
  const technologies = readLanguageFile('technologies', files, faults);
  const abbreviations = readLanguageFile('abbreviations', files, faults) ?? {};
  const missing = readLanguageFile('missing', files, faults) ?? [];
  const glossary = readLanguageFile('glossary', files, faults) ?? [];
  const subtopics = readLanguageFile('subtopics', files, faults);
  const followUps = readLanguageFile('follow-ups', files, faults);
  const classes = classifyConcepts(classLists, Object.keys(concepts), faults);
  faults.push(
    ...missing.flatMap(({ name, topics: own }) => findUnknownTopics('missing', name, own, topics)),
    ...glossary.flatMap(({ term, topic }) => findUnknownTopics('glossary', term, [topic], topics)),
    ...findExplainedTwice(glossary),
  );
  if (subtopics !== undefined && hasTopics(dir)) faults.push(...findSubtopicFaults(subtopics, intents.topics));
  const outOfScope = readTextFiles(shippedData(), 'out-of-scope', '.txt', faults);
  faults.push(...findMissingKinds(intents.fallback.outOfScope, outOfScope));
  const phrases = readPhrases(dir, intents, faults);
  faults.push(...findListFaults());
  if (faults.length > 0 || technologies === undefined) throw new DataError(faults);
  return {
    concepts: expandAll(concepts),
    classes,
    levels: expandAll(levels),
    places: expandAll(places),
    technologies: technologies.names,
    everyday: technologies.words.flat(),
    cues: technologies.cues,
    abbreviations,
    missing,
    glossary,
    subtopics: subtopics ?? {},
    followUps: expandFollowUps(followUps),
    phrases,
    help: { id: intents.help.id, phrases: helpPhrases() },
    outOfScope: outOfScope.map(({ name, text }) => ({ id: name, phrases: splitLines(text) })),
  };
}
