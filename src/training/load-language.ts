// A data folder in; how people talk about this career out: its phrases and lists, checked and with patterns expanded.
import { basename } from 'node:path';
import type { Intents } from '../answering/intent.js';
import { shippedData } from '../config/data-folder.js';
import type { FollowUpWords } from '../conversation/phrase-roles.js';
import { DataError, type Fault } from '../knowledge/data-error.js';
import type { WrittenAnswer } from '../knowledge/files/answer-file.js';
import { readTextFiles, type TextFile } from '../knowledge/files/text-files.js';
import type { GlossaryEntry } from '../knowledge/glossary.js';
import { hasTopics } from '../knowledge/load-knowledge.js';
import type { MissingSubject } from '../knowledge/undocumented-subjects.js';
import type { MatcherTopic } from '../understanding/matcher/matcher.js';
import type { NamedPlace } from '../understanding/slots.js';
import type { TechnologyCues } from '../understanding/technology-names.js';
import { findListFaults, pairsOf, phrasesOf } from '../understanding/text/english-lists.js';
import { expandPattern, listPhrases } from '../understanding/text/phrase-patterns.js';
import type { ClassesByConcept } from '../understanding/text/synonyms.js';
import {
  classifyConcepts,
  findExplainedTwice,
  findHelpSubtopicFaults,
  findMissingKinds,
  findSubtopicFaults,
  findUnknownTopics,
} from './language-checks.js';
import { type LanguageFile, readLanguageFile, readLanguageFiles } from './language-files.js';

/** How people talk about this career, patterns expanded. */
export interface Language {
  /** Words that mean the same in this career, by concept. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** The classes of each concept. */
  readonly classes: ClassesByConcept;
  /** Phrases by level (`fresher`, `experienced`) and by place (`india`, `outside-india`). */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly places: readonly NamedPlace[];
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
const helpSubtopics = pairsOf('help-subtopics');

const expandAll = (lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.flatMap(expandPattern)]));

/** A subject whose list “with” has each concept that it names in all its wordings: “pay” is “paycheck”, too. */
const expandConcepts = (
  subject: MissingSubject,
  concepts: Readonly<Record<string, readonly string[]>>,
): MissingSubject =>
  subject.with === undefined
    ? subject
    : { ...subject, with: subject.with.flatMap((word) => [word, ...(concepts[word] ?? [])]) };

const splitLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A fault of a language file, with the name of the folder it's in. */
const nameFolder = (dir: string, fault: Fault): Fault => ({
  ...fault,
  file: fault.file.replace(/^data(?=\/language\/)/, basename(dir)),
});

/** Every list by its own name, so that each word is looked up once; if two lists have a phrase, the first one wins. */
function expandFollowUps(read: LanguageFile<'follow-ups'> | undefined): FollowUpWords {
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

const capitalise = (name: string): string => name.replace(/\b\w/g, (letter) => letter.toUpperCase());

/** Every place and every part of one by its names. A name in `written` that no part has is a fault. */
function readPlaces(files: readonly TextFile[], faults: Fault[]): NamedPlace[] {
  const read = readLanguageFile('places', files, faults);
  if (read === undefined) return [];
  const { written, ...areas } = read;
  const spelled = Object.entries(expandAll(written));
  const places = (['india', 'outside-india'] as const).flatMap((id) => {
    const names = expandAll(areas[id]);
    const parts = new Map<string, string[]>();
    for (const name of names.parts ?? []) {
      const part = spelled.find(([, list]) => list.includes(name))?.[0] ?? capitalise(name);
      parts.set(part, [...(parts.get(part) ?? []), name]);
    }
    return [{ id, names: names.whole ?? [] }, ...[...parts].map(([part, own]) => ({ id, part, names: own }))];
  });
  const known = new Set(places.filter((place) => 'part' in place).flatMap(({ names }) => names));
  for (const name of spelled.flatMap(([, list]) => list).filter((one) => !known.has(one))) {
    const remedy = 'add it to the parts of a place, or remove it here';
    faults.push({ file: 'data/language/places.yml', problem: `writes “${name}”, which is no part of a place`, remedy });
  }
  return places;
}

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

/** Every topic's phrases, those of written answers and those of help: everything the matcher must tell apart. */
export const listAllPhrases = ({ phrases, help }: Language, answers: readonly WrittenAnswer[]): MatcherTopic[] => [
  ...phrases,
  ...answers.map(({ id, says }) => ({ id, phrases: listPhrases(says) })),
  help,
];

/** Loads the language data of the data folder `dir` for these topics. Throws one DataError that names all faults. */
export function loadLanguage(dir: string, intents: Pick<Intents, 'topics' | 'help' | 'fallback'>): Language {
  const topics = [...intents.topics.map(({ id }) => id), intents.help.id];
  const faults: Fault[] = [];
  const files = readLanguageFiles(dir, faults);
  const { classes: classLists = {}, ...concepts } = readLanguageFile('concepts', files, faults) ?? {};
  const levels = readLanguageFile('levels', files, faults) ?? {};
  const places = readPlaces(files, faults);
  const technologies = readLanguageFile('technologies', files, faults);
  const abbreviations = readLanguageFile('abbreviations', files, faults) ?? {};
  const missing = readLanguageFile('missing', files, faults) ?? [];
  const glossary = readLanguageFile('glossary', files, faults) ?? [];
  const subtopics = readLanguageFile('subtopics', files, faults);
  const followUps = readLanguageFile('follow-ups', files, faults);
  const classes = classifyConcepts(classLists, Object.keys(concepts), faults);
  faults.push(
    ...missing.flatMap(({ name, topics: own = [], aside = [] }) =>
      findUnknownTopics('missing', name, [...own, ...aside], topics),
    ),
    ...glossary.flatMap(({ term, topic }) => findUnknownTopics('glossary', term, [topic], topics)),
    ...findExplainedTwice(glossary),
  );
  if (subtopics !== undefined && hasTopics(dir)) faults.push(...findSubtopicFaults(subtopics, intents.topics));
  const outOfScope = readTextFiles(shippedData(), 'out-of-scope', '.txt', faults);
  faults.push(...findMissingKinds(intents.fallback.outOfScope, outOfScope));
  const phrases = readPhrases(dir, intents, faults);
  const unsound = findListFaults();
  faults.push(...unsound);
  if (unsound.length === 0) faults.push(...findHelpSubtopicFaults(intents.help.subtopics, helpSubtopics()));
  if (faults.length > 0 || technologies === undefined)
    throw new DataError(faults.map((fault) => nameFolder(dir, fault)));
  const spelled = expandAll(concepts);
  return {
    concepts: spelled,
    classes,
    levels: expandAll(levels),
    places,
    technologies: technologies.names,
    everyday: technologies.words.flat(),
    cues: technologies.cues,
    abbreviations,
    missing: missing.map((subject) => expandConcepts(subject, spelled)),
    glossary,
    subtopics: { ...Object.fromEntries(helpSubtopics()), ...subtopics },
    followUps: expandFollowUps(followUps),
    phrases,
    help: { id: intents.help.id, phrases: helpPhrases() },
    outOfScope: outOfScope.map(({ name, text }) => ({ id: name, phrases: splitLines(text) })),
  };
}
