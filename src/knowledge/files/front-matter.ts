// Splits a Markdown file into front matter and text, and reports errors in front matter and ids.
import * as v from 'valibot';
import type { Fault, FaultText } from '../data-error.js';
import type { TextFile } from './text-files.js';
import { type Report, readYaml } from './yaml-file.js';

/** Front matter that fits its schema; `lineOf` gives the line of the part at a path. */
export interface FrontMatter<T> {
  readonly value: T;
  lineOf(path: readonly PropertyKey[]): number;
}

/** A Markdown file taken apart: the text below the front matter and the line that it begins at. */
export interface MarkdownFile {
  readonly block: string;
  readonly body: string;
  readonly bodyLine: number;
  readonly report: Report;
}

type Schema = v.ObjectSchema<v.ObjectEntries, undefined> | v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** A text that may not be empty. */
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));

/** Empty lines above it count only if a key follows: otherwise it's a rule. */
const BLOCK = /^(?:\s*\n(?=---[ \t]*\n[\w-]+:))?---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

/** Takes a file apart; what is reported of it later is added to `faults`. */
export function splitMarkdown({ file, text: raw }: TextFile, faults: Fault[]): MarkdownFile {
  const source = raw.replace(/\r\n?/g, '\n');
  const [block = ''] = BLOCK.exec(source) ?? [];
  return {
    block,
    body: source.slice(block.length),
    bodyLine: block.split('\n').length,
    report: (fault) => faults.push({ file, ...fault }),
  };
}

/** The lines between the two rules of a block, and the number of the first. */
export function linesIn(block: string): [yaml: string, line: number] {
  const [start = ''] = /^\s*---[ \t]*\n/.exec(block) ?? [];
  return [block.slice(start.length).replace(/---[ \t]*\n?$/, ''), start.split('\n').length];
}

/** The front matter by its schema. Reports all that is wrong with it, and is then undefined. */
export function readFrontMatter<S extends Schema>(
  { block, report }: MarkdownFile,
  schema: S,
  check?: (value: unknown, lineOf: FrontMatter<unknown>['lineOf']) => void,
): FrontMatter<v.InferOutput<S>> | undefined {
  if (block === '') {
    const remedy = 'begin the file with the lines “---”, “id: …”, “title: …”, “---”';
    report({ line: 1, problem: 'has no front matter', remedy });
    return undefined;
  }
  const yaml = readYaml(...linesIn(block), report);
  if (!yaml) return undefined;
  const value = yaml.value ?? {};
  check?.(value, yaml.lineOf);
  const parsed = v.safeParse(schema, value);
  for (const issue of parsed.issues ?? []) {
    const line = yaml.lineOf((issue.path ?? []).map((item) => item.key as PropertyKey));
    report({ line, ...describeIssue(issue, Object.keys(schema.entries)) });
  }
  return parsed.success ? { value: parsed.output, lineOf: yaml.lineOf } : undefined;
}

/** Reports an id that differs from the file's name. */
export function checkFileName(id: string, name: string, lineOf: () => number, report: Report): void {
  if (id === name) return;
  const remedy = `write “id: ${name}” or rename the file to ${id}.md`;
  report({ line: lineOf(), key: id, problem: 'has an id that differs from the file name', remedy });
}

/** Problem and remedy for one issue of the schema. `keys` are the keys that the entry may have. */
export function describeIssue(issue: v.BaseIssue<unknown>, keys: readonly string[]): FaultText {
  const path = (issue.path ?? []).map((item) => String(item.key)).join('.');
  if (issue.expected === 'never') {
    return { problem: `has the unknown key “${path}”`, remedy: `remove it or use one of ${keys.join(', ')}` };
  }
  if (issue.input === undefined) return { problem: `is missing “${path}”`, remedy: `add the line “${path}: …”` };
  const value = JSON.stringify(issue.input);
  const remedy = describeRemedy(issue);
  return path === '' ? { problem: `is ${value}`, remedy } : { problem: `has ${value} as “${path}”`, remedy };
}

function describeRemedy(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'validation') return `it ${issue.message}`;
  if (issue.expected === 'string') return 'write a text (in quotation marks, if it looks like a number)';
  if (issue.expected === 'number') return 'write a number, without separators and without quotation marks';
  if (issue.expected === 'Array') return 'write a list';
  if (issue.expected === 'Object') return 'write an entry of the form “key: value”';
  const choices = new Set((issue.expected ?? '').replace(/[()]/g, '').split(' | '));
  return `use ${choices.size > 1 ? 'one of ' : ''}${[...choices].join(', ')}`;
}

/** Each id with the place that used it first; the place is only worked out when it's needed. */
export type SeenIds = Map<string, () => string>;

/** Takes an id for `file`; reports it if another place has it already. */
export function claimId(seen: SeenIds, id: string, file: string, lineOf: () => number, report: Report): void {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, () => `${file}:${lineOf()}`);
    return;
  }
  const remedy = 'rename one of them';
  report({ line: lineOf(), key: id, problem: `repeats the id at ${first()}`, remedy });
}
