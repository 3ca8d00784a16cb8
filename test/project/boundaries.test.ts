// Checks which folder may import which, which packages each may use, and what no file may contain.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  childrenOf,
  countLines,
  isFunction,
  listNodes,
  readSources,
  type SourceFile,
} from '../helpers/source-files.js';

/**
 * From top to bottom: each folder, the folders it may import and the packages it may use. An import of types counts too.
 * Imports within a folder and of Node's own modules are free.
 */
const FOLDERS: readonly (readonly [folder: string, imports: string, packages: string])[] = [
  ['bench', '*', '*'],
  ['local-slack/browser', 'local-slack src/config', 'playwright-core vite yaml'],
  ['local-slack/page', 'local-slack/shared', 'react react-dom slack-blocks-to-jsx'],
  ['local-slack', 'src/main src/config intents', 'chokidar valibot vite ws yaml'],
  ['src/main', 'src/slack src/store src/training src/knowledge src/config src/operations intents', ''],
  [
    'src/commands',
    'src/slack src/reporting src/store src/training src/answering src/conversation src/knowledge src/understanding src/config intents',
    'yaml',
  ],
  [
    'src/slack',
    'src/reporting src/store src/answering src/conversation src/understanding src/config src/operations',
    '@slack/bolt @slack/oauth lru-cache undici valibot yaml',
  ],
  ['src/reporting', 'src/store src/answering src/understanding', ''],
  ['src/store', 'src/answering src/conversation src/config', 'kysely libsql lru-cache pg'],
  ['src/training', 'src/answering src/conversation src/knowledge src/understanding src/config', 'valibot yaml'],
  ['intents', 'src/answering src/knowledge', ''],
  ['src/answering', 'src/conversation src/knowledge src/understanding', ''],
  ['src/conversation', 'src/knowledge src/understanding', ''],
  [
    'src/knowledge',
    'src/understanding src/config',
    'mdast-util-from-markdown mdast-util-gfm micromark-extension-gfm valibot yaml',
  ],
  ['src/understanding', 'src/config', 'fuse.js stemmer valibot yaml'],
  ['src/config', 'src/operations', 'dotenv valibot'],
  ['src/operations', '', 'prom-client'],
];

