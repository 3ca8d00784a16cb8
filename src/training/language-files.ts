// The files of data/language in, checked against their schemas; their lists, as mentors wrote them, out.
import * as v from 'valibot';
import { shippedData } from '../config/data-folder.js';
import { COURTESIES, MOVES } from '../conversation/phrase-roles.js';
import type { Fault, FaultText } from '../knowledge/data-error.js';
import { readOptionalFiles, readTextFiles, type TextFile } from '../knowledge/files/text-files.js';
import { readYaml } from '../knowledge/files/yaml-file.js';
import { hasTopics } from '../knowledge/load-knowledge.js';
import { CONCEPT_CLASSES } from '../understanding/text/synonyms.js';

const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const words = v.array(word);
const patterns = v.record(v.string(), words);
const area = v.strictObject({ whole: words, parts: words });
const listsOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v.array(word)] as const));
const schemas = {
  concepts: v.objectWithRest({ classes: v.strictObject(listsOf(CONCEPT_CLASSES)) }, words),
  levels: v.strictObject({ fresher: words, experienced: words }),
  places: v.strictObject({ india: area, 'outside-india': area, written: patterns }),
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
  missing: v.array(
    v.strictObject({
      name: v.string(),
      topics: v.exactOptional(v.array(v.string())),
      aside: v.exactOptional(v.array(v.string())),
      words: v.array(word),
      with: v.exactOptional(v.pipe(v.array(word), v.nonEmpty('must not be empty'))),
    }),
  ),
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
  places: '{ india: { whole: [], parts: [] }, outside-india: { whole: [], parts: [] }, written: {} }',
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

/** The lists of one of the files; undefined, with faults, if it is missing or malformed. */
export function readLanguageFile<S extends keyof typeof schemas>(
  name: S,
  files: readonly TextFile[],
  faults: Fault[],
): v.InferOutput<(typeof schemas)[S]> | undefined {
  const found = files.find((file) => file.name === name);
  if (found === undefined) {
    const remedy = 'copy it from the project’s data/language, or restore it from git';
    faults.push({ file: `data/language/${name}.yml`, problem: 'is missing', remedy });
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

/** A folder without topics may leave out language files: follow-ups are then the product's own. */
export function readLanguageFiles(dir: string, faults: Fault[]): TextFile[] {
  if (hasTopics(dir)) return readTextFiles(dir, 'language', '.yml', faults);
  const own = readOptionalFiles(dir, 'language', '.yml', faults);
  const shipped = readTextFiles(shippedData(), 'language', '.yml', faults).filter(({ name }) => name === 'follow-ups');
  const missing = (Object.keys(schemas) as (keyof typeof schemas)[])
    .filter((name) => ![...own, ...shipped].some((file) => file.name === name))
    .map((name) => ({ file: `data/language/${name}.yml`, name, text: EMPTY[name] }));
  return [...own, ...shipped.filter(({ name }) => !own.some((file) => file.name === name)), ...missing];
}

/** What a file of data/language holds. */
export type LanguageFile<S extends keyof typeof schemas> = v.InferOutput<(typeof schemas)[S]>;
