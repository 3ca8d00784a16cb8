// Reads the small Markdown that mentors write: paragraphs, lists, links and code; anything else is shown as it's written.
import { createRequire } from 'node:module';
import type { Block, Link } from '../documents.js';
import { foldSpace } from '../documents.js';
import { type Definitions, type Node, type References, type Root, readInline } from './markdown-text.js';
import { splitSentences } from './sentences.js';

/** Plain text with the links among its words. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly Link[];
}

/** What belongs together: a paragraph or a piece of code has one line, a list one for each item. */
export interface TextPiece {
  readonly kind: 'paragraph' | 'list' | 'numbered list' | 'code';
  readonly lines: readonly LinkedText[];
}

const require = createRequire(import.meta.url);

/** HTML is no part of it: `<div>` and `<!channel>` are words. */
const PLAIN = { disable: { null: ['htmlFlow', 'htmlText'] } };

/** The parser is loaded at the first text: its 130 files would take a tenth of every start. */
function parse(markdown: string): Root {
  const { fromMarkdown } = require('mdast-util-from-markdown') as typeof import('mdast-util-from-markdown');
  const { gfmFromMarkdown } = require('mdast-util-gfm') as typeof import('mdast-util-gfm');
  const { gfm } = require('micromark-extension-gfm') as typeof import('micromark-extension-gfm');
  return fromMarkdown(markdown, { extensions: [gfm(), PLAIN], mdastExtensions: [gfmFromMarkdown()] });
}

/** The pieces of a text, in their order. */
export function readWrittenText(markdown: string): TextPiece[] {
  const root = parse(markdown);
  const definitions: Definitions = new Map(
    root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return root.children.flatMap((node) => readPiece(node, definitions)).filter(({ lines }) => lines.length > 0);
}

function readPiece(node: Node, definitions: Definitions): TextPiece[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ kind: 'paragraph', lines: readLine(node.children, definitions) }];
    case 'list':
      return [
        {
          kind: node.ordered ? 'numbered list' : 'list',
          lines: node.children.flatMap((item) => readItem(item.children, definitions)),
        },
      ];
    case 'code':
      return [{ kind: 'code', lines: [{ text: node.value, links: [] }] }];
    case 'blockquote':
      return node.children.flatMap((inner) => readPiece(inner, definitions));
    case 'table':
      return [
        {
          kind: 'list',
          lines: node.children.flatMap((row) =>
            joinLines(row.children.flatMap((cell) => readLine(cell.children, definitions))),
          ),
        },
      ];
    default:
      return [];
  }
}

/** An item's own text as one line, then the items below it. */
function readItem(nodes: readonly Node[], definitions: Definitions): LinkedText[] {
  const pieces = nodes.flatMap((node) => readPiece(node, definitions));
  const own = pieces.filter(({ kind }) => kind === 'paragraph' || kind === 'code').flatMap(({ lines }) => lines);
  const below = pieces.filter(({ kind }) => kind !== 'paragraph' && kind !== 'code').flatMap(({ lines }) => lines);
  return [...joinLines(own), ...below];
}

const joinLines = (lines: readonly LinkedText[]): LinkedText[] =>
  lines.length === 0
    ? []
    : [{ text: lines.map(({ text }) => text).join('; '), links: lines.flatMap(({ links }) => links) }];

function readLine(nodes: readonly Node[], definitions: Definitions): LinkedText[] {
  const found: References = { links: [], notes: [] };
  const text = readInline(nodes, definitions, found).split('\n').map(foldSpace).join('\n').trim();
  return text === '' ? [] : [{ text, links: found.links }];
}

/** The same as the text of a section: sentences, items and code. */
export function toSectionText(pieces: readonly TextPiece[]): { blocks: Block[]; links: Link[] } {
  const blocks = pieces.map(({ kind, lines }): Block => {
    const texts = lines.map(({ text }) => text);
    if (kind === 'paragraph') return { kind, units: texts.flatMap(splitSentences) };
    return {
      kind: kind === 'code' ? kind : 'list',
      units: texts.map((text) => (kind === 'code' ? text : foldSpace(text))),
    };
  });
  return { blocks, links: pieces.flatMap(({ lines }) => lines.flatMap(({ links }) => links)) };
}
