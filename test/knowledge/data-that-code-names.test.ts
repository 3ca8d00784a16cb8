// Renames and removes what code refers to by name in the data: each time there's an error that says how to fix it.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intents } from '../../intents/index.js';
import { DataError, type Fault } from '../../src/knowledge/data-error.js';
import { fingerprintData } from '../../src/training/model-file.js';
import { copyData, SHIPPED } from '../helpers/data-copy.js';
import { knowledgeIn, languageIn } from '../helpers/shipped-bot.js';
import { readSources } from '../helpers/source-files.js';

/** The errors in a folder of data: in its language files alone, or in what is known as well. */
function faultsIn(dir: string, isLanguage = false): Fault[] {
  return [languageIn, ...(isLanguage ? [] : [knowledgeIn])].flatMap((load) => {
    try {
      load(dir);
      return [];
    } catch (error) {
      if (error instanceof DataError) return error.faults;
      throw error;
    }
  });
}

const read = (file: string): string => readFileSync(join(SHIPPED, file), 'utf8');

/** The name as a whole: "pay" isn't told by what is said of "pay-range". */
const isIn = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replaceAll('.', '\\.')}(?![\\w-])`).test(text);

/** Expects errors in the file, one with each name that changed, and how to fix them. One reading finds all of them. */
function expectTold(dir: string, file: string, ...names: readonly string[]): void {
  const faults = faultsIn(dir, file.startsWith('data/language/'));
  for (const fault of faults) expect(fault.remedy).not.toBe('');
  expect(faults.map((fault) => fault.file)).toContain(file);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !faults.some(({ file: at, problem }) => isIn(`${at} ${problem}`, name)))).toEqual([]);
}

/** Removes a YAML key and everything indented below it. */
const without = (yaml: string, key: string, indent = ''): string =>
  yaml.replace(new RegExp(`^${indent}${key}:.*\\n(?:${indent}[ \\t]+.*\\n)*`, 'm'), '');

it('the shipped data has no errors', () => {
  expect(faultsIn(copyData([]))).toEqual([]);
});

/** The keys at the beginning of a line, except for these. */
const keysOf = (yaml: string, ...except: string[]): string[] =>
  [...yaml.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name).filter((name) => !except.includes(name));

/** Renames all of these keys. */
const renamed = (yaml: string, names: readonly string[]): string =>
  names.reduce((text, name) => text.replace(new RegExp(`^${name}:`, 'm'), `${name}-renamed:`), yaml);

describe('a concept is missed', () => {
  const file = 'language/concepts.yml';
  const yaml = read(file);
  const names = keysOf(yaml, 'classes');

  it('when it’s renamed, each one', () => {
    expectTold(copyData([{ file, to: renamed(yaml, names) }]), `data/${file}`, ...names);
  });

  it('when it’s removed, each one', () => {
    const to = names.reduce((text, name) => without(text, name), yaml);
    expect(keysOf(to)).toEqual(['classes']);
    expectTold(copyData([{ file, to }]), `data/${file}`, ...names);
  });
});

describe('a class of concepts is missed', () => {
  const file = 'language/concepts.yml';
  const yaml = read(file);
  const [, classes = ''] = /^classes:\n((?: .*\n)+)/m.exec(yaml) ?? [];

  it.each([...classes.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name))('when %s is removed', (name) => {
    expectTold(copyData([{ file, to: without(yaml, name, '  ') }]), `data/${file}`, name);
  });
});

describe.each(['levels', 'places'])('a name in %s is missed', (list) => {
  const file = `language/${list}.yml`;
  const yaml = read(file);

  it('when it’s renamed, each one', () => {
    expectTold(copyData([{ file, to: renamed(yaml, keysOf(yaml)) }]), `data/${file}`, ...keysOf(yaml));
  });
});

describe('a role of a fact', () => {
  const files = readdirSync(join(SHIPPED, 'facts')).map((name) => `facts/${name}`);
  const roles = files.flatMap((file) => [...read(file).matchAll(/^ {2}role: (.*)\n/gm)].map(([, role = '']) => role));
  /** All files of facts after this change. */
  const changed = (change: (yaml: string) => string) =>
    copyData(files.map((file) => ({ file, to: change(read(file)) })));

  it('is used by a topic, and each that a topic uses is there', () => {
    const asked = new Set(intents.topics.flatMap(({ roles: own = [] }) => own));
    expect(roles.toSorted()).toEqual([...asked].toSorted());
  });

  it('is missed when it’s renamed, each one', () => {
    const dir = changed((yaml) => yaml.replace(/^( {2}role: .*)\n/gm, '$1-renamed\n'));
    expectTold(dir, 'data/facts', ...roles, ...roles.map((role) => `${role}-renamed`));
  });

  it('is missed when it’s removed, each one', () => {
    expectTold(
      changed((yaml) => yaml.replace(/^ {2}role: .*\n/gm, '')),
      'data/facts',
      ...roles,
    );
  });

  it('is missed when its fact is removed, each one', () => {
    const dir = changed((yaml) =>
      yaml
        .split(/^(?=- id: )/m)
        .filter((entry) => !/^ {2}role: /m.test(entry))
        .join(''),
    );
    expectTold(dir, 'data/facts', ...roles);
  });

  it('can’t be given to two facts', () => {
    const from = '- id: front-end-user-facing\n';
    const dir = copyData([{ file: 'facts/front-end.yml', from, to: `${from}  role: unseen-side\n` }]);
    expectTold(dir, 'data/facts/front-end.yml', 'unseen-side');
  });
});

describe('a sub-topic', () => {
  const file = 'language/subtopics.yml';
  const yaml = read(file);
  const names = keysOf(yaml);

  it('is used by the topics', () => {
    expect(names.toSorted()).toEqual(
      [...new Set(intents.topics.flatMap(({ subtopics = [] }) => subtopics))].toSorted(),
    );
  });

  it('is declared by an intent wherever one asks for it', () => {
    const asked = readSources('intents').flatMap(({ code }) =>
      [...code.matchAll(/asksFor\('([\w-]+)'\)/g)].map(([, name]) => name),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect([...names, ...intents.help.subtopics]).toEqual(expect.arrayContaining(asked));
  });

  it('of help is missed when its list lacks it', () => {
    const load = () => languageIn(SHIPPED, { ...intents, help: { ...intents.help, subtopics: ['waving'] } });
    expect(load).toThrow(/^data\/english\/help-subtopics\.txt is missing “waving”.*: restore it from git/);
  });

  it('is missed when it’s renamed, each one', () => {
    const dir = copyData([{ file, to: renamed(yaml, names) }]);
    expectTold(dir, `data/${file}`, ...names, ...names.map((name) => `${name}-renamed`));
  });

  it('is missed when it’s removed, each one', () => {
    const [first = '', ...others] = names;
    expectTold(copyData([{ file, to: without(yaml, first) }]), `data/${file}`, first);
    expectTold(
      copyData([{ file, to: others.reduce((text, name) => without(text, name), yaml) }]),
      `data/${file}`,
      ...others,
    );
  });
});

describe('phrases', () => {
  const names = readdirSync(join(SHIPPED, 'phrases'));
  const files = names.map((name) => `data/phrases/${name}`);

  it('exist for every topic', () => {
    expect(names.toSorted()).toEqual(intents.topics.map(({ id }) => `${id}.txt`).toSorted());
  });

  it('are missed when a file is removed, each one', () => {
    const dir = copyData([]);
    for (const name of names) rmSync(join(dir, 'phrases', name));
    const faults = faultsIn(dir);
    for (const file of files)
      expect(faults).toContainEqual(expect.objectContaining({ file, problem: expect.stringContaining('is missing') }));
  });

  it('are missed when a file is renamed, each one', () => {
    const dir = copyData([]);
    for (const name of names) renameSync(join(dir, 'phrases', name), join(dir, `phrases/renamed-${name}`));
    const faults = faultsIn(dir);
    for (const file of files)
      expect(faults).toContainEqual(expect.objectContaining({ file, problem: expect.stringContaining('is missing') }));
    expectTold(dir, `data/phrases/renamed-${names[0]}`, ...names.map((name) => `renamed-${name.replace('.txt', '')}`));
  });

  it('must not be comments only', () => {
    expectTold(copyData([{ file: 'phrases/salary.txt', to: '# later\n' }]), 'data/phrases/salary.txt', 'no phrase');
  });
});

it('out-of-scope texts are missed if the fallback has words for their kind', () => {
  expect(intents.fallback.outOfScope.length).toBeGreaterThan(1);
  const load = () => languageIn(SHIPPED, { ...intents, fallback: { ...intents.fallback, outOfScope: ['nowhere'] } });
  expect(load).toThrow(/^data\/out-of-scope\/nowhere\.txt is missing.*: restore it from git/);
});

it('every file below the data folder counts in its fingerprint', () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'advisor-data-')), 'data');
  cpSync(SHIPPED, dir, { recursive: true });
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(40);
  const before = fingerprintData(dir, intents);
  for (const { name, parentPath } of files) {
    const file = join(parentPath, name);
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from('\n')]));
    expect(fingerprintData(dir, intents), file).not.toBe(before);
    writeFileSync(file, bytes);
  }
  expect(fingerprintData(dir, intents)).toBe(before);
});
