// Turns parsed inline Markdown into plain text: emphasis, links, images, code, HTML, notes.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { foldSpace, type Link } from '../documents.js';

/** A whole Markdown file as its parser gives it. */
export type Root = ReturnType<typeof fromMarkdown>;
/** A block of a Markdown file: paragraph, list, heading and so on. */
export type Node = Root['children'][number];

/** What a piece of text refers to: links by where they go, footnotes by their name. */
export interface References {
  readonly links: Link[];
  readonly notes: string[];
}

/** Addresses by the name they are given elsewhere in the file. */
export type Definitions = ReadonlyMap<string, string>;

const WEB = /^(?:https?:\/\/|mailto:)/i;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const SILENT = /<(script|style)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const ENTITY = /&(?:#?\w+);/g;
const TABLE = /<table\b[^>]*>([\s\S]*?)<\/table\s*>/i;
const ROW = /<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/table\b|$)/gi;
const CELL = /<t[hd]\b[^>]*>([\s\S]*?)(?=<t[hd]\b|<\/tr\b|$)/gi;

/** The text between the tags of a piece of HTML. */
export function readHtml(html: string): string {
  return html
    .replace(COMMENT, ' ')
    .replace(SILENT, ' ')
    .replace(TAG, ' ')
    .replace(ENTITY, readEntity)
    .replace(/[ \t\u00a0]+/g, ' ')
    .trim();
}

/** “€” of “&euro;”; what is no entity stays. */
function readEntity(entity: string): string {
  const [paragraph] = fromMarkdown(entity).children;
  return paragraph?.type === 'paragraph' ? readInline(paragraph.children, new Map(), { links: [], notes: [] }) : entity;
}

/** The first table of a piece of HTML, row by row, with what stands before and after it; undefined without one. */
export function readHtmlTable(
  html: string,
): { readonly before: string; readonly rows: readonly (readonly string[])[]; readonly after: string } | undefined {
  const table = TABLE.exec(html);
  if (table === null) return undefined;
  const rows = [...(table[1] ?? '').matchAll(ROW)].map(([, row = '']) =>
    [...row.matchAll(CELL)].map(([, cell = '']) => foldSpace(readHtml(cell))),
  );
  return { before: html.slice(0, table.index), rows, after: html.slice(table.index + table[0].length) };
}

/** The plain text of inline Markdown; line breaks stay. What it refers to is added to `found`. */
export function readInline(nodes: readonly Node[], definitions: Definitions, found: References): string {
  return nodes.map((node) => readNode(node, definitions, found)).join('');
}

function readNode(node: Node, definitions: Definitions, found: References): string {
  const inner = (): string => ('children' in node ? readInline(node.children, definitions, found) : '');
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return /^<br\b/i.test(node.value) ? '\n' : '';
    case 'link':
      return readLink(inner(), node.url, found);
    case 'linkReference':
      return readLink(inner(), definitions.get(node.identifier) ?? '', found);
    case 'footnoteReference':
      found.notes.push(node.identifier);
      return '';
    // What is struck through no longer applies.
    case 'delete':
      return '';
    default:
      return inner();
  }
}

function readLink(label: string, url: string, { links }: References): string {
  const words = foldSpace(label);
  if (WEB.test(url) && words !== '') links.push({ label: words, url });
  return label;
}
