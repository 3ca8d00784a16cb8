// Before the road: all sentences of the documents by their words, so that a passage can be found.
import { foldWords, type PhraseIndex, stemOf, type Token } from './concepts.js';
import type { SourceDocument } from './documents.js';
import { isFiller } from './fillers.js';
import { cutBlocks } from './passage-units.js';
import { splitWords } from './words.js';

/** A sentence or a list item; `block` counts the paragraphs and lists of all documents. */
export interface Unit {
  readonly block: number;
  readonly kind: 'paragraph' | 'list';
  readonly document: string;
  readonly title: string;
  readonly section: string;
  readonly text: string;
}

/** All documents by their words, as plain values that can be stored. */
export interface PassageIndex {
  readonly units: readonly Unit[];
  /** The units that a key (a stem or a concept) stands in. */
  readonly held: ReadonlyMap<string, Int32Array>;
  /** The units below a heading or in a document that a key names. */
  readonly headed: ReadonlyMap<string, Int32Array>;
}

/** Concepts whose words mean different things of one kind: who asks for Paris is not served with India. */
const GATHERING = new Set(['place', 'tech', 'profession', 'degree', 'rupees', 'dollars']);

/** Indexes the sentences of all documents, folded as questions are. */
export function indexPassages(documents: readonly SourceDocument[], concepts: PhraseIndex): PassageIndex {
  const units: Unit[] = [];
  const held = new Map<string, number[]>();
  const headed = new Map<string, number[]>();
  let block = 0;
  for (const { id, title, sections } of documents)
    for (const { heading, text } of sections)
      for (const { kind, units: texts } of cutBlocks(text)) {
        block += 1;
        for (const unit of texts) {
          enter(held, listKeys(foldWords(concepts, splitWords(unit))).keys(), units.length);
          enter(headed, listKeys(foldWords(concepts, splitWords(`${heading} ${title}`))).keys(), units.length);
          units.push({ block, kind, document: id, title, section: heading, text: unit });
        }
      }
  return { units, held: pack(held), headed: pack(headed) };
}

/** The words that say what a text is about, by key; those of a gathering concept one by one. */
export function listKeys(tokens: readonly Token[]): Map<string, Token> {
  const keys = new Map<string, Token>();
  for (const token of tokens) {
    const parts = GATHERING.has(token.concept ?? '')
      ? token.words.map((word) => ({ ...token, key: stemOf(word), words: [word] }))
      : [token];
    for (const part of parts) if (part.key !== '0' && !part.words.every(isFiller)) keys.set(part.key, part);
  }
  return keys;
}

function enter(index: Map<string, number[]>, keys: Iterable<string>, unit: number): void {
  for (const key of keys) {
    const list = index.get(key);
    if (list === undefined) index.set(key, [unit]);
    else list.push(unit);
  }
}

const pack = (index: ReadonlyMap<string, readonly number[]>): Map<string, Int32Array> =>
  new Map([...index].map(([key, list]) => [key, Int32Array.from(list)]));
