// Reads the product's own lists of English words and phrases from data/english.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../config/project-root.js';
import { patternSource } from './phrase-patterns.js';

/** How a list is written: `words` separated by spaces, one pattern or phrase a line, or one `short: full` pair a line. */
const FORMS = {
  'absolute-words': 'words',
  addressees: 'words',
  'asking-for-best': 'patterns',
  'asking-verbs': 'words',
  'beginning-words': 'words',
  'document-words': 'words',
  'doing-verbs': 'words',
  'doer-words': 'words',
  'doing-without': 'patterns',
  'forget-me': 'patterns',
  'framing-words': 'words',
  greetings: 'patterns',
  help: 'phrases',
  'help-subtopics': 'pairs',
  'irregular-forms': 'words',
  'lately-words': 'words',
  'lead-ins': 'patterns',
  'light-words': 'words',
  'limiting-words': 'patterns',
  'needing-words': 'words',
  'other-languages': 'words',
  'own-company': 'patterns',
  'people-words': 'words',
  'polite-beginnings': 'patterns',
  'polite-endings': 'patterns',
  predicates: 'patterns',
  'proper-names': 'words',
  'question-words': 'words',
  'shared-words': 'words',
  'short-forms': 'pairs',
  'stop-words': 'words',
  synonyms: 'words',
  'technology-kinds': 'words',
  'telling-phrases': 'patterns',
  'time-words': 'words',
} as const;

type Form = (typeof FORMS)[keyof typeof FORMS];
type ListName<F extends Form> = {
  [N in keyof typeof FORMS]: (typeof FORMS)[N] extends F ? N : never;
}[keyof typeof FORMS];

/** What is wrong in a list, and what to do about it; `line` counts from 1. */
export interface ListFault {
  readonly file: string;
  readonly line?: number;
  readonly problem: string;
  readonly remedy: string;
}

const RESTORE = 'restore it from git';
const MISFITS: Readonly<Record<Form, { readonly fits: RegExp; readonly problem: string; readonly remedy: string }>> = {
  words: {
    fits: /^[a-z]+(?: +[a-z]+)*$/,
    problem: 'has something other than words',
    remedy: 'write words in small letters a to z, separated by spaces',
  },
  patterns: {
    fits: /^(?:[a-z' ]|\([a-z' ]+(?:\|[a-z' ]*)+\))+$/,
    problem: 'isn’t a phrase',
    remedy: 'write small letters, with choices as “(a|b)” and no brackets within brackets',
  },
  phrases: { fits: /\p{L}/u, problem: 'has no words', remedy: 'write a question or phrase' },
  pairs: {
    fits: /^\.?[a-z0-9/-]+: [a-z]+(?: [a-z]+)*$/,
    problem: 'isn’t a pair',
    remedy: 'write the short form or name, a colon, a space and its words',
  },
};

const fileOf = (name: string): string => `data/english/${name}.txt`;

function readLines(name: keyof typeof FORMS, folder: string): { lines: string[]; faults: ListFault[] } {
  const file = fileOf(name);
  let text: string;
  try {
    text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  } catch {
    return { lines: [], faults: [{ file, problem: 'can’t be read', remedy: RESTORE }] };
  }
  const { fits, problem, remedy } = MISFITS[FORMS[name]];
  const lines: string[] = [];
  const faults: ListFault[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (fits.test(line)) lines.push(line);
    else faults.push({ file, line: index + 1, problem: `${problem}: “${line}”`, remedy });
  }
  if (lines.length === 0 && faults.length === 0) faults.push({ file, problem: 'is empty', remedy: RESTORE });
  return { lines, faults };
}

const englishFolder = (): string => join(findProjectRoot(), 'data/english');

/** Everything that is wrong with the lists in a folder, by default the product's own. */
export const findListFaults = (folder: string = englishFolder()): ListFault[] =>
  (Object.keys(FORMS) as (keyof typeof FORMS)[]).flatMap((name) => readLines(name, folder).faults);

function readSound(name: keyof typeof FORMS): readonly string[] {
  const { lines, faults } = readLines(name, englishFolder());
  const [fault] = faults;
  if (fault === undefined) return lines;
  const { file, line, problem, remedy } = fault;
  throw new Error(`${file}${line === undefined ? '' : `:${line}`} ${problem}: ${remedy}`);
}

/** Makes a function that computes its value at the first call. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The words of a list, read at the first call. Throws when the list is missing or malformed. */
export const wordsOf = (name: ListName<'words'>): (() => ReadonlySet<string>) =>
  once(() => new Set(readSound(name).flatMap((line) => line.split(/ +/))));

/** The stems of a list's words, made at the first call by `stemOf`. Throws when the list is missing or malformed. */
export const stemsOf = (name: ListName<'words'>, stemOf: (word: string) => string): (() => ReadonlySet<string>) =>
  once(() => new Set(readSound(name).flatMap((line) => line.split(/ +/).map(stemOf))));

/** The phrases of a list in its order, read at the first call. Throws when the list is missing or malformed. */
export const phrasesOf = (name: ListName<'phrases'>): (() => readonly string[]) => once(() => readSound(name));

/** The words of a list, a group for each of its lines, read at the first call. Throws when the list is missing or malformed. */
export const groupsOf = (name: ListName<'words'>): (() => readonly (readonly string[])[]) =>
  once(() => readSound(name).map((line) => line.split(/ +/)));

/** Short forms or names with their words, read at the first call. Throws when the list is missing or malformed. */
export const pairsOf = (name: ListName<'pairs'>): (() => ReadonlyMap<string, readonly string[]>) =>
  once(
    () =>
      new Map(
        readSound(name).map((line) => {
          const [short = '', full = ''] = line.split(': ');
          return [short, full.split(' ')] as const;
        }),
      ),
  );

/** A regular expression made from a list's entries as `a|b|c`, at the first call. Throws when a list is unsound. */
export function regexOf(make: (entriesOf: (name: ListName<'words' | 'patterns'>) => string) => RegExp): () => RegExp {
  const entriesOf = (name: ListName<'words' | 'patterns'>): string =>
    readSound(name)
      .flatMap((line) => (FORMS[name] === 'words' ? line.split(/ +/) : [patternSource(line)]))
      .join('|');
  return once(() => make(entriesOf));
}
