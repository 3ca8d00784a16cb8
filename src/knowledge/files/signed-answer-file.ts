// Reads and writes a mentor's answer as a Markdown file of data/answers: one that says who wrote it.
import * as v from 'valibot';
import { stringify } from 'yaml';
import type { Fault } from '../data-error.js';
import { findSections, type SourceDocument } from '../documents.js';
import type { AnswerSource, MentorAnswer } from '../mentor-answers.js';
import { checkFileName, claimId, readFrontMatter, type SeenIds, splitMarkdown, text } from './front-matter.js';
import type { TextFile } from './text-files.js';
import { readWrittenText } from './written-text.js';
import type { Report } from './yaml-file.js';

/** What an answer that rests on nothing else names as its source. */
const EXPERIENCE = 'experience';

const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-11-29'));
const isSource = (source: string) => source === EXPERIENCE || (/^https?:\/\//.test(source) && URL.canParse(source));

const schema = v.strictObject({
  id: v.pipe(text, v.regex(/^[a-z0-9-]{1,64}$/, 'must be lower-case words joined by hyphens')),
  questions: v.pipe(v.array(text), v.minLength(1, 'must have one question or more')),
  author: text,
  written: day,
  source: v.union([
    v.pipe(text, v.check(isSource, `must be “${EXPERIENCE}”, a link, or “document: …” with “section: …”`)),
    v.strictObject({ document: text, section: text }),
  ]),
});

/** Whether a file of `data/answers` is a mentor's. */
export const isSigned = ({ text: source }: TextFile): boolean =>
  /^---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?author:/.test(source);

/** The answer in a file; undefined when it has faults, which are added to `faults`. */
export function readSignedAnswer(
  source: TextFile,
  documents: readonly SourceDocument[],
  seen: SeenIds,
  faults: Fault[],
): MentorAnswer | undefined {
  const before = faults.length;
  const markdown = splitMarkdown(source, faults);
  const report: Report = (fault) => markdown.report({ key: source.name, ...fault });
  const front = readFrontMatter({ ...markdown, report }, schema);
  const body = markdown.body.trim();
  if (readWrittenText(body).length === 0)
    report({ line: markdown.bodyLine, problem: 'has no text', remedy: 'write the answer below the second “---”' });
  if (!front) return undefined;
  const { id, questions, author, written, source: named } = front.value;
  claimId(seen, id, source.file, () => front.lineOf(['id']), report);
  checkFileName(id, source.name, () => front.lineOf(['id']), report);
  const rests = readSource(named, documents, (fault) => report({ line: front.lineOf(['source']), ...fault }));
  const [first, ...others] = questions;
  if (first === undefined || rests === undefined || faults.length > before) return undefined;
  return {
    id,
    questions: [first, ...others],
    text: body,
    source: rests,
    author,
    at: Date.parse(`${written}T12:00:00Z`),
  };
}

function readSource(
  named: v.InferOutput<typeof schema>['source'],
  documents: readonly SourceDocument[],
  report: Report,
): AnswerSource | undefined {
  if (named === EXPERIENCE) return { kind: 'experience' };
  if (typeof named === 'string') return { kind: 'link', url: named };
  const document = documents.find(({ id }) => id === named.document);
  const [section] = document === undefined ? [] : findSections(document, named.section);
  if (document !== undefined && section !== undefined)
    return { kind: 'section', document: document.id, title: document.title, section: section.heading };
  const problem =
    document === undefined
      ? `names the document “${named.document}”, which doesn’t exist`
      : `names the section “${named.section}”, which ${document.id} doesn’t have`;
  report({
    problem,
    remedy: `name a section of ${documents.map(({ id }) => id).join(', ')}, a link, or “${EXPERIENCE}”`,
  });
  return undefined;
}

/** The file of an answer, as `readSignedAnswer` reads it. */
export function writeSignedAnswer({ id, questions, text: body, source, author, at }: MentorAnswer): string {
  const written = new Date(at).toISOString().slice(0, 10);
  const named =
    source.kind === 'section'
      ? { document: source.document, section: source.section }
      : source.kind === 'link'
        ? source.url
        : EXPERIENCE;
  return `---\n${stringify({ id, questions, author, written, source: named })}---\n\n${body.trim()}\n`;
}
