// Loads the documents, the facts drawn from them and the written answers, and reports every fault at once.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, type Fault } from './data-error.js';
import type { SourceDocument } from './documents.js';
import { createFactSchema } from './fact-schema.js';
import { createFacts, type Fact, type Facts } from './facts.js';
import { readAnswer, type WrittenAnswer } from './files/answer-file.js';
import { readDocument } from './files/document-file.js';
import { readFacts } from './files/fact-file.js';
import { type Purpose, readPurpose } from './files/purpose-file.js';
import { isSigned, readSignedAnswer } from './files/signed-answer-file.js';
import { readDocumentFiles, readOptionalFiles, readTextFiles } from './files/text-files.js';
import type { MentorAnswer } from './mentor-answers.js';
import { PASSAGE } from './passages.js';

/** Everything that answers may be based on. */
export interface Knowledge {
  readonly documents: readonly SourceDocument[];
  readonly facts: Facts;
  readonly answers: readonly WrittenAnswer[];
  /** Those that a mentor signed; they are searched like documents. */
  readonly signed: readonly MentorAnswer[];
  readonly purpose: Purpose;
  /** Warnings that don't stop anything: unreadable documents, odd front matter. */
  readonly warnings: readonly Fault[];
}

/** What a topic in code asks of facts: their kinds, the one it can't do without first, and facts in a role. */
interface CodedTopic {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly string[];
  readonly roles?: readonly string[];
}

/** The topics in code, to find data that clashes with them or leaves them with nothing to say. */
export interface CodedTopics {
  readonly topics: readonly CodedTopic[];
  readonly help: { readonly id: string; readonly kinds: readonly string[] };
  readonly fallback: { readonly id: string };
}

/** Whether a data folder has topics: phrases that ask for them. */
export const hasTopics = (dir: string): boolean => existsSync(join(dir, 'phrases'));

/** A topic without the facts it begins with would have an empty answer. */
function findSilentTopics(facts: readonly Fact[], { topics }: CodedTopics): Fault[] {
  return topics.flatMap(({ title, kinds: [first] }) => {
    if (facts.some(({ kind }) => kind === first)) return [];
    const problem = `has no fact of the kind “${first}”, which the topic “${title}” needs`;
    return [{ file: 'data/facts', problem, remedy: 'add one, or remove the topic from intents/index.ts' }];
  });
}

/** A role that a topic asks for but no fact has, and one that no topic asks for. */
function findRoleFaults(facts: readonly Fact[], { topics }: CodedTopics): Fault[] {
  const asked = topics.flatMap(({ title, roles = [] }) => roles.map((role) => ({ role, title })));
  const missing = asked.filter(({ role }) => !facts.some((fact) => fact.role === role));
  const idle = facts.filter(({ role }) => role !== undefined && !asked.some((one) => one.role === role));
  const names = asked.map(({ role }) => role).join(', ');
  return [
    ...missing.map(({ role, title }) => ({
      file: 'data/facts',
      problem: `has no fact with the role “${role}”, which the topic “${title}” needs`,
      remedy: `add the line “role: ${role}” to the right fact`,
    })),
    ...idle.map(({ id, role }) => ({
      file: 'data/facts',
      key: id,
      problem: `has the role “${role}”, which no topic asks for`,
      remedy: `use one of ${names}, or remove it`,
    })),
  ];
}

const citesDocument = (text: string, name: string): boolean =>
  text.split('\n').some((line) => /^[\s-]*document:\s*(\S.*?)\s*$/.exec(line)?.[1] === name);

/** Loads and checks the data folder `dir`. Throws one DataError that names all faults. */
export function loadKnowledge(dir: string, intents: CodedTopics): Knowledge {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const seen = { ids: new Map<string, () => string>(), roles: new Map<string, () => string>() };
  const { files, unread } = readDocumentFiles(dir, faults, warnings);
  const isTopical = hasTopics(dir);
  const factFiles = (isTopical ? readTextFiles : readOptionalFiles)(dir, 'facts', '.yml', faults);
  const written = readOptionalFiles(dir, 'answers', '.md', faults);
  // All quotes of an unreadable document would be reported as wrong.
  const cites = (name: string) => [...factFiles, ...written].some(({ text }) => citesDocument(text, name));
  if (faults.length > 0 || unread.some(cites)) throw new DataError([...faults, ...warnings]);
  const purpose = readPurpose(dir, faults);
  const documents = files.map((file) => readDocument(file, warnings));
  const schema = createFactSchema([...intents.topics.flatMap(({ kinds }) => kinds), ...intents.help.kinds]);
  const facts = factFiles.flatMap((file) => readFacts(file, { documents, schema }, seen, faults));
  const coded = new Map([
    ...intents.topics.map(({ id, title }) => [id, title] as const),
    ...[intents.help.id, intents.fallback.id, PASSAGE].map((id) => [id, ''] as const),
  ]);
  const unsigned = written.filter((file) => !isSigned(file));
  const topics = [...intents.topics.map(({ id }) => id), ...unsigned.map(({ name }) => name)];
  const answerIds = new Map<string, () => string>();
  const answers = unsigned.flatMap((file) => readAnswer(file, { documents, coded, topics }, answerIds, faults) ?? []);
  const signed = written.filter(isSigned).flatMap((file) => readSignedAnswer(file, documents, answerIds, faults) ?? []);
  // An unreadable document may be why others are wrong about it.
  if (faults.length > 0) faults.push(...warnings);
  // A faulty entry isn't a fact yet.
  if (faults.length === 0 && isTopical)
    faults.push(...findSilentTopics(facts, intents), ...findRoleFaults(facts, intents));
  if (faults.length > 0) throw new DataError(faults);
  return { documents, facts: createFacts(facts), answers, signed, purpose, warnings };
}
