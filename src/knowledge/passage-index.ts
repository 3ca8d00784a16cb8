// Before the road: all sentences of the documents by their words, so that a passage can be found.

import { isFiller } from '../understanding/text/stop-words.js';
import { foldWords, type PhraseIndex, partGathered, type Token } from '../understanding/text/synonyms.js';
import { splitWords } from '../understanding/text/tokenizer.js';
import type { Block, SourceDocument } from './documents.js';

/** A sentence or a list item; `block` counts the paragraphs and lists of all documents. */
export interface Unit {
  readonly block: number;
  readonly kind: Block['kind'];
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

/** Indexes the sentences of all documents, folded as questions are. */
export function indexPassages(documents: readonly SourceDocument[], concepts: PhraseIndex): PassageIndex {
  const units: Unit[] = [];
  const held = new Map<string, number[]>();
  const headed = new Map<string, number[]>();
  let block = 0;
  for (const { id, title, sections } of documents)
    for (const { heading, blocks } of sections)
      for (const { kind, units: texts } of blocks) {
        block += 1;
        for (const unit of texts) {
          enter(held, listKeys(foldWords(concepts, splitWords(unit))).keys(), units.length);
          enter(headed, listKeys(foldWords(concepts, splitWords(`${heading} ${title}`))).keys(), units.length);
          units.push({ block, kind, document: id, title, section: heading, text: unit });
        }
      }
  return { units, held: pack(held), headed: pack(headed) };
}

/** The words that say what a text is about, by key. */
export function listKeys(tokens: readonly Token[]): Map<string, Token> {
  const telling = partGathered(tokens).filter(({ key, words }) => key !== '0' && !words.every(isFiller));
  return new Map(telling.map((token) => [token.key, token]));
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
