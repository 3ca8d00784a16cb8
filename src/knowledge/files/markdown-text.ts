// Turns parsed inline Markdown into plain text: emphasis, links, images, code, HTML, notes.
import type { fromMarkdown } from 'mdast-util-from-markdown';
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
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** The text between the tags of a piece of HTML. */
export function readHtml(html: string): string {
  return html
    .replace(COMMENT, ' ')
    .replace(SILENT, ' ')
    .replace(TAG, ' ')
    .replace(ENTITY, (_, name: string) => CHARACTERS[name] ?? ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
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
