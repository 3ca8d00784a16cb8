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

/** Expects an error with the file, what changed and how to fix it. */
function expectTold(dir: string, file: string, name: string): void {
  const faults = faultsIn(dir, file.startsWith('data/language/'));
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault.remedy).not.toBe('');
  expect(faults.map((fault) => fault.file)).toContain(file);
  expect(faults.some((fault) => `${fault.file} ${fault.problem}`.includes(name))).toBe(true);
}

/** Removes a YAML key and everything indented below it. */
const without = (yaml: string, key: string, indent = ''): string =>
  yaml.replace(new RegExp(`^${indent}${key}:.*\\n(?:${indent}[ \\t]+.*\\n)*`, 'm'), '');

it('the shipped data has no errors', () => {
  expect(faultsIn(copyData([]))).toEqual([]);
});

describe('a concept is missed', () => {
  const file = 'language/concepts.yml';
  const yaml = read(file);
  const names = [...yaml.matchAll(/^([\w-]+):/gm)].flatMap(([, name = '']) => (name === 'classes' ? [] : [name]));

  it.each(names)('when %s is renamed', (name) => {
    const to = yaml.replace(new RegExp(`^${name}:`, 'm'), 'another-name:');
    expectTold(copyData([{ file, to }]), `data/${file}`, name);
  });

  it.each(names)('when %s is removed', (name) => {
    const to = without(yaml, name);
    expect(to).not.toBe(yaml);
    expectTold(copyData([{ file, to }]), `data/${file}`, name);
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
  const names = [...yaml.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name);

  it.each(names)('when %s is renamed', (name) => {
    const to = yaml.replace(new RegExp(`^${name}:`, 'm'), 'another-name:');
    expectTold(copyData([{ file, to }]), `data/${file}`, name);
  });
});

describe('a role of a fact', () => {
  const holders = readdirSync(join(SHIPPED, 'facts')).flatMap((name) =>
    [...read(`facts/${name}`).matchAll(/^ {2}role: (.*)\n/gm)].map(([line, role = '']) => ({ name, line, role })),
  );

  it('is used by the topics, each by one of them', () => {
    const asked = intents.topics.flatMap(({ roles = [] }) => roles);
    expect(holders.map(({ role }) => role).toSorted()).toEqual(asked.toSorted());
  });

  it.each(holders)('is missed when $role is renamed', ({ name, line, role }) => {
    const dir = copyData([{ file: `facts/${name}`, from: line, to: '  role: another-role\n' }]);
    expectTold(dir, 'data/facts', role);
    expectTold(dir, 'data/facts', 'another-role');
  });

  it.each(holders)('is missed when $role is removed', ({ name, line, role }) => {
    expectTold(copyData([{ file: `facts/${name}`, from: line, to: '' }]), 'data/facts', role);
  });

  it.each(holders)('is missed when the fact with $role is removed', ({ name, role }) => {
    const entries = read(`facts/${name}`).split(/^(?=- id: )/m);
    const to = entries.filter((entry) => !entry.includes(`  role: ${role}\n`)).join('');
    expectTold(copyData([{ file: `facts/${name}`, to }]), 'data/facts', role);
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
  const names = [...yaml.matchAll(/^([\w-]+):/gm)].map(([, name = '']) => name);

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

  it.each(names)('is missed when %s is renamed', (name) => {
    const dir = copyData([{ file, to: yaml.replace(`\n${name}:`, '\nrenamed:') }]);
    expectTold(dir, `data/${file}`, name);
    expectTold(dir, `data/${file}`, 'renamed');
  });

  it.each(names)('is missed when %s is removed', (name) => {
    expectTold(copyData([{ file, to: without(yaml, name) }]), `data/${file}`, name);
  });
});

describe('phrases', () => {
  const files = readdirSync(join(SHIPPED, 'phrases'));

  it('exist for every topic', () => {
    expect(files.toSorted()).toEqual(intents.topics.map(({ id }) => `${id}.txt`).toSorted());
  });

  it.each(files)('are missed when %s is removed', (name) => {
    const dir = copyData([]);
    rmSync(join(dir, 'phrases', name));
    expectTold(dir, `data/phrases/${name}`, 'is missing');
  });

  it.each(files)('are missed when %s is renamed', (name) => {
    const dir = copyData([]);
    renameSync(join(dir, 'phrases', name), join(dir, 'phrases/another.txt'));
    expectTold(dir, 'data/phrases/another.txt', 'another');
    expectTold(dir, `data/phrases/${name}`, 'is missing');
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
