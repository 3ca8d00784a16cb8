// Reads the specification: questions and dialogues as text, each with how it must be understood.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../config/project-root.js';

/** A question of this career: the topic it's listed under, and the topics of which one must answer first. */
export interface InScope {
  readonly question: string;
  readonly topic: string;
  readonly accepted: readonly string[];
}

/** A text that no topic may answer, and its kind. */
export interface OutOfScope {
  readonly question: string;
  readonly kind: string;
}

/** A line of a dialogue, how it must be understood, and words that the answer must and mustn't have. */
export interface DialogueLine {
  readonly says: string;
  readonly wanted: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** One conversation, and what it shows. */
export interface Dialogue {
  readonly why: string;
  readonly lines: readonly DialogueLine[];
}

/** The whole specification. */
export interface Specification {
  readonly inScope: readonly InScope[];
  readonly outOfScope: readonly OutOfScope[];
  readonly aboutTheBot: readonly string[];
  readonly dialogues: readonly Dialogue[];
}

/** Where the specification is, from the project's folder. */
export const SPECIFICATION = 'test/specification';

const folder = (): string => join(findProjectRoot(), SPECIFICATION);
const ARROW = ' → ';

/** The lines of a file of the specification without comments and empty lines, indented ones as they are. */
export const readSpecificationLines = (name: string): string[] =>
  readFileSync(join(folder(), `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** The lines below each `[heading]` of a file, in its order. */
export function readGroups(name: string): [heading: string, lines: string[]][] {
  const groups: [string, string[]][] = [];
  for (const line of readSpecificationLines(name)) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1];
    if (heading === undefined) groups.at(-1)?.[1].push(line);
    else groups.push([heading, []]);
  }
  return groups;
}

/** A line taken apart at its arrow; the second part is empty where there is none. */
export function splitArrow(line: string): [before: string, after: string] {
  const [before = '', after = ''] = line.split(ARROW);
  return [before, after];
}

function readDialogue([why, texts]: [string, string[]]): Dialogue {
  const lines: { says: string; wanted: string; has: string[]; lacks: string[] }[] = [];
  for (const text of texts) {
    const [, sign, words = ''] = /^ {2}([=+-]) (.*)$/.exec(text) ?? [];
    const line = lines.at(-1);
    if (sign === undefined || line === undefined) lines.push({ says: text, wanted: '', has: [], lacks: [] });
    else if (sign === '=') line.wanted = words;
    else line[sign === '+' ? 'has' : 'lacks'].push(words);
  }
  return { why, lines };
}

/** The specification of this checkout; undefined where it's missing. */
export function readSpecification(): Specification | undefined {
  const names = ['questions', 'out-of-scope', 'about-the-bot', 'dialogues'];
  if (!names.every((name) => existsSync(join(folder(), `${name}.txt`)))) return undefined;
  return {
    inScope: readGroups('questions').flatMap(([topic, lines]) =>
      lines.map((line) => {
        const [question, others] = splitArrow(line);
        return { question, topic, accepted: [topic, ...others.split(', ').filter((other) => other !== '')] };
      }),
    ),
    outOfScope: readGroups('out-of-scope').flatMap(([kind, lines]) => lines.map((question) => ({ question, kind }))),
    aboutTheBot: readSpecificationLines('about-the-bot'),
    dialogues: readGroups('dialogues').map(readDialogue),
  };
}
