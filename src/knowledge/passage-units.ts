// Before the road: cuts a section into paragraphs and lists, and those into sentences and items, word for word.
import { foldSpace } from './documents.js';

/** Neighbours that belong together: the sentences of a paragraph, or the items of a list. */
export interface Block {
  readonly kind: 'paragraph' | 'list';
  readonly units: readonly string[];
}

const ITEM = /^\s*(?:[-*+]|\d+[.)]|\|)\s+(?=\S)/;
/** A full stop before a small letter or a figure belongs to an abbreviation: "etc. so", "Rs. 3,16,204". */
const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}“‘"'(])/u;

/** The blocks of a section's text. Every unit stands in the text to the letter, white space aside. */
export function cutBlocks(text: string): Block[] {
  const blocks: { kind: Block['kind']; lines: string[] }[] = [];
  let open: (typeof blocks)[number] | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      // A list goes on over a blank line; a paragraph ends there.
      if (open?.kind === 'paragraph') open = undefined;
      else open?.lines.push('');
      continue;
    }
    const isItem = ITEM.test(line);
    const goesOn = open !== undefined && (isItem ? open.kind === 'list' : open.lines.at(-1) !== '');
    if (open === undefined || !goesOn) {
      open = { kind: isItem ? 'list' : 'paragraph', lines: [] };
      blocks.push(open);
    }
    const kept = line.replace(ITEM, '');
    if (isItem || open.lines.length === 0) open.lines.push(kept);
    else open.lines.push(`${open.lines.pop()} ${kept}`);
  }
  return blocks.map(({ kind, lines }) => ({
    kind,
    units: lines
      .flatMap((line) => (kind === 'list' ? [line] : line.split(SENTENCE_END)))
      .map(foldSpace)
      .filter((unit) => unit !== ''),
  }));
}