/** What only some files of a folder may do. */
const ONLY_IN: readonly (readonly [what: string, where: RegExp, isIt: (file: SourceFile) => boolean])[] = [
  [
    'the command for the manifest imports the Slack side',
    /^src\/(main|slack\/.*|commands\/manifest-command)\.ts$/,
    importing(/^src\/slack\//),
  ],
  ['the start of the local Slack imports the app', /^local-slack\/start\.ts$/, importing(/^src\/main\.js$/)],
  ['the correction of spelling searches fuzzily', /^src\/understanding\/text\//, importing(/^fuse\.js$/)],
  [
    'the entrances read .env files',
    /^(src\/main|src\/commands\/store-settings|local-slack\/start)\.ts$/,
    importing(/^src\/config\/env-file\.js$/),
  ],
  [
    'the entrances read the environment and the command line',
    /^(src\/main|src\/commands\/command-line|local-slack\/(start|browser\/(screenshots|gallery)))\.ts$/,
    ({ nodes }) =>
      nodes.some(({ type, object, property }) => type === 'MemberExpression' && isEnvironment(object, property)),
  ],
];

const PRODUCT = [...readSources('src'), ...readSources('intents')];
const SHIPPED = [...PRODUCT, ...readSources('local-slack')];
const ALL = [...SHIPPED, ...readSources('bench')];

/** Each file with the project's files that it imports. */
const GRAPH = new Map(
  ALL.map(({ path, imports }) => [
    path,
    imports
      .filter((target) => isOwn(target))
      .map((target) => target.replace(/\.js$/, '.ts'))
      .map((target) => (readable(target) ? target : `${target}x`)),
  ]),
);

function readable(path: string): boolean {
  return ALL.some((file) => file.path === path);
}

function isOwn(target: string): boolean {
  return /^(src|intents|local-slack|bench|test)\//.test(target);
}

function importing(target: RegExp): (file: SourceFile) => boolean {
  return ({ imports }) => imports.some((name) => target.test(name));
}

function isEnvironment(object: unknown, property: unknown): boolean {
  const nameOf = (node: unknown): unknown =>
    typeof node === 'object' && node !== null && 'name' in node ? node.name : '';
  return nameOf(object) === 'process' && /^(env|argv)$/.test(String(nameOf(property)));
}

/** Fails with a list of everything that breaks a rule. */
function expectNone(found: readonly string[]): void {
  expect(found.toSorted()).toEqual([]);
}

const rowOf = (path: string) =>
  FOLDERS.find(([folder]) => path.startsWith(`${folder}/`) || path.startsWith(`${folder}.`));
const isWithin = (path: string, folders: string): boolean =>
  folders === '*' || folders.split(' ').some((folder) => path.startsWith(`${folder}/`) || path === `${folder}.js`);
const packageOf = (target: string): string => (/^(@[^/]+\/)?[^/]+/.exec(target) ?? [''])[0];

/** What is left of a graph when everything outside of circles is removed. */
function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  let left = new Map(graph);
  for (;;) {
    const targets = new Set([...left.values()].flat());
    const next = new Map(
      [...left]
        .filter(([from, to]) => targets.has(from) && to.some((target) => left.has(target)))
        .map(([from, to]) => [from, to.filter((target) => left.has(target))]),
    );
    if (next.size === left.size)
      return [...next].map(([from, to]) => `${from} → ${to.filter((one) => next.has(one)).join(', ')}`);
    left = next;
  }
}

/** The files with nodes for which this is true. */
const filesWith = (isIt: (node: SourceFile['nodes'][number]) => boolean): string[] =>
  SHIPPED.filter(({ nodes }) => nodes.some(isIt)).map(({ path }) => path);

describe('imports', () => {
  it('every file is in a folder of the table, and main.ts is the only one directly in src', () => {
    const found = ALL.filter(({ path }) => rowOf(path) === undefined).map(({ path }) => path);
    expectNone(found);
    expect(readdirSync('src').filter((name) => name.includes('.'))).toEqual(['main.ts']);
  });

  it('the table goes down: no folder may import one above it', () => {
    const order = FOLDERS.map(([folder]) => folder);
    const upwards = FOLDERS.flatMap(([folder, imports]) =>
      imports
        .split(' ')
        .filter((target) => target !== '' && target !== '*' && !folder.startsWith(target))
        .filter((target) => order.indexOf(target) < order.indexOf(folder) && !/^local-slack/.test(target))
        .map((target) => `${folder} → ${target}`),
    );
    expect(upwards).toEqual([]);
  });

  it('a folder imports only what the table allows', () => {
    const found = ALL.flatMap(({ path, imports }) => {
      const [folder = '', allowed = ''] = rowOf(path) ?? [];
      return imports
        .filter((target) => isOwn(target) && !isWithin(target, folder) && !isWithin(target, allowed))
        .map((target) => `${path} imports ${target}`);
    });
    expectNone(found);
  });

  it('a folder uses only the packages the table allows', () => {
    const found = ALL.flatMap(({ path, imports }) => {
      const [, , allowed = ''] = rowOf(path) ?? [];
      return imports
        .filter((target) => !isOwn(target) && !target.startsWith('node:'))
        .filter((target) => allowed !== '*' && !allowed.split(' ').includes(packageOf(target)))
        .map((target) => `${path} imports ${target}`);
    });
    expectNone(found);
  });

  it.each(ONLY_IN)('only %s', (_, where, isIt) => {
    expectNone(SHIPPED.filter((file) => !where.test(file.path) && isIt(file)).map(({ path }) => path));
  });

  it('nothing that ships imports tests or measurements', () => {
    const found = SHIPPED.filter(importing(/^(test|bench)\//)).map(({ path }) => path);
    expectNone(found);
  });

  it('the page imports none of Node’s modules', () => {
    expect(SHIPPED.filter(({ path }) => path.startsWith('local-slack/page/')).filter(importing(/^node:/))).toEqual([]);
  });

  it('no files import each other in a circle', () => {
    expect(findCircles(GRAPH)).toEqual([]);
  });

  it('no folders import each other in a circle', () => {
    const folderOf = (path: string): string => (/^src\/[^/.]+|^[^/]+/.exec(path) ?? [''])[0];
    const folders = new Map<string, string[]>();
    for (const [path, targets] of GRAPH) {
      const others = targets.map(folderOf).filter((folder) => folder !== folderOf(path));
      folders.set(folderOf(path), [...new Set([...(folders.get(folderOf(path)) ?? []), ...others])]);
    }
    expect(findCircles(folders)).toEqual([]);
  });

  it('own files are imported by the names they have after the build', () => {
    const found = ALL.flatMap(({ imports }) =>
      imports.filter((target) => isOwn(target) && !/\.(js|css)$/.test(target)),
    );
    expect(found).toEqual([]);
  });
});

describe('no file has', () => {
  it('the type any', () => {
    expect(filesWith(({ type }) => type === 'TSAnyKeyword')).toEqual([]);
  });

  it('a non-null assertion', () => {
    expect(filesWith(({ type, definite }) => type === 'TSNonNullExpression' || definite === true)).toEqual([]);
  });

  it('a cast through unknown', () => {
    const isCast = ({ type }: { readonly type: string }) => /^TS(As|TypeAssertion)/.test(type);
    const isUnknown = (node: SourceFile['nodes'][number]) =>
      isCast(node) && childrenOf(node).some(({ type }) => type === 'TSUnknownKeyword');
    expect(filesWith((node) => isCast(node) && childrenOf(node).some((inner) => isUnknown(inner)))).toEqual([]);
  });

  it('a comment that silences the compiler or the linter', () => {
    const word = /biome-ignore|@ts-(ignore|expect-error|nocheck)|eslint-disable/;
    expect(ALL.filter(({ code }) => word.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('every file', () => {
  it('opens with a line that says what it does', () => {
    expect(ALL.filter(({ code }) => !/^(#!.*\n)?\/\/ \S/.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('has no function of more than 60 lines, tables aside', () => {
    const found = PRODUCT.flatMap(({ path, code, nodes }) =>
      nodes
        .filter((node) => isFunction(node) && countLines(code, node) - countTableLines(code, node) > 60)
        .map((node) => `${path}: ${/^[^(\n]*/.exec(code.slice(node.start))?.[0]}`),
    );
    expectNone(found);
  });

  it('documents each exported function and type in one to three lines', () => {
    const found = PRODUCT.flatMap(({ path, declarations }) =>
      declarations
        .filter(({ kind, isExported }) => isExported && kind !== 'value')
        .filter(({ comment }) => comment === undefined || comment.length < 1 || comment.length > 3)
        .map(({ name }) => `${path}: ${name}`),
    );
    expectNone(found);
  });
});

it('no two types share a name', () => {
  const places = new Map<string, string[]>();
  for (const { path, declarations } of PRODUCT)
    for (const { name } of declarations.filter(({ kind }) => kind === 'type'))
      places.set(name, [...(places.get(name) ?? []), path]);
  const found = [...places].filter(([, paths]) => new Set(paths).size > 1).map(([name]) => name);
  expectNone(found);
});

/** The lines of tables in a function: lists and objects without a function in them. */
function countTableLines(code: string, node: SourceFile['nodes'][number]): number {
  if (/^(Array|Object)Expression$/.test(node.type) && !listNodes(node).some(isFunction))
    return countLines(code, node) - 1;
  return childrenOf(node).reduce((sum, child) => sum + countTableLines(code, child), 0);
}
