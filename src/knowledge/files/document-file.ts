// Reads one Markdown or text file as a source document: any file with text is one.
import * as v from 'valibot';
import type { Fault } from '../data-error.js';
import type { SourceDocument } from '../documents.js';
import { linesIn, type MarkdownFile, splitMarkdown } from './front-matter.js';
import { type FileSections, LOOSE_LEVEL, readSections, type TextKind } from './markdown-sections.js';
import type { TextFile } from './text-files.js';
import { type Report, readYaml } from './yaml-file.js';

const KEYS = ['id', 'title', 'updated'];
const TOML = /^\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+[ \t]*(?:\n|$)/;
const NEVER_ENDED = /^---[ \t]*\n(?:[\w-]+:.*\n)*(?:id|title|updated):.*\n(?:[\w-]+:.*\n)*/;
const word = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.trim(), v.nonEmpty());
const mapping = v.record(v.string(), v.unknown());

interface DocumentHead {
  readonly title?: string;
  readonly updated?: string;
}

/** The document in a file. Nothing in it prevents reading; what an editor should know is added to `warnings`. */
export function readDocument(source: TextFile, warnings: Fault[]): SourceDocument {
  const markdown = splitMarkdown(source, warnings);
  const front = readFront(markdown.block, source.name, markdown.report);
  // A rule above a text is no front matter.
  const body = front === undefined ? `${markdown.block}${markdown.body}` : dropOtherFront(markdown);
  const kind: TextKind = /\.txt$/i.test(source.file) ? 'text' : 'markdown';
  const named = front?.title ?? spellName(source.name);
  const read = readOrReport(() => readSections(body, kind, named), markdown.report);
  const title = front?.title ?? (read && findTitle(read, kind)) ?? named;
  const sections = (read?.sections ?? []).map((section, index) =>
    read?.levels[index] === 0 ? { ...section, heading: title } : section,
  );
  if (read !== undefined && sections.every(({ blocks }) => blocks.length === 0))
    markdown.report({ problem: 'has no text', remedy: 'add text below its headings, or remove the file' });
  return { id: source.name, title, ...(front?.updated !== undefined && { updated: front.updated }), sections };
}

/** The sections of a file; undefined, with a report, where its quotes or lists are nested too deeply for a parser. */
function readOrReport(read: () => FileSections, report: Report): FileSections | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report({ problem: 'nests quotes or lists too deeply to be read', remedy: 'take the signs before its lines out' });
    return undefined;
  }
}

/** A file without front matter that's read: its text without what only other tools read, and without front matter that doesn't end. */
function dropOtherFront({ block, body, report }: MarkdownFile): string {
  if (block !== '') return body;
  const [toml] = TOML.exec(body) ?? [];
  if (toml !== undefined) {
    const remedy = 'only “title: …” and “updated: …” between two lines “---” are used';
    report({ line: 1, problem: 'has front matter in TOML, which isn’t used', remedy });
  }
  const [open] = NEVER_ENDED.exec(body) ?? [];
  if (open !== undefined)
    report({ line: 1, problem: 'has front matter that doesn’t end', remedy: 'add the line “---” below it' });
  return body.slice((toml ?? open ?? '').length);
}

/** The lines above the text; undefined if they aren't front matter. */
function readFront(block: string, name: string, report: Report): DocumentHead | undefined {
  if (block === '') return {};
  const malformed: Parameters<Report>[0][] = [];
  const [inner, firstLine] = linesIn(block);
  const yaml = readYaml(inner, firstLine, (fault) => malformed.push(fault));
  // Paragraphs between two rules are text, which is seldom valid YAML.
  if (yaml === undefined && /\n\s*\n|^#/m.test(inner)) return undefined;
  for (const fault of malformed) report(fault);
  if (yaml === undefined) return {};
  if (yaml.value === null || yaml.value === undefined) return {};
  if (!v.is(mapping, yaml.value)) return undefined;
  const values = new Map(Object.entries(yaml.value));
  const unknown = [...values.keys()].filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) {
    const names = unknown.map((key) => `“${key}”`).join(', ');
    const problem = `has front matter that isn’t used: ${names}`;
    report({ line: yaml.lineOf([unknown[0] ?? '']), problem, remedy: `only ${KEYS.join(', ')} are used` });
  }
  const read = (key: string): string | undefined => {
    const value = values.get(key);
    if (value === undefined || value === null) return undefined;
    const parsed = v.safeParse(word, value);
    if (parsed.success) return parsed.output;
    const problem = `has ${JSON.stringify(value)} as “${key}”`;
    report({ line: yaml.lineOf([key]), problem, remedy: 'write a few words, in quotation marks if necessary' });
    return undefined;
  };
  const [id, title, updated] = [read('id'), read('title'), read('updated')];
  if (id !== undefined && id !== name) {
    const remedy = `the file’s name counts: write “id: ${name}” or rename the file`;
    report({ line: yaml.lineOf(['id']), key: id, problem: 'has an id that differs from the file’s name', remedy });
  }
  const isDay = updated === undefined || !isNoDay(updated);
  if (!isDay) {
    const problem = `has “${updated}” as “updated”, which isn’t a day of the calendar`;
    report({ line: yaml.lineOf(['updated']), problem, remedy: 'write the day as 2026-01-31' });
  }
  return { ...(title !== undefined && { title }), ...(updated !== undefined && isDay && { updated }) };
}

/** Whether a text has a day's form, year first, and names none. Any other wording of a date is the document's own. */
function isNoDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []).map(Number);
  if (year === 0) return false;
  const named = new Date(Date.UTC(year, month - 1, day));
  return named.getUTCMonth() !== month - 1 || named.getUTCDate() !== day;
}

/** The first heading names the document, unless it asks a question; in Markdown a bold line doesn't count. */
function findTitle({ sections, levels }: FileSections, kind: TextKind): string | undefined {
  const first = levels.findIndex((level) => level > 0);
  const heading = sections[first]?.heading;
  const isNone = heading?.endsWith('?') || (kind === 'markdown' && levels[first] === LOOSE_LEVEL);
  return isNone ? undefined : heading;
}

/** "employee_handbook" as a title. */
function spellName(name: string): string {
  const spelt = name.replace(/[-_\s]+/g, ' ').trim();
  return spelt === '' ? name : `${spelt.slice(0, 1).toUpperCase()}${spelt.slice(1)}`;
}
