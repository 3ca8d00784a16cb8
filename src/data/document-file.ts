// Before the road: reads one Markdown file as a source document and checks its front matter and headings.
import * as v from 'valibot';
import { nameHeading, type Section, type SourceDocument } from '../documents.js';
import type { Fault } from '../errors.js';
import { describeIssue } from './schema-faults.js';
import { claimId, type SeenIds } from './seen-ids.js';
import type { TextFile } from './text-files.js';
import { type Report, readYaml } from './yaml-file.js';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const frontMatterSchema = v.strictObject({ id: text, title: text, updated: v.optional(text) });
const FRONT_MATTER = /^---\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

interface Heading {
  readonly level: number;
  readonly line: number;
  readonly section: Section;
}

/** The document in a file. A faulty one is still returned, so that its facts are not called faulty as well. */
export function readDocument({ file, name, text: raw }: TextFile, seen: SeenIds, faults: Fault[]): SourceDocument {
  const report: Report = (fault) => faults.push({ file, ...fault });
  const source = raw.replaceAll('\r\n', '\n');
  const [block = ''] = FRONT_MATTER.exec(source) ?? [];
  const front = readFrontMatter(block, { file, name }, seen, report);
  const headings = readHeadings(source.slice(block.length), block.split('\n').length, report);
  checkHeadings(headings, report);
  return { ...front, id: name, sections: headings.map((heading) => heading.section) };
}

function readFrontMatter(
  block: string,
  { file, name }: Pick<TextFile, 'file' | 'name'>,
  seen: SeenIds,
  report: Report,
): Pick<SourceDocument, 'title' | 'updated'> {
  const fallback = { title: name };
  if (block === '') {
    const remedy = 'begin the file with the lines “---”, “id: …”, “title: …”, “---”';
    report({ line: 1, problem: 'has no front matter', remedy });
    return fallback;
  }
  const yaml = readYaml(block.replace(/^---\n/, '').replace(/---[ \t]*\n?$/, ''), 2, report);
  if (!yaml) return fallback;
  const parsed = v.safeParse(frontMatterSchema, yaml.value ?? {});
  for (const issue of parsed.issues ?? []) {
    const line = yaml.lineOf((issue.path ?? []).map((item) => item.key as PropertyKey));
    report({ line, ...describeIssue(issue, Object.keys(frontMatterSchema.entries)) });
  }
  if (!parsed.success) return fallback;
  const { id, title, updated } = parsed.output;
  claimId(seen, id, file, () => yaml.lineOf(['id']), report);
  if (id !== name) {
    const remedy = `write “id: ${name}” or rename the file to ${id}.md`;
    report({ line: yaml.lineOf(['id']), key: id, problem: 'has an id that differs from the file name', remedy });
  }
  return updated === undefined ? { title } : { title, updated };
}

function readHeadings(body: string, firstLine: number, report: Report): Heading[] {
  const headings: { level: number; line: number; heading: string; lines: string[] }[] = [];
  let textBefore = false;
  for (const [index, content] of body.split('\n').entries()) {
    const [, marks, heading] = /^(#{1,6})[ \t]+(.*\S)/.exec(content) ?? [];
    if (marks !== undefined && heading !== undefined) {
      headings.push({ level: marks.length, line: firstLine + index, heading: nameHeading(heading), lines: [] });
    } else if (headings.length > 0) {
      headings.at(-1)?.lines.push(content);
    } else if (content.trim() !== '' && !textBefore) {
      textBefore = true;
      const remedy = 'put a heading (“# …”) above it';
      report({ line: firstLine + index, problem: 'has text above the first heading', remedy });
    }
  }
  return headings.map(({ level, line, heading, lines }) => {
    return { level, line, section: { heading, text: lines.join('\n').trim() } };
  });
}

function checkHeadings(headings: readonly Heading[], report: Report): void {
  if (headings.length === 0) report({ problem: 'has no heading', remedy: 'begin its text with “# ” and its title' });
  const seen = new Map<string, number>();
  for (const [index, { level, line, section }] of headings.entries()) {
    const first = seen.get(section.heading);
    if (first !== undefined) {
      const remedy = 'give one of them another name, so that facts can tell them apart';
      report({ line, problem: `has the heading “${section.heading}” a second time, first in line ${first}`, remedy });
    }
    seen.set(section.heading, first ?? line);
    if (section.text === '' && (headings[index + 1]?.level ?? 0) <= level) {
      report({ line, problem: `has no text below “${section.heading}”`, remedy: 'add the text or remove the heading' });
    }
  }
}
