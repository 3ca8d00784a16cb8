// Splits a Markdown or plain text file into sections: headings with the blocks below them, as plain text.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type Block, foldSpace, type Link, nameHeading, type Section } from '../documents.js';
import {
  type Definitions,
  type Node,
  type References,
  type Root,
  readHtml,
  readHtmlTable,
  readInline,
} from './markdown-text.js';
import { splitSentences } from './sentences.js';

/** How a file is read: plain text has no Markdown except lists, and headings are found by their position. */
export type TextKind = 'markdown' | 'text';

/** The sections of a file, and the level of each one's heading: 0 for text above the first heading. */
export interface FileSections {
  readonly sections: readonly Section[];
  readonly levels: readonly number[];
}

/** Signs that mean nothing in a plain text. */
const NO_MARKDOWN = [
  'attention',
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'labelStartLink',
];
/** The level of what is no heading by Markdown, such as a bold line: below all that are. */
export const LOOSE_LEVEL = 7;
const LONGEST_LINE = 120;
const LONGEST_TEXT_HEADING = 80;
const BULLET = /^([ \t]*)[•‣▪◦●][ \t]+/gm;
/** Soft hyphens, zero-width blanks, marks of direction and control characters, as word processors leave them. */
const INVISIBLE = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** The lines “:::note” and “:::” around a box. */
const DIRECTIVE = /^[ \t]*:{3,}.*$/gm;
/** "Q:", "Q1.", "Question:" before a question, and "A:" before its answer, aren't part of them. */
const QUESTION_MARK = /^(?:Q|(?:\p{Lu}\p{L}+ )?Question)\s?\d{0,3}\s?[:.)]\s*(?=\S)/u;
const ANSWER_MARK = /^(?:A|Ans|Answer)\s?\d{0,3}\s?[:.)]\s*(?=\S)/;
/** A label before a heading that other tools link to: “(late)=”, “:mag: Why?”. */
const LABEL = /^(?::[a-z0-9_+-]+:\s*)+(?=\S)/;
const TARGET = /^\([\w.:-]+\)=$/;
const ANCHOR = /\s*\{#[\w.:-]+\}\s*$/;
const HTML_HEADING = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1\s*>|<summary\b[^>]*>([\s\S]*?)<\/summary\s*>/i;

const isQuestion = (text: string): boolean => /\?["”’)*]*$/.test(text) || QUESTION_MARK.test(text);

/** Reads a file without its front matter; `title` names what is above the first heading. */
export function readSections(body: string, kind: TextKind, title: string): FileSections {
  const visible = body.replace(BULLET, '$1- ').replace(INVISIBLE, '');
  const source = kind === 'text' ? visible : visible.replace(DIRECTIVE, '');
  const root =
    kind === 'text'
      ? fromMarkdown(source, { extensions: [{ disable: { null: NO_MARKDOWN } }] })
      : fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const reader = new SectionReader(root, kind, title);
  reader.readBlocks(root.children);
  return reader.finish();
}

interface OpenSection {
  readonly level: number;
  readonly heading: string;
  readonly above: readonly string[];
  readonly blocks: Block[];
  readonly links: Link[];
}

/** Collects sections while it goes through the blocks of a file. */
class SectionReader {
  private readonly done: OpenSection[] = [];
  private readonly path: { level: number; heading: string }[] = [];
  private readonly definitions: Definitions;
  private readonly notes: ReadonlyMap<string, readonly Node[]>;
  private readonly reported = new Set<string>();
  private readonly kind: TextKind;
  private open: OpenSection;

  constructor(root: Root, kind: TextKind, title: string) {
    this.kind = kind;
    const definitions = new Map<string, string>();
    const notes = new Map<string, readonly Node[]>();
    for (const node of root.children) {
      if (node.type === 'definition') definitions.set(node.identifier, node.url);
      if (node.type === 'footnoteDefinition') notes.set(node.identifier, node.children);
    }
    this.definitions = definitions;
    this.notes = notes;
    this.open = { level: 0, heading: title, above: [], blocks: [], links: [] };
  }

  finish(): FileSections {
    this.close();
    const taken = new Map<string, number>();
    const sections = this.done.map(({ heading, above, blocks, links }) => {
      const slug = slugOf(heading);
      const count = taken.get(slug) ?? 0;
      taken.set(slug, count + 1);
      const id = count === 0 ? slug : `${slug}-${count}`;
      const text = blocks.map(({ units }) => units.join('\n')).join('\n\n');
      return { id, heading, above, blocks, text, links };
    });
    return { sections, levels: this.done.map(({ level }) => level) };
  }

  readBlocks(nodes: readonly Node[]): void {
    for (const [index, node] of nodes.entries()) this.readBlock(node, nodes[index + 1], index === 0);
  }

  private close(): void {
    if (this.open.level > 0 || this.open.blocks.length > 0) this.done.push(this.open);
  }

  private begin(level: number, written: string): void {
    const heading = nameHeading(written.replace(ANCHOR, '').replace(LABEL, '')).replace(QUESTION_MARK, '');
    if (heading === '') return;
    this.close();
    while ((this.path.at(-1)?.level ?? 0) >= level) this.path.pop();
    this.open = { level, heading, above: this.path.map((one) => one.heading), blocks: [], links: [] };
    this.path.push({ level, heading });
  }

  private add(kind: Block['kind'], units: readonly string[]): void {
    const filled = units.map((unit) => (kind === 'code' ? unit.trim() : foldSpace(unit))).filter((unit) => unit !== '');
    if (filled.length > 0) this.open.blocks.push({ kind, units: filled });
  }

  /** Plain text, its links kept for this section. */
  private read(nodes: readonly Node[], found: References): string {
    return readInline(nodes, this.definitions, found);
  }

  private keep({ links, notes }: References): void {
    this.open.links.push(...links);
    for (const note of notes) {
      const nodes = this.notes.get(note);
      if (nodes === undefined || this.reported.has(note)) continue;
      this.reported.add(note);
      this.readBlocks(nodes);
    }
  }

  private readBlock(node: Node, next: Node | undefined, isFirst: boolean): void {
    const found: References = { links: [], notes: [] };
    switch (node.type) {
      case 'heading':
        this.begin(node.depth, this.read(node.children, found));
        break;
      case 'paragraph':
        this.readParagraph(node.children, next, isFirst);
        break;
      case 'list':
        this.readList(node, next);
        break;
      case 'table':
        this.add('table', this.readTable(node, found));
        this.keep(found);
        break;
      case 'code':
        this.add('code', [node.value]);
        break;
      case 'blockquote':
        this.readBlocks(node.children);
        break;
      case 'html':
        this.readHtmlBlock(node.value);
        break;
      default:
    }
  }

  private readParagraph(children: readonly Node[], next: Node | undefined, isFirst: boolean): void {
    const found: References = { links: [], notes: [] };
    const text = this.read(children, found).trim();
    if (isJump(children) || TARGET.test(text)) return;
    const heading = findLooseHeading(text, this.boldStart(children)) ?? this.findTextHeading(text, next, isFirst);
    if (heading !== undefined) this.begin(LOOSE_LEVEL, heading);
    const rest = text.slice(heading?.length ?? 0).replace(/^[\s:]+/, '');
    const columns = splitColumns(rest);
    if (columns !== undefined) this.add('table', describeRows(columns));
    else this.add('paragraph', splitSentences(rest.replace(ANSWER_MARK, '').replace(/^\[![A-Z]+\]\s*/, '')));
    this.keep(found);
  }

  /** The words of a paragraph that begins in bold. */
  private boldStart(children: readonly Node[]): string | undefined {
    const [first] = children.filter((child) => child.type !== 'html');
    return first?.type === 'strong' ? this.read([first], { links: [], notes: [] }).trim() : undefined;
  }

  /** In a plain text, a short line by itself above others is a heading, and so is a question above its answer. */
  private findTextHeading(text: string, next: Node | undefined, isFirst: boolean): string | undefined {
    if (this.kind !== 'text') return undefined;
    const [line = '', ...rest] = text.split('\n');
    if (rest.length > 0) return /\?$/.test(line.trim()) && line.length <= LONGEST_LINE ? line : undefined;
    if (next === undefined || text.length > LONGEST_TEXT_HEADING || /[.!:;,…]$/.test(text)) return undefined;
    const isAbove = next.type !== 'paragraph' || isFirst || this.isLong(next);
    return isAbove ? text : undefined;
  }

  private isLong(node: Node): boolean {
    const text = 'children' in node ? this.read(node.children, { links: [], notes: [] }) : '';
    return text.length > LONGEST_TEXT_HEADING || /[.!:;,…\n]/.test(text);
  }

  private readList(list: Extract<Node, { type: 'list' }>, next: Node | undefined): void {
    const [only] = list.children;
    const numbered = list.children.length === 1 && list.ordered && only ? this.readItemText(only) : '';
    if (numbered !== '' && next !== undefined && this.findTextHeading(numbered, next, false) !== undefined) {
      this.begin(LOOSE_LEVEL, numbered);
      return;
    }
    const items: string[] = [];
    for (const item of list.children) {
      const [first, ...others] = item.children;
      const bold = first?.type === 'paragraph' ? this.boldStart(first.children) : undefined;
      if (first?.type === 'paragraph' && bold !== undefined && (isQuestion(bold) || this.isTitled(item, bold))) {
        this.add('list', items.splice(0));
        this.readBlocks(item.children);
      } else {
        items.push(...(first ? this.readItem([first]) : []), ...this.readItem(others));
      }
    }
    this.add('list', items);
  }

  /** Whether an item is a bold line with paragraphs below it. */
  private isTitled({ children: [first, second] }: { readonly children: readonly Node[] }, bold: string): boolean {
    if (first?.type !== 'paragraph' || second?.type !== 'paragraph') return false;
    return findLooseHeading(this.read(first.children, { links: [], notes: [] }).trim(), bold) !== undefined;
  }

  private readItemText(item: { readonly children: readonly Node[] }): string {
    const [first, ...others] = item.children;
    if (first?.type !== 'paragraph' || others.length > 0) return '';
    return this.read(first.children, { links: [], notes: [] }).trim();
  }

  /** An item's own text, then the items below it. */
  private readItem(nodes: readonly Node[]): string[] {
    const own: string[] = [];
    for (const node of nodes) {
      const found: References = { links: [], notes: [] };
      if (node.type === 'paragraph' && !isJump(node.children))
        own.push(this.read(node.children, found).replace(ANSWER_MARK, ''));
      else if (node.type === 'list') own.push(...node.children.flatMap((item) => this.readItem(item.children)));
      else if (node.type === 'code') own.push(node.value);
      else if (node.type === 'blockquote') own.push(...this.readItem(node.children));
      else if (node.type === 'table') own.push(...this.readTable(node, found));
      this.keep(found);
    }
    return own;
  }

  /** One unit a row: "Plan: Basic; Price: 5". */
  private readTable({ children: [head, ...rows] }: Extract<Node, { type: 'table' }>, found: References): string[] {
    const readCells = (row: typeof head): string[] =>
      (row?.children ?? []).map((cell) => foldSpace(this.read(cell.children, found)));
    const names = readCells(head);
    return describeRows([names, ...rows.map(readCells)]);
  }

  private readHtmlBlock(html: string): void {
    const table = readHtmlTable(html);
    if (table !== undefined) {
      this.readHtmlBlock(table.before);
      this.add('table', describeRows(table.rows));
      this.readHtmlBlock(table.after);
      return;
    }
    const [whole, level, heading, summary] = HTML_HEADING.exec(html) ?? [];
    const at = whole === undefined ? html.length : html.indexOf(whole);
    this.add('paragraph', splitSentences(readHtml(html.slice(0, at))));
    if (whole === undefined) return;
    this.begin(level === undefined ? LOOSE_LEVEL : Number(level), readHtml(heading ?? summary ?? ''));
    this.readHtmlBlock(html.slice(at + whole.length));
  }
}

/** The rows below the names of their columns, as sentences: “Plan: Basic; Price: 5”; names alone are a row. */
function describeRows([names = [], ...rows]: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [names.join('; ')];
  return rows.map((row) =>
    row
      .map((cell, column) => (cell === '' || !names[column] ? cell : `${nameHeading(names[column])}: ${cell}`))
      .filter((cell) => cell !== '')
      .join('; '),
  );
}

/** Lines in columns, set apart by tabs or by blanks, below a line of names without a figure; undefined for any other text. */
function splitColumns(text: string): string[][] | undefined {
  const [head = [], ...rows] = text.split('\n').map((line) => line.trim().split(/\t+| {2,}/));
  const [width = 0] = rows.map((row) => row.length);
  const names = head.length === width - 1 ? ['', ...head] : head;
  const isFigure = (cell: string): boolean => /\p{N}/u.test(cell);
  const isTable = width > 1 && names.length === width && !names.some(isFigure);
  return isTable && rows.every((row) => row.length === width && row.some(isFigure)) ? [names, ...rows] : undefined;
}

/** The beginning of a paragraph that serves as a heading: a whole line in bold, or a question marked as one. */
function findLooseHeading(text: string, bold: string | undefined): string | undefined {
  const [line = ''] = text.split('\n');
  if (bold !== undefined && bold !== '' && text.startsWith(bold)) {
    if (isQuestion(bold) && bold.length <= 2 * LONGEST_LINE) return bold;
    const isWhole = line.replace(/[\s:]+$/, '') === bold.replace(/[\s:]+$/, '');
    // A sentence that goes on in the next line only begins in bold.
    const goesOn = /^\s*\p{Ll}/u.test(text.slice(line.length));
    if (isWhole && !goesOn && bold.length <= LONGEST_LINE && !/[.!,;]$/.test(bold)) return line;
  }
  return QUESTION_MARK.test(line) && line.length <= 2 * LONGEST_LINE ? line : undefined;
}

/** A line that only links to other parts of the same file: "Back to top". */
function isJump(children: readonly Node[]): boolean {
  const telling = children.filter((child) => child.type !== 'text' || /[\p{L}\p{N}]/u.test(child.value));
  return telling.length > 0 && telling.every((child) => child.type === 'link' && child.url.startsWith('#'));
}

function slugOf(heading: string): string {
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'section' : slug.slice(0, 80);
}
