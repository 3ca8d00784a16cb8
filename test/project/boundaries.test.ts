// The walls of the house: who may know whom. A wall that has to move is moved here first.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Source {
  readonly path: string;
  readonly code: string;
  /** Packages by their name, own files by their path from the project's root. */
  readonly imports: readonly string[];
}

/** Everybody else knows the interface in src/store/store.ts only. */
const STORE_ROOMS = /^src\/(store\/|(main|ask|report|migrate|move-store|rotate-keys)\.ts$)/;

const PRODUCT = [...read('src'), ...read('intents')];
const WORKSPACE = read('workspace');
const SOURCES = [...PRODUCT, ...WORKSPACE];

function read(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(folder, name);
      const code = readFileSync(path, 'utf8');
      const named = [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, target = '']) => target);
      const imports = named.map((target) =>
        target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
      );
      return { path, code, imports };
    });
}

/** The code without its comments and texts, in which any word may stand. */
function bare(code: string): string {
  return (
    code
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/(^|\s)\/\/.*$/gm, '')
      .replaceAll(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
      // Only texts of whole lines, such as a topic's phrases: others may hold code between braces.
      .replaceAll(/`\n[^`$]*`/g, "''")
  );
}

/** The files outside of `rooms` that import something that `isForbidden`. */
function trespassers(rooms: RegExp, isForbidden: (target: string) => boolean): string[] {
  return SOURCES.filter(({ path, imports }) => !rooms.test(path) && imports.some(isForbidden)).map(({ path }) => path);
}

function containing(pattern: RegExp, rooms = /^$/): string[] {
  return SOURCES.filter(({ path, code }) => !rooms.test(path) && pattern.test(bare(code))).map(({ path }) => path);
}

describe('only these know', () => {
  it.each<[string, RegExp, (target: string) => boolean]>([
    ['Slack’s packages: the Slack side', /^src\/slack\//, (target) => target.startsWith('@slack/')],
    [
      'the Slack side: itself and the entrances of the app and its manifest',
      /^src\/(slack\/|(main|manifest)\.ts$)/,
      (target) => target.startsWith('src/slack/'),
    ],
    [
      'the entrance: what starts it when there are tokens',
      /^workspace\/start\.ts$/,
      (target) => /^src\/(main|ask|check|report|migrate|move-store|manifest|rotate-keys)\.js$/.test(target),
    ],
    [
      'what counts and watches: itself, the entrance of the app and the Slack side',
      /^src\/(operations\/|slack\/|(main|config)\.ts$)/,
      (target) => target.startsWith('src/operations/'),
    ],
    ['Prometheus: what counts', /^src\/operations\//, (target) => target === 'prom-client'],
    ['the local workspace: itself', /^workspace\//, (target) => target.startsWith('workspace/')],
    ['the page’s packages: the page', /^workspace\/page\//, (target) => /^(react|slack-blocks)/.test(target)],
    ['fuzzy search: the spelling', /^src\/(matcher|spelling)[\w-]*\.ts$/, (target) => target === 'fuse.js'],
    [
      'the database and its query builder: the store',
      /^src\/store\//,
      (target) => target === 'kysely' || target === 'pg' || /^libsql(\/|$)/.test(target),
    ],
    ['the store’s tables: itself and the entrances', STORE_ROOMS, (target) => target.startsWith('src/store/')],
    [
      'dotenv: the entrances',
      /^(src\/(main|report|migrate|move-store|rotate-keys)|workspace\/start)\.ts$/,
      (target) => target === 'dotenv',
    ],
  ])('%s', (_, rooms, isForbidden) => {
    expect(trespassers(rooms, isForbidden)).toEqual([]);
  });

  it('the environment and the command line: the entrances', () => {
    expect(
      containing(
        /\bprocess\.(env|argv)\b/,
        /^(src\/(main|ask|check|report|migrate|move-store|manifest|rotate-keys)|workspace\/(start|screenshots))\.ts$/,
      ),
    ).toEqual([]);
  });
});

it('a topic knows facts and answers, other topics, and nothing of search or Slack', () => {
  const known = /^(src\/(intent|facts|answer)\.js|intents\/[\w-]+\.js)$/;
  const strangers = SOURCES.filter(({ path }) => path.startsWith('intents/')).flatMap(({ path, imports }) =>
    imports.filter((target) => !known.test(target)).map((target) => `${path} imports ${target}`),
  );
  expect(strangers).toEqual([]);
});

it('the page knows of the workspace only what is said between the two', () => {
  const strangers = WORKSPACE.filter(({ path }) => path.startsWith('workspace/page/')).flatMap(({ path, imports }) =>
    imports
      .filter((target) => /^(src|intents|workspace)\//.test(target) && !/^workspace\/(page|shared)\//.test(target))
      .map((target) => `${path} imports ${target}`),
  );
  expect(strangers).toEqual([]);
});

it('the store knows what it keeps and nothing of Slack, search or topics', () => {
  const known =
    /^(src\/(store\/[\w-]+|store|store-config|answer|context|installations|token-keys)\.js|node:[\w/]+|kysely|pg|libsql(\/promise)?)$/;
  const strangers = SOURCES.filter(({ path }) => path.startsWith('src/store/')).flatMap(({ path, imports }) =>
    imports.filter((target) => !known.test(target)).map((target) => `${path} imports ${target}`),
  );
  expect(strangers).toEqual([]);
});

it('own files are imported by their built name', () => {
  const odd = SOURCES.flatMap(({ imports }) =>
    imports.filter((target) => /^(src|intents|workspace)\//.test(target) && !/\.(js|css)$/.test(target)),
  );
  expect(odd).toEqual([]);
});

describe('nowhere is there', () => {
  it.each([
    ['the type any', /(?::|<|\||&|,|\bas|=>)\s*any\b(?!\s*\()/],
    ['a cast through unknown', /\bas unknown as\b/],
    ['a non-null assertion', /[\w)\]]!(?=\s*[.,;)\]}[]|$)/m],
  ])('%s', (_, pattern) => {
    expect(containing(pattern)).toEqual([]);
  });

  it('a word to the compiler or the linter to look away', () => {
    const word = /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable/;
    expect(SOURCES.filter(({ code }) => word.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

it('each file opens with a sentence on its place', () => {
  expect(SOURCES.filter(({ code }) => !/^(#!.*\n)?\/\/ \S/.test(code)).map(({ path }) => path)).toEqual([]);
});

it('no file is longer than 200 lines, a topic’s phrases aside', () => {
  const lines = (code: string) => code.replace(/phrases: `[^`]*`/, '').split('\n').length;
  expect(SOURCES.filter(({ code }) => lines(code) > 201).map(({ path }) => path)).toEqual([]);
});
