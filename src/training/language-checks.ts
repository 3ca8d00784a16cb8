// Lists of data/language in; out, the faults of what they name and code or another list lacks.
import type { Intents } from '../answering/intent.js';
import type { Fault } from '../knowledge/data-error.js';
import type { TextFile } from '../knowledge/files/text-files.js';
import type { GlossaryEntry } from '../knowledge/glossary.js';
import { OTHER_LANGUAGE } from '../understanding/language-detection.js';
import { type ClassesByConcept, CONCEPT_CLASSES, type ConceptClass } from '../understanding/text/synonyms.js';

/** The classes of each concept. Reports a name that no concept has, and a concept that no class names. */
export function classifyConcepts(
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
export const findMissingKinds = (kinds: readonly string[], files: readonly TextFile[]): Fault[] =>
  [...kinds]
    .filter((kind) => kind !== OTHER_LANGUAGE && !files.some(({ name }) => name === kind))
    .map((kind) => ({
      file: `data/out-of-scope/${kind}.txt`,
      problem: 'is missing, but intents/fallback.ts has an answer for it',
      remedy: 'restore it from git, or remove its answer there',
    }));

/** Topics that an entry names but that don't exist. */
export const findUnknownTopics = (
  file: string,
  key: string,
  own: readonly string[],
  topics: readonly string[],
): Fault[] =>
  own
    .filter((id) => !topics.includes(id))
    .map((id) => ({
      file: `data/language/${file}.yml`,
      key,
      problem: `names the topic “${id}”, which doesn’t exist`,
      remedy: `remove the entry, or name one of: ${topics.join(', ')}`,
    }));

/** Words of the glossary that an entry before explains already: only one explanation would ever be shown. */
export function findExplainedTwice(glossary: readonly GlossaryEntry[]): Fault[] {
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
export function findSubtopicFaults(
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
        remedy: `add the line “${name}: [word, …]”, as the project’s data/language/subtopics.yml has it`,
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

/** Sub-topics of help that its list lacks. */
export const findHelpSubtopicFaults = (names: readonly string[], words: ReadonlyMap<string, unknown>): Fault[] =>
  names
    .filter((name) => !words.has(name))
    .map((name) => ({
      file: 'data/english/help-subtopics.txt',
      problem: `is missing “${name}”, by which help tells what is asked`,
      remedy: 'restore it from git',
    }));
