// Before the road: reads one Markdown file as a source document and checks its front matter and headings.
import * as v from 'valibot';
import type { Fault } from '../data-error.js';
import { nameHeading, type Section, type SourceDocument } from '../documents.js';
import { checkFileName, type MarkdownFile, readFrontMatter, splitMarkdown, text } from './front-matter.js';
import { claimId, type SeenIds } from './seen-ids.js';
import type { TextFile } from './text-files.js';
import type { Report } from './yaml-file.js';

const frontMatterSchema = v.strictObject({ id: text, title: text, updated: v.optional(text) });

interface Heading {
  readonly level: number;
  readonly line: number;
  readonly section: Section;
}

/** The document in a file. A faulty one is still returned, so that its facts are not called faulty as well. */
export function readDocument(source: TextFile, seen: SeenIds, faults: Fault[]): SourceDocument {
  const markdown = splitMarkdown(source, faults);
  const front = readTitle(markdown, source, seen);
  const headings = readHeadings(markdown.body, markdown.bodyLine, markdown.report);
  checkHeadings(headings, markdown.report);
  return { ...front, id: source.name, sections: headings.map((heading) => heading.section) };
}

function readTitle(
  markdown: MarkdownFile,
  { file, name }: Pick<TextFile, 'file' | 'name'>,
  seen: SeenIds,
): Pick<SourceDocument, 'title' | 'updated'> {
  const front = readFrontMatter(markdown, frontMatterSchema);
  if (!front) return { title: name };
  const { id, title, updated } = front.value;
  claimId(seen, id, file, () => front.lineOf(['id']), markdown.report);
  checkFileName(id, name, () => front.lineOf(['id']), markdown.report);
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
