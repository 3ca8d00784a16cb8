// Compares what each injected fault led to with docs/faults.md, and writes that page.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';

/** What people and the operator saw of a fault. */
export interface Seen {
  readonly person: string;
  /** Warnings and errors, in their order. */
  readonly operator: readonly string[];
}

export interface FaultCase extends Seen {
  readonly fault: string;
}

const PAGE = resolve('docs/faults.md');
const HEADER = '| Fault | What people see | What the operator sees |\n|---|---|---|\n';
const NOTHING = 'nothing';

/** Opens the chapter of the page with this heading; it gets a row for each fault that is noted. */
export function openChapter(heading: string) {
  const rows = new Map<string, Seen>();
  return {
    /** Compares what was seen with what was expected, and adds it to the chapter. */
    note({ fault, ...expected }: FaultCase, seen: Seen): void {
      const tidy = { person: seen.person, operator: seen.operator.map(withoutPlaces) };
      expect(tidy).toEqual({ person: expected.person, operator: expected.operator });
      const before = rows.get(fault);
      if (before !== undefined) expect(tidy, `${fault}, in both modes`).toEqual(before);
      rows.set(fault, tidy);
    },
    /** Keeps the page's own row if this machine can't inject the fault. */
    keep(fault: string): void {
      const row = readFileSync(PAGE, 'utf8')
        .split('\n')
        .find((line) => line.startsWith(`| ${cell(fault)} |`));
      const [, , person = '', operator = ''] = row?.split(/(?<!\\)\|/).map((text) => text.trim()) ?? [];
      rows.set(fault, { person, operator: operator === NOTHING ? [] : [operator] });
    },
    /** Fails if the page differs; `npm run docs -- faults` rewrites it. */
    async expectOnPage(): Promise<void> {
      const page = readFileSync(PAGE, 'utf8');
      const start = page.indexOf(`\n## ${heading}\n`);
      if (start < 0) throw new Error(`docs/faults.md has no heading “## ${heading}”.`);
      const next = page.indexOf('\n## ', start + 1);
      const chapter = page.slice(start, next < 0 ? undefined : next);
      const intro = chapter.split('\n| Fault |')[0]?.trimEnd() ?? '';
      const table = [...rows].map(([fault, seen]) => writeRow(fault, seen)).join('');
      const written = `${page.slice(0, start)}\n${intro.trimStart()}\n\n${HEADER}${table}${next < 0 ? '' : page.slice(next)}`;
      await expect(written).toMatchFileSnapshot(PAGE);
    },
  };
}

function writeRow(fault: string, { person, operator }: Seen): string {
  const lines = operator.length === 0 ? NOTHING : counted(operator).map(cell).join('<br>');
  return `| ${cell(fault)} | ${cell(person)} | ${lines} |\n`;
}

/** Equal lines in a row, listed once. */
function counted(lines: readonly string[]): string[] {
  return lines
    .filter((line, index) => line !== lines[index - 1])
    .map((line) => {
      const times = lines.filter((other) => other === line).length;
      return times === 1 ? line : `${line} (${times} times)`;
    });
}

const cell = (text: string): string => text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll('\n', ' ');

/** Removes paths and request ids, which differ between machines and runs. */
function withoutPlaces(line: string): string {
  return line
    .replaceAll(/ (request|event|retry)=\S+/g, '')
    .replaceAll(/\/\S*\/(advisor\.sqlite)/g, 'var/$1')
    .replaceAll(/postgres:\/\/\S+/g, 'postgres://HOST/DATABASE')
    .replaceAll(/(Failed at )[^)]*\)/g, '$1…');
}

/** The log lines that need an operator. */
export function operatorLines(lines: readonly string[]): string[] {
  return lines.filter((line) => /^(warn|error|Stopped|Some answers)/.test(line));
}

/** What people got, as words: the answer and how often, and every other message as it is. */
export function describeMessages(messages: readonly { readonly text: string }[], answer: string): string {
  const sentences = messages.map(({ text }) => (text.includes(answer) ? 'the answer' : `“${text}”`));
  const once = sentences.filter((sentence, index) => sentences.indexOf(sentence) === index);
  const times = (sentence: string) => sentences.filter((other) => other === sentence).length;
  const words = once.map((sentence) => {
    if (times(sentence) > 1) return `${sentence}, ${times(sentence)} times`;
    return sentence === 'the answer' ? 'the answer, once' : sentence;
  });
  return words.join(', then ') || NOTHING;
}
